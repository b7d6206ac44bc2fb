/// How fast and how large a run is: Guiwei and what a user would run instead, in turn.
@NullMarked
package guiwei.bench.race;

import org.jspecify.annotations.NullMarked;
