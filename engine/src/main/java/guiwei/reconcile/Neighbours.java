package guiwei.reconcile;

import guiwei.chance.Ascending;
import guiwei.chance.Chances;
import guiwei.chance.Prices;
import guiwei.chance.Rhythm;
import guiwei.outcome.Kind;
import guiwei.outcome.Place;
import guiwei.table.Book;
import guiwei.table.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;

/// Money without a number that fits an order of another store: somebody scanned the neighbour's
/// code. It is weighed against a stranger's sale beside an order that was never paid, and against
/// other orders and payments of that amount.
final class Neighbours {
  /// The share of payments that reach another store.
  private static final double ASTRAY = Math.log(0.002);

  private static final double LEAST = 0.5;

  /// What fits on these other days, fits by chance.
  private static final int[] SHIFTS = {-3, -2, -1, 1, 2, 3};

  private static final long DAY = 86_400;
  private static final double MOST = 0.95;

  private final Board board;
  private final Homes homes;
  private final Rhythm rhythm;
  private final Prices prices;
  private final Map<String, LongSummaryStatistics> byAccount = new HashMap<>();
  private final Map<Long, List<Due>> byAmount = new HashMap<>();

  /// Open orders whose books or words may say why less than their due has come, by time.
  private final List<Due> wordy = new ArrayList<>();

  private final long[] wordyAt;

  /// Payments without a number, by time.
  private final List<Paid> loose = new ArrayList<>();

  private final long[] looseAt;

  private record Edge(Paid paid, Due due, double weight) {}

  Neighbours(Board board, Homes homes, Rhythm rhythm, Prices prices) {
    this.board = board;
    this.homes = homes;
    this.rhythm = rhythm;
    this.prices = prices;
    for (Paid paid : board.lines) {
      if (paid.isPayment() && paid.line.book != Book.BANK) {
        byAccount
            .computeIfAbsent(account(paid), a -> new LongSummaryStatistics())
            .accept(paid.second);
      }
    }
    for (Due due : board.openDues()) {
      if (due.payments.isEmpty() && due.order.state != State.CANCELLED && due.order.hasTime) {
        byAmount.computeIfAbsent(due.due(), a -> new ArrayList<>()).add(due);
        if (!due.order.remark.isEmpty() || due.order.state == State.PART_PAID) {
          wordy.add(due);
        }
      }
    }
    wordy.sort(Comparator.comparingLong(d -> d.order.epochSecond));
    board.loosePayments().stream().filter(Neighbours::isBare).forEach(loose::add);
    loose.sort(Comparator.comparingLong(p -> p.second));
    looseAt = loose.stream().mapToLong(p -> p.second).toArray();
    wordyAt = wordy.stream().mapToLong(d -> d.order.epochSecond).toArray();
  }

  private static boolean isBare(Paid paid) {
    return paid.due == null && paid.line.book != Book.BANK && !paid.line.dayOnly;
  }

  private static String account(Paid paid) {
    return paid.line.channel + " " + Tills.account(paid) + " " + paid.line.terminal;
  }

  void run() {
    Map<Paid, List<Edge>> byPaid = new HashMap<>();
    Map<Due, List<Edge>> byDue = new HashMap<>();
    List<Edge> edges = new ArrayList<>();
    int shifted = 0;
    for (Paid paid : loose) {
      if (paid.givenBackMinor < paid.amount() && !isExplained(paid)) {
        shifted += astray(paid);
        for (Edge edge : edges(paid, 0)) {
          edges.add(edge);
          byPaid.computeIfAbsent(edge.paid, p -> new ArrayList<>()).add(edge);
          byDue.computeIfAbsent(edge.due, d -> new ArrayList<>()).add(edge);
        }
      }
    }
    long strange = edges.stream().filter(e -> homes.isStrange(e.due, e.paid)).count();
    double genuine = Math.max(0, 1 - (double) shifted / SHIFTS.length / Math.max(1, strange));
    edges.sort(
        Comparator.comparingDouble((Edge e) -> -e.weight)
            .thenComparing(e -> e.paid.line.id)
            .thenComparing(e -> e.due.order.number));
    for (Edge edge : edges) {
      boolean free =
          !edge.paid.placed() && !edge.due.placed() && homes.isStrange(edge.due, edge.paid);
      double probability =
          !free
              ? 0
              : genuine
                  * probability(
                      edge,
                      byPaid.getOrDefault(edge.paid, List.of()),
                      byDue.getOrDefault(edge.due, List.of()));
      if (probability >= LEAST) {
        report(edge, probability);
      }
    }
  }

