/// What people decided about single facts: a small file that outlives every run.
@NullMarked
package guiwei.decision;

import org.jspecify.annotations.NullMarked;
