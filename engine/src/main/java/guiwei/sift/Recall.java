package guiwei.sift;

import guiwei.order.Order;
import guiwei.source.Source;
import guiwei.statement.StatementLine;
import guiwei.table.BadRow;
import guiwei.table.Book;
import guiwei.table.DelimitedReader;
import guiwei.table.Locator;
import guiwei.table.Reading;
import guiwei.table.Row;
import guiwei.table.RowSink;
import guiwei.table.Side;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads single rows again, by their locators, as records for stage 2.
///
/// Rows of plain delimited files are read where they stand; of anything else the file is read
/// through and the wanted rows are kept.
final class Recall implements RowSink {
  private static final int WINDOW = 1 << 15;

  final List<Order> orders = new ArrayList<>();
  final List<StatementLine> lines = new ArrayList<>();
  private long[] wanted = new long[0];
  private int wantedFrom;
  private int wantedTo;
  private boolean filtering;

  /// Reads the rows of one file.
  ///
  /// @param locators sorted; those in `[from, to)` belong to the entry
  Recall read(Intake.Entry entry, long[] locators, int from, int to) {
    wanted = locators;
    wantedFrom = from;
    wantedTo = to;
    try {
      Source source = entry.source;
      if (entry.reading instanceof Reading.Cut cut && source.plain().isPresent()) {
        pick(entry, cut, source.plain().get());
      } else {
        filtering = true;
        entry.readAgain(this);
      }
    } catch (IOException changed) {
      throw new java.io.UncheckedIOException(
          entry.source.name() + " could not be read a second time", changed);
    }
    if (orders.size() + lines.size() != to - from) {
      throw new IllegalStateException(
          entry.source.name()
              + " changed while it was read: "
              + (to - from)
              + " rows wanted, "
              + (orders.size() + lines.size())
              + " found");
    }
    return this;
  }

  private void pick(Intake.Entry entry, Reading.Cut cut, Path path) throws IOException {
    DelimitedReader reader =
        new DelimitedReader(cut.plan(), entry.number, entry.source.name(), this);
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      int reserved = reader.reserved();
      long size = channel.size();
      byte[] window = new byte[WINDOW];
      long windowAt = 0;
      int filled = 0;
      for (int i = wantedFrom; i < wantedTo; i++) {
        long offset = Locator.place(wanted[i]);
        long start = reserved + offset - windowAt;
        boolean inside = start >= reserved && start < filled;
        if (inside
            && reader.readOne(
                    window, (int) start, filled, offset, windowAt + filled - reserved == size)
                >= 0) {
          continue;
        }
        int read = -1;
        for (int room = WINDOW; read < 0 && room <= DelimitedReader.MAX_ROW * 2; room *= 4) {
          window = window.length < room ? new byte[room] : window;
          filled = reserved + fill(channel, window, reserved, offset);
          windowAt = offset;
          read =
              reader.readOne(window, reserved, filled, offset, offset + filled - reserved == size);
        }
      }
    }
  }

  private static int fill(FileChannel channel, byte[] window, int reserved, long offset)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(window, reserved, window.length - reserved);
    int filled = 0;
    int read = channel.read(buffer, offset);
    while (read > 0) {
      filled += read;
      read = buffer.hasRemaining() ? channel.read(buffer, offset + filled) : -1;
    }
    return filled;
  }

  @Override
  public void row(Row row) {
    if (filtering && Arrays.binarySearch(wanted, wantedFrom, wantedTo, row.locator) < 0) {
      return;
    }
    if (row.book == Book.FUND) {
      // a credit that no trade explains, or whose trade bill is not there: a receipt of its own
      Funds.asTrade(row);
    }
    if (row.side == Side.ORDER) {
      orders.add(new Order(row));
    } else {
      lines.add(new StatementLine(row));
    }
  }

  @Override
  public void bad(BadRow row) {
    // told at the first reading
  }
}
