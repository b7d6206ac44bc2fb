package guiwei.table;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/// Cuts delimited text into records and gives each to its mapping.
///
/// The splitter looks at eight bytes at a time and allocates nothing per row. Quoted fields follow
/// RFC 4180; separators and line ends keep their byte values in UTF-8 and GBK alike, so rows are
/// cut before anything is decoded. One instance reads one piece of one file.
public final class DelimitedReader {
  /// No row may be longer: a row without an end must not fill the memory.
  public static final int MAX_ROW = 1 << 20;

  private static final int BUFFER = 1 << 21;
  private static final int MAX_COLUMNS = 1024;
  private static final int MAX_FOOTER = 200;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LOW = 0x7f7f7f7f7f7f7f7fL;
  private static final long ONES = 0x0101010101010101L;

  private final Delimited plan;
  private final Mapping mapping;
  private final int file;
  private final String name;
  private final RowSink sink;
  private final Cells cells = new Cells();
  private final Row row = new Row();
  private final Tally tally = new Tally();
  private final List<String> footer = new ArrayList<>();
  private final long separators;
  private boolean inFooter;
  private boolean openQuote;
  private boolean brokenLines;

  private byte[] buffer = new byte[BUFFER];
  private int filled;
  private long bufferStart;

  public DelimitedReader(Delimited plan, int file, String name, RowSink sink) {
    this.plan = plan;
    this.mapping = plan.mapping().copy();
    this.file = file;
    this.name = name;
    this.sink = sink;
    this.separators = (plan.separator() & 0xffL) * ONES;
    cells.charset = plan.charset();
  }

  /// Reads a whole stream from its first byte.
  public DelimitedReader read(InputStream in) throws IOException {
    in.skipNBytes(plan.dataStart());
    bufferStart = plan.dataStart();
    pump(limit -> in.read(buffer, filled, buffer.length - filled), Long.MAX_VALUE);
    return this;
  }

  /// Reads the rows that begin in `[from, to)` of an open file; both must be starts of rows, or the
  /// end of the file.
  public DelimitedReader read(FileChannel channel, long from, long to) throws IOException {
    bufferStart = from;
    long[] position = {from};
    pump(
        limit -> {
          int wanted = (int) Math.min(buffer.length - filled, to - position[0]);
          if (wanted <= 0) {
            return -1;
          }
          int read = channel.read(ByteBuffer.wrap(buffer, filled, wanted), position[0]);
          position[0] += Math.max(0, read);
          return read;
        },
        to);
    return this;
  }

  public Tally tally() {
    return tally;
  }

  /// The lines after the last data row, decoded.
  public List<String> footer() {
    return footer;
  }

  /// Whether the piece ended inside a quoted field: it was cut in the middle of a row.
  public boolean endedInQuotes() {
    return openQuote;
  }

  /// Whether a quoted field held a line end, so that line ends alone do not separate rows.
  public boolean sawQuotedLineEnds() {
    return brokenLines;
  }

  @FunctionalInterface
  private interface Fill {
    int more(long limit) throws IOException;
  }

  private void pump(Fill fill, long limit) throws IOException {
    boolean end = false;
    while (!end) {
      int read = fill.more(limit);
      end = read < 0;
      filled += Math.max(0, read);
      int done = rows(end);
      bufferStart += done;
      System.arraycopy(buffer, done, buffer, 0, filled - done);
      filled -= done;
      if (filled > MAX_ROW) {
        bad(0, BadRow.Problem.TOO_LONG, "", "");
        skipLongRow(fill, limit);
      }
    }
  }

  /// Drops the bytes of an endless row up to its line end, however far away that is.
  private void skipLongRow(Fill fill, long limit) throws IOException {
    while (true) {
      for (int i = 0; i < filled; i++) {
        if (buffer[i] == '\n') {
          bufferStart += i + 1;
          System.arraycopy(buffer, i + 1, buffer, 0, filled - i - 1);
          filled -= i + 1;
          return;
        }
      }
      bufferStart += filled;
      filled = 0;
      int read = fill.more(limit);
      if (read < 0) {
        return;
      }
      filled = read;
    }
  }

  /// Takes every complete row of the buffer; answers how many bytes are done with.
  private int rows(boolean end) {
    int start = 0;
    while (start < filled) {
      int next = split(start, end);
      if (next < 0) {
        return start;
      }
      record(start);
      start = next;
    }
    return start;
  }

  /// Cuts the record that begins at `start` into [#cells].
  ///
  /// @return the start of the next record, or -1 when the record does not end in the buffer
  private int split(int start, boolean end) {
    byte[] b = buffer;
    Cells c = cells;
    c.count = 0;
    c.bytes = b;
    long quotes = plan.quoted() ? '"' * ONES : -1L;
    int field = start;
    int i = start;
    int last = filled - 8;
    while (i <= last) {
      long word = (long) LONGS.get(b, i);
      long x = word ^ separators;
      long y = word ^ ('\n' * ONES);
      long z = word ^ quotes;
      long hits =
          ~(((((x & LOW) + LOW) | x) & (((y & LOW) + LOW) | y) & (((z & LOW) + LOW) | z)) | LOW);
      boolean restart = false;
      while (hits != 0) {
        int at = i + (Long.numberOfTrailingZeros(hits) >>> 3);
        hits &= hits - 1;
        byte hit = b[at];
        if (hit == '\n') {
          c.add(field, at);
          return at + 1;
        }
        if (hit == plan.separator()) {
          c.add(field, at);
          field = at + 1;
          if (c.count > MAX_COLUMNS) {
            return tooManyColumns(at + 1, end);
          }
        } else if (at == field) {
          int close = quoted(at, end);
          if (close < 0) {
            return end ? unclosed(start) : -1;
          }
          field = close + 1;
          if (close >= filled || b[close] == '\n') {
            return Math.min(close + 1, filled);
          }
          i = close + 1;
          restart = true;
          break;
        }
      }
      if (!restart) {
        i += 8;
      }
    }
    return splitTail(start, field, i, end);
  }

