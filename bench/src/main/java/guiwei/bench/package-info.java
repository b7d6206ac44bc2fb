/// How right and how fast: workloads with truth, scores, and the alternatives beside them.
@NullMarked
package guiwei.bench;

import org.jspecify.annotations.NullMarked;
