package guiwei.reconcile;

import guiwei.table.Channel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// One till: its sales without numbers and the orders that may be theirs, both in order of
/// time.
///
/// Sales and orders of one amount are joined where their distance is small against the till's
/// spread and chance cannot explain it. Where several fit, the whole cluster is one match and
/// says so. What is left near in time and alike in digits is a slip of the hand.
final class Till {
  /// Beyond this many spreads a sale is not an order's any more.
  private static final double REACH_SPREADS = 8;

  private static final int SHORTEST_REACH = 180;

  /// An order may be entered this long after it was paid, or before: believed only of an amount
  /// that is rare at this till.
  private static final int WIDE_REACH_SECONDS = 2 * 86_400;

  /// How likely a pair of one amount may be by mere chance and still be believed.
  private static final double MOST_CHANCE = 0.2;

  /// Two of one card and amount closer than this are one sale charged twice.
  private static final int TWICE_SECONDS = 180;

  private static final int BASKET_REACH_SECONDS = 900;
  private static final int LARGEST_BASKET = 5;

  private final Board board;
  private final List<Paid> lines;
  private final List<Due> dues;

  /// The sales by their corrected moments.
  private final List<Paid> inTime;

  private final Map<Long, List<Paid>> byAmount = new TreeMap<>();
  private final Clock clock;
  private double reach;

  Till(Board board, List<Paid> lines, List<Due> dues) {
    this.board = board;
    this.lines = lines;
    this.dues = dues;
    this.clock = Clock.of(lines, dues);
    this.reach = Math.max(SHORTEST_REACH, REACH_SPREADS * clock.spreadSeconds);
    for (Paid paid : lines) {
      paid.second = clock.correct(paid.since);
      byAmount.computeIfAbsent(paid.amount(), a -> new ArrayList<>()).add(paid);
    }
    this.inTime =
        lines.stream()
            .sorted(Comparator.comparingLong((Paid p) -> p.second).thenComparing(p -> p.line.id))
            .toList();
  }

  void settle() {
    Map<Long, List<Due>> duesByAmount = new HashMap<>();
    dues.forEach(d -> duesByAmount.computeIfAbsent(d.due(), a -> new ArrayList<>()).add(d));
    byAmount.forEach(
        (amount, paids) -> sameAmount(paids, duesByAmount.getOrDefault(amount, List.of())));
    twice();
    double close = reach;
    reach = Math.max(close, BASKET_REACH_SECONDS);
    baskets();
    reach = WIDE_REACH_SECONDS;
    byAmount.forEach(
        (amount, paids) -> rareAmount(paids, duesByAmount.getOrDefault(amount, List.of())));
    reach = close;
    twice();
    parts();
    slips();
  }

  /// Clusters of sales and orders of one amount that are within reach of each other.
  private void sameAmount(List<Paid> paids, List<Due> orders) {
    Set<Paid> done = new HashSet<>();
    for (Paid paid : paids) {
      if (done.contains(paid)) {
        continue;
      }
      List<Paid> clusterPaids = new ArrayList<>(List.of(paid));
      List<Due> clusterDues = new ArrayList<>();
      grow(clusterPaids, clusterDues, paids, orders);
      done.addAll(clusterPaids);
      if (!clusterDues.isEmpty()) {
        cluster(clusterPaids, clusterDues);
      }
    }
  }

  /// One sale and one order of an amount that hardly ever comes up here, further apart than
  /// usual.
  private void rareAmount(List<Paid> paids, List<Due> orders) {
    for (Paid paid : paids) {
      if (paid.placed()) {
        continue;
      }
      List<Due> near = orders.stream().filter(d -> fits(paid, d)).toList();
      if (near.size() != 1) {
        continue;
      }
      Due due = near.getFirst();
      boolean alone =
          paids.stream()
              .noneMatch(p -> p != paid && !p.placed() && fits(p, due) && !repeats(p, paid));
      double perSecond = orders.size() / Math.max(86_400.0, spanSeconds());
      if (alone && perSecond * 2 * distance(paid, due) <= MOST_CHANCE) {
        board.match("till-amount-time", "unique", List.of(paid), List.of(due));
      }
    }
  }

  /// Whether `later` is the same card's same amount again.
  private static boolean repeats(Paid later, Paid paid) {
    return !paid.line.payer.isEmpty()
        && later.line.payer.equals(paid.line.payer)
        && later.second >= paid.second
        && later.second - paid.second <= TWICE_SECONDS;
  }

  private double spanSeconds() {
    return dues.isEmpty()
        ? 0
        : dues.getLast().order.epochSecond - dues.getFirst().order.epochSecond;
  }

  private void grow(
      List<Paid> clusterPaids, List<Due> clusterDues, List<Paid> paids, List<Due> orders) {
    boolean grew = true;
    while (grew) {
      grew = false;
      for (Due due : orders) {
        if (!due.placed()
            && !clusterDues.contains(due)
            && clusterPaids.stream().anyMatch(p -> fits(p, due))) {
          clusterDues.add(due);
          grew = true;
        }
      }
      for (Paid paid : paids) {
        if (!paid.placed()
            && !clusterPaids.contains(paid)
            && clusterDues.stream().anyMatch(d -> fits(paid, d))) {
          clusterPaids.add(paid);
          grew = true;
        }
      }
    }
  }

