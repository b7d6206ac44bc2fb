package guiwei.report;

import guiwei.reconcile.Discrepancy;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `discrepancies.csv`: RFC 4180 in UTF-8, several values joined by `;`.
final class DiscrepancyCsv {
  private DiscrepancyCsv() {}

  static void write(List<Discrepancy> discrepancies, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write(String.join(",", DiscrepancyRow.COLUMNS));
      out.write("\r\n");
      for (Discrepancy discrepancy : discrepancies) {
        out.write(line(DiscrepancyRow.cells(discrepancy)));
      }
    }
  }

  private static String line(List<Object> cells) {
    StringBuilder line = new StringBuilder();
    for (Object cell : cells) {
      line.append(line.isEmpty() ? "" : ",").append(text(cell));
    }
    return line.append("\r\n").toString();
  }

  private static String text(Object cell) {
    return switch (cell) {
      case List<?> values -> Cell.list(values.stream().map(String::valueOf).toList());
      case Number number -> number.toString();
      default -> Cell.text(cell.toString());
    };
  }
}
