package guiwei.profile;

import guiwei.table.Encoding;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The first rows of a delimited file: its encoding, its separator, its cells.
///
/// @param charset the file's own encoding
/// @param transcoded whether rows can only be cut after turning the file into UTF-8: what is
///     neither that nor GB18030, and a separator that may be half of a Chinese character
/// @param rows the first rows; offsets count bytes of the file, or of its UTF-8 when transcoded
/// @param complete whether the file ends within what was seen
record Head(
    Charset charset, boolean transcoded, byte separator, List<Line> rows, boolean complete) {
  /// One record of the file.
  ///
  /// @param start the offset of its first byte
  /// @param next the offset of the record after it
  record Line(long start, long next, List<String> cells) {
    boolean blank() {
      return cells.stream().allMatch(String::isEmpty);
    }
  }

  private static final int HEAD = 1 << 16;
  private static final int MAX_ROWS = 250;
  private static final int MAX_CELLS = 1025;
  private static final byte[] SEPARATORS = {',', '\t', ';', '|'};

  /// Looks at the first bytes of a file; answers null when they are not delimited text.
  static @Nullable Head of(byte[] bytes) {
    Charset charset = Encoding.of(bytes, bytes.length >= HEAD);
    if (charset == null) {
      return null;
    }
    boolean complete = bytes.length < HEAD;
    boolean wide = !Encoding.isCutAsItIs(charset);
    byte[] text = wide ? utf8(bytes, charset) : bytes;
    int start = bom(text);
    Head best = null;
    long bestScore = 0;
    for (byte separator : SEPARATORS) {
      boolean half = charset.equals(Encoding.GB18030) && separator == '|';
      byte[] cut = half ? utf8(bytes, charset) : text;
      boolean transcoded = wide || half;
      Charset written = transcoded ? StandardCharsets.UTF_8 : charset;
      List<Line> rows = new Cutter(cut, written, separator, complete).rows(start);
      long score = score(rows);
      if (score > bestScore) {
        bestScore = score;
        best = new Head(charset, transcoded, separator, rows, complete);
      }
    }
    return best;
  }

  /// The cells of one line.
  static List<String> cells(String line, byte separator) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    List<Line> rows = new Cutter(bytes, StandardCharsets.UTF_8, separator, true).rows(0);
    return rows.isEmpty() ? List.of() : rows.getFirst().cells();
  }

  /// The encoding in which the rows are cut.
  Charset cutCharset() {
    return transcoded ? StandardCharsets.UTF_8 : charset;
  }

  private static int bom(byte[] b) {
    return b.length >= 3 && b[0] == (byte) 0xef && b[1] == (byte) 0xbb && b[2] == (byte) 0xbf
        ? 3
        : 0;
  }

  private static byte[] utf8(byte[] bytes, Charset charset) {
    return new String(bytes, charset).getBytes(StandardCharsets.UTF_8);
  }

  /// How much the rows look like a table: rows of the most common width, times that width.
  private static long score(List<Line> rows) {
    int[] widths = new int[MAX_CELLS + 1];
    int best = 0;
    for (Line row : rows) {
      int width = row.cells.size();
      if (width > 1) {
        widths[width]++;
      }
    }
    for (int width = 2; width < widths.length; width++) {
      best = Math.max(best, widths[width] * (width - 1));
    }
    return best;
  }

  /// Cuts bytes into rows with quotes as RFC 4180 has them.
  private static final class Cutter {
    private final byte[] bytes;
    private final Charset charset;
    private final byte separator;
    private final boolean complete;
    private int at;
    private boolean ended;

    Cutter(byte[] bytes, Charset charset, byte separator, boolean complete) {
      this.bytes = bytes;
      this.charset = charset;
      this.separator = separator;
      this.complete = complete;
    }

    List<Line> rows(int from) {
      List<Line> rows = new ArrayList<>();
      at = from;
      while (at < bytes.length && rows.size() < MAX_ROWS) {
        int start = at;
        List<String> cells = new ArrayList<>();
        boolean more = true;
        while (more) {
          more = cell(cells);
        }
        if (!ended && !complete && !rows.isEmpty()) {
          break;
        }
        rows.add(new Line(start, at, List.copyOf(cells)));
      }
      return rows;
    }

    /// Takes one cell; answers whether another follows in the row.
    private boolean cell(List<String> cells) {
      int from = at;
      if (at < bytes.length && bytes[at] == '"') {
        return quotedCell(cells);
      }
      while (at < bytes.length && bytes[at] != separator && bytes[at] != '\n') {
        at++;
      }
      put(cells, new String(bytes, from, at - from, charset));
      return step();
    }

    private boolean quotedCell(List<String> cells) {
      int from = ++at;
      while (at < bytes.length) {
        if (bytes[at] == '"') {
          if (at + 1 >= bytes.length || bytes[at + 1] != '"') {
            break;
          }
          at++;
        }
        at++;
      }
      put(cells, new String(bytes, from, at - from, charset).replace("\"\"", "\""));
      while (at < bytes.length && bytes[at] != separator && bytes[at] != '\n') {
        at++;
      }
      return step();
    }

    private static void put(List<String> cells, String text) {
      if (cells.size() < MAX_CELLS) {
        cells.add(unmarked(text.strip()));
      }
    }

    /// Without what makes a spreadsheet show a number as it is written, as the reader of rows does.
    private static String unmarked(String text) {
      if (text.length() > 2 && text.startsWith("=\"")) {
        return text.substring(2, text.length() - (text.endsWith("\"") ? 1 : 0));
      }
      boolean marked =
          text.length() > 1 && text.charAt(0) == '\'' && Character.isDigit(text.charAt(1));
      return marked ? text.substring(1) : text;
    }

    private boolean step() {
      ended = at < bytes.length && bytes[at] == '\n';
      return at < bytes.length && bytes[at++] == separator;
    }
  }
}
