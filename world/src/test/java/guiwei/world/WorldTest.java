package guiwei.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WorldTest {
  @TempDir Path dir;

  private static Setting small(long seed) {
    return Setting.standard().orders(900).days(12).seed(seed);
  }

  @Test
  void the_same_seed_gives_the_same_bytes() throws IOException {
    World.make(small(5), dir.resolve("one"));
    World.make(small(5), dir.resolve("two"));
    World.make(small(6), dir.resolve("three"));
    assertEquals(bytes(dir.resolve("one")), bytes(dir.resolve("two")));
    assertFalse(bytes(dir.resolve("one")).equals(bytes(dir.resolve("three"))));
  }

  private static Map<String, Integer> bytes(Path root) throws IOException {
    Map<String, Integer> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found.put(
            root.relativize(file).toString(), java.util.Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return found;
  }

  @Test
  void other_words_tell_the_same_truth() throws IOException {
    World.make(small(5), dir.resolve("own"));
    World.make(small(5).otherWords(true), dir.resolve("other"));
    assertEquals(bytes(dir.resolve("own/truth")), bytes(dir.resolve("other/truth")));
    assertFalse(bytes(dir.resolve("own/in")).equals(bytes(dir.resolve("other/in"))));
  }

  @Test
  void a_folder_with_something_in_it_is_left_alone() throws IOException {
    Files.createDirectories(dir.resolve("full/in"));
    assertThrows(IllegalArgumentException.class, () -> World.make(small(1), dir.resolve("full")));
  }

  @Test
  void every_kind_of_mistake_happens_within_a_month() throws IOException {
    Told told = Told.of(Setting.standard().seed(3), dir);
    Set<String> kinds =
        told.truth("discrepancies.csv").stream()
            .map(row -> row.get("kind"))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> all = new TreeSet<>();
    for (Wrong kind : Wrong.values()) {
      all.add(kind.name());
    }
    assertEquals(all, kinds);
    long orders = told.orders().size();
    long wrong = told.truth("discrepancies.csv").size();
    assertTrue(wrong > orders * 0.015 && wrong < orders * 0.025, wrong + " of " + orders);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void the_truth_names_only_what_the_files_hold(long seed) throws IOException {
    Told told = Told.of(Setting.hard().orders(900).days(12).seed(seed), dir);
    Map<String, Told.Row> receipts = new TreeMap<>();
    for (Told.Row row : told.truth("receipts.csv")) {
      assertEquals(null, receipts.put(row.get("receipt"), row), "twice: " + row);
    }
    Set<String> orders = new HashSet<>();
    for (Told.Row row : told.orders()) {
      assertTrue(orders.add(row.get("order_no") + row.get("订单号")), "twice: " + row);
    }
    for (String file : List.of("discrepancies.csv", "matches.csv", "lookalikes.csv")) {
      for (Told.Row row : told.truth(file)) {
        assertTrue(receipts.keySet().containsAll(Told.list(row.get("receipts"))), row::toString);
        assertTrue(orders.containsAll(Told.list(row.get("orders"))), row::toString);
      }
    }
    String everything = String.join("\n", told.texts().values());
    Set<String> words = new HashSet<>(List.of(everything.split("[^0-9A-Za-z]+")));
    for (Told.Row row : receipts.values()) {
      String id = row.get("receipt");
      boolean till = "card".equals(row.get("channel"));
      List<String> parts = till ? List.of(id.split("-")) : List.of(id);
      assertTrue(words.contains(parts.getFirst()), row::toString);
      assertTrue(words.contains(parts.getLast()), row::toString);
    }
  }

  @Test
  void each_receipt_is_in_one_match_or_one_mistake_at_most() throws IOException {
    Told told = Told.of(small(9), dir);
    Set<String> matched = new HashSet<>();
    for (Told.Row row : told.truth("matches.csv")) {
      for (String receipt : Told.list(row.get("receipts"))) {
        assertTrue(matched.add(receipt), "matched twice: " + row);
      }
    }
    Set<String> stay = Set.of("FEE_DIFFERS", "REFUND_MISSING", "PAYOUT_DIFFERS");
    for (Told.Row row : told.truth("discrepancies.csv")) {
      List<String> receipts = Told.list(row.get("receipts"));
      String primary = row.get("primary_receipt");
      assertTrue(
          primary.isEmpty() ? receipts.isEmpty() : receipts.contains(primary), row::toString);
      if (!stay.contains(row.get("kind"))) {
        assertTrue(receipts.stream().noneMatch(matched::contains), "also matched: " + row);
      }
    }
  }

  @Test
  void amounts_are_positive_where_the_merchant_holds_too_much() throws IOException {
    Told told = Told.of(Setting.standard().orders(8_000).seed(12), dir);
    Set<String> either = Set.of("FEE_DIFFERS", "PAYOUT_DIFFERS");
    Set<String> minus = Set.of("UNDERPAID", "MISSING_RECEIPT", "REFUND_TWICE", "REFUND_RECHARGE");
    for (Told.Row row : told.truth("discrepancies.csv")) {
      long amount = Long.parseLong(row.get("amount_minor"));
      assertTrue(amount != 0, row::toString);
      if (!either.contains(row.get("kind"))) {
        assertEquals(minus.contains(row.get("kind")), amount < 0, row::toString);
      }
    }
  }

  @Test
  void nothing_in_the_files_tells_the_truth() throws IOException {
    Told told = Told.of(small(21), dir);
    Set<String> secrets = new TreeSet<>();
    told.truth("discrepancies.csv").forEach(row -> secrets.add(row.get("case")));
    told.truth("discrepancies.csv").forEach(row -> secrets.add(row.get("kind")));
    told.truth("discrepancies.csv").forEach(row -> secrets.add(row.get("subtype")));
    told.truth("lookalikes.csv").forEach(row -> secrets.add(row.get("subtype")));
    // The only subtypes that are also plain words of a file.
    secrets.removeAll(Set.of("card", "cash", "split"));
    for (Map.Entry<String, String> file : told.texts().entrySet()) {
      for (String secret : secrets) {
        assertFalse(file.getValue().contains(secret), file.getKey() + " says " + secret);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {13, 14})
  void what_belongs_together_comes_to_what_is_due(long seed) throws IOException {
    Told told = Told.of(Setting.hard().orders(6_000).days(12).seed(seed), dir);
    Map<String, Long> due = new TreeMap<>();
    for (Told.Row row : told.orders()) {
      due.put(
          row.get("order_no") + row.get("订单号"),
          Told.minor(row.get("amount_due") + row.get("应收金额")));
    }
    Map<String, Long> received = new TreeMap<>();
    for (Told.Row row : told.truth("receipts.csv")) {
      received.put(row.get("receipt"), Long.parseLong(row.get("amount_minor")));
    }
    Set<String> exact =
        Set.of(
            "plain",
            "repeat_purchase",
            "queue_at_one_price",
            "split",
            "split_in_equal_halves",
            "merged",
            "deposit_and_balance",
            "coupon",
            "relative_pays",
            "company_pays",
            "preauthorised",
            "reinstated",
            "duplicate_already_refunded",
            "till_correction",
            "shared_sub_merchant",
            "two_orders_each_right",
            "paid_next_day");
    for (Told.Row row : told.truth("matches.csv")) {
      if (exact.contains(row.get("subtype"))) {
        assertEquals(
            sum(due, row.get("orders")), sum(received, row.get("receipts")), row::toString);
      }
    }
    for (Told.Row row : told.truth("discrepancies.csv")) {
      if (Set.of("OVERPAID", "UNDERPAID").contains(row.get("kind"))) {
        long more = sum(received, row.get("receipts")) - sum(due, row.get("orders"));
        assertEquals(more, Long.parseLong(row.get("amount_minor")), row::toString);
      }
    }
  }

  private static long sum(Map<String, Long> amounts, String names) {
    return Told.list(names).stream().mapToLong(name -> amounts.getOrDefault(name, 0L)).sum();
  }
}
