package guiwei.bench.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {
  @TempDir Path folder = Path.of("");

  @Test
  void quoted_values_keep_commas_quotes_and_line_ends() throws IOException {
    assertEquals(
        List.of("[a, x,y \"z\"\nw, ]", "[b, , last]"),
        read("one,two,three\na,\"x,y \"\"z\"\"\nw\",\r\nb,,last\n"));
  }

  @Test
  void a_byte_order_mark_is_not_part_of_the_first_heading() throws IOException {
    List<String> ids = new ArrayList<>();
    Csv.read(file("\uFEFFid,x\n7,8\n"), line -> ids.add(line.get("id")));
    assertEquals(List.of("7"), ids);
  }

  @Test
  void lists_are_split_at_semicolons_and_empty_ones_are_empty() throws IOException {
    List<List<String>> lists = new ArrayList<>();
    Csv.read(file("a,b\nx;y; z,\n"), line -> lists.add(line.list("a")));
    Csv.read(file("a,b\nx;y; z,\n"), line -> lists.add(line.list("b")));
    assertEquals(List.of(List.of("x", "y", "z"), List.of()), lists);
  }

  @Test
  void a_missing_column_is_a_failure_that_names_it() throws IOException {
    Path file = file("a\n1\n");
    var failure =
        assertThrows(
            IllegalArgumentException.class, () -> Csv.read(file, line -> line.get("kind")));
    assertEquals(file + " has no column kind", failure.getMessage());
  }

  private List<String> read(String text) throws IOException {
    List<String> rows = new ArrayList<>();
    Csv.read(file(text), line -> rows.add(line.fields().toString()));
    return rows;
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("file.csv"), text);
  }
}
