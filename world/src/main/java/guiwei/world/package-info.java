/// Invented merchants with planted truth, written as the files their channels would send.
@NullMarked
package guiwei.world;

import org.jspecify.annotations.NullMarked;
