/// Stage 1: every row is read once and what is plainly clean is told from what needs thought.
@NullMarked
package guiwei.sift;

import org.jspecify.annotations.NullMarked;
