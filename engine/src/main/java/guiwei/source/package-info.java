/// Files, folders and archives: what they hold, how large they are, and how to read them
/// safely.
@NullMarked
package guiwei.source;

import org.jspecify.annotations.NullMarked;
