package guiwei.bench.grid;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// Rows of cells, printed in columns as wide as their widest cell: words to the left, figures to
/// the right.
public final class Grid {
  private final List<List<Object>> rows = new ArrayList<>();

  /// Adds a row; a [Number] or a [Figure] stands to the right of its column.
  public Grid row(Object... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /// A figure as it is to be read.
  public record Figure(String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  /// A figure with so many decimals; a dash where there is no number.
  public static Figure figure(double value, int decimals) {
    return new Figure(decimal(value, decimals));
  }

  /// A number with so many decimals as text.
  public static String decimal(double value, int decimals) {
    return Double.isFinite(value)
        ? BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString()
        : "-";
  }

  /// The rows as lines, without blanks at their ends. The last column of a row is never padded.
  public List<String> lines() {
    List<Integer> widths = new ArrayList<>();
    for (List<Object> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        int width = row.get(i).toString().length();
        if (i == widths.size()) {
          widths.add(width);
        } else {
          widths.set(i, Math.max(widths.get(i), width));
        }
      }
    }
    return rows.stream().map(row -> line(row, widths)).toList();
  }

  private static String line(List<Object> row, List<Integer> widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      String text = row.get(i).toString();
      String pad = " ".repeat(widths.get(i) - text.length());
      boolean right = row.get(i) instanceof Number || row.get(i) instanceof Figure;
      line.append(i == 0 ? "" : "  ").append(right ? pad + text : text + pad);
    }
    return line.toString().stripTrailing();
  }
}