  /// Whether an order of the store itself says why it got less than its due.
  private boolean isExplained(Paid paid) {
    int from = Ascending.first(wordyAt, paid.second - Rhythm.NEAR_SECONDS);
    for (int i = from; i < wordyAt.length; i++) {
      Due due = wordy.get(i);
      if (wordyAt[i] > paid.second + Rhythm.NEAR_SECONDS) {
        return false;
      }
      if (due.due() > paid.amount()
          && due.order.channel.fits(paid.line.channel)
          && !homes.isStrange(due, paid)
          && WrongSum.isExplained(due, paid, paid.amount())) {
        return true;
      }
    }
    return false;
  }

  /// The open orders of that amount within the hour, of whatever store.
  ///
  /// @param shift seconds by which the orders are taken to be later than they are
  private List<Edge> edges(Paid paid, long shift) {
    List<Edge> edges = new ArrayList<>();
    for (Due due : byAmount.getOrDefault(paid.amount(), List.of())) {
      long after = paid.second - due.order.epochSecond - shift;
      if (Math.abs(after) < Rhythm.NEAR_SECONDS
          && due.order.currency == paid.line.currency
          && due.order.channel.fits(paid.line.channel)) {
        double weight = weight(paid, due, after);
        if (weight > 0 && !isMistyped(due, paid)) {
          edges.add(new Edge(paid, due, weight));
        }
      }
    }
    return edges;
  }

  /// How many orders of other stores it would fit on other days: so many fit by chance alone.
  private int astray(Paid paid) {
    int count = 0;
    for (int days : SHIFTS) {
      for (Edge edge : edges(paid, days * DAY)) {
        count += homes.isStrange(edge.due, paid) ? 1 : 0;
      }
    }
    return count;
  }

  /// Whether another payment at the order's own store has its amount with a slip.
  private boolean isMistyped(Due due, Paid but) {
    int from = Ascending.first(looseAt, due.order.epochSecond - Rhythm.NEAR_SECONDS);
    for (int i = from; i < looseAt.length; i++) {
      Paid paid = loose.get(i);
      if (looseAt[i] > due.order.epochSecond + Rhythm.NEAR_SECONDS) {
        return false;
      }
      if (!paid.equals(but)
          && !paid.placed()
          && paid.amount() != due.due()
          && due.order.channel.fits(paid.line.channel)
          && !homes.isStrange(due, paid)
          && Slip.between(due.due(), paid.amount()).isTelling(due.due())) {
        return true;
      }
    }
    return false;
  }

  private double weight(Paid paid, Due due, long after) {
    LongSummaryStatistics lines =
        byAccount.getOrDefault(account(paid), new LongSummaryStatistics(1, 0, 0, 0));
    double share = Chances.paidShare(due.order.state);
    return Math.log(share / (1 - share))
        + (homes.isStrange(due, paid) ? ASTRAY : 0)
        + rhythm.log(after)
        - Chances.stranger(
            lines.getCount(),
            (double) Math.max(86_400, lines.getMax() - lines.getMin()),
            prices.share(paid.amount()));
  }

  private static double probability(Edge edge, List<Edge> ofPaid, List<Edge> ofDue) {
    double all = 1 + Math.exp(-edge.weight);
    for (List<Edge> rivals : List.of(ofPaid, ofDue)) {
      for (Edge rival : rivals) {
        all += rival.equals(edge) ? 0 : Math.exp(rival.weight - edge.weight);
      }
    }
    return 1 / all;
  }

  private void report(Edge edge, double probability) {
    board.put(edge.paid, Place.DISCREPANT);
    board.put(edge.due, Place.DISCREPANT);
    board.report(
        new Finding(Kind.WRONG_ACCOUNT, Math.min(probability, MOST), edge.paid.amount())
            .on(edge.paid)
            .order(edge.due)
            .meant(edge.due)
            .because(homes.strange(edge.due, edge.paid).orElseThrow()));
  }
}
