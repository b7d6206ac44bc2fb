/// Results for people and machines.
@NullMarked
package guiwei.report;

import org.jspecify.annotations.NullMarked;
