package guiwei.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.table.BadRow;
import guiwei.table.Encoding;
import guiwei.table.RefusedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnionpayDetailTest {
  private static final int[] WIDTHS = {
    3, 11, 11, 6, 10, 19, 12, 4, 2, 21, 2, 32, 2, 6, 10, 13, 13, 4, 15, 2, 2, 6, 2, 4, 32, 1, 21,
    15, 1, 15, 32, 13, 13, 8, 32, 13, 13, 12, 2, 1, 32, 98
  };
  private static final Map<Integer, String> SALE =
      Map.ofEntries(
          Map.entry(0, "S22"),
          Map.entry(1, "00049992"),
          Map.entry(2, "00049992"),
          Map.entry(3, "000123"),
          Map.entry(4, "0105103000"),
          Map.entry(5, "6222****1234"),
          Map.entry(6, "000000026800"),
          Map.entry(7, "5812"),
          Map.entry(8, "07"),
          Map.entry(9, "862601051030001234567"),
          Map.entry(11, "SO20260105001"),
          Map.entry(15, "D000000000161"),
          Map.entry(16, "C000000026639"),
          Map.entry(19, "01"),
          Map.entry(20, "01"),
          Map.entry(21, "000201"),
          Map.entry(27, "898000000000001"),
          Map.entry(30, "归位茶铺镕店"),
          Map.entry(33, "01080209"));

  private static byte[] line(Map<Integer, String> fields, Object... changed) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int i = 0; i < WIDTHS.length; i++) {
      String value = fields.getOrDefault(i, "");
      for (int k = 0; k < changed.length; k += 2) {
        value = changed[k].equals(i) ? (String) changed[k + 1] : value;
      }
      byte[] bytes = Arrays.copyOf(value.getBytes(Encoding.GB18030), WIDTHS[i]);
      for (int k = value.getBytes(Encoding.GB18030).length; k < WIDTHS[i]; k++) {
        bytes[k] = ' ';
      }
      line.writeBytes(bytes);
      line.write(i + 1 < WIDTHS.length ? ' ' : '\n');
    }
    return line.toByteArray();
  }

  private static byte[] file(byte[]... lines) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (byte[] line : lines) {
      file.writeBytes(line);
    }
    return file.toByteArray();
  }

  private static byte[] refund() {
    return line(
        SALE,
        3,
        "000124",
        4,
        "0105110000",
        6,
        "000000006800",
        9,
        "862601051100001234568",
        11,
        "RF20260105001",
        15,
        "C000000000041",
        16,
        "D000000006759",
        19,
        "04",
        26,
        "862601051030001234567",
        40,
        "SO20260105001");
  }

  @Test
  void a_sale_and_its_refund_are_two_signed_lines() throws IOException {
    Samples.Outcome day = Samples.read(file(line(SALE), refund()));
    assertEquals("unionpay-detail", day.layout());
    assertEquals(List.of(), day.bad());
    assertEquals(
        List.of(
            "PAYMENT DONE 268.00/268.00 CNY 2026-01-05T02:30:00Z fee=1.61000"
                + " ID=862601051030001234567 REFERENCE=SO20260105001 ACCOUNT=898000000000001"
                + " TERMINAL=01080209 TRACE=000123 PAYER=6222****1234 TYPE=01",
            "REFUND DONE -68.00/-68.00 CNY 2026-01-05T03:00:00Z fee=-0.41000"
                + " ID=862601051100001234568 REFERENCE=SO20260105001"
                + " REFUND_REFERENCE=RF20260105001 ORIGINAL=862601051030001234567"
                + " ACCOUNT=898000000000001 TERMINAL=01080209 TRACE=000124 PAYER=6222****1234"
                + " TYPE=04"),
        day.rows());
  }

  @Test
  void a_file_turned_into_utf_8_is_still_cut_by_its_gbk_widths() throws IOException {
    byte[] gbk = file(line(SALE), refund());
    byte[] utf8 = new String(gbk, Charset.forName("GBK")).getBytes(UTF_8);
    assertEquals(Samples.read(gbk).rows(), Samples.read(utf8).rows());
  }

  @Test
  void trailing_blanks_may_be_cut_off() throws IOException {
    String text = new String(file(line(SALE), refund()), Encoding.GB18030);
    byte[] stripped = text.replaceAll(" +\n", "\n").getBytes(Encoding.GB18030);
    assertEquals(Samples.read(file(line(SALE), refund())).rows(), Samples.read(stripped).rows());
  }

  @Test
  void the_year_comes_from_the_query_number_the_order_number_or_the_rows_before()
      throws IOException {
    Samples.Outcome day =
        Samples.read(
            file(
                line(SALE, 9, "201501051030001234567"),
                line(SALE, 9, "ABCDEFGHIJ", 11, "X20190105-7"),
                line(SALE, 4, "1231235959", 9, "ABCDEFGHIJ", 11, "X7")));
    assertEquals(
        List.of("2015-01-05T02:30:00Z", "2019-01-05T02:30:00Z", "2018-12-31T15:59:59Z"),
        day.rows().stream().map(row -> row.replaceAll(".*CNY (\\S+) .*", "$1")).toList());
  }

  @Test
  void rows_before_the_first_that_tells_its_year_take_it_from_there() throws IOException {
    Samples.Outcome day =
        Samples.read(
            file(
                line(SALE, 4, "1231235959", 9, "ABCDEFGHIJ", 11, "X7"),
                line(SALE, 9, "190105103000001234567", 11, "X8")));
    assertEquals(
        List.of("2018-12-31T15:59:59Z", "2019-01-05T02:30:00Z"),
        day.rows().stream().map(row -> row.replaceAll(".*CNY (\\S+) .*", "$1")).toList());
  }

  @Test
  void a_time_without_any_hint_at_its_year_is_refused() throws IOException {
    Samples.Outcome day = Samples.read(line(SALE, 9, "ABCDEFGHIJ", 11, "X7"));
    assertEquals(BadRow.Problem.TIME, day.bad().getFirst().problem());
    assertEquals("交易传输时间", day.bad().getFirst().column());
    assertEquals("0105103000", day.bad().getFirst().value());
  }

  @Test
  void a_kind_of_trade_that_is_not_known_is_refused_with_its_line() throws IOException {
    Samples.Outcome day = Samples.read(file(line(SALE), line(SALE, 19, "99")));
    assertEquals(2, day.bad().getFirst().line());
    assertEquals(BadRow.Problem.WORD, day.bad().getFirst().problem());
  }

  @Test
  void a_last_line_that_breaks_off_is_refused() throws IOException {
    byte[] whole = file(line(SALE), refund());
    Samples.Outcome day = Samples.read(Arrays.copyOf(whole, whole.length - 60));
    assertEquals(1, day.rows().size());
    assertEquals(BadRow.Problem.TRUNCATED, day.bad().getFirst().problem());
  }

  @Test
  void a_file_of_corrections_is_named_and_refused() {
    int[] widths = {3, 11, 11, 6, 10, 19, 12, 4, 2, 2, 6, 10, 4, 12, 13, 13, 15, 15, 1, 12, 2, 135};
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String value = i == 9 ? "E7" : SALE.getOrDefault(i > 9 ? 99 : i, "");
      line.append(value).append(" ".repeat(widths[i] - value.length() + 1));
    }
    RefusedFile refused =
        assertThrows(
            RefusedFile.class, () -> Samples.read((line + "\n").getBytes(Encoding.GB18030)));
    assertTrue(refused.detail().contains("ZME"), refused.detail());
  }
}
