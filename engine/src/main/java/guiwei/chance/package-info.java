/// How likely things are: clocks, rhythms and prices, measured on the merchant's own rows.
@NullMarked
package guiwei.chance;

import org.jspecify.annotations.NullMarked;
