package guiwei.reconcile;

import guiwei.outcome.Kind;
import guiwei.outcome.Place;
import guiwei.sift.Twins;
import guiwei.table.Currencies;
import guiwei.table.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One purchase submitted twice within seconds, as two orders that are both paid, against an
/// honest repeat purchase: rival explanations of the same rows, weighed by how far apart they
/// are.
///
/// Resubmissions follow within seconds (an exponential law whose mean is learnt here), repeat
/// purchases spread evenly over the window but for the time that buying takes. The share of
/// either is learnt from all pairs of the run by expectation maximisation, so that a merchant
/// whose customers often buy twice is believed.
final class Resubmitted {
  private static final double FIRST_MEAN_SECONDS = 15;
  private static final int ROUNDS = 30;

  /// About how long it takes to buy the same again.
  private static final double AGAIN_SECONDS = 25;

  /// How far an order is believed whose own remark says that it repeats another.
  private static final double SAID = 0.95;

  private final Board board;

  Resubmitted(Board board) {
    this.board = board;
  }

  private record Pair(Due first, Due second, double gap) {}

  void run() {
    List<Pair> pairs = pairs();
    if (pairs.isEmpty()) {
      return;
    }
    double share = 0.5;
    double mean = FIRST_MEAN_SECONDS;
    for (int round = 0; round < ROUNDS; round++) {
      double weight = 0;
      double seconds = 0;
      for (Pair pair : pairs) {
        double p = posterior(pair.gap, share, mean);
        weight += p;
        seconds += p * pair.gap;
      }
      share = (weight + 1) / (pairs.size() + 2);
      mean = Math.clamp((seconds + 4 * FIRST_MEAN_SECONDS) / (weight + 4), 4, 40);
    }
    for (Pair pair : pairs) {
      boolean said = Wording.repeated(pair.second.order.remark);
      double p = said ? SAID : posterior(pair.gap, share, mean);
      if (p > 0.5 && !pair.second.placed() && !pair.first.placed()) {
        report(pair, p);
      }
    }
  }

  private static double posterior(double gap, double share, double mean) {
    double twice = share * Math.exp(-gap / mean) / mean;
    // whoever buys again must order and pay again: hardly anybody does in half a minute
    double time = 1 - Math.exp(-gap * gap / (2 * AGAIN_SECONDS * AGAIN_SECONDS));
    double repeat = (1 - share) * time / Twins.WINDOW_SECONDS;
    return twice / (twice + repeat);
  }

  private List<Pair> pairs() {
    Map<String, List<Due>> byPayer = new TreeMap<>();
    for (Due due : board.dues) {
      if (!due.placed() && due.payments.size() == 1 && due.refunds.isEmpty()) {
        Paid paid = due.payments.getFirst();
        boolean plain =
            paid.amount() == due.due()
                && paid.line.currency == due.order.currency
                && due.order.state != State.CANCELLED;
        String payer = paid.line.payer.isEmpty() ? due.order.customer : paid.line.payer;
        if (plain && !payer.isEmpty()) {
          byPayer.computeIfAbsent(payer + " " + paid.amount(), k -> new ArrayList<>()).add(due);
        }
      }
    }
    List<Pair> pairs = new ArrayList<>();
    for (List<Due> same : byPayer.values()) {
      same.sort(
          Comparator.comparingLong((Due d) -> d.payments.getFirst().line.epochSecond)
              .thenComparing(d -> d.order.number));
      for (int i = 1; i < same.size(); i++) {
        double gap = gap(same.get(i - 1), same.get(i));
        if (gap <= Twins.WINDOW_SECONDS && sameStore(same.get(i - 1), same.get(i))) {
          pairs.add(pair(same.get(i - 1), same.get(i), gap));
        }
      }
    }
    return pairs;
  }

  /// The order that was created second is the phantom, whichever was paid first.
  private static Pair pair(Due one, Due other, double gap) {
    boolean swapped =
        one.order.hasTime && other.order.hasTime && other.order.epochSecond < one.order.epochSecond;
    return swapped ? new Pair(other, one, gap) : new Pair(one, other, gap);
  }

  /// The larger of the two distances: a resubmission is near in both.
  private static double gap(Due first, Due second) {
    long paid =
        second.payments.getFirst().line.epochSecond - first.payments.getFirst().line.epochSecond;
    long ordered =
        first.order.hasTime && second.order.hasTime
            ? Math.abs(second.order.epochSecond - first.order.epochSecond)
            : 0;
    return Math.max(paid, ordered);
  }

  private static boolean sameStore(Due first, Due second) {
    return first.order.store.equals(second.order.store);
  }

  private void report(Pair pair, double probability) {
    Paid extra = pair.second.payments.getFirst();
    board.put(extra, Place.DISCREPANT);
    board.put(pair.second, Place.DISCREPANT);
    board.report(
        new Finding(Kind.DUPLICATE_CHARGE, probability, extra.amount())
            .on(extra)
            .order(pair.second)
            .meant(pair.first)
            .beside("original", pair.first.payments.getFirst())
            .because(
                "reason.duplicate-second-order",
                pair.first.order.number,
                pair.second.order.number,
                Currencies.text(extra.amount(), extra.line.currency),
                Long.toString(Math.round(pair.gap))));
  }
}
