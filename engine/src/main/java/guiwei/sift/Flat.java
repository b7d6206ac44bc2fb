package guiwei.sift;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Payments that all paid more than their share, or all less: most of them one and the same fee,
/// where a channel takes a least or a most.
final class Flat {
  /// So many payments must have had the same fee, of so many amounts, and four of five of all.
  private static final int ENOUGH = 10;

  private static final int AMOUNTS = 5;
  private static final int PERCENT = 80;

  private final Map<Long, Set<Long>> amounts = new HashMap<>();
  private final Map<Long, Integer> counts = new HashMap<>();

  /// @param settled what the fee was taken of, in minor units
  /// @param fee in thousandths of a minor unit
  void add(long settled, long fee) {
    counts.merge(fee, 1, Integer::sum);
    amounts.computeIfAbsent(fee, f -> new HashSet<>()).add(settled);
  }

  /// The one fee that nearly all of them paid, or 0.
  long fee() {
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    return counts.entrySet().stream()
        .filter(fee -> fee.getValue() >= ENOUGH)
        .filter(fee -> fee.getValue() * 100L >= (long) all * PERCENT)
        .mapToLong(Map.Entry::getKey)
        .filter(fee -> amounts.getOrDefault(fee, Set.of()).size() >= AMOUNTS)
        .findFirst()
        .orElse(0);
  }
}
