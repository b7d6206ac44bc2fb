/// How numbers are written, shortened and hidden in words.
@NullMarked
package guiwei.number;

import org.jspecify.annotations.NullMarked;
