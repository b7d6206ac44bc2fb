package guiwei.reconcile;

import guiwei.chance.Chances;
import guiwei.chance.Prices;
import guiwei.chance.Rhythm;
import guiwei.table.State;

/// What explanations at a till weigh: the logarithm of how much likelier the rows are when they
/// belong together than when the sale is a stranger's and the order was never paid.
///
/// Rates of strangers and of unpaid orders are small guesses that ship; how often an amount
/// comes up and how quickly payments follow are measured at this merchant.
final class Odds {
  /// A refund that only one side knows of.
  private static final double ONE_SIDED_REFUND = -4;

  /// Rung up at one till, paid at another of the store.
  private static final double OTHER_TILL = -4;

  private final TillGroup group;
  private final Rhythm rhythm;
  private final Prices prices;
  private final boolean keepsStates;

  Odds(TillGroup group, Rhythm rhythm, Prices prices) {
    this.group = group;
    this.prices = prices;
    this.rhythm = rhythm;
    long open = group.orders.stream().filter(d -> d.order.state == State.OPEN).count();
    keepsStates = open * 2 <= group.past.sales() + group.orders.size();
  }

  /// A sale of that amount at that moment, by a stranger.
  double stranger(int sale) {
    double share = prices.share(group.paid[sale]);
    return Chances.stranger(group.past.sales() + group.sales.size(), group.spanSeconds, share);
  }

  double unpaid(int order) {
    return Math.log(1 - paidShare(order));
  }

  double paid(int order) {
    return Math.log(paidShare(order));
  }

  private double paidShare(int order) {
    State state = group.orders.get(order).order.state;
    return isOpen(state) && !keepsStates ? Chances.SAYS_NOTHING : Chances.paidShare(state);
  }

  private static boolean isOpen(State state) {
    return switch (state) {
      case OPEN, PENDING, FAILED, CANCELLED -> true;
      case UNKNOWN, PAID, DONE, PART_PAID, REFUNDED -> false;
    };
  }

  /// When the sale comes, if it pays the order.
  double moment(int sale, int order) {
    return rhythm.log(group.after(sale, order));
  }

  /// How far after its order a payment is thinkable.
  long reachSeconds() {
    return rhythm.reachSeconds();
  }

  /// How far from its order a payment of its amount is weighed against all others.
  long pairReachSeconds() {
    return rhythm.isLate() ? rhythm.reachSeconds() : Rhythm.NEAR_SECONDS;
  }

  /// A sale that pays an order of its amount.
  double pair(int sale, int order) {
    return paid(order)
        - unpaid(order)
        + moment(sale, order)
        - stranger(sale)
        + (group.isOtherTill(sale, order) && !isLate(sale, order) ? OTHER_TILL : 0)
        + refunds(sale, order);
  }

  /// Whether the sale comes when late payers come here: they do so at any till of the house.
  private boolean isLate(int sale, int order) {
    long after = group.after(sale, order);
    return Math.abs(after) >= Rhythm.NEAR_SECONDS && rhythm.isCustom(after);
  }

  /// What was given back should be known on both sides.
  private double refunds(int sale, int order) {
    Paid paid = group.sales.get(sale);
    Due due = group.orders.get(order);
    boolean refunded = due.order.state == State.REFUNDED;
    if (paid.givenBackMinor >= paid.amount()) {
      return refunded || due.order.promisedMinor() > 0 ? 0 : ONE_SIDED_REFUND;
    }
    return refunded && due.order.promisedMinor() >= due.due() ? ONE_SIDED_REFUND : 0;
  }
}
