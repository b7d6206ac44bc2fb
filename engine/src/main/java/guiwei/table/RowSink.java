package guiwei.table;

/// Takes the rows of a file as they are read.
public interface RowSink {
  /// The row is only valid during the call.
  void row(Row row);

  void bad(BadRow row);
}
