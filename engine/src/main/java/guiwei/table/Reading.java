package guiwei.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// How to read one recognised file.
public sealed interface Reading {
  /// Rows of delimited text: may be cut into pieces, and single rows read again by their
  /// offset.
  record Cut(Delimited plan, Footing footing) implements Reading {}

  /// Anything else: read from the beginning; a row's place is its ordinal from 0.
  record Streamed(RowReader reader) implements Reading {}

  /// Reads a whole file.
  @FunctionalInterface
  interface RowReader {
    /// Gives every row to the sink with its locator's place set to the row's ordinal; returns
    /// the checks of what the file declares.
    ///
    /// @param file the file's number in this run, for locators
    /// @param name the file's name, for messages
    List<Footing.Check> read(InputStream in, int file, String name, RowSink sink)
        throws IOException;
  }
}
