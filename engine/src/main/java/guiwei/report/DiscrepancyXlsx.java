package guiwei.report;

import guiwei.outcome.Discrepancy;
import guiwei.outcome.Proof;
import guiwei.outcome.Result;
import guiwei.table.Currencies;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// `discrepancies.xlsx`: the columns of the CSV for people, amounts in major units, and the
/// proof on sheets of its own. Numbers of orders and receipts are text, so that no digit is
/// lost.
final class DiscrepancyXlsx implements Closeable {
  private static final int ROWS_PER_SHEET = 1_000_000;
  private static final int LONGEST_CELL = 32_767;
  private static final int[] WIDTHS = {
    18, 16, 9, 14, 8, 10, 20, 14, 32, 34, 26, 26, 16, 10, 26, 60, 60
  };
  private static final int REPLACEMENT = 0xfffd;

  private final Words words;
  private final OutputStream out;
  private final Workbook book;
  private Worksheet sheet;
  private int row;

  static void write(Result result, Words words, Path file) throws IOException {
    try (DiscrepancyXlsx xlsx = new DiscrepancyXlsx(words, file)) {
      for (Discrepancy found : result.discrepancies()) {
        xlsx.row(found, DiscrepancyRow.cells(found));
      }
      xlsx.finish(result.proof());
    }
  }

  private DiscrepancyXlsx(Words words, Path file) throws IOException {
    this.words = words;
    out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
    book = new Workbook(out, "Guiwei", null);
    book.setCompressionLevel(1);
    sheet = book.newWorksheet(words.text("sheet.discrepancies"));
    begin();
  }

  private void begin() {
    head(
        sheet,
        DiscrepancyRow.COLUMNS.stream().map(column -> words.text("column." + column)).toList());
    for (int column = 0; column < WIDTHS.length; column++) {
      sheet.width(column, WIDTHS[column]);
    }
    row = 0;
  }

  private void end() throws IOException {
    sheet.setAutoFilter(0, 0, Math.max(1, row), WIDTHS.length - 1);
    sheet.finish();
  }

  private void row(Discrepancy found, List<Object> cells) throws IOException {
    if (row == ROWS_PER_SHEET) {
      end();
      int number = Integer.parseInt("0" + sheet.getName().replaceAll("\\D", ""));
      sheet = book.newWorksheet(words.text("sheet.discrepancies") + " " + Math.max(2, number + 1));
      begin();
    }
    discrepancy(++row, found, cells);
    if (row % 1_000 == 0) {
      sheet.flush();
    }
  }

  /// Completes the sheet of discrepancies and adds the proof.
  private void finish(Proof proof) throws IOException {
    end();
    received(proof.received());
    expected(proof.expected());
  }

  @Override
  public void close() throws IOException {
    try (out) {
      book.close();
    }
  }

  private static void head(Worksheet sheet, List<String> names) {
    for (int column = 0; column < names.size(); column++) {
      sheet.value(0, column, names.get(column));
      sheet.style(0, column).bold().fillColor("E7F1EE").set();
    }
    sheet.freezePane(0, 1);
  }

  private void discrepancy(int row, Discrepancy found, List<Object> cells) {
    for (int column = 0; column < cells.size(); column++) {
      switch (DiscrepancyRow.COLUMNS.get(column)) {
        case "kind" -> sheet.value(row, column, words.kind(found.kind()));
        case "channel" -> sheet.value(row, column, words.channel(found.channel()));
        case "probability" -> {
          sheet.value(row, column, DiscrepancyRow.probability(found.probability()));
          sheet.style(row, column).format("0.0%").set();
        }
        case "amount_minor" -> amount(sheet, row, column, found.amountMinor(), found.currency());
        default -> text(sheet, row, column, cells.get(column));
      }
    }
  }

  private static void amount(Worksheet sheet, int row, int column, long minor, String currency) {
    int scale = Currencies.digits(Currencies.pack(currency));
    sheet.value(row, column, BigDecimal.valueOf(minor, scale));
    sheet.style(row, column).format(scale == 0 ? "#,##0" : "#,##0." + "0".repeat(scale)).set();
  }

  private static void text(Worksheet sheet, int row, int column, Object cell) {
    String text =
        cell instanceof List<?> values
            ? String.join(";", values.stream().map(String::valueOf).map(Cell::value).toList())
            : cell.toString();
    if (!text.isEmpty()) {
      String legal = legal(text);
      sheet.inlineString(row, column, legal.substring(0, Math.min(LONGEST_CELL, legal.length())));
    }
  }

  /// The text with a sign in the place of every character that XML may not hold.
  private static String legal(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isLegal(text.charAt(i))) {
        return text.codePoints()
            .map(c -> isLegal(c) ? c : REPLACEMENT)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
      }
    }
    return text;
  }

  private static boolean isLegal(int c) {
    return c >= ' ' ? c != 0xfffe && c != 0xffff : c == '\t' || c == '\n' || c == '\r';
  }

  private void received(List<Proof.Received> rows) throws IOException {
    Worksheet sheet = book.newWorksheet(words.text("sheet.received"));
    head(sheet, day("channel", "account", "rows", "received", "matched", "discrepant"));
    more(sheet, 6, day("suspense", "left"));
    for (int at = 0; at < rows.size(); at++) {
      Proof.Received row = rows.get(at);
      text(sheet, at + 1, 0, words.channel(row.channel()));
      text(sheet, at + 1, 1, row.account());
      sheet.value(at + 1, 2, row.rows());
      amounts(
          sheet,
          at + 1,
          3,
          row.currency(),
          row.receivedMinor(),
          row.matchedMinor(),
          row.discrepantMinor(),
          row.suspenseMinor(),
          row.receivedMinor() - row.matchedMinor() - row.discrepantMinor() - row.suspenseMinor());
    }
    sheet.finish();
  }

  private void expected(List<Proof.Expected> rows) throws IOException {
    Worksheet sheet = book.newWorksheet(words.text("sheet.expected"));
    head(sheet, day("orders", "due", "matched", "discrepant", "open", "none"));
    more(sheet, 6, day("left"));
    for (int at = 0; at < rows.size(); at++) {
      Proof.Expected row = rows.get(at);
      sheet.value(at + 1, 0, row.orders());
      amounts(
          sheet,
          at + 1,
          1,
          row.currency(),
          row.dueMinor(),
          row.matchedMinor(),
          row.discrepantMinor(),
          row.openMinor(),
          row.noneMinor(),
          row.dueMinor()
              - row.matchedMinor()
              - row.discrepantMinor()
              - row.openMinor()
              - row.noneMinor());
    }
    sheet.finish();
  }

  /// Amounts from a column on, and the currency behind them.
  private static void amounts(Worksheet sheet, int row, int from, String currency, long... minors) {
    for (int i = 0; i < minors.length; i++) {
      amount(sheet, row, from + i, minors[i], currency);
    }
    text(sheet, row, from + minors.length, currency);
  }

  private void more(Worksheet sheet, int from, List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      sheet.value(0, from + i, names.get(i));
      sheet.style(0, from + i).bold().fillColor("E7F1EE").set();
    }
    sheet.value(0, from + names.size(), words.text("column.currency"));
    for (int column = 0; column <= from + names.size(); column++) {
      sheet.width(column, 18);
    }
  }

  private List<String> day(String... keys) {
    return List.of(keys).stream().map(key -> words.text("day." + key)).toList();
  }
}