  private boolean fits(Paid paid, Due due) {
    return !due.placed()
        && paid.line.currency == due.order.currency
        && channelFits(paid, due)
        && distance(paid, due) <= reach;
  }

  private static boolean channelFits(Paid paid, Due due) {
    Channel want = due.order.channel;
    Channel have = paid.line.channel;
    boolean cards =
        (want == Channel.POS || want == Channel.UNIONPAY)
            && (have == Channel.POS || have == Channel.UNIONPAY);
    return want == have || want == Channel.OTHER || have == Channel.OTHER || cards;
  }

  private static long distance(Paid paid, Due due) {
    return Math.abs(paid.second - due.order.epochSecond);
  }

  private void cluster(List<Paid> paids, List<Due> orders) {
    if (paids.size() == 1 && orders.size() == 1) {
      board.match("till-amount-time", "unique", paids, orders);
      return;
    }
    paids.sort(Comparator.comparingLong((Paid p) -> p.second).thenComparing(p -> p.line.id));
    orders.sort(
        Comparator.comparingLong((Due d) -> d.order.epochSecond)
            .thenComparing(d -> d.order.number));
    dropRepeats(paids, orders.size());
    if (paids.size() == 1 && orders.size() == 1) {
      board.match("till-amount-time", "unique", paids, orders);
      return;
    }
    List<int[]> pairs = closest(paids, orders);
    // pairs that no other member of the cluster could plausibly take are certain by themselves
    List<Paid> openPaids = new ArrayList<>();
    List<Due> openDues = new ArrayList<>();
    for (int[] pair : pairs) {
      Paid paid = paids.get(pair[0]);
      Due due = orders.get(pair[1]);
      if (isClear(paid, due, paids, orders)) {
        board.match("till-amount-time", "unique", List.of(paid), List.of(due));
      } else {
        openPaids.add(paid);
        openDues.add(due);
      }
    }
    if (!openPaids.isEmpty()) {
      board.match(
          "till-amount-time", openPaids.size() == 1 ? "unique" : "several", openPaids, openDues);
    }
  }

  /// Where there are more sales than orders, the later of two of one card is nobody's partner:
  /// [#twice] names it.
  private void dropRepeats(List<Paid> paids, int wanted) {
    for (int i = paids.size() - 1; i > 0 && paids.size() > wanted; i--) {
      Paid later = paids.get(i);
      boolean repeats =
          !later.line.payer.isEmpty()
              && paids.subList(0, i).stream()
                  .anyMatch(
                      p ->
                          p.line.payer.equals(later.line.payer)
                              && later.second - p.second <= TWICE_SECONDS);
      if (repeats) {
        paids.remove(i);
      }
    }
  }

  /// Joins in order of time at the least total distance; both lists are sorted. Returns index
  /// pairs.
  private List<int[]> closest(List<Paid> paids, List<Due> orders) {
    int n = paids.size();
    int m = orders.size();
    double[][] cost = new double[n + 1][m + 1];
    for (int i = 0; i <= n; i++) {
      for (int k = 0; k <= m; k++) {
        if (i == 0 && k == 0) {
          continue;
        }
        double best = Double.MAX_VALUE;
        best = i > 0 ? Math.min(best, cost[i - 1][k] + reach) : best;
        best = k > 0 ? Math.min(best, cost[i][k - 1] + reach) : best;
        if (i > 0 && k > 0 && fits(paids.get(i - 1), orders.get(k - 1))) {
          best = Math.min(best, cost[i - 1][k - 1] + distance(paids.get(i - 1), orders.get(k - 1)));
        }
        cost[i][k] = best;
      }
    }
    List<int[]> pairs = new ArrayList<>();
    int i = n;
    int k = m;
    while (i > 0 && k > 0) {
      boolean joined =
          fits(paids.get(i - 1), orders.get(k - 1))
              && cost[i][k] == cost[i - 1][k - 1] + distance(paids.get(i - 1), orders.get(k - 1));
      if (joined) {
        pairs.add(new int[] {--i, --k});
      } else if (cost[i][k] == cost[i - 1][k] + reach) {
        i--;
      } else {
        k--;
      }
    }
    return pairs.reversed();
  }

  /// Whether everything else in the cluster is far further away than this partner.
  private boolean isClear(Paid paid, Due due, List<Paid> paids, List<Due> orders) {
    double own = distance(paid, due);
    double margin = own + 5 * clock.spreadSeconds;
    return paids.stream().noneMatch(p -> p != paid && distance(p, due) < margin)
        && orders.stream().noneMatch(d -> d != due && distance(paid, d) < margin);
  }

