package guiwei.table;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts delimited text into records and gives each to its mapping.
///
/// The splitter looks at eight bytes at a time and allocates nothing per row. Quoted fields
/// follow RFC 4180; separators and line ends keep their byte values in UTF-8 and GBK alike (a
/// `|` in GBK is looked at twice), so rows are cut before anything is decoded. One instance
/// reads one piece of one file.
public final class DelimitedReader {
  /// No row may be longer: a row without an end must not fill the memory.
  public static final int MAX_ROW = 1 << 20;

  private static final int BUFFER = 1 << 21;
  private static final int MAX_COLUMNS = 1024;
  private static final int MAX_FOOTER = 200;
  private static final int MAX_FOOTER_LINE = 1 << 13;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH = 0x8080808080808080L;
  private static final long ONES = 0x0101010101010101L;
  private static final long LINE_ENDS = '\n' * ONES;

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
  private final boolean risky;
  private final Totals totals;
  private int[] doubledCells = new int[8];
  private int doubled;
  private boolean below;
  private boolean openQuote;

  private byte[] buffer = new byte[0];
  // the bytes are the caller's, who may read the same row again: they stay as they are
  private boolean borrowed;
  // the mapping's constants lie in buffer[0, base), so that rows can point at them
  private final int base;
  private int filled;
  // the file's offset of buffer[0], as if the file stood there too
  private long bufferStart;

  public DelimitedReader(Delimited plan, int file, String name, RowSink sink) {
    this.plan = plan;
    this.mapping = plan.mapping().copy();
    this.file = file;
    this.name = name;
    this.sink = sink;
    this.separators = (plan.separator() & 0xffL) * ONES;
    this.risky = plan.separator() >= 0x40 && plan.charset().name().startsWith("GB");
    this.totals = new Totals(plan.footers(), plan.charset(), mapping);
    this.base = mapping.constants().length;
    this.filled = base;
    cells.charset = plan.charset();
    cells.from = new int[MAX_COLUMNS + 2];
    cells.to = new int[MAX_COLUMNS + 2];
  }

  /// Reads a whole stream from its first byte.
  public DelimitedReader read(InputStream in) throws IOException {
    in.skipNBytes(plan.dataStart());
    use(new byte[BUFFER]);
    bufferStart = plan.dataStart();
    pump(limit -> in.read(buffer, filled, buffer.length - filled), Long.MAX_VALUE);
    return this;
  }

