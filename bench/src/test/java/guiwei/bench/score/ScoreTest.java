package guiwei.bench.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.outcome.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreTest {
  @TempDir Path folder = Path.of("");

  @Test
  void what_is_said_and_true_is_found() throws IOException {
    Score score =
        score(
            """
            truth   DUPLICATE_CHARGE  R2  R2  A1  -  yes
            truth   OVERPAID          R3  R3  A3  -  yes
            match   R1  A1
            ->
            says    DUPLICATE_CHARGE  0.98  R2  R2  A1  -
            says    OVERPAID          0.99  R3  R3  A3  -
            match   unique  R1  A1
            """);
    assertEquals(new Rates(2, 0, 0), score.all());
    assertEquals(0, score.automatic().wrong());
    assertEquals(new Score.Details(2, 2, 2, 2), score.details());
  }

  @Test
  void what_is_true_and_not_said_is_missed_with_its_subtype() throws IOException {
    Score score =
        score(
            """
            truth   OVERPAID   R3  R3  A3  -  yes
            ->
            """);
    assertEquals(Map.of(Kind.OVERPAID, new Rates(0, 0, 1)), score.byKind());
    assertEquals(Map.of("OVERPAID made", new Rates(0, 0, 1)), score.bySubtype());
    assertEquals(List.of("missed OVERPAID R3"), misses(score));
  }

  @Test
  void another_kind_on_the_same_receipt_is_one_mistake_and_one_miss_but_no_false_alarm()
      throws IOException {
    Score score =
        score(
            """
            truth   WRONG_ORDER       R2  R2  A1  A2  yes
            ->
            says    DUPLICATE_CHARGE  0.8  R2  R2  A1  -
            """);
    assertEquals(
        Map.of(
            Kind.WRONG_ORDER, new Rates(0, 0, 1),
            Kind.DUPLICATE_CHARGE, new Rates(0, 1, 0)),
        score.byKind());
    assertEquals(Map.of("WRONG_ORDER -> DUPLICATE_CHARGE", 1L), score.confusion());
    assertEquals(0, score.alarms());
  }

  @Test
  void the_first_of_two_payments_is_the_other_receipt_of_a_duplicate() throws IOException {
    Score score =
        score(
            """
            truth   DUPLICATE_CHARGE  R2  R2  A1  -  yes
            match   R1  A1
            ->
            says    DUPLICATE_CHARGE  0.8  R1  R1  A1  -
            """);
    assertEquals(Map.of("DUPLICATE_CHARGE -> the other receipt", 1L), score.confusion());
    assertEquals(new Rates(0, 1, 1), score.all());
  }

  @Test
  void something_said_where_nothing_is_wrong_is_a_false_alarm() throws IOException {
    Score score =
        score(
            """
            match   R1  A1
            match   R2  A2
            ->
            says    UNDERPAID  0.7  R1  R1  A1  -
            """);
    assertEquals(1, score.alarms());
    assertEquals(5_000, score.alarmsPer10000(), 1e-9);
  }

  @Test
  void the_same_thing_said_twice_is_one_hit_and_one_mistake() throws IOException {
    Score score =
        score(
            """
            truth   MISSING_RECEIPT  -  -  A1  -  yes
            ->
            says    MISSING_RECEIPT  0.9  -  -  A1     -
            says    MISSING_RECEIPT  0.9  -  -  A1;A2  -
            """);
    assertEquals(new Rates(1, 1, 0), score.all());
    assertEquals(0, score.alarms());
  }

  @Test
  void of_rivals_the_likeliest_counts_and_each_is_held_to_its_probability() throws IOException {
    Score score =
        score(
            """
            truth   UNIDENTIFIED   R9  R9  -  -  no
            ->
            says    UNIDENTIFIED   0.6  R9  R9  -   -
            says    WRONG_ACCOUNT  0.4  R9  R9  -   A7
            """);
    assertEquals(new Rates(1, 0, 0), score.all());
    assertEquals(new Rates(1, 0, 0), score.withoutNumber());
    assertEquals(0.4, score.calibration().error(), 1e-9);
  }

  @Test
  void rivals_of_one_kind_are_told_apart_by_their_orders() throws IOException {
    Score score =
        score(
            """
            truth   WRONG_ORDER   R9  R9  A1  A3  yes
            ->
            says    WRONG_ORDER   0.7  R9  R9  A1  A2
            says    WRONG_ORDER   0.3  R9  R9  A1  A3
            """);
    assertEquals(new Rates(1, 0, 0), score.all());
    assertEquals(0, score.details().orders());
    assertEquals(
        List.of(0.0, 1.0),
        score.calibration().bins().stream().map(Calibration.Bin::right).sorted().toList());
  }

  @Test
  void two_things_wrong_with_one_receipt_are_two_claims() throws IOException {
    Score score =
        score(
            """
            truth   OVERPAID      R9  R9  A1  -  yes
            truth   FEE_DIFFERS   R9  R9  A1  -  yes
            ->
            says    OVERPAID      0.98  R9  R9  A1  -
            says    FEE_DIFFERS   0.95  R9  R9  A1  -
            """);
    assertEquals(new Rates(2, 0, 0), score.all());
  }

  @Test
  void a_unique_match_that_the_truth_contradicts_is_wrong() throws IOException {
    Score score =
        score(
            """
            truth   DUPLICATE_CHARGE  R5  R5  A1  -   yes
            truth   WRONG_ORDER       R6  R6  A1  A2  yes
            truth   UNIDENTIFIED      R7  R7  -   -   yes
            match   R1        A1
            match   R2;R3     A3
            match   R4        A4;A5
            ->
            match   unique    R1      A1
            match   unique    R2;R3   A3
            match   unique    R4      A4;A5
            match   unique    R6      A2
            match   several   R4      A1
            match   unique    R5      A1
            match   unique    R6      A1
            match   unique    R7      -
            match   unique    R2      A3;A1
            match   unique    R1;R2   A1
            """);
    assertEquals(new Score.Automatic(10, 9, 5), score.automatic());
  }

  @Test
  void a_payment_and_its_refund_may_stand_together_without_the_order() throws IOException {
    String truth = "match R1;B1 A1\n->\n";
    assertEquals(0, score(truth + "match unique R1;B1 - 0").automatic().wrong());
    assertEquals(1, score(truth + "match unique R1 - 100").automatic().wrong());
  }

  @Test
  void the_order_of_rows_changes_nothing() throws IOException {
    String truth =
        """
        truth   OVERPAID      R1  R1  A1  -  yes
        truth   OVERPAID      R2  R2  A1  -  yes
        truth   UNDERPAID     R3  R3  A2  -  yes
        """;
    List<String> says =
        List.of(
            "says OVERPAID 0.9 R1 R1 A1 -",
            "says OVERPAID 0.9 R2 R2 A1 -",
            "says OVERPAID 0.9 R3 R3 A2 -",
            "says UNDERPAID 0.9 - R3 A2 -");
    Score one = score(truth + "->\n" + String.join("\n", says));
    Score other = score(truth + "->\n" + String.join("\n", says.reversed()));
    assertEquals(one.byKind(), other.byKind());
    assertEquals(misses(one), misses(other));
  }

  @Test
  void the_table_names_every_kind_and_gives_an_interval_where_counts_are_small()
      throws IOException {
    Score score =
        score(
            """
            truth   OVERPAID   R3  R3  A3  -  yes
            ->
            says    OVERPAID   0.9  R3  R3  A3  -
            """);
    String text = ScoreText.of("a small world", score, 20);
    assertTrue(text.contains("OVERPAID                  1     1.0000  1.0000  1.0000"), text);
    assertTrue(text.contains("R 0.21-1.00"), text);
  }

  private static List<String> misses(Score score) {
    return score.misses().stream()
        .map(miss -> miss.what() + " " + miss.kind() + " " + miss.where())
        .toList();
  }

  /// Writes both sides of `->` as files and scores them. `truth` rows: kind, primary receipt,
  /// receipts, orders, meant orders, numbered; `says` rows: kind, probability, primary receipt,
  /// receipts, orders, meant orders. A dash is nothing.
  private Score score(String table) throws IOException {
    String[] sides = table.split("->", -1);
    Path truth = Files.createDirectories(folder.resolve("truth"));
    Path run = Files.createDirectories(folder.resolve("run"));
    List<List<String>> planted = rows(sides[0], "truth");
    List<List<String>> matches = rows(sides[0], "match");
    write(
        truth.resolve("discrepancies.csv"),
        "case,kind,subtype,amount_minor,currency,primary_receipt,receipts,orders,meant_orders,"
            + "customer,numbered,note",
        planted.stream()
            .map(r -> "c,%s,made,100,CNY,%s,%s,%s,%s,,%s,".formatted(r.toArray()))
            .toList());
    write(
        truth.resolve("matches.csv"),
        "receipts,orders,subtype",
        matches.stream().map(r -> "%s,%s,plain".formatted(r.toArray())).toList());
    write(
        truth.resolve("receipts.csv"),
        "receipt,channel,what,subtype,amount_minor,currency,time",
        matches.stream().map(r -> r.getFirst() + ",wechat,match,plain,100,CNY,").toList());
    write(
        run.resolve("discrepancies.csv"),
        "id,kind,probability,amount_minor,currency,channel,account,store,primary_receipt,receipts,"
            + "orders,meant_orders,customer,customer_probability,first_time,reason_zh,reason_en",
        rows(sides[1], "says").stream()
            .map(r -> "d,%s,%s,100,CNY,wechat,,,%s,%s,%s,%s,,,,,".formatted(r.toArray()))
            .toList());
    write(
        run.resolve("matches.csv"),
        "group,rule,answer,receipts,orders,amount_minor,currency",
        rows(sides[1], "match").stream()
            .map(r -> "g,order-number,%s,%s,%s,".formatted(r.toArray()) + amount(r) + ",CNY")
            .toList());
    return Score.of(run, truth);
  }

  private static String amount(List<String> match) {
    return match.size() > 3 ? match.get(3) : "100";
  }

  private static List<List<String>> rows(String table, String first) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : table.lines().map(String::strip).toList()) {
      List<String> words =
          java.util.Arrays.stream(line.split(" +"))
              .map(word -> word.equals("-") ? "" : word)
              .collect(Collectors.toList());
      if (words.removeFirst().equals(first)) {
        rows.add(words);
      }
    }
    return rows;
  }

  private static void write(Path file, String header, List<String> rows) throws IOException {
    Files.writeString(file, header + "\n" + String.join("\n", rows) + "\n");
  }
}
