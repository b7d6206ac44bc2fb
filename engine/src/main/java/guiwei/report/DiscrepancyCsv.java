package guiwei.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `discrepancies.csv`: RFC 4180 in UTF-8, several values joined by `;`.
final class DiscrepancyCsv implements Closeable {
  private final Writer out;

  DiscrepancyCsv(Path file) throws IOException {
    out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    out.write(String.join(",", DiscrepancyRow.COLUMNS));
    out.write("\r\n");
  }

  void row(List<Object> cells) throws IOException {
    for (int column = 0; column < cells.size(); column++) {
      if (column > 0) {
        out.write(',');
      }
      out.write(text(cells.get(column)));
    }
    out.write("\r\n");
  }

  private static String text(Object cell) {
    return switch (cell) {
      case List<?> values -> Cell.list(values.stream().map(String::valueOf).toList());
      case Number number -> number.toString();
      default -> Cell.text(cell.toString());
    };
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
