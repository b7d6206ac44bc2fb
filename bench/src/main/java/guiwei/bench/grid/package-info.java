/// Text in columns.
@NullMarked
package guiwei.bench.grid;

import org.jspecify.annotations.NullMarked;
