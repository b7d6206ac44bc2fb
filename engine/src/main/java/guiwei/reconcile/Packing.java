package guiwei.reconcile;

import guiwei.chance.Chances;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Chooses from rival explanations those that together explain a group best: no sale and no
/// order twice, the greatest sum of weights.
final class Packing {
  private static final int LIMIT = 20_000;

  /// As many as there are bits to name them.
  private static final int MOST_TOGETHER = 60;

  /// A chosen explanation.
  ///
  /// @param margin how much worse everything without it is
  /// @param complete whether everything was tried
  record Choice(Explanation explanation, double margin, boolean complete) {
    /// How likely it is, of all that was thought of, in hundredths: more would pretend that the
    /// rates which ship are known so well.
    double probability() {
      return Math.clamp(Math.round(100 * Chances.probability(margin)) / 100.0, 0.5, 0.99);
    }
  }

  private final List<Explanation> rivals;
  private final double[] weights;

  /// By explanation: those that it fights, and itself, as bits.
  private final long[] fights;

  /// What an explanation and all after it weigh.
  private final double[] rest;

  private long best;
  private double bestWeight;
  private int looked;

  private Packing(List<Explanation> rivals) {
    this.rivals = rivals;
    this.weights = rivals.stream().mapToDouble(Explanation::weight).toArray();
    this.rest = new double[weights.length + 1];
    this.fights = new long[weights.length];
    Map<Integer, Long> byRow = new HashMap<>();
    for (int i = 0; i < weights.length; i++) {
      for (int row : rows(rivals.get(i))) {
        byRow.merge(row, 1L << i, (one, other) -> one | other);
      }
    }
    for (int i = 0; i < weights.length; i++) {
      for (int row : rows(rivals.get(i))) {
        fights[i] |= byRow.getOrDefault(row, 0L);
      }
    }
  }

  /// Chooses among explanations of positive weight.
  static List<Choice> choose(List<Explanation> explanations) {
    List<Choice> chosen = new ArrayList<>();
    for (List<Explanation> together : components(explanations)) {
      boolean complete = together.size() <= MOST_TOGETHER;
      List<Explanation> tried = complete ? together : together.subList(0, MOST_TOGETHER);
      Packing packing = new Packing(tried);
      complete &= packing.solve(0);
      long best = packing.best;
      double weight = packing.bestWeight;
      for (int i = 0; i < tried.size(); i++) {
        if ((best & 1L << i) != 0) {
          complete &= packing.solve(1L << i);
          chosen.add(new Choice(tried.get(i), weight - packing.bestWeight, complete));
        }
      }
    }
    return chosen;
  }

  /// Explanations that fight over rows, directly or through others; the heaviest first.
  private static List<List<Explanation>> components(List<Explanation> explanations) {
    Map<Integer, List<Explanation>> byRow = new HashMap<>();
    for (Explanation explanation : explanations) {
      rows(explanation)
          .forEach(r -> byRow.computeIfAbsent(r, k -> new ArrayList<>()).add(explanation));
    }
    Set<Explanation> seen = new HashSet<>();
    List<List<Explanation>> components = new ArrayList<>();
    for (Explanation start : explanations) {
      if (!seen.add(start)) {
        continue;
      }
      List<Explanation> together = new ArrayList<>(List.of(start));
      for (int at = 0; at < together.size(); at++) {
        for (int row : rows(together.get(at))) {
          for (Explanation next : byRow.getOrDefault(row, List.of())) {
            if (seen.add(next)) {
              together.add(next);
            }
          }
        }
      }
      together.sort(Comparator.comparingDouble((Explanation e) -> -e.weight()));
      components.add(together);
    }
    return components;
  }

  /// Sales as even numbers, orders as odd ones.
  private static List<Integer> rows(Explanation explanation) {
    List<Integer> rows = new ArrayList<>();
    explanation.sales().forEach(s -> rows.add(2 * s));
    explanation.orders().forEach(o -> rows.add(2 * o + 1));
    return rows;
  }

  /// Answers whether everything was tried; the best so far stands in any case.
  ///
  /// @param left which explanations are left out, as bits
  private boolean solve(long left) {
    best = 0;
    bestWeight = 0;
    looked = 0;
    for (int i = rivals.size() - 1; i >= 0; i--) {
      rest[i] = rest[i + 1] + ((left & 1L << i) == 0 ? weights[i] : 0);
    }
    return from(0, 0, left, 0);
  }

  private boolean from(int index, long taken, long barred, double weight) {
    if (weight > bestWeight) {
      bestWeight = weight;
      best = taken;
    }
    if (++looked > LIMIT) {
      return false;
    }
    for (int i = index; i < weights.length && weight + rest[i] > bestWeight; i++) {
      if ((barred & 1L << i) == 0
          && !from(i + 1, taken | 1L << i, barred | fights[i], weight + weights[i])) {
        return false;
      }
    }
    return true;
  }
}
