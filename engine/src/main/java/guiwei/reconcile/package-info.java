/// What does not fit: statements and orders joined, every cent in one place.
@NullMarked
package guiwei.reconcile;

import org.jspecify.annotations.NullMarked;
