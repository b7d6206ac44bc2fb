package guiwei.world;

import java.util.List;

/// Fees against the contract, and money in another currency.
final class Terms {
  private Terms() {}

  /// The channel took more or less than the contract's rate.
  static boolean fee(Scene scene) {
    Order order = scene.order(charged(scene));
    order.due += 5_000;
    Line paid = scene.pay(order);
    long right = paid.fee;
    int sort = scene.dice.below(3);
    paid.fee = sort == 0 ? right * 2 : sort == 1 ? (order.due * 1_000 + 50_000) / 100_000 : 0;
    scene.belongs("plain", List.of(paid), List.of(order));
    String subtype = sort == 0 ? "taken_twice" : sort == 1 ? "other_rate" : "not_taken";
    scene.wrong(Wrong.FEE_DIFFERS, subtype, right - paid.fee, paid, order);
    return true;
  }

  /// The half minor unit cut off instead of rounded up: within the channel's rule.
  static boolean feeRounding(Scene scene) {
    Order order = scene.order(charged(scene));
    Line paid = scene.pay(order);
    long floor = paid.amount * Merchant.rate(paid.way) / 100_000;
    if (floor == paid.fee) {
      return false;
    }
    paid.fee = floor;
    scene.fits(Wrong.FEE_DIFFERS, "fee_rounded_down", List.of(paid), List.of(order));
    return true;
  }

  private static Way charged(Scene scene) {
    boolean card = scene.store.isOnline() && scene.dice.chance(0.25);
    return card ? Way.UNIONPAY : Duplicates.phone(scene);
  }

  /// The right figure in the wrong currency.
  static boolean otherCurrency(Scene scene) {
    if (!scene.store.isOnline()) {
      return false;
    }
    boolean transfer = scene.dice.chance(0.5);
    Order order = scene.order(transfer ? Way.BANK : Way.WECHAT);
    order.quote = Quote.EXACT;
    Line paid = scene.pay(order);
    paid.currency = transfer ? "USD" : "HKD";
    if (transfer) {
      paid.book = scene.merchant.dollars;
    }
    String subtype = transfer ? "transfer_in_dollars" : "paid_in_hong_kong_dollars";
    scene.wrong(Wrong.CURRENCY_DIFFERS, subtype, paid.amount, paid, order);
    return true;
  }

  /// Sent in dollars, arrived in yuan at the rate the bank names.
  static boolean converted(Scene scene) {
    if (!scene.store.bank().equals(scene.merchant.camt)) {
      return false;
    }
    Order order = scene.order(Way.BANK);
    order.quote = Quote.EXACT;
    long rate = scene.dice.between(70_500, 72_500);
    order.due = (Math.round(order.due / 7.1) * rate + 5_000) / 10_000;
    Line paid = scene.pay(order);
    paid.words = "USD " + Sheets.yuan(Math.round(order.due * 10_000.0 / rate)) + " @" + rate(rate);
    scene.fits(Wrong.CURRENCY_DIFFERS, "converted_at_stated_rate", List.of(paid), List.of(order));
    return true;
  }

  private static String rate(long rate) {
    return rate / 10_000 + "." + Long.toString(10_000 + rate % 10_000).substring(1);
  }
}
