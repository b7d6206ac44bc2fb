package guiwei.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/// Tables made for printing: subtotals, the header on every page, how many rows there were. No row
/// after them is lost, and none of them is a row.
class SubtotalsTest {
  private static final String PRINTED =
      """
      订单号,下单时间,应付金额,订单状态
      A1,2026-03-01 10:00:00,10.00,已支付
      A2,2026-03-01 10:01:00,20.00,已支付
      小计,,30.00,
      订单号,下单时间,应付金额,订单状态
      A3,2026-03-02 10:00:00,5.00,已支付
      订单号,下单时间,应付金额,订单状态
      A4,2026-03-02 10:01:00,6.00,已支付
      本日小计：11.00
      A5,2026-03-03 10:00:00,7.00,已支付
      共5条,,48.00,
      ,,合计：48.00,
      笔数：5,,金额：48.00,
      制表人：某某,,,
      """;

  private static final String ROWS =
      """
      ORDER PAID OTHER CNY 2026-03-01T10:00+08:00 AMOUNT=1000 ID=A1 STATE=已支付
      ORDER PAID OTHER CNY 2026-03-01T10:01+08:00 AMOUNT=2000 ID=A2 STATE=已支付
      ORDER PAID OTHER CNY 2026-03-02T10:00+08:00 AMOUNT=500 ID=A3 STATE=已支付
      ORDER PAID OTHER CNY 2026-03-02T10:01+08:00 AMOUNT=600 ID=A4 STATE=已支付
      ORDER PAID OTHER CNY 2026-03-03T10:00+08:00 AMOUNT=700 ID=A5 STATE=已支付""";

  @Test
  void as_text() throws IOException {
    assertEquals(ROWS, read(PRINTED.getBytes(UTF_8)));
  }

  @Test
  void as_a_sheet() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "t", "1.0")) {
      Worksheet sheet = book.newWorksheet("订单");
      List<String> lines = PRINTED.lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        String[] cells = lines.get(i).split(",", -1);
        for (int j = 0; j < cells.length; j++) {
          sheet.value(i, j, cells[j]);
        }
      }
    }
    assertEquals(ROWS, read(out.toByteArray()));
  }

  @Test
  void a_row_that_cannot_be_read_is_still_told() throws IOException {
    String broken = PRINTED.replace("6.00,已支付", "zwanzig,已支付");
    assertEquals(
        ROWS.replaceFirst(".*A4.*", "bad AMOUNT 应付金额 zwanzig"), read(broken.getBytes(UTF_8)));
  }

  @Test
  void the_first_row_after_totals_is_told_too_when_it_cannot_be_read() throws IOException {
    String broken = PRINTED.replace("5.00,已支付", "fünf,已支付").replace("2026-03-03 10:00", "gestern");
    assertEquals(
        ROWS.replaceFirst(".*A3.*", "bad AMOUNT 应付金额 fünf")
            .replaceFirst(".*A5.*", "bad TIME 下单时间 gestern:00"),
        read(broken.getBytes(UTF_8)));
  }

  @Test
  void an_order_that_was_not_paid_goes_on_after_totals() throws IOException {
    String list =
        """
        订单号,下单时间,支付时间,应付金额,订单状态
        A1,2026-03-01 10:00:00,2026-03-01 10:00:05,10.00,已支付
        小计,,,10.00,
        A2,2026-03-02 10:00:00,,20.00,待支付
        合计,,,30.00,
        """;
    assertEquals(2, ReadRows.of(list.getBytes(UTF_8)).size());
  }

  @Test
  void a_bank_s_list_without_balances_goes_on_after_totals() throws IOException {
    String list =
        """
        交易日期,借方发生额,贷方发生额,对方户名,摘要
        2026-03-01,,50.00,甲某,转账
        2026-03-01,20.00,50.00,,本日合计
        2026-03-02,,5.00,甲某,转账
        本季累计,20.00,55.00,,
        2026-04-02,,6.00,甲某,转账
        """;
    assertEquals(
        List.of("AMOUNT=5000", "AMOUNT=500", "AMOUNT=600"),
        ReadRows.of(list.getBytes(UTF_8)).stream()
            .filter(row -> row.startsWith("bad") || row.contains("AMOUNT="))
            .map(row -> row.replaceFirst(".*(AMOUNT=\\S+).*", "$1"))
            .toList());
  }

  @Test
  void a_bank_s_list_with_balances_and_totals_between_its_rows() throws IOException {
    String list =
        """
        交易日期,交易时间,借方发生额,贷方发生额,账户余额,对方户名,摘要,交易流水号
        期初余额,,,,100.00,,,
        2026-03-01,10:00:00,-,50.00,150.00,甲某,转账,S1
        2026-03-01,10:05:00,20.00,--,130.00,乙某,转账,S2
        2026-03-01,,20.00,50.00,,,本日合计,
        过次页,,,,130.00,,,
        承前页,,,,130.00,,,
        2026-03-02,10:00:00,—,5.00,135.00,甲某,转账,S3
        ,,20.00,55.00,,,本月合计,
        """;
    assertEquals(
        List.of("AMOUNT=5000", "AMOUNT=-2000", "AMOUNT=500"),
        ReadRows.of(list.getBytes(UTF_8)).stream()
            .filter(row -> row.startsWith("bad") || row.contains("AMOUNT="))
            .map(row -> row.replaceFirst(".*(AMOUNT=\\S+).*", "$1"))
            .toList());
  }

  @Test
  void a_row_whose_receipt_is_no_amount_is_told_with_column_and_value() throws IOException {
    String list =
        """
        交易日期,交易时间,收入金额,支出金额,账户余额,对方户名,摘要,流水号
        2026-03-01,10:00:00,100.00,,100.00,甲某,转账,S1
        2026-03-01,11:00:00,12x.50,,112.50,乙某,转账,S2
        2026-03-01,12:00:00,20.00,,132.50,丙某,转账,S3
        """;
    assertEquals(
        List.of("bad AMOUNT 收入金额 12x.50"),
        ReadRows.of(list.getBytes(UTF_8)).stream().filter(row -> row.startsWith("bad")).toList());
  }

  @Test
  void a_customer_whose_name_begins_like_totals_is_no_total() throws IOException {
    String list =
        """
        Customer Name,Invoice No,Invoice Date,Total Amount,Status
        Total Garden Ltd,A1,2026-03-01,10.00,Paid
        Some Other Ltd,A2,2026-03-02,20.00,Paid
        Total,,,30.00,
        """;
    assertEquals(2, ReadRows.of(list.getBytes(UTF_8)).size());
  }

  private static String read(byte[] file) throws IOException {
    return String.join("\n", ReadRows.of(file));
  }
}
