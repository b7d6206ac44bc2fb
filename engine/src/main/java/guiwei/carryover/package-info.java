/// What one run leaves to the next.
@NullMarked
package guiwei.carryover;

import org.jspecify.annotations.NullMarked;
