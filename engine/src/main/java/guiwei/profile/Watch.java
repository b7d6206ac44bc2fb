package guiwei.profile;

import guiwei.table.BadRow;
import guiwei.table.Locator;
import guiwei.table.Row;
import guiwei.table.RowSink;
import guiwei.table.Text;

/// Numbers the rows of a streamed file from 0, refused rows by their line, and notes whether all
/// belong to one account.
final class Watch implements RowSink {
  private final int file;
  private final RowSink sink;
  private final long firstLine;
  private long rows;
  private long refused;
  private String account = "";
  private boolean several;

  /// @param firstLine the line of the first row below the headings, from 1
  Watch(int file, RowSink sink, long firstLine) {
    this.file = file;
    this.firstLine = firstLine;
    this.sink = sink;
  }

  @Override
  public void row(Row row) {
    if (row.has(Text.ACCOUNT) && !several) {
      String said = row.text(Text.ACCOUNT);
      several = !account.isEmpty() && !account.equals(said);
      account = said;
    }
    row.locator = Locator.of(file, rows++);
    sink.row(row);
  }

  @Override
  public void bad(BadRow row) {
    long line = firstLine + rows + refused++;
    sink.bad(new BadRow(row.file(), line, row.column(), row.value(), row.problem()));
  }

  boolean oneAccount() {
    return !several;
  }
}
