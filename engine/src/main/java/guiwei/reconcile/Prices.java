package guiwei.reconcile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How common an amount is at this merchant, measured on the orders at hand.
final class Prices {
  /// What an amount that only one order has is worth in orders.
  private static final double RARE = 0.3;

  private final Map<Long, Integer> counts = new HashMap<>();

  /// Only the order of magnitude, so that one more order changes nothing about the others.
  private final int total;

  /// @param dues orders that no payment names: which others reach stage 2 is chance
  Prices(List<Due> dues) {
    dues.forEach(d -> counts.merge(d.due(), 1, Integer::sum));
    total = Integer.highestOneBit(Math.max(128, dues.size()));
  }

  /// The share of sales that come to this amount.
  double share(long amount) {
    return (Math.max(0, counts.getOrDefault(amount, 0) - 1) + RARE) / total;
  }
}
