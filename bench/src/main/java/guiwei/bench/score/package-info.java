/// How right a run is: its result files held against the planted truth.
@NullMarked
package guiwei.bench.score;

import org.jspecify.annotations.NullMarked;