  /// The last bytes of the buffer, one at a time.
  private int splitTail(int start, int fieldStart, int from, boolean end) {
    int field = fieldStart;
    for (int i = Math.max(from, field); i < filled; i++) {
      byte b = buffer[i];
      if (b == '\n') {
        cells.add(field, i);
        return i + 1;
      }
      if (b == plan.separator()) {
        cells.add(field, i);
        field = i + 1;
        if (cells.count > MAX_COLUMNS) {
          return tooManyColumns(i + 1, end);
        }
      } else if (b == '"' && plan.quoted() && i == field) {
        int close = quoted(i, end);
        if (close < 0) {
          return end ? unclosed(start) : -1;
        }
        if (close >= filled || buffer[close] == '\n') {
          return Math.min(close + 1, filled);
        }
        i = close;
        field = close + 1;
      }
    }
    if (!end) {
      return -1;
    }
    cells.add(Math.min(field, filled), filled);
    return filled;
  }

  private int tooManyColumns(int from, boolean end) {
    for (int i = from; i < filled; i++) {
      if (buffer[i] == '\n') {
        return i + 1;
      }
    }
    return end ? filled : -1;
  }

  private int unclosed(int start) {
    openQuote = true;
    cells.add(start, filled);
    return filled;
  }

  /// Reads the quoted field that opens at `open`, undoing doubled quotes in place.
  ///
  /// @return where the field's separator or line end stands (the buffer's end at the end of the
  ///     file), or -1 when the field does not close in the buffer
  private int quoted(int open, boolean end) {
    int close = open + 1;
    int doubled = 0;
    while (true) {
      while (close < filled && buffer[close] != '"') {
        close++;
      }
      if (close + 1 >= filled && !(end && close < filled)) {
        return -1;
      }
      if (close + 1 < filled && buffer[close + 1] == '"') {
        close += 2;
        doubled++;
        continue;
      }
      break;
    }
    int after = close + 1;
    while (after < filled && buffer[after] != plan.separator() && buffer[after] != '\n') {
      after++;
    }
    if (after == filled && !end) {
      return -1;
    }
    int to = doubled == 0 ? close : undouble(open + 1, close);
    for (int i = open + 1; i < close; i++) {
      brokenLines |= buffer[i] == '\n';
    }
    cells.add(open + 1, to);
    return after;
  }

  private int undouble(int from, int to) {
    int out = from;
    for (int i = from; i < to; i++) {
      buffer[out++] = buffer[i];
      if (buffer[i] == '"') {
        i++;
      }
    }
    return out;
  }

  private void record(int start) {
    Cells c = cells;
    if (c.count == 1 && blank(c.from[0], c.to[0])) {
      return;
    }
    if (inFooter || isFooter(start)) {
      inFooter = true;
      addFooter(start);
      return;
    }
    if (openQuote) {
      bad(start, BadRow.Problem.TRUNCATED, "", "");
      return;
    }
    if (c.count < plan.columns() || surplus(c)) {
      bad(start, BadRow.Problem.COLUMN_COUNT, "", Integer.toString(c.count));
      return;
    }
    row.locator = Locator.of(file, bufferStart + start);
    BadRow.Problem problem = mapping.apply(c, row, tally);
    if (problem == null) {
      sink.row(row);
    } else {
      bad(start, problem, mapping.failedHeading(), c.text(mapping.failedColumn()));
    }
  }

  private boolean blank(int from, int to) {
    for (int i = from; i < to; i++) {
      if (buffer[i] != ' ' && buffer[i] != '\t' && buffer[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  private boolean surplus(Cells c) {
    for (int i = plan.columns(); i < c.count; i++) {
      if (!blank(c.from[i], c.to[i])) {
        return true;
      }
    }
    return false;
  }

  private boolean isFooter(int start) {
    if (plan.lead() != 0) {
      return buffer[start] != plan.lead();
    }
    for (String word : plan.footers()) {
      byte[] bytes = word.getBytes(plan.charset());
      int end = Math.min(filled, start + bytes.length);
      if (java.util.Arrays.equals(buffer, start, end, bytes, 0, bytes.length)) {
        return true;
      }
    }
    return false;
  }

  private void addFooter(int start) {
    if (footer.size() < MAX_FOOTER) {
      int end = start;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      footer.add(new String(buffer, start, end - start, plan.charset()).strip());
    }
  }

  private void bad(int start, BadRow.Problem problem, String column, String value) {
    sink.bad(new BadRow(name, bufferStart + start, column, value, problem));
  }
}
