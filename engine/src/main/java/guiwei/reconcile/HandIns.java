package guiwei.reconcile;

import guiwei.table.Book;
import guiwei.table.Channel;
import guiwei.table.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What somebody of ours collected and paid into our account in one sum: a courier's transfer at
/// the day's end is just what the cash orders beside his name come to, of one day or of days that
/// follow each other; a deposit of checks what is left of the orders by transfer or check.
final class HandIns {
  private static final Pattern APART = Pattern.compile("[^\\p{L}]+");
  private static final Pattern DEPOSIT =
      Pattern.compile("(?i)(?<!\\p{L})(deposit|checks?|cheques?)(?!\\p{L})|支票");
  private static final int SHORTEST = 2;
  private static final int MOST_DAYS = 7;

  private final Board board;

  HandIns(Board board) {
    this.board = board;
  }

  /// Cash that a courier or a seller transferred.
  void cash() {
    Map<String, List<Due>> byName = byName();
    if (!byName.isEmpty()) {
      free()
          .filter(p -> byName.containsKey(p.line.payerName))
          .forEach(
              paid -> settle(paid, byDay(byName.getOrDefault(paid.line.payerName, List.of())), 1));
    }
  }

  /// Cash orders by whom their words name, in order of time.
  private Map<String, List<Due>> byName() {
    Map<String, List<Due>> byName = new HashMap<>();
    for (Due due : board.openDues()) {
      if (due.order.channel == Channel.CASH && due.order.state != State.CANCELLED) {
        for (String word : APART.split(due.order.remark, -1)) {
          if (word.length() >= SHORTEST) {
            byName.computeIfAbsent(word, w -> new ArrayList<>()).add(due);
          }
        }
      }
    }
    byName.values().forEach(l -> l.sort(Comparator.comparingLong(d -> d.order.epochSecond)));
    return byName;
  }

  private Stream<Paid> free() {
    return board.loosePayments().stream()
        .filter(p -> p.line.book == Book.BANK && p.due == null && p.hint == null && !p.placed())
        .sorted(
            Comparator.comparingLong((Paid p) -> p.line.epochSecond).thenComparing(p -> p.line.id));
  }

  /// Deposits of checks: last, when whoever paid by himself has his order.
  void deposits() {
    List<Due> checks =
        board.openDues().stream()
            .filter(d -> d.order.channel == Channel.BANK && d.order.state == State.PAID)
            .sorted(Comparator.comparingLong(d -> d.order.epochSecond))
            .toList();
    if (!checks.isEmpty()) {
      Map<Integer, List<Due>> days = byDay(checks);
      free()
          .filter(p -> DEPOSIT.matcher(p.words() + " " + p.line.payerName).find())
          .forEach(paid -> settle(paid, days, 2));
    }
  }

  private Map<Integer, List<Due>> byDay(List<Due> dues) {
    return dues.stream()
        .filter(d -> d.order.hasTime)
        .collect(Collectors.groupingBy(d -> board.coverage.day(d.order.epochSecond)));
  }

  /// The days whose orders come to the amount, where no other days do.
  ///
  /// @param days orders by their day, those of a day in order of time
  /// @param least of how many orders
  private void settle(Paid paid, Map<Integer, List<Due>> days, int least) {
    int day = board.coverage.day(paid.line.epochSecond);
    List<List<Due>> fits = new ArrayList<>();
    for (int last = day; last > day - MOST_DAYS; last--) {
      List<Due> together = new ArrayList<>();
      for (int first = last; first > day - MOST_DAYS; first--) {
        List<Due> more = of(days.getOrDefault(first, List.of()), paid);
        together.addAll(more);
        boolean enough = !more.isEmpty() && together.size() >= least;
        if (enough && sum(together) == paid.amount() && hasLast(together, last)) {
          fits.add(List.copyOf(together));
        }
      }
    }
    if (!fits.isEmpty()) {
      List<Due> all = fits.stream().flatMap(List::stream).distinct().toList();
      board.match("merged", fits.size() == 1 ? "unique" : "several", List.of(paid), all);
    }
  }

  /// Whether the last of the days has cash of its own: else these are the days before it.
  private boolean hasLast(List<Due> together, int last) {
    return board.coverage.day(together.getFirst().order.epochSecond) == last;
  }

  /// What of a day's orders the payment may settle.
  private static List<Due> of(List<Due> day, Paid paid) {
    return day.stream()
        .filter(d -> !d.placed() && d.order.currency == paid.line.currency)
        .filter(d -> d.order.epochSecond <= paid.latest())
        .toList();
  }

  private static long sum(List<Due> dues) {
    return dues.stream().mapToLong(Due::due).sum();
  }
}
