package guiwei.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// A few thousand matches as columns for Parquet and, beside them, as lines of CSV.
///
/// Texts are copied twice, into their column and from there into the line, and looked at eight
/// bytes at a time for what needs care: quotes, separators, formulas, bytes that are not UTF-8.
final class MatchBlock {
  static final int ROWS = 8192;
  private static final int TEXTS = 3;
  static final int GROUP = 0;
  static final int RECEIPTS = 1;
  static final int ORDERS = 2;

  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;

  final Bytes csv = new Bytes(ROWS * 112);
  final Bytes[] texts = new Bytes[TEXTS];
  final Bytes[] pages = new Bytes[TEXTS + 1];
  final byte[] rules = new byte[ROWS];
  final byte[] answers = new byte[ROWS];
  final byte[] currencies = new byte[ROWS];
  int rows;

  private final long[][] lengths = new long[TEXTS][ROWS];
  private final long[] amounts = new long[ROWS];
  private final int[] starts = new int[TEXTS];
  private boolean careful;

  MatchBlock() {
    for (int i = 0; i < TEXTS; i++) {
      texts[i] = new Bytes(ROWS * 30);
      pages[i] = new Bytes(1024);
    }
    pages[TEXTS] = new Bytes(1024);
  }

  void clear() {
    csv.size = 0;
    rows = 0;
    careful = false;
    for (int i = 0; i < TEXTS; i++) {
      texts[i].size = 0;
      starts[i] = 0;
    }
    for (Bytes page : pages) {
      page.size = 0;
    }
  }

  boolean full() {
    return rows == ROWS || csv.size > ROWS * 512;
  }

  /// Adds a value to the text column of the row that is being made.
  void text(int column, byte[] bytes, int from, int to) {
    Bytes text = texts[column];
    if (text.size > starts[column]) {
      text.put(';');
    }
    if (plain(bytes, from, to)) {
      text.put(bytes, from, to);
    } else {
      careful = true;
      text.put(tidy(bytes, from, to));
    }
  }

  /// Whether every byte is visible ASCII that needs no care in any file, and the first no sign.
  private static boolean plain(byte[] bytes, int from, int to) {
    if (to - from < Long.BYTES) {
      return plainShort(bytes, from, to);
    }
    int first = bytes[from];
    if (first == '-' || first == '=' || first == '@') {
      return false;
    }
    long odd = odd(Bytes.longAt(bytes, to - Long.BYTES));
    for (int at = from; at < to - Long.BYTES; at += Long.BYTES) {
      odd |= odd(Bytes.longAt(bytes, at));
    }
    return odd == 0;
  }

  /// Not zero when a byte is below `-` (quotes, comma, blanks, controls), a semicolon, or no ASCII.
  private static long odd(long word) {
    long semicolon = word ^ (ONES * ';');
    return ((word - ONES * '-') | word | ((semicolon - ONES) & ~semicolon)) & TOPS;
  }

  private static boolean plainShort(byte[] bytes, int from, int to) {
    for (int at = from; at < to; at++) {
      int letter = bytes[at];
      if (letter < '.' || letter == ';' || letter == '=' || letter == '@') {
        return false;
      }
    }
    return to > from;
  }

  /// The value as valid UTF-8 in which a semicolon cannot be taken for a separator.
  private static byte[] tidy(byte[] bytes, int from, int to) {
    String text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
    return Cell.value(text).getBytes(StandardCharsets.UTF_8);
  }

  /// Ends the row: `middle` is `,rule,answer,` and `last` is `,CNY` with the line's end.
  void end(byte[] middle, byte[] last, long amountMinor) {
    if (careful) {
      carefulLine(middle, last, amountMinor);
    } else {
      line(middle, last, amountMinor);
    }
    for (int i = 0; i < TEXTS; i++) {
      lengths[i][rows] = (long) texts[i].size - starts[i];
      starts[i] = texts[i].size;
    }
    amounts[rows++] = amountMinor;
    careful = false;
  }

  private void line(byte[] middle, byte[] last, long amountMinor) {
    csv.put(texts[GROUP].data, starts[GROUP], texts[GROUP].size);
    csv.put(middle);
    csv.put(texts[RECEIPTS].data, starts[RECEIPTS], texts[RECEIPTS].size);
    csv.put(',');
    csv.put(texts[ORDERS].data, starts[ORDERS], texts[ORDERS].size);
    csv.put(',');
    csv.putDecimal(amountMinor);
    csv.put(last);
  }

  private void carefulLine(byte[] middle, byte[] last, long amountMinor) {
    csv.put(Cell.text(current(GROUP)));
    csv.put(middle);
    csv.put(Cell.list(current(RECEIPTS)));
    csv.put(',');
    csv.put(Cell.list(current(ORDERS)));
    csv.put(',');
    csv.putDecimal(amountMinor);
    csv.put(last);
  }

  private String current(int column) {
    int start = starts[column];
    return new String(
        texts[column].data, start, texts[column].size - start, StandardCharsets.UTF_8);
  }

  /// Encodes what Parquet needs of the numbers, on the thread that filled the block.
  void encode() {
    for (int i = 0; i < TEXTS; i++) {
      Packing.delta(pages[i], lengths[i], rows);
    }
    Packing.delta(pages[TEXTS], amounts, rows);
  }
}
