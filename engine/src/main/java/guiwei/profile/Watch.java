package guiwei.profile;

import guiwei.table.BadRow;
import guiwei.table.Locator;
import guiwei.table.Row;
import guiwei.table.RowSink;
import guiwei.table.Text;

/// Numbers the rows of a streamed file from 0, refused rows by their line, and notes whether
/// all belong to one account.
final class Watch implements RowSink {
  private final int file;
  private final RowSink sink;
  private long ordinal;
  private long line;
  private String account = "";
  private boolean several;

  /// @param ordinal the number of the first row
  Watch(int file, RowSink sink, long ordinal) {
    this.file = file;
    this.sink = sink;
    this.ordinal = ordinal;
  }

  /// Says on which line, from 1, the first row stands.
  void startAt(long firstLine) {
    line = firstLine;
  }

  /// Counts an empty line.
  void skip() {
    line++;
  }

  @Override
  public void row(Row row) {
    if (row.has(Text.ACCOUNT) && !several) {
      String said = row.text(Text.ACCOUNT);
      several = !account.isEmpty() && !account.equals(said);
      account = said;
    }
    line++;
    row.locator = Locator.of(file, ordinal++);
    sink.row(row);
  }

  @Override
  public void bad(BadRow row) {
    sink.bad(new BadRow(row.file(), line++, row.column(), row.value(), row.problem()));
  }

  boolean oneAccount() {
    return !several;
  }

  /// How many rows were read.
  long ordinal() {
    return ordinal;
  }
}
