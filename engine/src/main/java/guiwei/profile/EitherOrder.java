package guiwei.profile;

import guiwei.packed.Spool;
import guiwei.table.BadRow;
import guiwei.table.Footing;
import guiwei.table.Reading;
import guiwei.table.RefusedFile;
import guiwei.table.Row;
import guiwei.table.RowSink;
import guiwei.table.Times;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;

/// Delimited text whose first rows do not tell whether its dates are written day first or month
/// first: all its rows are tried in both orders, and the one that reads more of them is taken.
final class EitherOrder implements Reading.RowReader {
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
    try (Spool spool = Spool.of(in)) {
      long day = readable(dayFirst, spool, name);
      long month = readable(monthFirst, spool, name);
      if (day == month) {
        throw doubt;
      }
      return read(day > month ? dayFirst : monthFirst, spool, new Watch(file, sink, 0), name);
    }
  }

  private long readable(Fit fit, Spool spool, String name) throws IOException {
    Counter counter = new Counter();
    read(fit, spool, new Watch(0, counter, 0), name);
    return counter.rows;
  }

  private List<Footing.Check> read(Fit fit, Spool spool, Watch watch, String name)
      throws IOException {
    try (InputStream in = Files.newInputStream(spool.path())) {
      return Plain.streamed(head, fit, in, watch, name);
    }
  }

  /// Counts the rows that can be read.
  private static final class Counter implements RowSink {
    private long rows;

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
