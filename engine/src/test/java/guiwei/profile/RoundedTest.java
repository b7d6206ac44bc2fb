package guiwei.profile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.table.RefusedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/// Numbers that a spreadsheet program has shortened are told, not taken for the same order.
class RoundedTest {
  private static final String HEADINGS = "订单号,下单时间,应付金额,订单状态\n";
  private static final int ROWS = 12;

  private static byte[] text(IntToLongFunction number) {
    StringBuilder text = new StringBuilder(HEADINGS);
    for (int i = 0; i < ROWS; i++) {
      text.append(number.applyAsLong(i)).append(",2026-03-01 10:00:%02d,9.9,已支付\n".formatted(i));
    }
    return text.toString().getBytes(UTF_8);
  }

  private static byte[] sheet(IntToDoubleFunction number) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "t", "1.0")) {
      Worksheet sheet = book.newWorksheet("订单");
      String[] headings = HEADINGS.strip().split(",", -1);
      for (int i = 0; i < headings.length; i++) {
        sheet.value(0, i, headings[i]);
      }
      for (int i = 0; i < ROWS; i++) {
        sheet.value(i + 1, 0, number.applyAsDouble(i));
        sheet.value(i + 1, 1, "2026-03-01 10:00:%02d".formatted(i));
        sheet.value(i + 1, 2, 9.9);
        sheet.value(i + 1, 3, "已支付");
      }
    }
    return out.toByteArray();
  }

  private static RefusedFile.Problem refusal(byte[] file) {
    return assertThrows(RefusedFile.class, () -> ReadRows.of(file)).problem();
  }

  @Test
  void a_number_in_short_is_a_row_that_cannot_be_read() throws IOException {
    String file = HEADINGS + "2.02603E+15,2026-03-01 10:00:00,9.9,已支付\nE+15,2026-03-01,5,已支付\n";
    List<String> rows = ReadRows.of(file.getBytes(UTF_8));
    assertEquals("bad ROUNDED 订单号 2.02603E+15", rows.getFirst());
    assertTrue(rows.get(1).contains("ID=E+15"), rows.get(1));
  }

  @Test
  void sixteen_digits_that_all_end_in_zero_are_refused() {
    assertEquals(RefusedFile.Problem.ROUNDED, refusal(text(i -> 2026030112345670L + i * 10L)));
  }

  @Test
  void sixteen_digits_that_do_not_and_moments_with_thousandths_are_read() throws IOException {
    assertEquals(ROWS, ReadRows.of(text(i -> 2026030112345670L + i)).size());
    assertEquals(ROWS, ReadRows.of(text(i -> 20260301123410000L + i * 1000L)).size());
  }

  @Test
  void a_sheet_keeps_sixteen_digits_that_are_whole_and_none_that_are_not() throws IOException {
    String first = ReadRows.of(sheet(i -> 2026030112345671L + i)).getFirst();
    assertTrue(first.contains("ID=2026030112345671"), first);
    String longer = ReadRows.of(sheet(i -> 2.026030112345e17 + i * 1e6)).getFirst();
    assertTrue(longer.startsWith("bad ROUNDED 订单号 2.026030112"), longer);
  }
}
