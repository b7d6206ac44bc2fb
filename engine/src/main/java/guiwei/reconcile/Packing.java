package guiwei.reconcile;

import java.util.ArrayList;
import java.util.BitSet;
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
  private static final int MOST_TOGETHER = 60;

  /// A chosen explanation.
  ///
  /// @param margin how much worse everything without it is
  /// @param complete whether everything was tried
  record Choice(Explanation explanation, double margin, boolean complete) {
    /// How likely it is, of all that was thought of, in hundredths: more would pretend that the
    /// rates which ship are known so well.
    double probability() {
      return Math.clamp(Math.round(100 * Odds.probability(margin)) / 100.0, 0.5, 0.99);
    }
  }

  private final List<Explanation> rivals;
  private final double[] rest;
  private List<Explanation> best = List.of();
  private double bestWeight;
  private int looked;

  private Packing(List<Explanation> rivals) {
    this.rivals = rivals;
    this.rest = new double[rivals.size() + 1];
    for (int i = rivals.size() - 1; i >= 0; i--) {
      rest[i] = rest[i + 1] + rivals.get(i).weight();
    }
  }

  /// Chooses among explanations of positive weight.
  static List<Choice> choose(List<Explanation> explanations) {
    List<Choice> chosen = new ArrayList<>();
    for (List<Explanation> together : components(explanations)) {
      boolean complete = together.size() <= MOST_TOGETHER;
      List<Explanation> tried = complete ? together : together.subList(0, MOST_TOGETHER);
      Packing whole = new Packing(tried);
      complete &= whole.solve();
      for (Explanation explanation : whole.best) {
        List<Explanation> others = without(tried, explanation);
        Packing without = new Packing(others);
        complete &= without.solve();
        chosen.add(new Choice(explanation, whole.bestWeight - without.bestWeight, complete));
      }
    }
    return chosen;
  }

  private static List<Explanation> without(List<Explanation> tried, Explanation one) {
    List<Explanation> others = new ArrayList<>(tried);
    others.remove(one);
    return others;
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
  private boolean solve() {
    return from(0, new ArrayList<>(), new BitSet(), 0);
  }

  private boolean from(int index, List<Explanation> taken, BitSet used, double weight) {
    if (weight > bestWeight) {
      bestWeight = weight;
      best = List.copyOf(taken);
    }
    if (++looked > LIMIT) {
      return false;
    }
    for (int i = index; i < rivals.size() && weight + rest[i] > bestWeight; i++) {
      List<Integer> rows = rows(rivals.get(i));
      if (rows.stream().noneMatch(used::get)) {
        rows.forEach(used::set);
        taken.add(rivals.get(i));
        boolean complete = from(i + 1, taken, used, weight + rivals.get(i).weight());
        taken.removeLast();
        rows.forEach(used::clear);
        if (!complete) {
          return false;
        }
      }
    }
    return true;
  }
}
