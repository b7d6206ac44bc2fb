package guiwei.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProposingTest {
  private static final String CHINESE =
      """
      订单编号,订单金额(元),下单时间,门店名称,状态,买家留言,心情
      A1,12.50,2026-03-02 10:00:00,南门店,已取消,无,好
      A2,8.00,2026-03-02 11:00:00,南门店,已取消,,
      """;

  private static final String ENGLISH =
      """
      order_no,amount,time,status
      A1,5.00,03/04/2026,cancelled
      A2,6.00,05/04/2026,cancelled
      """;

  @TempDir private Path folder;

  @Test
  void each_column_is_told_with_what_it_was_taken_for_and_how_sure_that_is() throws IOException {
    Said said = propose(file("o.csv", CHINESE.getBytes(Charset.forName("GBK"))));
    assertEquals(Exit.CLEAN, said.code(), said.err());
    column(said, "订单编号", "id", "sure");
    column(said, "订单金额(元)", "amount", "all 2 values");
    column(said, "下单时间", "time", "all 2 values");
    column(said, "心情", "-", "not known");
    assertTrue(said.out().contains("Nothing is in doubt"), said.out());
  }

  private static void column(Said said, String heading, String field, String sure) {
    String line = "#   " + Pattern.quote(heading) + " +" + field + " .*" + sure + ".*";
    assertTrue(said.out().lines().anyMatch(l -> l.matches(line)), line + "\n" + said.out());
  }

  @Test
  void a_doubtful_file_waits_and_is_read_by_the_confirmed_proposal() throws IOException {
    Path orders = file("o.csv", ENGLISH.getBytes(UTF_8));
    Said waits = reconcile(orders);
    assertEquals(Exit.BAD_INPUT, waits.code());
    assertTrue(waits.out().contains("guiwei formats --propose"), waits.out());

    Said said = propose(orders);
    column(said, "time", "time", "IN DOUBT");
    assertEquals(Exit.CLEAN, said.code());
    Path mine = file("mine.yaml", said.out().getBytes(UTF_8));
    Said read = reconcile(orders, "--profile", mine.toString());
    assertEquals(Exit.CLEAN, read.code(), read.out() + read.err());
  }

  @Test
  void a_workbook_and_a_packed_file_are_proposed_alike() throws IOException {
    Path book = folder.resolve("o.xlsx");
    try (OutputStream out = Files.newOutputStream(book)) {
      Workbook workbook = new Workbook(out, "test", "1.0");
      Worksheet sheet = workbook.newWorksheet("一");
      int row = 0;
      for (String line : CHINESE.lines().toList()) {
        int column = 0;
        for (String cell : line.split(",", -1)) {
          sheet.value(row, column++, cell);
        }
        row++;
      }
      workbook.finish();
    }
    Path packed = folder.resolve("o.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(CHINESE.getBytes(UTF_8));
    }
    List<String> expected = body(propose(file("o.csv", CHINESE.getBytes(UTF_8))));
    assertEquals(expected, body(propose(book)));
    assertEquals(expected, body(propose(packed)));
  }

  /// All lines but the one with the file's name.
  private static List<String> body(Said said) {
    assertEquals(Exit.CLEAN, said.code(), said.err());
    return said.out().lines().skip(1).toList();
  }

  @Test
  void the_remarks_are_in_the_language_that_was_asked_for() throws IOException {
    Path file = file("o.csv", CHINESE.getBytes(UTF_8));
    assertTrue(
        Said.when("formats", "--propose", file.toString(), "--lang", "zh").out().contains("确定"));
  }

  @Test
  void what_cannot_be_proposed_is_refused_with_what_to_do() throws IOException {
    Path nothing = file("n.txt", "hello\nworld\n".getBytes(UTF_8));
    refused(propose(nothing), "docs/profiles.md");
    refused(propose(folder.resolve("nowhere.csv")), "nowhere.csv");
    file("b.csv", ENGLISH.getBytes(UTF_8));
    refused(propose(folder), "name one file");
    refused(
        propose(file("o.xls", new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0})), ".xls");
  }

  private static void refused(Said said, String remedy) {
    assertEquals(Exit.BAD_INPUT, said.code(), said.out());
    assertTrue(said.err().contains(remedy), said.err());
    assertEquals("", said.out());
  }

  @Test
  void a_file_that_is_known_needs_no_profile() throws IOException {
    String orders =
        "order_no,customer,store,terminal,amount_due,created_at,status,channel,remark,"
            + "promised_refund\nA1,C1,S1,,12.00,2026-03-02 10:00:00,paid,bank,,\n";
    Said said = propose(file("o.csv", orders.getBytes(UTF_8)));
    assertEquals(Exit.CLEAN, said.code());
    assertTrue(said.err().contains("is read as orders already"), said.err());
  }

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static Said propose(Path file) {
    return Said.when("formats", "--propose", file.toString());
  }

  private Said reconcile(Path file, String... options) {
    var words =
        new java.util.ArrayList<>(
            List.of("reconcile", file.toString(), "--out", folder.resolve("out").toString()));
    words.addAll(List.of(options));
    return Said.when(words.toArray(new String[0]));
  }
}
