/// Rows of the outside world in our own vocabulary, each with a locator back to its bytes.
@NullMarked
package guiwei.table;

import org.jspecify.annotations.NullMarked;
