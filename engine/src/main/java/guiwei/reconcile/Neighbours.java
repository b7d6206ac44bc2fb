package guiwei.reconcile;

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

  private final Board board;
  private final Homes homes;
  private final Rhythm rhythm;
  private final Prices prices;
  private final Map<String, LongSummaryStatistics> byAccount = new HashMap<>();
  private final Map<Long, List<Due>> byAmount = new HashMap<>();

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
      }
    }
  }

  private static String account(Paid paid) {
    return paid.line.channel + " " + Tills.account(paid) + " " + paid.line.terminal;
  }

  void run() {
    Map<Paid, List<Edge>> byPaid = new HashMap<>();
    Map<Due, List<Edge>> byDue = new HashMap<>();
    List<Edge> edges = new ArrayList<>();
    for (Paid paid : board.loosePayments()) {
      boolean bare = paid.due == null && paid.line.book != Book.BANK && !paid.line.dayOnly;
      if (bare && paid.givenBackMinor < paid.amount()) {
        for (Edge edge : edges(paid)) {
          edges.add(edge);
          byPaid.computeIfAbsent(edge.paid, p -> new ArrayList<>()).add(edge);
          byDue.computeIfAbsent(edge.due, d -> new ArrayList<>()).add(edge);
        }
      }
    }
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
              : probability(
                  edge,
                  byPaid.getOrDefault(edge.paid, List.of()),
                  byDue.getOrDefault(edge.due, List.of()));
      if (probability >= LEAST) {
        report(edge, probability);
      }
    }
  }

  /// The open orders of that amount within the hour, of whatever store.
  private List<Edge> edges(Paid paid) {
    List<Edge> edges = new ArrayList<>();
    for (Due due : byAmount.getOrDefault(paid.amount(), List.of())) {
      long after = paid.second - due.order.epochSecond;
      if (Math.abs(after) < Rhythm.NEAR_SECONDS
          && due.order.currency == paid.line.currency
          && TillGroup.channelFits(due.order.channel, paid.line.channel)) {
        double weight = weight(paid, due, after);
        if (weight > 0) {
          edges.add(new Edge(paid, due, weight));
        }
      }
    }
    return edges;
  }

  private double weight(Paid paid, Due due, long after) {
    LongSummaryStatistics lines =
        byAccount.getOrDefault(account(paid), new LongSummaryStatistics(1, 0, 0, 0));
    double share = Odds.paidShare(due.order.state);
    return Math.log(share / (1 - share))
        + (homes.isStrange(due, paid) ? ASTRAY : 0)
        + rhythm.log(after)
        - Odds.stranger(
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
        new Finding(Kind.WRONG_ACCOUNT, Math.min(probability, 0.99), edge.paid.amount())
            .on(edge.paid)
            .order(edge.due)
            .meant(edge.due)
            .because(homes.strange(edge.due, edge.paid).orElseThrow()));
  }
}
