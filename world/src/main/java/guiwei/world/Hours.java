package guiwei.world;

/// When people buy, and where.
final class Hours {
  private static final int[] PEAKS = {12 * 3600, 18 * 3600 + 1_800};

  private Hours() {}

  /// A second of the day: peaks at noon and in the evening, few at night.
  static int any(Dice dice) {
    if (dice.chance(0.15)) {
      return dice.below(Clock.DAY);
    }
    if (dice.chance(0.3)) {
      return 8 * 3600 + dice.below(14 * 3600);
    }
    double around = (dice.unit() + dice.unit() + dice.unit() - 1.5) * 2.2 * 3600;
    return PEAKS[dice.below(2)] + (int) around;
  }

  static boolean isOpen(long at) {
    int second = Clock.secondOfDay(at);
    return second >= 8 * 3600 && second < 22 * 3600;
  }

  /// A third of the day's orders come over the web, the first store.
  static Store store(Merchant merchant, Dice dice) {
    int count = merchant.stores.size();
    return merchant.stores.get(dice.chance(0.3) ? 0 : 1 + dice.skewed(count - 1, 1.3));
  }
}
