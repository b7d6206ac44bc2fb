package guiwei.reconcile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Sales of one card and amount close after each other at one till: one sale charged again, if
/// no order of its own wants the second.
final class Runs {
  /// A card is swiped again within minutes or not at all for the same sale.
  static final int WITHIN_SECONDS = 900;

  /// The share of sales that are charged twice.
  private static final double TWICE = 0.006;

  /// The sale before each in its run, or -1.
  private final int[] before;

  private record Key(String payer, long amount) {}

  Runs(TillGroup group) {
    before = new int[group.sales.size()];
    Arrays.fill(before, -1);
    Map<Key, Integer> last = new HashMap<>();
    for (int i = 0; i < before.length; i++) {
      Paid paid = group.sales.get(i);
      if (!paid.line.payer.isEmpty()) {
        Integer earlier = last.put(new Key(paid.line.payer, paid.amount()), i);
        if (earlier != null && group.saleAt[i] - group.saleAt[earlier] <= WITHIN_SECONDS) {
          before[i] = earlier;
        }
      }
    }
  }

  /// The sale that this one repeats, or -1.
  int before(int sale) {
    return before[sale];
  }

  /// What the reading "charged again" weighs against a stranger's sale: 0 for the first of a run.
  double weight(int sale, Odds odds) {
    return before[sale] < 0 ? 0 : Math.log(TWICE / WITHIN_SECONDS) - odds.stranger(sale);
  }

  boolean together(int one, int other) {
    return first(one) == first(other);
  }

  int first(int sale) {
    int at = sale;
    while (before[at] >= 0) {
      at = before[at];
    }
    return at;
  }
}
