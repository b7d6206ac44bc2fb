package guiwei.statement;

import static guiwei.statement.UnionpayDetail.ZM;

import guiwei.table.BadRow;
import guiwei.table.Book;
import guiwei.table.Channel;
import guiwei.table.Currencies;
import guiwei.table.Encoding;
import guiwei.table.Footing;
import guiwei.table.Locator;
import guiwei.table.Row;
import guiwei.table.RowSink;
import guiwei.table.Side;
import guiwei.table.Text;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the lines of a UnionPay detail file one after the other.
final class UnionpayReader {
  private static final int LONGEST = 4096;

  private final InputStream in;
  private final int file;
  private final String name;
  private final RowSink sink;
  private final boolean utf8;
  private final Row row = new Row();
  private final UnionpayYear year;
  private final byte[] buffer = new byte[1 << 16];
  private int next;
  private int filled;
  private byte[] line = new byte[LONGEST];
  private int length;
  private boolean ended;
  private boolean hasLooked;
  private long lineNumber;
  private long ordinal;

  /// @param utf8 the file was turned into UTF-8 on its way: its widths count in GBK all the
  ///     same
  UnionpayReader(InputStream in, int file, String name, RowSink sink, boolean utf8) {
    this.in = in;
    this.file = file;
    this.name = name;
    this.sink = sink;
    this.utf8 = utf8;
    this.year = new UnionpayYear(name);
  }

  /// The file declares no totals: there is nothing to check.
  List<Footing.Check> read() throws IOException {
    while (nextLine()) {
      if (length > LONGEST) {
        bad(BadRow.Problem.TOO_LONG);
      } else if (!blank()) {
        BadRow.Problem problem = fill();
        if (problem == null) {
          row.locator = Locator.of(file, ordinal);
          sink.row(row);
        }
        ordinal++;
      }
    }
    return List.of();
  }

  /// Reads a line into [#line]; a longer one leaves only its length.
  private boolean nextLine() throws IOException {
    if (ended) {
      return false;
    }
    length = 0;
    if (line.length != LONGEST) {
      line = new byte[LONGEST];
    }
    lineNumber++;
    while (true) {
      if (next == filled && !fillUp()) {
        ended = true;
        break;
      }
      byte b = buffer[next++];
      if (b == '\n') {
        break;
      }
      if (length < LONGEST) {
        line[length] = b;
      }
      length = Math.min(length + 1, LONGEST + 1);
    }
    if (length > 0 && length <= LONGEST && line[length - 1] == '\r') {
      length--;
    }
    return length > 0 || !ended;
  }

  private boolean fillUp() throws IOException {
    next = 0;
    filled = Math.max(0, in.read(buffer));
    return filled > 0;
  }

  private boolean blank() {
    for (int i = 0; i < length; i++) {
      if (line[i] != ' ') {
        return false;
      }
    }
    return true;
  }

  private BadRow.@Nullable Problem fill() {
    if (utf8) {
      line = inGbk(line, 0, length);
      length = line.length;
    }
    if (!ZM.spaced(line, length, UnionpayDetail.NEEDED) || (ended && length < ZM.length())) {
      return bad(ended ? BadRow.Problem.TRUNCATED : BadRow.Problem.COLUMN_COUNT);
    }
    row.clear();
    row.bytes = line;
    row.charset = Encoding.GB18030;
    row.side = Side.LINE;
    row.channel = Channel.UNIONPAY;
    row.book = Book.TRADE;
    row.currency = Currencies.CNY;
    texts();
    lookAhead();
    if (!year.time(line, length, row)) {
      return bad(BadRow.Problem.TIME, UnionpayDetail.TIME);
    }
    BadRow.Problem problem = UnionpayAmounts.fill(line, length, row);
    return problem == null ? null : bad(problem, UnionpayAmounts.field(problem, line, length));
  }

  /// Before any year is known: asks the line itself, then, once, those that follow in the buffer.
  private void lookAhead() {
    if (hasLooked || year.isKnown()) {
      return;
    }
    hasLooked = true;
    year.learn(line, length);
    int from = next;
    for (int i = next; i < filled && !year.isKnown(); i++) {
      if (buffer[i] == '\n') {
        byte[] ahead = utf8 ? inGbk(buffer, from, i) : Arrays.copyOfRange(buffer, from, i);
        if (ZM.spaced(ahead, ahead.length, UnionpayDetail.NEEDED)) {
          year.learn(ahead, ahead.length);
        }
        from = i + 1;
      }
    }
  }

  private static byte[] inGbk(byte[] utf8, int from, int to) {
    return new String(utf8, from, to - from, StandardCharsets.UTF_8).getBytes(Encoding.GB18030);
  }

  private void texts() {
    set(Text.ID, UnionpayDetail.QUERY);
    set(Text.REFERENCE, UnionpayDetail.ORDER);
    set(Text.ORIGINAL, UnionpayDetail.ORIGINAL);
    set(Text.ACCOUNT, UnionpayDetail.MERCHANT);
    set(Text.SUB_ACCOUNT, UnionpayDetail.SECOND_MERCHANT);
    set(Text.TERMINAL, UnionpayDetail.TERMINAL);
    set(Text.TRACE, UnionpayDetail.TRACE);
    set(Text.PAYER, UnionpayDetail.CARD);
    set(Text.REMARK, UnionpayDetail.CUSTOM);
    set(Text.TYPE, UnionpayDetail.KIND);
    set(Text.LIST, UnionpayDetail.ORIGINAL_ORDER);
  }

  private void set(Text text, int field) {
    row.set(text, ZM.start(line, length, field), ZM.end(line, length, field));
  }

  private BadRow.Problem bad(BadRow.Problem problem, int field) {
    int from = ZM.start(line, length, field);
    String value = new String(line, from, ZM.end(line, length, field) - from, Encoding.GB18030);
    sink.bad(new BadRow(name, lineNumber, UnionpayDetail.heading(field), value, problem));
    return problem;
  }

  /// The whole line is meant, of which nothing can be shown.
  private BadRow.Problem bad(BadRow.Problem problem) {
    sink.bad(new BadRow(name, lineNumber, "", "", problem));
    return problem;
  }
}
