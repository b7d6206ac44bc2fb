package guiwei.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.outcome.Discrepancy;
import guiwei.outcome.FileReport;
import guiwei.outcome.MatchSink;
import guiwei.outcome.Progress;
import guiwei.outcome.Proof;
import guiwei.outcome.Result;
import guiwei.outcome.Settings;
import guiwei.profile.Profiles;
import guiwei.sift.Desk;
import guiwei.source.Limits;
import guiwei.source.Source;
import guiwei.source.Sources;
import guiwei.statement.Formats;
import guiwei.table.Layout;
import guiwei.world.Setting;
import guiwei.world.World;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds of any month, seen on an invented one with all formats and all kinds.
class WholeMonthTest {
  @TempDir static Path folder;
  private static Path in = Path.of(".");
  private static long orders;
  private static List<String> usual = List.of();

  @BeforeAll
  static void make() throws IOException {
    World.Made made =
        World.make(Setting.standard().orders(1_500).days(6).seed(11), folder.resolve("w"));
    in = made.in();
    orders = made.orders();
    usual = run(sources(in), 2);
  }

  @Test
  void every_file_is_read_and_foots() throws IOException {
    Result result = result(sources(in), 1, new ArrayList<>());
    for (FileReport file : result.files()) {
      assertEquals("", file.detail(), file.name());
      assertEquals(0, file.badRows(), file.name());
    }
  }

  @Test
  void received_is_matched_and_discrepant_and_in_suspense_to_the_cent() throws IOException {
    Result result = result(sources(in), 2, new ArrayList<>());
    long rows = 0;
    for (Proof.Received received : result.proof().received()) {
      assertEquals(
          received.receivedMinor(),
          received.matchedMinor() + received.discrepantMinor() + received.suspenseMinor());
      rows += received.rows();
    }
    assertTrue(rows > 1_000, "rows " + rows);
    long banked =
        result.proof().received().stream()
            .filter(r -> r.channel() == guiwei.table.Channel.BANK)
            .mapToLong(Proof.Received::rows)
            .sum();
    assertEquals(bankLines(), banked, "every line that brought money into a bank");
    long back = 0;
    for (Proof.GivenBack given : result.proof().givenBack()) {
      assertEquals(
          given.givenMinor(),
          given.matchedMinor() + given.discrepantMinor() + given.unexplainedMinor());
      back += given.rows();
    }
    assertTrue(back > 10, "given back " + back);
    assertEquals(
        orders, result.proof().expected().stream().mapToLong(Proof.Expected::orders).sum());
  }

  private static long bankLines() throws IOException {
    return Files.readAllLines(in.resolveSibling("truth").resolve("receipts.csv")).stream()
        .map(line -> line.split(",", -1))
        .filter(cells -> cells[1].equals("bank") && !cells[4].startsWith("-"))
        .count();
  }

  @Test
  void the_order_of_files_does_not_matter() throws IOException {
    for (long seed = 1; seed <= 3; seed++) {
      List<Source> shuffled = new ArrayList<>(sources(in));
      Collections.shuffle(shuffled, new Random(seed));
      assertEquals(usual, run(shuffled, 2), "seed " + seed);
    }
  }

  @Test
  void rows_that_do_not_fit_into_memory_change_nothing() throws IOException {
    for (long inMemory : new long[] {0, 100_000, Long.MAX_VALUE}) {
      assertEquals(usual, run(sources(in), 2, inMemory), inMemory + " bytes");
    }
  }

  @Test
  void of_many_bad_rows_the_same_ones_are_told_in_any_order_of_files() throws IOException {
    Path bad = Files.createDirectories(folder.resolve("bad"));
    for (String name : List.of("a.csv", "b.csv", "c.csv")) {
      Files.writeString(
          bad.resolve(name),
          "order_no,customer,store,amount_due,created_at,status\n"
              + (name + ",C1,S1,1.2.3,2026-03-01 10:00:00,paid\n").repeat(700));
    }
    List<Source> forward = sources(bad);
    String first = result(forward, 1, new ArrayList<>()).badRows().toString();
    assertEquals(first, result(forward.reversed(), 1, new ArrayList<>()).badRows().toString());
    assertEquals(first, result(forward.reversed(), 3, new ArrayList<>()).badRows().toString());
    assertTrue(first.contains("b.csv") && !first.contains("c.csv"), "the first thousand");
  }

