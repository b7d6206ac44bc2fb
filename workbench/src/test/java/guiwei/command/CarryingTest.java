package guiwei.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.world.Setting;
import guiwei.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// However the files of some days are given, run after run, the state in the end is that of one run
/// over all of them, byte by byte.
class CarryingTest {
  private static final List<String> STATE =
      List.of("discrepancies.csv", "discrepancies.jsonl", "matches.csv", "proof.json");

  @TempDir private static Path folder;
  private static List<Path> files = List.of();

  @BeforeAll
  static void make_the_days() throws IOException {
    World.make(Setting.standard().orders(600).days(5).seed(21), folder.resolve("w"));
    files = under(folder.resolve("w/in"));
    reconcile("once", files);
  }

  private static List<Path> under(Path in) throws IOException {
    try (Stream<Path> all = Files.walk(in)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /// The files of each day in a run of their own, in any order; one file comes late and one again.
  @Test
  void days_in_any_order_come_to_the_state_of_one_run() throws IOException {
    for (long seed = 1; seed <= 2; seed++) {
      Random random = new Random(seed);
      List<List<Path>> runs = new ArrayList<>(List.of(list(), list(), list()));
      for (Path file : files) {
        runs.get(Math.floorMod(day(file) + (int) seed, 3)).add(file);
      }
      Collections.shuffle(runs, random);
      Path late = runs.getFirst().remove(random.nextInt(runs.getFirst().size()));
      runs.add(list());
      runs.getLast().add(late);
      runs.getLast().add(files.get(random.nextInt(files.size())));
      for (List<Path> run : runs) {
        reconcile("days" + seed, run, "--carryover", carry("days" + seed));
      }
      same("once", "days" + seed);
    }
  }

  /// The day in the file's name, or the first of the month.
  private static int day(Path file) {
    String digits = file.getFileName().toString().replaceAll("\\D", "");
    return digits.length() >= 8 ? Integer.parseInt(digits.substring(6, 8)) : 1;
  }

  private static List<Path> list() {
    return new ArrayList<>();
  }

  @Test
  void a_run_over_the_last_days_again_changes_nothing() throws IOException {
    String carry = carry("again");
    reconcile("again", files, "--carryover", carry);
    Said said = reconcile("again", files.subList(3, files.size()), "--carryover", carry);
    assertTrue(said.err().contains("0 discrepancies new, 0 gone"), said.err());
    same("once", "again");
    assertEquals(1, reconcile("again", List.of(), "--carryover", carry).code());
    same("once", "again");
  }

  @Test
  void a_corrected_file_comes_to_the_state_of_a_run_with_it_alone() throws IOException {
    Path journal = files.stream().filter(f -> f.toString().contains("terminals")).findFirst().get();
    byte[] right = Files.readAllBytes(journal);
    String text = Files.readString(journal);
    String[] lines = text.split("\n", -1);
    lines[1] = lines[1].replaceFirst("(\\d+)\\.(\\d\\d)", "$1$1.$2");
    Files.writeString(journal, String.join("\n", lines));
    try {
      reconcile("wrong", files, "--carryover", carry("wrong"));
      Files.write(journal, right);
      Said said = reconcile("wrong", List.of(journal), "--carryover", carry("wrong"));
      assertTrue(said.err().contains("takes the place of"), said.err());
    } finally {
      Files.write(journal, right);
    }
    same("once", "wrong");
  }

  /// Killed whenever, the next run comes to the same state.
  @Test
  void a_run_that_is_killed_leaves_a_state_to_go_on_from() throws Exception {
    String carry = carry("killed");
    reconcile("killed", files.subList(0, 12), "--carryover", carry);
    for (int wait : List.of(600, 1100, 1600)) {
      Process process =
          new ProcessBuilder(command(files, "killed", carry))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("killed.txt").toFile())
              .start();
      process.waitFor(wait, TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
    }
    reconcile("killed", files, "--carryover", carry);
    same("once", "killed");
  }

  private static List<String> command(List<Path> paths, String out, String carry) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-cp", System.getProperty("java.class.path"), "guiwei.command.Main"));
    words.add("reconcile");
    paths.forEach(path -> words.add(path.toString()));
    words.addAll(List.of("--out", folder.resolve(out).toString(), "--carryover", carry));
    return words;
  }

  @Test
  void what_was_decided_holds_over_runs() throws IOException {
    List<String> first =
        Explain.cells(Files.readAllLines(folder.resolve("once/discrepancies.csv")).get(1));
    Path decisions = folder.resolve("decisions.csv");
    Files.writeString(
        decisions,
        "decision,receipts,orders\nnot_an_error," + first.get(9) + "," + first.get(10) + "\n");
    String file = decisions.toString();
    reconcile("decided", files, "--decisions", file);
    reconcile("later", files.subList(0, 9), "--carryover", carry("later"), "--decisions", file);
    reconcile("later", files, "--carryover", carry("later"), "--decisions", file);
    same("decided", "later");
  }

  @Test
  void what_began_before_the_days_that_are_kept_is_no_longer_reported() throws IOException {
    Path old = bank("old.csv", "2026-01-05", "OLD1");
    Path young = bank("young.csv", "2026-03-02", "NEW1");
    String carry = carry("kept");
    reconcile("kept", List.of(old, orders()), "--carryover", carry);
    String all = Files.readString(folder.resolve("kept/discrepancies.csv"));
    assertTrue(all.contains("OLD1"), all);
    reconcile("kept", List.of(young), "--carryover", carry, "--keep", "30");
    String kept = Files.readString(folder.resolve("kept/discrepancies.csv"));
    assertTrue(kept.contains("NEW1") && !kept.contains("OLD1"), kept);
  }

  private static Path orders() {
    return folder.resolve("w/in/orders.csv");
  }

  private static Path bank(String name, String day, String number) throws IOException {
    return Files.writeString(
        folder.resolve(name),
        "交易时间,收入,支出,余额,对方户名,对方账号,摘要,交易流水号\n"
            + (day + " 11:00:00,13.00,,113.00,张三,6222000000000001,早餐," + number + "\n"));
  }

  @Test
  void a_folder_that_cannot_be_used_is_refused() throws IOException {
    Path mine = Files.createDirectories(folder.resolve("mine"));
    Files.writeString(mine.resolve("mine.txt"), "mine");
    Said said = reconcile("refused", files, "--carryover", mine.toString());
    assertEquals(Exit.BAD_INPUT, said.code());
    assertTrue(said.err().contains("name a new folder"), said.err());
    assertEquals(Exit.BAD_INPUT, reconcile("refused", files, "--keep", "30").code());
    assertEquals(Exit.BAD_INPUT, reconcile("refused", List.of()).code());
  }

  private static String carry(String name) {
    return folder.resolve(name + "-carry").toString();
  }

  private static Said reconcile(String out, List<Path> paths, String... options) {
    List<String> words = new ArrayList<>(List.of("reconcile"));
    paths.forEach(path -> words.add(path.toString()));
    words.addAll(List.of("--out", folder.resolve(out).toString()));
    words.addAll(List.of(options));
    return Said.when(words.toArray(new String[0]));
  }

  private static void same(String expected, String actual) throws IOException {
    for (String file : STATE) {
      Path one = folder.resolve(expected).resolve(file);
      Path other = folder.resolve(actual).resolve(file);
      assertEquals(-1, Files.mismatch(one, other), actual + " " + file);
    }
  }
}
