/// What we expect: orders, stores, customers.
@NullMarked
package guiwei.order;

import org.jspecify.annotations.NullMarked;
