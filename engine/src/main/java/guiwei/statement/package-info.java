/// What the world says: layouts of the statements of channels and banks.
@NullMarked
package guiwei.statement;

import org.jspecify.annotations.NullMarked;
