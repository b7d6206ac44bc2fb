/// Tables that are no plain text: workbooks, JSON and Parquet, row by row.
@NullMarked
package guiwei.packed;

import org.jspecify.annotations.NullMarked;
