package guiwei.profile;

import guiwei.table.BadRow;
import guiwei.table.Footing;
import guiwei.table.Reading;
import guiwei.table.RefusedFile;
import guiwei.table.Row;
import guiwei.table.RowSink;
import guiwei.table.Times;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/// Delimited text whose first rows do not tell whether its dates are written day first or month
/// first: all its rows are tried in both orders, and the one that reads more of them is taken.
final class EitherOrder implements Reading.RowReader {
  private static final int MOST_BYTES = 1 << 28;

  private final Head head;
  private final Fit dayFirst;
  private final Fit monthFirst;
  private final RefusedFile doubt;

  /// @param doubt what is said where the other rows do not tell either
  EitherOrder(Head head, Proposal proposal, RefusedFile doubt) {
    this.head = head;
    this.doubt = doubt;
    dayFirst = proposal.fit(Nearest.cells(head), Times.Order.DAY_FIRST);
    monthFirst = proposal.fit(Nearest.cells(head), Times.Order.MONTH_FIRST);
  }

  @Override
  public List<Footing.Check> read(InputStream in, int file, String name, RowSink sink)
      throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES);
    boolean whole = in.read() < 0;
    int day = readable(dayFirst, bytes, name);
    int month = readable(monthFirst, bytes, name);
    if (!whole || day == month) {
      throw doubt;
    }
    return Plain.streamed(
        head,
        day > month ? dayFirst : monthFirst,
        new ByteArrayInputStream(bytes),
        new Watch(file, sink, 0),
        name);
  }

  private int readable(Fit fit, byte[] bytes, String name) throws IOException {
    Counter counter = new Counter();
    Plain.streamed(head, fit, new ByteArrayInputStream(bytes), new Watch(0, counter, 0), name);
    return counter.rows;
  }

  /// Counts the rows that can be read.
  private static final class Counter implements RowSink {
    private int rows;

    @Override
    public void row(Row row) {
      rows++;
    }

    @Override
    public void bad(BadRow row) {
      // counts for the other order
    }
  }
}
