package guiwei.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.table.RefusedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Workbooks, JSON and Parquet.
class PackedTest {
  private static String read(byte[] file) throws IOException {
    return String.join("\n", ReadRows.of(file));
  }

  private static byte[] workbook() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "t", "1.0")) {
      Worksheet notes = book.newWorksheet("说明");
      notes.value(0, 0, "本表由系统导出");
      Worksheet sheet = book.newWorksheet("订单");
      sheet.value(0, 0, "订单导出");
      String[] headings = {"订单号", "门店", "应付金额", "下单时间", "订单状态", "备注"};
      for (int i = 0; i < headings.length; i++) {
        sheet.value(2, i, headings[i]);
      }
      sheet.value(3, 0, "A1");
      sheet.value(3, 1, "南门店");
      sheet.value(3, 2, 0.1 + 0.2);
      sheet.value(3, 3, LocalDateTime.of(2026, 10, 1, 9, 30, 15));
      sheet.style(3, 3).format("yyyy-mm-dd hh:mm:ss").set();
      sheet.value(3, 4, "已支付");
      sheet.value(4, 0, 20261001001L);
      sheet.value(4, 2, 1280);
      sheet.value(4, 3, "2026-10-01 10:00:00");
      sheet.value(4, 4, "待付款");
      sheet.value(5, 0, "合计");
      sheet.value(5, 2, 1280.3);
    }
    return out.toByteArray();
  }

  @Test
  void a_workbook_gives_the_same_rows_as_text() throws IOException {
    assertEquals(
        """
        ORDER PAID OTHER CNY 2026-10-01T09:30:15+08:00 AMOUNT=30 ID=A1 STORE=南门店 STATE=已支付
        ORDER OPEN OTHER CNY 2026-10-01T10:00+08:00 AMOUNT=128000 ID=20261001001 STATE=待付款""",
        read(workbook()));
  }

  @Test
  void a_bill_of_a_channel_that_a_spreadsheet_saved_is_refused_by_its_name() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "t", "1.0")) {
      Worksheet sheet = book.newWorksheet("Sheet1");
      sheet.value(0, 0, "#支付宝业务明细查询");
      String[] headings = {"支付宝交易号", "商户订单号", "业务类型", "完成时间", "订单金额（元）", "商家实收（元）"};
      String[] row = {"2026030122001", "SO1", "交易", "2026-03-01 10:00:00", "5.00", "5.00"};
      for (int i = 0; i < headings.length; i++) {
        sheet.value(1, i, headings[i]);
        sheet.value(2, i, row[i]);
      }
    }
    RefusedFile refused = assertThrows(RefusedFile.class, () -> read(out.toByteArray()));
    assertTrue(String.valueOf(refused.getMessage()).contains("a bill of Alipay"));
  }

  @Test
  void a_workbook_that_breaks_off_is_refused() throws IOException {
    byte[] whole = workbook();
    byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);
    RefusedFile refused = assertThrows(RefusedFile.class, () -> read(half));
    assertEquals(RefusedFile.Problem.TRUNCATED, refused.problem());
  }

  private static byte[] package_(String sheet) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "[Content_Types].xml", "<Types/>");
      put(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id='r1' Target='worksheets/sheet1.xml'/></Relationships>");
      put(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns:r='r'><sheets><sheet name='a' r:id='r1'/></sheets></workbook>");
      put(zip, "xl/worksheets/sheet1.xml", sheet);
    }
    return out.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  @Test
  void a_cell_beyond_every_column_is_refused() throws IOException {
    byte[] book =
        package_(
            "<worksheet><sheetData><row r='1'><c r='ZZZZZZ1'><v>1</v></c></row></sheetData></worksheet>");
    RefusedFile refused = assertThrows(RefusedFile.class, () -> read(book));
    assertEquals(RefusedFile.Problem.TOO_LARGE, refused.problem());
  }

  @Test
  void entities_in_a_workbook_are_refused() throws IOException {
    byte[] book =
        package_("<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet><sheetData>&a;</sheetData></worksheet>");
    RefusedFile refused = assertThrows(RefusedFile.class, () -> read(book));
    assertEquals(RefusedFile.Problem.ENTITIES, refused.problem());
  }

  @Test
  void json_lines_give_the_same_rows_as_text() throws IOException {
    String json =
        """
        {"order_no":"A1","store":{"id":"S1"},"amount_minor":12850,"created_at":"2026-10-01T09:30:00+08:00","status":"paid","tags":["x","y"]}
        {"order_no":"A2","amount_minor":9900,"created_at":"2026-10-01T01:31:00Z","status":"open","remark":"two\\ncups"}
        """;
    String rows =
        """
        ORDER PAID OTHER CNY 2026-10-01T09:30+08:00 AMOUNT=12850 ID=A1 STORE=S1 STATE=paid
        ORDER OPEN OTHER CNY 2026-10-01T01:31Z AMOUNT=9900 ID=A2 REMARK=two cups STATE=open""";
    assertEquals(rows, read(json.getBytes(StandardCharsets.UTF_8)));
    String array = "[" + json.strip().replace("\n", ",\n") + "]";
    assertEquals(rows, read(array.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void json_that_nests_without_end_is_refused() {
    byte[] deep = "{\"a\":".repeat(5000).getBytes(StandardCharsets.UTF_8);
    RefusedFile refused = assertThrows(RefusedFile.class, () -> read(deep));
    assertEquals(RefusedFile.Problem.TOO_LARGE, refused.problem());
  }

  @ParameterizedTest
  @ValueSource(strings = {"uncompressed", "snappy", "gzip", "zstd", "lz4_raw", "v2"})
  void parquet_of_every_codec_gives_the_same_rows(String codec) throws IOException {
    List<String> rows;
    try (InputStream in =
        PackedTest.class.getResourceAsStream("/profile/orders-" + codec + ".parquet")) {
      rows = ReadRows.of(java.util.Objects.requireNonNull(in).readAllBytes());
    }
    assertEquals(500, rows.size());
    assertEquals(
        "ORDER PAID OTHER CNY 2026-10-01T08:00+08:00 AMOUNT=10025 PROMISED=1250 ID=P0000 STORE=S0"
            + " STATE=paid",
        rows.getFirst().replaceAll(" (ORIGINAL|TRACE)=\\S*", ""));
    assertEquals(
        "ORDER OPEN WECHAT CNY 2026-10-01T16:27:19+08:00 AMOUNT=59925 ID=P0499 STORE=S1"
            + " CHANNEL=wechat STATE=open",
        rows.getLast().replaceAll(" (ORIGINAL|TRACE)=\\S*", ""));
  }
}
