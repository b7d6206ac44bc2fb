package guiwei.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import guiwei.outcome.Match;
import guiwei.outcome.MatchSink;
import guiwei.table.Currencies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatchFilesTest {
  @TempDir Path folder;

  @Test
  void a_match_is_one_line() throws Exception {
    write(
        List.of(
            new Match(
                "m-1", "order-number", "unique", List.of("4200001"), List.of("A1"), 12_800, "CNY"),
            new Match(
                "m-2",
                "split",
                "several",
                List.of("4200002", "4200003"),
                List.of("A2", "A3", "A4"),
                -5,
                "JPY"),
            new Match("m-3", "interest", "unique", List.of("77"), List.of(), 0, "CNY")));
    assertEquals(
        """
        group,rule,answer,receipts,orders,amount_minor,currency
        m-1,order-number,unique,4200001,A1,12800,CNY
        m-2,split,several,4200002;4200003,A2;A3;A4,-5,JPY
        m-3,interest,unique,77,,0,CNY
        """,
        csv().replace("\r\n", "\n"));
  }

  @Test
  void a_hostile_number_is_quoted_and_never_a_formula() throws Exception {
    write(
        List.of(
            new Match("=1+1", "split", "unique", List.of("-12.30", "a;b"), List.of(), 1, "CNY"),
            new Match("a,\"b\"", "split", "unique", List.of("@x", "+86"), List.of(), 2, "CNY"),
            new Match("订单-１", "split", "unique", List.of("a\nb"), List.of("-x"), 3, "CNY")));
    assertEquals(
        """
        group,rule,answer,receipts,orders,amount_minor,currency
        '=1+1,split,unique,-12.30;a%3Bb,,1,CNY
        "a,""b""\",split,unique,'@x;+86,,2,CNY
        订单-１,split,unique,"a
        b",'-x,3,CNY
        """,
        csv().replace("\r\n", "\n"));
  }

  @Test
  void bytes_that_are_no_utf_8_do_not_spoil_the_files() throws Exception {
    try (MatchFiles files = MatchFiles.open(folder)) {
      try (MatchSink.Part part = files.part(0)) {
        byte[] gbk = {(byte) 0xB6, (byte) 0xA9, 'A', '1'};
        part.group(gbk, 0, gbk.length);
        part.end("split", "unique", 1, Currencies.CNY);
      }
      files.finish();
    }
    assertEquals(1, rows("select * from read_parquet('%s')", "matches.parquet").size());
  }

  @Test
  void another_reader_finds_the_same_in_both_files() throws Exception {
    List<Match> matches = random(30_000, 7);
    write(matches);
    List<String> expected = matches.stream().map(MatchFilesTest::text).toList();
    same(expected, rows("select * from read_parquet('%s')", "matches.parquet"));
    same(
        expected,
        rows(
            "select * replace (coalesce(receipts, '') as receipts,"
                + " coalesce(orders, '') as orders) from"
                + " read_csv('%s', all_varchar = true)",
            "matches.csv"));
  }

  @Test
  void many_threads_and_little_memory_make_the_same_bytes() throws Exception {
    List<Match> matches = random(60_000, 11);
    write(matches);
    byte[] csv = Files.readAllBytes(folder.resolve("matches.csv"));
    byte[] parquet = Files.readAllBytes(folder.resolve("matches.parquet"));
    for (int limit : new int[] {0, 3, 100}) {
      inParallel(matches, limit);
      assertArrayEquals(csv, Files.readAllBytes(folder.resolve("matches.csv")));
      assertArrayEquals(parquet, Files.readAllBytes(folder.resolve("matches.parquet")));
    }
  }

  @Test
  void a_day_without_matches_has_files_too() throws Exception {
    write(List.of());
    assertEquals(List.of(), rows("select * from read_parquet('%s')", "matches.parquet"));
    assertEquals(String.join(",", MatchFiles.COLUMNS) + "\r\n", csv());
  }

  @Test
  void what_is_not_finished_leaves_nothing_behind() throws IOException {
    try (MatchFiles files = MatchFiles.open(folder)) {
      files.part(1).close();
      assertThrows(IllegalStateException.class, files::finish);
    }
    assertEquals(0, Objects.requireNonNull(folder.toFile().list()).length);
  }

  /// Parts of 10,000 matches, filled from the last to the first.
  private void inParallel(List<Match> matches, int limit) throws Exception {
    try (MatchFiles files = new MatchFiles(folder, limit);
        var threads = Executors.newFixedThreadPool(3)) {
      List<Future<?>> running = new ArrayList<>();
      for (int part = matches.size() / 10_000 - 1; part >= 0; part--) {
        int number = part;
        running.add(
            threads.submit(
                () -> {
                  fill(files, number, matches.subList(number * 10_000, (number + 1) * 10_000));
                  return number;
                }));
      }
      for (Future<?> part : running) {
        part.get();
      }
      files.finish();
    }
  }

  private void write(List<Match> matches) throws IOException {
    try (MatchFiles files = MatchFiles.open(folder)) {
      int parts = Math.max(1, matches.size() / 10_000);
      for (int part = 0; part < parts; part++) {
        fill(
            files,
            part,
            matches.subList(
                Math.min(matches.size(), part * 10_000),
                part == parts - 1 ? matches.size() : (part + 1) * 10_000));
      }
      files.finish();
    }
  }

  private static void fill(MatchFiles files, int number, List<Match> matches) throws IOException {
    try (MatchSink.Part part = files.part(number)) {
      for (Match match : matches) {
        part.add(match);
      }
    }
  }

  private static List<Match> random(int count, long seed) {
    Random random = new Random(seed);
    List<String> rules = List.of("order-number", "split", "merge", "till", "payout");
    List<String> answers = List.of("unique", "several", "stopped at the limit");
    List<Match> matches = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean plain = random.nextInt(10) > 0;
      matches.add(
          new Match(
              "g" + Long.toHexString(random.nextLong()),
              rules.get(plain ? 0 : random.nextInt(rules.size())).transform(String::new),
              answers.get(plain ? 0 : random.nextInt(answers.size())),
              numbers(random, "42000", plain ? 1 : random.nextInt(4)),
              numbers(random, random.nextBoolean() ? "SO-" : "O", plain ? 1 : random.nextInt(3)),
              random.nextLong() >> random.nextInt(64),
              random.nextInt(50) == 0 ? "HKD" : "CNY"));
    }
    return matches;
  }

  private static List<String> numbers(Random random, String prefix, int count) {
    return random
        .longs(count, 0, 1L << (1 + random.nextInt(60)))
        .mapToObj(n -> prefix + n)
        .toList();
  }

  private static String text(Match match) {
    return String.join(
        "|",
        match.group(),
        match.rule(),
        match.answer(),
        String.join(";", match.receipts()),
        String.join(";", match.orders()),
        Long.toString(match.amountMinor()),
        match.currency());
  }

  /// A difference prints one row, not all of them.
  private static void same(List<String> expected, List<String> found) {
    assertEquals(expected.size(), found.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i), found.get(i));
    }
  }

  private List<String> rows(String query, String file) throws SQLException {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        var statement = duck.createStatement();
        ResultSet found = statement.executeQuery(query.formatted(folder.resolve(file)))) {
      List<String> rows = new ArrayList<>();
      while (found.next()) {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column <= MatchFiles.COLUMNS.size(); column++) {
          cells.add(found.getString(column));
        }
        rows.add(String.join("|", cells));
      }
      return rows;
    }
  }

  private String csv() throws IOException {
    return Files.readString(folder.resolve("matches.csv"), StandardCharsets.UTF_8);
  }
}
