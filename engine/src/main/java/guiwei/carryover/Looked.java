package guiwei.carryover;

import guiwei.source.Source;
import guiwei.table.BadRow;
import guiwei.table.DelimitedReader;
import guiwei.table.Footing;
import guiwei.table.Layout;
import guiwei.table.Reading;
import guiwei.table.RefusedFile;
import guiwei.table.Row;
import guiwei.table.RowSink;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads a file once to see what it is: which format, which days. What would be refused is nothing
/// to keep; the run itself says why.
final class Looked implements RowSink {
  private static final int HEAD = 1 << 16;
  private static final int DAY = 86_400;

  private final Consumer<Row> rows;
  private long firstDay = Long.MAX_VALUE;
  private long lastDay = Long.MIN_VALUE;

  private Looked(Consumer<Row> rows) {
    this.rows = rows;
  }

  /// What is known of a file that can be kept.
  record Known(String format, KeptFile.Span days) {}

  /// Shows every row of the file to somebody.
  ///
  /// @return what the file is, or null when it would be refused
  static @Nullable Known at(Source source, List<Layout> layouts, Consumer<Row> rows)
      throws IOException {
    try {
      byte[] head;
      try (InputStream in = source.open()) {
        head = in.readNBytes(HEAD);
      }
      for (Layout layout : layouts) {
        Reading reading = recognise(layout, head);
        if (reading != null) {
          Looked looked = new Looked(rows);
          boolean foots = looked.read(source, reading);
          KeptFile.Span days = new KeptFile.Span(looked.firstDay, looked.lastDay);
          return foots ? new Known(layout.key(), days) : null;
        }
      }
      return null;
    } catch (RefusedFile refused) {
      return null;
    }
  }

  private static @Nullable Reading recognise(Layout layout, byte[] head) {
    try {
      return layout.recognise(head);
    } catch (RefusedFile notThisOne) {
      return null;
    }
  }

  private boolean read(Source source, Reading reading) throws IOException {
    try (InputStream in = source.open()) {
      List<Footing.Check> checks =
          switch (reading) {
            case Reading.Cut cut -> {
              var reader = new DelimitedReader(cut.plan(), 0, source.name(), this).read(in);
              yield cut.footing().check(reader.tally(), reader.footer());
            }
            case Reading.Streamed streamed -> streamed.reader().read(in, 0, source.name(), this);
          };
      return checks.stream().allMatch(Footing.Check::agrees);
    }
  }

  @Override
  public void row(Row row) {
    if (row.hasTime) {
      long day = Math.floorDiv(row.epochSecond + row.offsetSeconds, (long) DAY);
      firstDay = Math.min(firstDay, day);
      lastDay = Math.max(lastDay, day);
    }
    rows.accept(row);
  }

  @Override
  public void bad(BadRow row) {
    // told by the run
  }
}
