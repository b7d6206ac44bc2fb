package guiwei.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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
  static final int RULE = 0;
  static final int ANSWER = 1;
  static final int CURRENCY = 2;
  static final int RUN = Integer.BYTES + 3;

  private static final long ONES = 0x0101010101010101L;
  private static final long TOPS = 0x8080808080808080L;

  final Bytes csv = new Bytes(1 << 14);
  final Bytes[] texts = new Bytes[TEXTS];
  final Bytes[] pages = new Bytes[TEXTS + 1];
  /// Where the words change: the row in four bytes, the codes of rule, answer and currency.
  final Bytes runs = new Bytes(64);
  int rows;

  private final long[][] lengths = new long[TEXTS][ROWS];
  private final long[] amounts = new long[ROWS];
  private final int[] starts = new int[TEXTS];
  private boolean careful;
  private @Nullable Wording wording;

  MatchBlock() {
    for (int i = 0; i < TEXTS; i++) {
      texts[i] = new Bytes(1 << 12);
      pages[i] = new Bytes(1024);
    }
    pages[TEXTS] = new Bytes(1024);
  }

  void clear() {
    csv.size = 0;
    rows = 0;
    careful = false;
    wording = null;
    runs.size = 0;
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
    text.room(to - from + 1);
    if (text.size > starts[column]) {
      text.data[text.size++] = ';';
    }
    if (to - from < Long.BYTES ? copyShort(text, bytes, from, to) : copy(text, bytes, from, to)) {
      text.size += to - from;
    } else {
      careful = true;
      text.put(tidy(bytes, from, to));
    }
  }

  /// Copies, and answers whether every byte is visible ASCII that needs no care in any file,
  /// and the first one no sign.
  private static boolean copy(Bytes text, byte[] bytes, int from, int to) {
    byte[] data = text.data;
    long last = Bytes.longAt(bytes, to - Long.BYTES);
    long odd = odd(last);
    int at = text.size;
    for (int index = from; index < to - Long.BYTES; index += Long.BYTES) {
      long word = Bytes.longAt(bytes, index);
      odd |= odd(word);
      Bytes.longAt(data, at, word);
      at += Long.BYTES;
    }
    Bytes.longAt(data, text.size + to - from - Long.BYTES, last);
    int first = bytes[from];
    return odd == 0 && first != '-' && first != '=' && first != '@';
  }

  /// Not zero when a byte is below `-` (quotes, comma, blanks, controls), a semicolon, or no
  /// ASCII.
  private static long odd(long word) {
    long semicolon = word ^ (ONES * ';');
    return ((word - ONES * '-') | word | ((semicolon - ONES) & ~semicolon)) & TOPS;
  }

  private static boolean copyShort(Bytes text, byte[] bytes, int from, int to) {
    boolean plain = to > from;
    int at = text.size;
    for (int index = from; index < to; index++) {
      int letter = bytes[index];
      plain &= letter >= '.' && letter != ';' && letter != '=' && letter != '@';
      text.data[at++] = (byte) letter;
    }
    return plain;
  }

  /// The value as valid UTF-8 in which a semicolon cannot be taken for a separator.
  private static byte[] tidy(byte[] bytes, int from, int to) {
    String text = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
    return Cell.value(text).getBytes(StandardCharsets.UTF_8);
  }

  /// Ends the row in these words.
  @SuppressWarnings("ReferenceEquality") // equal ones that are not the same only cost a run
  void end(Wording words, long amountMinor) {
    if (words != wording) {
      wording = words;
      runs.putInt(rows);
      runs.put(words.rule);
      runs.put(words.answer);
      runs.put(words.currency);
    }
    if (careful) {
      carefulLine(words, amountMinor);
    } else {
      line(words, amountMinor);
    }
    for (int i = 0; i < TEXTS; i++) {
      int size = texts[i].size;
      lengths[i][rows] = (long) size - starts[i];
      starts[i] = size;
    }
    amounts[rows++] = amountMinor;
    careful = false;
  }

  private void line(Wording words, long amountMinor) {
    Bytes group = texts[GROUP];
    Bytes receipts = texts[RECEIPTS];
    Bytes orders = texts[ORDERS];
    csv.room(
        (group.size - starts[GROUP])
            + (receipts.size - starts[RECEIPTS])
            + (orders.size - starts[ORDERS])
            + words.room());
    csv.putWords(group.data, starts[GROUP], group.size);
    csv.putWords(words.middle, 0, words.middleLength);
    csv.putWords(receipts.data, starts[RECEIPTS], receipts.size);
    csv.data[csv.size++] = ',';
    csv.putWords(orders.data, starts[ORDERS], orders.size);
    csv.data[csv.size++] = ',';
    csv.putDecimal(amountMinor);
    csv.putWords(words.last, 0, words.lastLength);
  }

  private void carefulLine(Wording words, long amountMinor) {
    csv.put(Cell.text(current(GROUP)));
    csv.put(words.middle, 0, words.middleLength);
    csv.put(Cell.list(current(RECEIPTS)));
    csv.put(',');
    csv.put(Cell.list(current(ORDERS)));
    csv.put(',');
    csv.putDecimal(amountMinor);
    csv.put(words.last, 0, words.lastLength);
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

  /// The codes of one kind of word, row by row, numbered anew.
  void codes(int kind, byte[] order, byte[] codes) {
    for (int run = 0; run < runs.size; run += RUN) {
      int end = run + RUN < runs.size ? Bytes.intAt(runs.data, run + RUN) : rows;
      Arrays.fill(codes, Bytes.intAt(runs.data, run), end, order[code(run, kind)]);
    }
  }

  /// The code of one kind of word in a run.
  int code(int run, int kind) {
    return runs.data[run + Integer.BYTES + kind];
  }
}
