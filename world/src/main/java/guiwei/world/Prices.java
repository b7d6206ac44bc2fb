package guiwei.world;

/// What things cost: price points that many orders share, and sums of several things.
final class Prices {
  private final long[] points;
  private final double share;

  Prices(Setting setting) {
    Dice dice = new Dice(setting.seed() * 57 + 5);
    share = setting.temper().pricePointShare;
    points = new long[setting.temper().pricePoints];
    for (int i = 0; i < points.length; i++) {
      long yuan = Math.round(Math.exp(dice.unit() * 5.2 + 1.8));
      points[i] = yuan * 100 - (dice.chance(0.4) ? 10 : 0);
    }
  }

  /// A price that others pay too.
  long point(Dice dice) {
    return points[dice.skewed(points.length, 2)];
  }

  /// What one order comes to.
  long due(Dice dice) {
    return dice.chance(share) ? point(dice) : basket(dice);
  }

  private static long basket(Dice dice) {
    long sum = 0;
    for (int i = 1 + dice.skewed(4, 1.5); i > 0; i--) {
      long item = Math.round(Math.exp(dice.unit() * 4.6 + 5.8));
      sum += dice.chance(0.5) ? item / 10 * 10 + 10 : item;
    }
    return sum;
  }

  /// What firms order by transfer.
  long large(Dice dice) {
    long sum = Math.round(Math.exp(dice.unit() * 4.2 + 10.4));
    return dice.chance(0.4) ? sum / 10_000 * 10_000 + 10_000 : sum;
  }
}