  /// Reads the rows that begin in `[from, to)` of an open file; both must be starts of rows, or
  /// the end of the file.
  public DelimitedReader read(FileChannel channel, long from, long to) throws IOException {
    use(new byte[(int) Math.min(BUFFER, base + to - from + 8)]);
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

  private void use(byte[] bytes) {
    buffer = bytes;
    System.arraycopy(mapping.constants(), 0, buffer, 0, base);
  }

  /// How many bytes at the front of the array [#readOne] keeps for itself.
  public int reserved() {
    return base;
  }

  /// Reads the one row that begins at `bytes[start]`, which stands at `offset` in the file.
  ///
  /// @param last whether nothing follows these bytes in the file
  /// @return the length of the row, or -1 when it does not end in these bytes
  public int readOne(byte[] bytes, int start, int end, long offset, boolean last) {
    use(bytes);
    borrowed = true;
    filled = end;
    bufferStart = offset - start;
    int next = plan.quoted() ? splitQuoted(start, last) : split(start, last);
    if (next < 0) {
      return -1;
    }
    record(start);
    return next - start;
  }

  @FunctionalInterface
  private interface Fill {
    int more(long limit) throws IOException;
  }

  private void pump(Fill fill, long limit) throws IOException {
    bufferStart -= base;
    boolean end = false;
    while (!end) {
      end = fillUp(fill, limit);
      drop(rows(end));
      if (filled - base > MAX_ROW) {
        bad(base, BadRow.Problem.TOO_LONG, "", "");
        end = skipLongRow(fill, limit);
      }
    }
    if (tally.overflowed()) {
      throw new RefusedFile(
          RefusedFile.Problem.BROKEN, "its amounts add up to more than any account holds");
    }
  }

  /// Forgets what lies before `upTo`, but for the mapping's constants at the very front.
  private void drop(int upTo) {
    System.arraycopy(buffer, upTo, buffer, base, filled - upTo);
    bufferStart += upTo - base;
    filled -= upTo - base;
  }

  /// Fills the buffer, however little the source gives at a time: an unfinished row is looked
  /// at again from its start, and must not be for every few bytes.
  ///
  /// @return whether the source is at its end
  private boolean fillUp(Fill fill, long limit) throws IOException {
    while (filled < buffer.length) {
      int read = fill.more(limit);
      if (read < 0) {
        return true;
      }
      filled += read;
    }
    return false;
  }

  /// Drops the bytes of an endless row up to its line end, however far away that is.
  ///
  /// @return whether the source ended first
  private boolean skipLongRow(Fill fill, long limit) throws IOException {
    while (true) {
      int after = lineEnd(base) + 1;
      if (after <= filled) {
        drop(after);
        return false;
      }
      drop(filled);
      if (fillUp(fill, limit) && filled == base) {
        return true;
      }
    }
  }

  /// Takes every complete row of the buffer; answers how many bytes are done with.
  private int rows(boolean end) {
    int start = base;
    while (start < filled) {
      int next = plan.quoted() ? splitQuoted(start, end) : split(start, end);
      if (next < 0) {
        return start;
      }
      if (next - start > MAX_ROW) {
        bad(start, BadRow.Problem.TOO_LONG, "", "");
      } else {
        record(start);
      }
      start = next;
    }
    return start;
  }

  /// Cuts the record that begins at `start` into [#cells], where nothing is quoted.
  ///
  /// Eight bytes at a time; of the bytes marked in `hits` the lowest is a separator or line
  /// end, a higher one may be marked by a borrow and is looked at before it counts.
  ///
  /// @return the start of the next record, or -1 when the record does not end in the buffer
  private int split(int start, boolean end) {
    byte[] b = buffer;
    Cells c = cells;
    c.bytes = b;
    int[] fieldFrom = c.from;
    int[] fieldTo = c.to;
    int count = 0;
    byte separator = plan.separator();
    long separatorWord = separators;
    boolean doubtful = risky;
    int field = start;
    int last = filled - 8;
    int i = start;
    for (; i <= last; i += 8) {
      long word = (long) LONGS.get(b, i);
      long x = word ^ separatorWord;
      long y = word ^ LINE_ENDS;
      long hits = (((x - ONES) & ~x) | ((y - ONES) & ~y)) & HIGH;
      while (hits != 0) {
        int at = i + (Long.numberOfTrailingZeros(hits) >>> 3);
        hits &= hits - 1;
        byte hit = b[at];
        if (hit == separator && !(doubtful && insideCharacter(field, at))) {
          fieldFrom[count] = field;
          fieldTo[count++] = at;
          field = at + 1;
          if (count > MAX_COLUMNS) {
            c.count = count;
            return afterLine(at + 1, end);
          }
        } else if (hit == '\n') {
          fieldFrom[count] = field;
          fieldTo[count] = at;
          c.count = count + 1;
          return at + 1;
        }
      }
    }
    c.count = count;
    return splitTail(field, i, end);
  }

  /// As [#split], where a field may stand in quotes.
  private int splitQuoted(int start, boolean end) {
    cells.count = 0;
    cells.bytes = buffer;
    doubled = 0;
    int field = start;
    while (cells.count <= MAX_COLUMNS) {
      if (field < filled && buffer[field] == '"') {
        int after = quoted(field, end);
        if (after < 0) {
          return end ? unclosed(start) : -1;
        }
        field = after;
      } else {
        int at = fieldEnd(field);
        if (at == filled && !end) {
          return -1;
        }
        cells.add(field, at);
        field = at;
      }
      if (field >= filled || buffer[field] == '\n') {
        undouble();
        return Math.min(field + 1, filled);
      }
      field++;
    }
    return afterLine(field, end);
  }

  /// Where the unquoted field ends: its separator, its line end, or the end of the buffer.
  private int fieldEnd(int field) {
    byte separator = plan.separator();
    int i = field;
    for (int last = filled - 8; i <= last; i += 8) {
      long word = (long) LONGS.get(buffer, i);
      long x = word ^ separators;
      long y = word ^ LINE_ENDS;
      long hits = (((x - ONES) & ~x) | ((y - ONES) & ~y)) & HIGH;
      while (hits != 0) {
        int at = i + (Long.numberOfTrailingZeros(hits) >>> 3);
        hits &= hits - 1;
        if (buffer[at] == '\n' || (buffer[at] == separator && !insideCharacter(field, at))) {
          return at;
        }
      }
    }
    for (; i < filled; i++) {
      if (buffer[i] == '\n' || (buffer[i] == separator && !insideCharacter(field, i))) {
        return i;
      }
    }
    return filled;
  }

  /// The last bytes of the buffer, one at a time.
  private int splitTail(int fieldStart, int from, boolean end) {
    int field = fieldStart;
    for (int i = from; i < filled; i++) {
      byte b = buffer[i];
      if (b == '\n') {
        cells.add(field, i);
        return i + 1;
      }
      if (b == plan.separator() && !insideCharacter(field, i)) {
        cells.add(field, i);
        field = i + 1;
        if (cells.count > MAX_COLUMNS) {
          return afterLine(i + 1, end);
        }
      }
    }
    if (!end) {
      return -1;
    }
    cells.add(field, filled);
    return filled;
  }

  /// Whether the byte at `at` is the second half of a GBK character: `|` may be, a comma never.
  private boolean insideCharacter(int field, int at) {
    if (!risky || at == field || buffer[at - 1] >= 0) {
      return false;
    }
    int i = field;
    while (i < at) {
      i += buffer[i] < 0 ? 2 : 1;
    }
    return i > at;
  }

  private int afterLine(int from, boolean end) {
    int at = lineEnd(from);
    return at < filled ? at + 1 : end ? filled : -1;
  }

  private int lineEnd(int from) {
    int i = from;
    while (i < filled && buffer[i] != '\n') {
      i++;
    }
    return i;
  }

  private int unclosed(int start) {
    openQuote = true;
    cells.add(start, filled);
    return filled;
  }

  /// Reads the quoted field that opens at `open`.
  ///
  /// @return where the field's separator or line end stands (the buffer's end at the end of the
  ///     file), or -1 when the field does not close in the buffer
  private int quoted(int open, boolean end) {
    int close = open + 1;
    boolean doubles = false;
    while (true) {
      while (close < filled && buffer[close] != '"') {
        close++;
      }
      if (close >= filled || (close + 1 == filled && !end)) {
        return -1;
      }
      if (close + 1 == filled || buffer[close + 1] != '"') {
        break;
      }
      close += 2;
      doubles = true;
    }
    int after = fieldEnd(close + 1);
    if (after == filled && !end) {
      return -1;
    }
    if (doubles) {
      noteDoubled();
    }
    cells.add(open + 1, close);
    return after;
  }

  /// Remembers that the field about to be added holds doubled quotes. They are undone only when
  /// the record is complete: an incomplete one is read again from the untouched bytes.
  private void noteDoubled() {
    if (doubled == doubledCells.length) {
      doubledCells = Arrays.copyOf(doubledCells, doubled * 2);
    }
    doubledCells[doubled++] = cells.count;
  }

  private void undouble() {
    if (doubled > 0 && borrowed) {
      cells.bytes = buffer.clone();
    }
    byte[] b = cells.bytes;
    for (int k = 0; k < doubled; k++) {
      int cell = doubledCells[k];
      int out = cells.from[cell];
      for (int i = cells.from[cell]; i < cells.to[cell]; i++) {
        b[out++] = b[i];
        if (b[i] == '"') {
          i++;
        }
      }
      cells.to[cell] = out;
    }
  }

  private void record(int start) {
    Cells c = cells;
    if (blank(c.from[0], c.to[0]) && allBlank(c)) {
      return;
    }
    if (plan.lead() == 0 ? totals.take(c, hasColumns(c)) : isBelow(start)) {
      addFooter(start);
      return;
    }
    if (openQuote) {
      bad(start, BadRow.Problem.TRUNCATED, "", "");
      return;
    }
    if (!hasColumns(c)) {
      // the first column that is missing, or one too many
      String column = Integer.toString(Math.min(c.count, plan.columns()) + 1);
      String count = c.count > MAX_COLUMNS ? MAX_COLUMNS + "+" : Integer.toString(c.count);
      bad(start, BadRow.Problem.COLUMN_COUNT, column, count + " ≠ " + plan.columns());
      return;
    }
    if (mapping.goesOn(c)) {
      return;
    }
    row.locator = Locator.of(file, bufferStart + start);
    BadRow.Problem problem = mapping.apply(c, row, tally);
    if (problem == null) {
      sink.row(row);
    } else if (totals.takeUnread(c, problem)) {
      addFooter(start);
    } else if (!mapping.repeatsHeadings(c)) {
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

  /// Tables saved again by a spreadsheet end in rows of nothing but separators.
  private boolean allBlank(Cells c) {
    if (c.count > MAX_COLUMNS) {
      return false;
    }
    for (int i = 1; i < c.count; i++) {
      if (!blank(c.from[i], c.to[i])) {
        return false;
      }
    }
    return true;
  }

  private boolean hasColumns(Cells c) {
    return c.count >= plan.columns() && c.count <= MAX_COLUMNS && !surplus(c);
  }

  private boolean surplus(Cells c) {
    for (int i = plan.columns(); i < c.count; i++) {
      if (!blank(c.from[i], c.to[i])) {
        return true;
      }
    }
    return false;
  }

  /// Whether the footer has begun, in a file whose rows all begin with one byte.
  private boolean isBelow(int start) {
    below |= buffer[start] != plan.lead();
    return below;
  }

  private void addFooter(int start) {
    if (footer.size() < MAX_FOOTER) {
      int end = Math.min(lineEnd(start), start + MAX_FOOTER_LINE);
      footer.add(new String(buffer, start, end - start, plan.charset()).strip());
    }
  }

  private void bad(int start, BadRow.Problem problem, String column, String value) {
    sink.bad(new BadRow(name, bufferStart + start, column, value, problem));
  }
}