  @Test
  void the_number_of_threads_does_not_matter() throws IOException {
    assertEquals(usual, run(sources(in), 1));
    assertEquals(usual, run(sources(in), 5));
  }

  @Test
  void the_same_file_under_another_name_changes_nothing() throws IOException {
    Path twice = folder.resolve("twice");
    Files.createDirectories(twice);
    try (var files = Files.walk(in)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = twice.resolve(in.relativize(file).toString().replace('/', '_'));
        Files.copy(file, copy);
        if (file.getFileName().toString().startsWith("orders")) {
          Files.copy(file, twice.resolve("again.csv"));
        }
      }
    }
    assertEquals(usual, run(sources(twice), 2));
  }

  @Test
  void rows_that_another_export_tells_of_as_well_change_nothing() throws IOException {
    Path more = Files.createDirectories(folder.resolve("overlapping"));
    try (var files = Files.walk(in)) {
      for (Path file : files.filter(path -> path.toString().matches(".*\\.(csv|txt)")).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        Path copy = more.resolve(in.relativize(file).toString().replace('/', '_'));
        Files.writeString(copy, text + "\n", StandardCharsets.ISO_8859_1);
      }
    }
    List<Source> sources = new ArrayList<>(sources(in));
    sources.addAll(sources(more));
    assertEquals(usual, run(sources, 2));
    assertEquals(usual, run(sources, 2, 0));
  }

  @Test
  void of_two_versions_of_an_order_the_same_one_counts_whatever_file_it_stands_in()
      throws IOException {
    String head = "order_no,customer,store,amount_due,created_at,status,channel,remark\n";
    String order = "ZZ777001,C9,S1,100.00,2026-03-02 10:00:00,paid,bank,";
    Path bank = folder.resolve("typed.csv");
    Files.writeString(
        bank,
        """
        交易时间,收入,支出,余额,对方户名,对方账号,摘要,交易流水号
        2026-03-02 11:00:00,90.00,,1000.00,某公司,6222000000000001,ZZ777001,ZZ1
        2026-04-20 11:00:00,,1.00,999.00,某供应商,6222000000000002,货款,ZZ2
        """);
    TreeSet<String> outcomes = new TreeSet<>();
    for (boolean swapped : new boolean[] {false, true}) {
      Path files = Files.createDirectories(folder.resolve("versions-" + swapped));
      Files.writeString(files.resolve(swapped ? "b.csv" : "a.csv"), head + order + "\n");
      Files.writeString(files.resolve(swapped ? "a.csv" : "b.csv"), head + order + "抹零10.00\n");
      List<Source> sources = new ArrayList<>(sources(files));
      sources.addAll(sources(bank));
      outcomes.add(run(sources, 2).toString());
      outcomes.add(run(sources.reversed(), 2).toString());
    }
    assertEquals(1, outcomes.size(), outcomes::toString);
  }

  @Test
  void rows_of_another_export_and_of_a_refused_file_count_nowhere_again() throws IOException {
    Path more = Files.createDirectories(folder.resolve("again"));
    StringBuilder unionpay = new StringBuilder();
    try (var files = Files.walk(in)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (file.toString().contains("unionpay")) {
          unionpay.append(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
        String name = in.relativize(file).toString().replace('/', '_');
        if (file.toString().contains("wechat") && name.endsWith(".csv")) {
          // one fen more in the totals: refused whole
          String bill = Files.readString(file);
          int end = bill.stripTrailing().length();
          char last = bill.charAt(end - 1);
          Files.writeString(
              more.resolve(name),
              bill.substring(0, end - 1) + (last == '0' ? '1' : '0') + bill.substring(end));
        }
      }
    }
    Files.writeString(more.resolve("up"), unionpay.toString(), StandardCharsets.ISO_8859_1);
    List<Source> sources = new ArrayList<>(sources(in));
    sources.addAll(sources(more));
    assertEquals(usual, run(sources, 2));
  }

  @Test
  void an_unrelated_order_changes_nothing_else() throws IOException {
    Path more = folder.resolve("more.csv");
    Files.writeString(
        more,
        """
        order_no,store,amount_due,created_at,status,channel
        XX9000000001,S999,12.34,2026-03-02 10:00:00,open,wechat
        """);
    List<Source> sources = new ArrayList<>(sources(in));
    sources.addAll(sources(more));
    assertEquals(usual, run(sources, 2));
  }

  @Test
  void an_unrelated_payout_and_an_unrelated_store_change_nothing_else() throws IOException {
    Path bank = folder.resolve("bank.csv");
    Files.writeString(
        bank,
        """
        交易时间,收入,支出,余额,对方户名,对方账号,摘要,交易流水号
        2026-03-02 11:00:00,,88.00,1000.00,某供应商,6222000000000001,货款,ZZ1
        """);
    Path stores = folder.resolve("stores-more.csv");
    Files.writeString(
        stores,
        """
        store,name,wechat_account,alipay_account,unionpay_account,bank_account,terminals
        S998,another,,,,,T9980001
        """);
    List<Source> sources = new ArrayList<>(sources(in));
    sources.addAll(sources(bank));
    sources.addAll(sources(stores));
    assertEquals(usual, run(sources, 2));
  }

  private static List<Source> sources(Path path) throws IOException {
    return Sources.find(List.of(path), Limits.DEFAULT).sources();
  }

  private static List<String> run(List<Source> sources, int threads) {
    return run(sources, threads, Desk.IN_MEMORY);
  }

  private static List<String> run(List<Source> sources, int threads, long inMemory) {
    List<String> told = new ArrayList<>();
    Result result = result(sources, threads, told, inMemory);
    for (Discrepancy d : result.discrepancies()) {
      told.add(
          "%s %s %.6f %d %s %s %s %s"
              .formatted(
                  d.id(),
                  d.kind(),
                  d.probability(),
                  d.amountMinor(),
                  d.primaryReceipt(),
                  d.receipts(),
                  d.orders(),
                  d.meantOrders()));
    }
    return told.stream().sorted().toList();
  }

  private static Result result(List<Source> sources, int threads, List<String> told) {
    return result(sources, threads, told, Desk.IN_MEMORY);
  }

  private static Result result(
      List<Source> sources, int threads, List<String> told, long inMemory) {
    List<Layout> layouts = new ArrayList<>(Formats.builtIn());
    layouts.addAll(Profiles.shipped().layouts());
    Settings settings = Settings.standard().withThreads(threads);
    return new Reconcile(settings, layouts, Progress.SILENT, inMemory).run(sources, new Kept(told));
  }

  /// Matches as lines of text.
  private record Kept(List<String> told) implements MatchSink {
    @Override
    public Part part(int number) {
      return new Part() {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void group(byte[] bytes, int from, int to) {
          add("", bytes, from, to);
        }

        @Override
        public void receipt(byte[] bytes, int from, int to) {
          add(" r ", bytes, from, to);
        }

        @Override
        public void order(byte[] bytes, int from, int to) {
          add(" o ", bytes, from, to);
        }

        private void add(String before, byte[] bytes, int from, int to) {
          text.append(before).append(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }

        @Override
        public void end(String rule, String answer, long amountMinor, int currency) {
          synchronized (told) {
            told.add(text + " " + rule + " " + answer + " " + amountMinor);
          }
          text.setLength(0);
        }

        @Override
        public void close() {}
      };
    }
  }
}