  /// A sale that is left over and repeats one just settled, of the same card and amount.
  private void twice() {
    for (Paid extra : lines) {
      if (extra.placed() || extra.line.payer.isEmpty()) {
        continue;
      }
      for (Paid kept : byAmount.getOrDefault(extra.amount(), List.of())) {
        if (kept.place == Place.MATCHED
            && kept.line.payer.equals(extra.line.payer)
            && Math.abs(kept.second - extra.second) <= TWICE_SECONDS) {
          board.put(extra, Place.DISCREPANT);
          board.report(
              new Finding(Kind.DUPLICATE_CHARGE, 0.95, extra.amount())
                  .on(extra)
                  .beside("original", kept)
                  .because(
                      "reason.duplicate-at-till",
                      extra.line.terminal,
                      Finding.money(extra.amount(), extra.line.currency),
                      Long.toString(Math.abs(kept.second - extra.second)),
                      kept.line.id));
          break;
        }
      }
    }
  }

  /// One sale for several orders, or several sales for one, adding up exactly.
  private void baskets() {
    for (Paid paid : lines) {
      if (!paid.placed()) {
        List<Due> near =
            around(paid).stream()
                .filter(d -> fits(paid, d) && d.due() < paid.amount())
                .limit(16)
                .toList();
        Exact.Answer answer =
            Exact.sets(near.stream().mapToLong(Due::due).toArray(), paid.amount(), LARGEST_BASKET);
        if (answer.unique()) {
          List<Due> basket = new ArrayList<>();
          for (int index : answer.sets().getFirst()) {
            basket.add(near.get(index));
          }
          board.match("till-merged", "unique", List.of(paid), basket);
        }
      }
    }
    for (Due due : dues) {
      if (!due.placed()) {
        List<Paid> near =
            around(due).stream()
                .filter(p -> !p.placed() && fits(p, due) && p.amount() < due.due())
                .limit(16)
                .toList();
        Exact.Answer answer =
            Exact.sets(near.stream().mapToLong(Paid::amount).toArray(), due.due(), 3);
        if (answer.unique()) {
          List<Paid> parts = new ArrayList<>();
          for (int index : answer.sets().getFirst()) {
            parts.add(near.get(index));
          }
          board.match("till-split", "unique", parts, List.of(due));
        }
      }
    }
  }

  /// A first part beside its order and the rest days later, together to the fen; or a part that
  /// its order's words or state excuse.
  private void parts() {
    for (Due due : dues) {
      if (due.placed()) {
        continue;
      }
      Paid first = nearest(due, p -> p.amount() < due.due());
      if (first == null) {
        continue;
      }
      long left = due.due() - first.amount();
      List<Paid> second =
          byAmount.getOrDefault(left, List.of()).stream()
              .filter(p -> !p.placed() && p != first)
              .filter(p -> p.second > first.second)
              .toList();
      if (second.size() == 1) {
        board.match(
            "deposit-and-balance", "unique", List.of(first, second.getFirst()), List.of(due));
      } else if (WrongSum.isExplained(due, first, first.amount())) {
        board.match(WrongSum.rule(due, first), "unique", List.of(first), List.of(due));
      }
    }
  }

  private @Nullable Paid nearest(Due due, Predicate<Paid> wanted) {
    return around(due).stream()
        .filter(p -> !p.placed() && fits(p, due) && wanted.test(p))
        .min(Comparator.comparingLong((Paid p) -> distance(p, due)).thenComparing(p -> p.line.id))
        .orElse(null);
  }

  /// A sale and an order left over side by side whose amounts differ by a slip.
  private void slips() {
    for (Paid paid : lines) {
      if (paid.placed()) {
        continue;
      }
      List<Due> near = around(paid).stream().filter(d -> fits(paid, d)).toList();
      Due best = null;
      double bestScore = 0;
      double total = 0.05;
      for (Due due : near) {
        double score =
            Slip.between(due.due(), paid.amount()).prior
                * Math.exp(-distance(paid, due) / (2 * clock.spreadSeconds));
        total += score;
        if (score > bestScore) {
          bestScore = score;
          best = due;
        }
      }
      boolean rivalled = best != null && isRivalled(paid, best);
      if (best != null && bestScore / total > 0.5) {
        WrongAmount.report(board, paid, best, (rivalled ? 0.8 : 1) * bestScore / total);
      }
    }
  }

  /// Whether another sale without a place is closer to the order.
  private boolean isRivalled(Paid paid, Due due) {
    return around(due).stream()
        .anyMatch(p -> p != paid && !p.placed() && distance(p, due) < distance(paid, due));
  }

  /// The orders within reach of a sale.
  private List<Due> around(Paid paid) {
    int from = firstDue((long) Math.ceil(paid.second - reach));
    int to = firstDue((long) Math.floor(paid.second + reach) + 1);
    return dues.subList(from, Math.max(from, to));
  }

  /// The sales within reach of an order.
  private List<Paid> around(Due due) {
    int from = firstPaid((long) Math.ceil(due.order.epochSecond - reach));
    int to = firstPaid((long) Math.floor(due.order.epochSecond + reach) + 1);
    return inTime.subList(from, Math.max(from, to));
  }

  private int firstDue(long second) {
    int low = 0;
    int high = dues.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (dues.get(middle).order.epochSecond < second) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int firstPaid(long second) {
    int low = 0;
    int high = inTime.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (inTime.get(middle).second < second) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
