package guiwei.table;

/// Takes the rows of a file as they are read.
public interface RowSink {
  /// The row is only valid during the call.
  void row(Row row);

  void bad(BadRow row);

  /// Takes what all rows of a table came to, which may be one of several in the file.
  default void tallied(Tally tally) {
    // most readers of rows ask for the rows alone
  }

  /// Takes the name of a table of the file that is not read, although it has rows.
  default void passedOver(String table) {
    // most readers of rows ask for the rows alone
  }

  /// Takes the balances between which a statement stands, where it says both.
  default void period(Period period) {
    // most readers of rows ask for the rows alone
  }
}
