package guiwei.profile;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/// The tables of a file, one after the other: the sheets of a workbook, or the only one.
interface Tables extends Closeable {
  /// Goes to the next table; answers whether there is one.
  boolean nextTable() throws IOException;

  /// Reads the next record of this table; answers whether there is one.
  boolean next(Tuple tuple) throws IOException;

  /// Opens a file of one kind.
  @FunctionalInterface
  interface Opener {
    /// Opens it; refused when it is not what its beginning promised.
    Tables open(InputStream in) throws IOException;
  }
}
