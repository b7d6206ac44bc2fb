package guiwei.chance;

import guiwei.table.State;

/// How likely it is what few rows cannot teach: that a sale is a stranger's, that an order was
/// paid. Small guesses that ship; what the merchant's own rows tell weighs beside them.
public final class Chances {
  /// A reading is certain when every other is this much worse, a thousand times.
  public static final double CERTAIN = 7;

  /// That an order was paid of which the books say nothing.
  public static final double SAYS_NOTHING = 0.9;

  private static final double SAYS_PAID = 0.995;
  private static final double SAYS_OPEN = 0.2;

  /// The share of sales that belong to no order.
  private static final double STRANGER = 0.005;

  /// Tills are open this share of the time.
  private static final double OPEN_SHARE = 0.4;

  private Chances() {}

  /// The logarithm of the density of strangers' sales of an amount at one till, per second.
  ///
  /// @param sales how many the till had in `spanSeconds`
  /// @param share of the sale's amount among all
  public static double stranger(long sales, double spanSeconds, double share) {
    return Math.log(STRANGER * share * sales / (OPEN_SHARE * spanSeconds));
  }

  /// How likely an order was paid, where the books keep such states at all.
  public static double paidShare(State state) {
    return switch (state) {
      case OPEN, PENDING, FAILED, CANCELLED -> SAYS_OPEN;
      case UNKNOWN -> SAYS_NOTHING;
      case PAID, DONE, PART_PAID, REFUNDED -> SAYS_PAID;
    };
  }

  /// A probability from how much worse the next best explanation is, as a logarithm.
  public static double probability(double margin) {
    return 1 / (1 + Math.exp(-margin));
  }
}
