/// Whose money is it: customers who may have paid, each with a probability and the evidence.
@NullMarked
package guiwei.trace;

import org.jspecify.annotations.NullMarked;
