package guiwei.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import guiwei.table.Layout;
import guiwei.table.Reading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Small exports in the layouts of banks and acquirers, each with the rows that it must give.
/// `bocom.csv` is of the profile `bocom`, `cmbc-2.csv` is another layout of `cmbc`.
class ExportsTest {
  private static final Path EXPORTS = Path.of("src/test/resources/exports");
  private static final Set<String> OTHERS = Set.of("workbook", "json", "parquet", "proposed");

  static List<Path> exports() throws IOException {
    try (Stream<Path> files = Files.list(EXPORTS)) {
      return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
  }

  private static String keyOf(Path file) {
    return file.getFileName().toString().replaceAll("(-\\d)?\\.csv$", "");
  }

  private static List<Layout> profiles() {
    return Profiles.shipped().layouts().stream()
        .filter(layout -> !OTHERS.contains(layout.key()))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("exports")
  void an_export_gives_exactly_these_rows(Path file) throws IOException {
    List<String> rows = ReadRows.of(Files.readAllBytes(file));
    Path expected = Path.of(file + ".expected");
    assertEquals(String.join("\n", Files.readAllLines(expected)), String.join("\n", rows));
  }

  @ParameterizedTest
  @MethodSource("exports")
  void an_export_is_of_one_profile_only(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    List<String> accepted = new ArrayList<>();
    for (Layout layout : profiles()) {
      if (layout.recognise(bytes) != null) {
        accepted.add(layout.key());
      }
    }
    assertEquals(List.of(keyOf(file)), accepted);
  }

  @ParameterizedTest
  @MethodSource("exports")
  void the_same_export_as_a_workbook_gives_the_same_rows(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    List<Head.Line> lines = Objects.requireNonNull(Head.of(bytes)).rows();
    byte[] workbook = workbook(lines.stream().map(Head.Line::cells).toList());
    byte[] head = Arrays.copyOf(workbook, Math.min(workbook.length, 1 << 16));
    for (Layout layout : Profiles.shipped().layouts()) {
      Reading reading = layout.recognise(head);
      if (reading != null) {
        assertEquals("workbook", layout.key());
        assertEquals(ReadRows.of(bytes), ReadRows.rows(reading, workbook));
        return;
      }
    }
  }

  private static byte[] workbook(List<List<String>> rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = bytes;
        Workbook book = new Workbook(out, "export", "1.0")) {
      Worksheet sheet = book.newWorksheet("1");
      for (int r = 0; r < rows.size(); r++) {
        for (int c = 0; c < rows.get(r).size(); c++) {
          sheet.value(r, c, rows.get(r).get(c));
        }
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void every_shipped_profile_has_an_export() throws IOException {
    Set<String> shipped = new TreeSet<>(profiles().stream().map(Layout::key).toList());
    Set<String> shown = new TreeSet<>(exports().stream().map(ExportsTest::keyOf).toList());
    assertEquals(shipped, shown);
  }
}
