package guiwei.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.outcome.Discrepancy;
import guiwei.outcome.Result;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscrepancyFilesTest {
  @TempDir Path folder;

  @Test
  void the_columns_of_the_csv_stay_as_they_are() {
    assertEquals(
        "id,kind,probability,amount_minor,currency,channel,account,store,primary_receipt,receipts,"
            + "orders,meant_orders,customer,customer_probability,first_time,reason_zh,reason_en",
        String.join(",", DiscrepancyRow.COLUMNS));
  }

  @Test
  void a_discrepancy_is_one_line_of_csv() throws IOException {
    List<String> lines = csv(Example.day().discrepancies());
    assertEquals(
        "GW-90aa17,OVERPAID,0.97,54000,CNY,alipay,2088000000006635,南站店,2026111922001404472,"
            + "2026111922001404472,SO-261119-0412,,,,2026-11-19T09:14:22+08:00,"
            + "\"两位数字对调：订单 SO-261119-0412 应付 1,280.00，付成 1,820.00\","
            + "\"Two digits swapped: order SO-261119-0412 is due 1,280.00, 1,820.00 was typed\"",
        lines.get(2));
  }

  @Test
  void no_cell_of_the_csv_is_a_formula() throws IOException {
    String hostile = csv(Example.day().discrepancies()).getLast();
    assertTrue(
        hostile.startsWith(
            "GW-666bad,UNDERPAID,0.6,-1,CNY,alipay,'=1+1,\"\"\"><script>alert(1)</script>\","
                + "'@SUM(A1),'@SUM(A1);a%3Bb,</script><script>alert(2)</script>;'-1+1|cmd,"),
        hostile);
  }

  private List<String> csv(List<Discrepancy> discrepancies) throws IOException {
    Result day = Example.day();
    Result result =
        new Result(day.proof(), discrepancies, day.files(), day.badRows(), day.matchedByRule());
    Report.write(result, folder, Words.ZH, "");
    return List.of(Files.readString(folder.resolve("discrepancies.csv")).split("\r\n"));
  }

  @Test
  void another_reader_finds_every_cell_of_the_csv() throws Exception {
    csv(Example.day().discrepancies());
    List<String> amounts = new ArrayList<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        var statement = duck.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select id, sum(amount_minor) over () from read_csv('%s')"
                    .formatted(folder.resolve("discrepancies.csv")))) {
      while (rows.next()) {
        amounts.add(rows.getString(1) + " " + rows.getLong(2));
      }
    }
    long sum = Example.day().discrepancies().stream().mapToLong(Discrepancy::amountMinor).sum();
    assertEquals(
        Example.day().discrepancies().stream().map(d -> d.id() + " " + sum).toList(), amounts);
  }

  @Test
  void a_line_of_json_says_exactly_what_the_files_said() throws Exception {
    csv(Example.day().discrepancies());
    Path file = folder.resolve("discrepancies.jsonl");
    assertEquals(Example.day().discrepancies().size(), Files.readAllLines(file).size());
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        var statement = duck.createStatement();
        ResultSet rows =
            statement.executeQuery(
                ("select receipts[2], orders[1], meant_orders[1], amount_minor, reasons[1].values[1],"
                        + " lines[1].place, first_time is null, customer is null"
                        + " from read_json('%s') where id = 'GW-666bad'")
                    .formatted(file))) {
      rows.next();
      List<String> cells = new ArrayList<>();
      for (int column = 1; column <= 8; column++) {
        cells.add(rows.getString(column));
      }
      assertEquals(
          List.of(
              "a;b",
              "</script><script>alert(2)</script>",
              "\u001B[31mred",
              "-1",
              "<b>1.00</b>",
              "<img src=x>.csv:1",
              "false",
              "true"),
          cells);
    }
  }

  @Test
  void the_workbook_keeps_numbers_as_text_and_amounts_as_numbers() throws IOException {
    Path file = folder.resolve("discrepancies.xlsx");
    csv(Example.day().discrepancies());
    try (InputStream bytes = Files.newInputStream(file);
        ReadableWorkbook book = new ReadableWorkbook(bytes)) {
      List<Row> rows = book.getFirstSheet().read();
      assertEquals("差错金额", rows.getFirst().getCellText(3));
      assertEquals(Example.day().discrepancies().size() + 1, rows.size());
      Row row = rows.get(1);
      assertEquals(CellType.STRING, row.getCell(8).getType());
      assertEquals("4200002611202611197731000001", row.getCellText(8));
      assertEquals(new BigDecimal("268.00").compareTo(row.getCellAsNumber(3).orElseThrow()), 0);
      assertEquals("重复扣款", row.getCellText(1));
      assertEquals("=1+1", rows.getLast().getCellText(6));
      assertEquals(CellType.STRING, rows.getLast().getCell(6).getType());
      assertEquals("\uFFFD[31mred", rows.getLast().getCellText(11));
      assertEquals(3, book.getSheets().count());
    }
  }

  @Test
  void the_proof_says_that_nothing_is_left() throws Exception {
    Path file = folder.resolve("proof.json");
    ProofJson.write(Example.day(), file);
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        var statement = duck.createStatement();
        ResultSet rows =
            statement.executeQuery(
                ("select list_sum(list_transform(received, lambda r: r.received_minor)),"
                        + " list_sum(list_transform(received, lambda r: r.left_minor)),"
                        + " expected[1].left_minor, files[5].refusal, bad_rows[1].line"
                        + " from read_json('%s')")
                    .formatted(file))) {
      rows.next();
      assertEquals(91_315_075, rows.getLong(1));
      assertEquals(0, rows.getLong(2));
      assertEquals(0, rows.getLong(3));
      assertEquals("DOES_NOT_FOOT", rows.getString(4));
      assertEquals(118, rows.getLong(5));
    }
  }

  @Test
  void a_day_with_nothing_has_every_file() throws IOException {
    Result nothing = Example.nothing();
    assertEquals(List.of(String.join(",", DiscrepancyRow.COLUMNS)), csv(List.of()));
    Report.write(nothing, folder, Words.EN, "");
    for (String file : Report.FILES) {
      assertEquals(!file.startsWith("matches"), Files.exists(folder.resolve(file)), file);
    }
    ByteArrayOutputStream summary = new ByteArrayOutputStream();
    Summary.write(nothing, folder, summary);
    assertTrue(summary.toString(StandardCharsets.UTF_8).contains("\"discrepancies\":0"));
  }

  @Test
  void the_summary_names_the_worst() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Summary.write(Example.day(), null, out);
    String summary = out.toString(StandardCharsets.UTF_8);
    assertTrue(summary.contains("\"discrepancies\":7,\"folder\":null"));
    assertTrue(summary.contains("\"worst\":[{\"id\":\"GW-c01d55\""));
  }

  @Test
  void a_probability_has_no_exponent() {
    assertEquals("0.000001", DiscrepancyRow.probability(1e-6).toString());
    assertEquals("0", DiscrepancyRow.probability(1e-9).toString());
    assertEquals("1", DiscrepancyRow.probability(1).toString());
    assertEquals("0.3", DiscrepancyRow.probability(0.1 + 0.2).toString());
  }
}
