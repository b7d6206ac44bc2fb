package guiwei.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.world.Setting;
import guiwei.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Decisions over a few days of the invented merchant.
class DecidingTest {
  @TempDir private static Path folder;

  @BeforeAll
  static void make_the_days() throws IOException {
    World.make(Setting.standard().orders(1_000).days(4).seed(5), folder.resolve("w"));
    run("before", "decision\n");
  }

  @Test
  void every_discrepancy_can_be_decided_away_and_every_cent_still_has_its_place()
      throws IOException {
    List<String> rows = new ArrayList<>(Files.readAllLines(out("before", "discrepancies.csv")));
    assertTrue(rows.size() > 10);
    String marked =
        rows.stream().skip(1).map(row -> "不是差错," + row).collect(Collectors.joining("\n"));
    Said said = run("all", "decision," + rows.getFirst() + "\n" + marked + "\n");
    assertEquals(Exit.CLEAN, said.code(), said.out() + said.err());
    assertEquals(1, Files.readAllLines(out("all", "discrepancies.csv")).size());
    assertTrue(Files.readString(out("all", "matches.csv")).contains(",decision,unique,"));
    assertTrue(said.out().contains("0.00"));
  }

  @Test
  void one_decision_takes_away_one_story_and_nothing_else() throws IOException {
    List<String> rows = Files.readAllLines(out("before", "discrepancies.csv"));
    List<String> first = Explain.cells(rows.get(1));
    run(
        "one",
        "decision,receipts,orders\nnot_an_error," + first.get(9) + "," + first.get(10) + "\n");
    List<String> after = Files.readAllLines(out("one", "discrepancies.csv"));
    List<String> expected = new ArrayList<>(rows);
    expected.removeIf(
        row -> Explain.cells(row).get(8).equals(first.get(8)) && row.contains(first.get(1)));
    assertEquals(expected, after);
  }

  /// Whatever people join, it is matched or told, and the proof holds: it cannot be made otherwise.
  @Test
  void any_receipts_and_orders_may_be_joined() throws IOException {
    List<String> receipts = new ArrayList<>();
    List<String> orders = new ArrayList<>();
    for (String row : Files.readAllLines(out("before", "matches.csv")).stream().skip(1).toList()) {
      receipts.addAll(List.of(Explain.cells(row).get(3).split(";")));
      orders.addAll(List.of(Explain.cells(row).get(4).split(";")));
    }
    for (String row : Files.readAllLines(out("before", "discrepancies.csv"))) {
      receipts.addAll(List.of(Explain.cells(row).get(9).split(";")));
      orders.addAll(List.of(Explain.cells(row).get(10).split(";")));
    }
    receipts.removeIf(text -> text.isEmpty() || text.equals("receipts"));
    orders.removeIf(text -> text.isEmpty() || text.equals("orders"));
    for (int seed = 1; seed <= 3; seed++) {
      Said said = run("any" + seed, joined(receipts, orders, new Random(seed)));
      assertTrue(said.code() <= Exit.DISCREPANCIES, said.err());
      assertFalse(Files.readString(out("any" + seed, "proof.json")).contains("\"decisions\":[]"));
    }
  }

  /// Facts drawn without putting back, so that no decision contradicts another.
  private static String joined(List<String> receipts, List<String> orders, Random random) {
    var pool = new ArrayList<>(receipts.stream().distinct().toList());
    var owed = new ArrayList<>(orders.stream().distinct().toList());
    var text = new StringBuilder("decision,receipts,orders\n");
    for (int i = 0; i < 60; i++) {
      List<String> some = draw(pool, 1 + random.nextInt(3), random);
      text.append("together,").append(String.join(";", some)).append(',');
      text.append(String.join(";", draw(owed, 1 + random.nextInt(2), random))).append('\n');
    }
    return text.toString();
  }

  private static List<String> draw(List<String> pool, int count, Random random) {
    var drawn = new ArrayList<String>();
    for (int i = 0; i < count && !pool.isEmpty(); i++) {
      drawn.add(pool.remove(random.nextInt(pool.size())));
    }
    return drawn;
  }

  @Test
  void a_decision_about_another_day_is_told_and_no_error() throws IOException {
    Said said = run("other", "decision,receipts\nnot_an_error,W-of-another-day\n");
    assertEquals(Exit.DISCREPANCIES, said.code());
    assertTrue(said.err().contains("1 of 1 decisions"), said.err());
  }

  @Test
  void a_file_that_cannot_be_followed_is_refused_before_anything_is_read() throws IOException {
    Said said = run("no", "decision,receipts,orders\ntogether,W1,A1\ntogether,W1,A2\n");
    assertEquals(Exit.BAD_INPUT, said.code());
    assertTrue(said.err().contains("line 3, column receipts: \"W1\""), said.err());
    assertTrue(said.err().contains("on line 2"), said.err());
    assertFalse(Files.exists(folder.resolve("no")));
    Said gone = Said.when("reconcile", in(), "--decisions", folder.resolve("gone").toString());
    assertEquals(Exit.BAD_INPUT, gone.code());
  }

  private static Said run(String name, String decisions) throws IOException {
    Path file = folder.resolve(name + "-decisions.csv");
    Files.writeString(file, decisions);
    String out = folder.resolve(name).toString();
    return Said.when("reconcile", in(), "--out", out, "--decisions", file.toString());
  }

  private static String in() {
    return folder.resolve("w/in").toString();
  }

  private static Path out(String name, String file) {
    return folder.resolve(name).resolve(file);
  }
}
