package guiwei.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.table.BadRow;
import guiwei.table.Layout;
import guiwei.table.Reading;
import guiwei.table.RefusedFile;
import guiwei.table.Row;
import guiwei.table.RowSink;
import guiwei.table.Text;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Workbooks of several sheets: none is passed over without a word.
class SheetsTest {
  private static final String SECOND = "worksheets/sheet2.xml";

  /// What a file tells: the numbers of its orders, and its sheets that were not read.
  private static final class Told implements RowSink {
    private final List<String> all = new ArrayList<>();

    @Override
    public void row(Row row) {
      all.add(row.text(Text.ID));
    }

    @Override
    public void bad(BadRow row) {
      all.add("bad " + row.value());
    }

    @Override
    public void passedOver(String table) {
      all.add("not " + table);
    }
  }

  private static List<String> read(byte[] file) throws IOException {
    Told told = new Told();
    for (Layout layout : Profiles.shipped().layouts()) {
      if (layout.recognise(file) instanceof Reading.Streamed streamed) {
        streamed.reader().read(new ByteArrayInputStream(file), 0, "orders.xlsx", told);
        return told.all;
      }
    }
    throw new IllegalStateException("no layout reads it");
  }

  /// Two sheets of two orders each.
  private static byte[] workbook(List<String> headings, VisibilityState second) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(out, "t", "1.0")) {
      orders(book.newWorksheet("北店"), List.of("订单号", "应付金额", "下单时间", "订单状态"), 1);
      Worksheet sheet = book.newWorksheet("南店");
      orders(sheet, headings, 3);
      sheet.setVisibilityState(second);
    }
    return out.toByteArray();
  }

  private static byte[] workbook() throws IOException {
    return workbook(List.of("订单号", "应付金额", "下单时间", "订单状态"), VisibilityState.VISIBLE);
  }

  private static void orders(Worksheet sheet, List<String> headings, int first) {
    for (int i = 0; i < headings.size(); i++) {
      sheet.value(0, i, headings.get(i));
    }
    for (int row = 1; row <= 2; row++) {
      sheet.value(row, 0, "SO260300" + (first + row - 1));
      sheet.value(row, 1, "103.00");
      sheet.value(row, 2, "2026-03-0" + row + " 10:00:00");
      sheet.value(row, 3, "已支付");
    }
  }

  /// The workbook with words of its parts replaced, and one part left out.
  private static byte[] changed(byte[] workbook, String from, String to, String without)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Path file = Files.createTempFile("guiwei", ".xlsx");
    Files.write(file, workbook);
    try (ZipFile in = new ZipFile(file.toFile());
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry : Collections.list(in.entries())) {
        if (entry.getName().equals(without)) {
          continue;
        }
        byte[] bytes = in.getInputStream(entry).readAllBytes();
        String text = new String(bytes, StandardCharsets.UTF_8).replace(from, to);
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(
            entry.getName().endsWith(".rels") ? text.getBytes(StandardCharsets.UTF_8) : bytes);
      }
    } finally {
      Files.delete(file);
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {SECOND, "./worksheets/sheet2.xml", "/xl/worksheets/sheet2.xml", "../xl/" + SECOND})
  void every_sheet_is_read_however_its_path_is_written(String path) throws IOException {
    assertEquals(
        List.of("SO2603001", "SO2603002", "SO2603003", "SO2603004"),
        read(changed(workbook(), '"' + SECOND, '"' + path, "")));
  }

  @Test
  void a_sheet_that_is_listed_and_not_there_is_missed() {
    RefusedFile refused =
        assertThrows(RefusedFile.class, () -> read(changed(workbook(), "", "", "xl/" + SECOND)));
    assertEquals(RefusedFile.Problem.BROKEN, refused.problem());
    assertTrue(refused.detail().contains("南店"), refused.detail());
  }

  @Test
  void a_hidden_sheet_is_told_and_not_read() throws IOException {
    List<String> headings = List.of("订单号", "应付金额", "下单时间", "订单状态");
    assertEquals(
        List.of("SO2603001", "SO2603002", "not 南店"),
        read(workbook(headings, VisibilityState.HIDDEN)));
  }

  @Test
  void a_sheet_with_unknown_headings_is_told() throws IOException {
    assertEquals(
        List.of("SO2603001", "SO2603002", "not 南店"),
        read(workbook(List.of("甲", "乙", "丙", "丁"), VisibilityState.VISIBLE)));
  }
}
