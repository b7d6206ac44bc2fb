package guiwei.profile;

import guiwei.table.BadRow;
import guiwei.table.Locator;
import guiwei.table.Row;
import guiwei.table.RowSink;
import guiwei.table.Tally;
import guiwei.table.Text;
import org.jspecify.annotations.Nullable;

/// Numbers the rows of a streamed file from 0, refused rows by their line, and notes whether
/// all belong to one account.
final class Watch implements RowSink {
  private final int file;
  private final RowSink sink;
  private long ordinal;
  private long line;
  private String account = "";
  private boolean several;

  /// What tells the line of a byte, where rows come by their bytes.
  private @Nullable Lines lines;

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

  /// Says that refused rows come with the offset of their first byte.
  void countBy(Lines lines) {
    this.lines = lines;
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
    long at = lines == null ? line++ : lines.at(row.line());
    sink.bad(new BadRow(row.file(), at, row.column(), row.value(), row.problem()));
  }

  @Override
  public void tallied(Tally tally) {
    sink.tallied(tally);
  }

  boolean oneAccount() {
    return !several;
  }

  /// How many rows were read.
  long ordinal() {
    return ordinal;
  }
}
