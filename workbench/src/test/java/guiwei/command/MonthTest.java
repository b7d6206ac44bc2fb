package guiwei.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// The commands from end to end, over a few days of the invented merchant.
@TestInstance(Lifecycle.PER_CLASS)
class MonthTest {
  @TempDir private static Path folder;

  private Said demo = new Said(0, "", "");

  @BeforeAll
  void make_the_days() {
    demo = Said.when("demo", "--orders", "600", "--days", "5", "--out", demo().toString());
  }

  @Test
  void a_demo_shows_the_day_and_holds_it_against_the_truth() {
    assertEquals("", demo.err().replaceFirst("Making.*\\R", ""));
    assertEquals(Exit.CLEAN, demo.code());
    assertTrue(demo.out().contains("0.00"));
    assertTrue(demo.out().contains("precision"));
    assertTrue(demo.out().contains("report.html"));
  }

  @Test
  void every_result_file_is_written() {
    for (String file : Report.FILES) {
      assertTrue(Files.exists(demo().resolve("result").resolve(file)), file);
    }
  }

  @Test
  void the_same_files_give_the_same_bytes_whatever_the_threads() throws IOException {
    Said.when("reconcile", in(), "--out", folder.resolve("1").toString(), "--threads", "1");
    Said.when("reconcile", in(), "--out", folder.resolve("3").toString(), "--threads", "3");
    for (String file : List.of("discrepancies.csv", "matches.csv", "proof.json")) {
      assertArrayEquals(
          Files.readAllBytes(folder.resolve("1").resolve(file)),
          Files.readAllBytes(folder.resolve("3").resolve(file)),
          file);
    }
  }

  @Test
  void discrepancies_are_answered_with_1_unless_nobody_wants_to_hear_of_them() {
    String out = folder.resolve("codes").toString();
    assertEquals(1, Said.when("reconcile", in(), "--out", out).code());
    assertEquals(0, Said.when("reconcile", in(), "--out", out, "--fail-on", "none").code());
    assertEquals(2, Said.when("reconcile", in(), "--out", out, "--fail-on", "nothing").code());
  }

  @Test
  void what_is_not_there_is_answered_with_2_and_the_rest_is_reconciled() {
    Said said =
        Said.when("reconcile", in(), in() + "-no", "--out", folder.resolve("no").toString());
    assertEquals(2, said.code());
    assertTrue(said.out().contains("-no"));
    assertTrue(Files.exists(folder.resolve("no/report.html")));
  }

  @Test
  void json_is_one_object_and_nothing_else() {
    Said said = Said.when("reconcile", in(), "--json", "--out", folder.resolve("json").toString());
    assertTrue(said.out().startsWith("{") && said.out().strip().endsWith("}"));
    assertEquals(1, said.out().lines().count());
  }

  @Test
  void a_discrepancy_and_a_matched_order_are_explained() throws IOException {
    String out = demo().resolve("result").toString();
    Told first = Told.of(lines(out, "discrepancies.jsonl").getFirst());
    Said wrong = Said.when("explain", first.text("id"), "--out", out);
    assertTrue(wrong.out().contains(first.text("reason_en")));
    List<String> match = Explain.cells(lines(out, "matches.csv").get(1));
    Said right = Said.when("explain", match.get(3).split(";", -1)[0], "--out", out);
    assertTrue(right.out().contains(match.get(1)));
    assertEquals(2, Said.when("explain", "nobody", "--out", out).code());
  }

  @Test
  void a_number_is_explained_however_result_files_had_to_write_it() throws IOException {
    Path out = Files.createDirectories(folder.resolve("odd"));
    Files.writeString(out.resolve("discrepancies.jsonl"), "");
    Files.writeString(
        out.resolve("matches.csv"),
        """
        group,rule,answer,receipts,orders,amount_minor,currency
        m1,order-number,unique,W1,'=A%3B7,100,CNY
        m2,payout,unique,B2,,200,CNY
        """);
    Said odd = Said.when("explain", "=A;7", "--out", out.toString());
    assertTrue(odd.out().contains("m1") && odd.out().contains("=A;7"), odd.out());
    assertEquals(2, Said.when("explain", "", "--out", out.toString()).code());
  }

  @Test
  void a_folder_that_holds_something_else_is_not_made_into_a_demo() throws IOException {
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(other.resolve("mine.txt"), "mine");
    assertEquals(2, Said.when("demo", "--out", other.toString()).code());
    assertTrue(Files.exists(other.resolve("mine.txt")));
  }

  private static List<String> lines(String folder, String file) throws IOException {
    return Files.readAllLines(Path.of(folder, file));
  }

  private static Path demo() {
    return folder.resolve("demo");
  }

  private static String in() {
    return demo().resolve("month/in").toString();
  }
}
