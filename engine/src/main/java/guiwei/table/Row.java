package guiwei.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One row in our own vocabulary. A reader fills the same object again and again: whoever keeps
/// something of a row copies it before the next one arrives.
///
/// Texts are slices of [#bytes] in the file's own encoding; figures are whole minor units.
public final class Row {
  /// The file's bytes around this row; slices point into it.
  public byte[] bytes = new byte[0];

  private final int[] from = new int[Text.COUNT];
  private final int[] to = new int[Text.COUNT];
  private final long[] figures = new long[Num.COUNT];
  private final SharedTexts shared = new SharedTexts();

  public Charset charset = StandardCharsets.UTF_8;
  public Side side = Side.LINE;
  public Channel channel = Channel.OTHER;
  public Book book = Book.TRADE;
  public LineKind kind = LineKind.PAYMENT;
  public State state = State.UNKNOWN;
  /// ISO 4217, three letters packed by [Currencies#pack].
  public int currency;
  /// The moment of the row in seconds since 1970-01-01T00:00:00Z; meaningful if [#hasTime].
  public long epochSecond;

  public boolean hasTime;
  /// The file gives only the day: [#epochSecond] is its first second in the file's zone.
  public boolean dayOnly;
  /// Offset of the file's zone at that moment, in seconds east of UTC.
  public int offsetSeconds;
  /// The file books the line as going out even if its amount is zero, where no sign can say so.
  public boolean goesOut;
  /// See [Locator].
  public long locator;

  /// Forgets everything but the bytes.
  public void clear() {
    Arrays.fill(from, 0);
    Arrays.fill(to, 0);
    Arrays.fill(figures, Num.NONE);
    hasTime = false;
    epochSecond = 0;
    offsetSeconds = 0;
    dayOnly = false;
    goesOut = false;
    state = State.UNKNOWN;
    kind = LineKind.PAYMENT;
  }

  /// Becomes the other row; texts still point into its bytes.
  public void take(Row other) {
    bytes = other.bytes;
    System.arraycopy(other.from, 0, from, 0, from.length);
    System.arraycopy(other.to, 0, to, 0, to.length);
    System.arraycopy(other.figures, 0, figures, 0, figures.length);
    charset = other.charset;
    side = other.side;
    channel = other.channel;
    book = other.book;
    kind = other.kind;
    state = other.state;
    currency = other.currency;
    epochSecond = other.epochSecond;
    hasTime = other.hasTime;
    dayOnly = other.dayOnly;
    offsetSeconds = other.offsetSeconds;
    goesOut = other.goesOut;
    locator = other.locator;
  }

  public void set(Text text, int start, int end) {
    from[text.ordinal()] = start;
    to[text.ordinal()] = end;
  }

  public void set(Num num, long value) {
    figures[num.ordinal()] = value;
  }

  void setText(int text, int start, int end) {
    from[text] = start;
    to[text] = end;
  }

  long figure(int num) {
    return figures[num];
  }

  void setFigure(int num, long value) {
    figures[num] = value;
  }

  public int from(Text text) {
    return from[text.ordinal()];
  }

  public int to(Text text) {
    return to[text.ordinal()];
  }

  public int length(Text text) {
    return to[text.ordinal()] - from[text.ordinal()];
  }

  public boolean has(Text text) {
    return length(text) > 0;
  }

  public boolean has(Num num) {
    return figures[num.ordinal()] != Num.NONE;
  }

  /// The figure, or [Num#NONE].
  public long figure(Num num) {
    return figures[num.ordinal()];
  }

  /// Whether the text's bytes are the same in every encoding that files here come in: UTF-8, or
  /// nothing but ASCII.
  public boolean isPlain(Text text) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      return true;
    }
    for (int i = from(text); i < to(text); i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /// The text decoded, for texts that recur from row to row: they are one object in memory.
  public String sharedText(Text text) {
    return shared.of(this, text);
  }

  /// The text decoded, empty where the row has none.
  public String text(Text text) {
    int length = length(text);
    return length <= 0 ? "" : new String(bytes, from(text), length, charset);
  }
}
