/// What a run is told and what it answers: the words that all rooms share.
@NullMarked
package guiwei.outcome;

import org.jspecify.annotations.NullMarked;
