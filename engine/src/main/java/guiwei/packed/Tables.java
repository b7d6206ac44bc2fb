package guiwei.packed;

import java.io.Closeable;
import java.io.IOException;

/// The tables of a file, one after the other: the sheets of a workbook, or the only one.
public interface Tables extends Closeable {
  /// Goes to the next table; answers whether there is one.
  boolean nextTable() throws IOException;

  /// What this table is called, or empty.
  default String name() {
    return "";
  }

  /// Whether whoever opens the file is not shown this table.
  default boolean isHidden() {
    return false;
  }

  /// Reads the next record of this table; answers whether there is one.
  boolean next(Tuple tuple) throws IOException;
}
