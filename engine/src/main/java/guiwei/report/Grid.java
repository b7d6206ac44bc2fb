package guiwei.report;

import java.util.ArrayList;
import java.util.List;

/// Text in columns on a terminal, where a Chinese character is as wide as two Latin ones.
final class Grid {
  /// East Asian Width W or F, by the blocks that have it. Source: Unicode, UAX #11.
  private static final int[][] WIDE = {
    {0x1100, 0x115F},
    {0x2E80, 0x303E},
    {0x3040, 0xA4CF},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF00, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1FAFF},
    {0x20000, 0x3FFFD}
  };

  private static final String CLOSING = "，。；：、？！）」』》”’,.;:?!)";

  private final List<List<String>> rows = new ArrayList<>();
  private final int left;

  /// @param left how many columns stand at the left; the others are figures and stand at the
  ///     right
  Grid(int left) {
    this.left = left;
  }

  void row(List<String> cells) {
    rows.add(cells);
  }

  /// The lines, columns two blanks apart.
  List<String> lines() {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        widths[column] = Math.max(widths[column], width(row.get(column)));
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      String blanks = " ".repeat(widths[column] - width(cell));
      line.append(column == 0 ? "" : "  ");
      line.append(column < left ? cell + blanks : blanks + cell);
    }
    return line.toString().stripTrailing();
  }

  /// How many columns a terminal needs for the text.
  static int width(String text) {
    return text.codePoints().map(Grid::width).sum();
  }

  private static int width(int letter) {
    return switch (Character.getType(letter)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> wide(letter) ? 2 : 1;
    };
  }

  private static boolean wide(int letter) {
    for (int[] block : WIDE) {
      if (letter <= block[1]) {
        return letter >= block[0];
      }
    }
    return false;
  }

  /// The text in lines of so many columns, cut at blanks or between Chinese characters. Only a
  /// mark that must not begin a line may stand beyond.
  static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    int lastBlank = -1;
    for (int letter : text.codePoints().toArray()) {
      int wide = width(letter);
      if (used + wide > width && !line.isEmpty() && CLOSING.indexOf(letter) < 0) {
        String whole = line.toString();
        boolean atBlank = lastBlank > 0 && width(letter) == 1 && letter != ' ';
        lines.add((atBlank ? whole.substring(0, lastBlank) : whole).stripTrailing());
        line.setLength(0);
        line.append(atBlank ? whole.substring(lastBlank).stripLeading() : "");
        used = width(line.toString());
        lastBlank = -1;
      }
      if (letter == ' ' && line.isEmpty()) {
        continue;
      }
      line.appendCodePoint(letter);
      used += wide;
      if (letter == ' ' || wide == 2) {
        lastBlank = line.length();
      }
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }

  /// The text without anything that a terminal would obey.
  static String safe(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().map(letter -> obeyed(letter) ? '?' : letter).forEach(safe::appendCodePoint);
    return safe.toString();
  }

  private static boolean obeyed(int letter) {
    boolean embedding = letter >= 0x202A && letter <= 0x202E;
    boolean isolate = letter >= 0x2066 && letter <= 0x2069;
    return Character.isISOControl(letter) || embedding || isolate;
  }
}
