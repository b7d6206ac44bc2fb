package guiwei.chance;

import java.util.stream.LongStream;

/// How common an amount is at this merchant, measured on the orders at hand.
public final class Prices {
  /// What an amount that only one order has is worth in orders.
  private static final double RARE = 0.3;

  private final long[] amounts;

  /// Only the order of magnitude, so that one more order changes nothing about the others.
  private final int total;

  /// @param amounts of orders that no payment names: which others reach stage 2 is chance
  public Prices(LongStream amounts) {
    this.amounts = amounts.sorted().toArray();
    total = Integer.highestOneBit(Math.max(128, this.amounts.length));
  }

  /// The share of sales that come to this amount.
  public double share(long amount) {
    int same = Ascending.first(amounts, amount + 1) - Ascending.first(amounts, amount);
    return (Math.max(0, same - 1) + RARE) / total;
  }
}
