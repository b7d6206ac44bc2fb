/// Exact amounts: whole minor units and a currency, read from text without loss.
@NullMarked
package guiwei.money;

import org.jspecify.annotations.NullMarked;
