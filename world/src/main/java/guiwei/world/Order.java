package guiwei.world;

import org.jspecify.annotations.Nullable;

/// What a customer owes. Its number is given when the day closes, in the order of time.
final class Order {
  /// Where the shop's books say the order stands.
  enum State {
    OPEN("open", "待支付"),
    PAID("paid", "已支付"),
    PART_PAID("part_paid", "部分支付"),
    CANCELLED("cancelled", "已取消"),
    REFUNDED("refunded", "已退款");

    final String english;
    final String chinese;

    State(String english, String chinese) {
      this.english = english;
      this.chinese = chinese;
    }
  }

  final Store store;
  final @Nullable Till till;
  final int customer;
  /// Who pays: mostly the customer, sometimes somebody of the family.
  int payer;
  final long at;
  long due;
  Way way;
  Quote quote = Quote.EXACT;
  State state = State.PAID;
  /// Whether the shop wrote down who the customer is.
  boolean member;

  String remark = "";
  /// What was promised back, 0 for nothing.
  long promised;

  String number = "";

  Order(Store store, @Nullable Till till, int customer, long at, Way way) {
    this.store = store;
    this.till = till;
    this.customer = customer;
    payer = customer;
    this.at = at;
    this.way = way;
  }

  String number() {
    if (number.isEmpty()) {
      throw new IllegalStateException("an order at " + at + " is quoted before it was entered");
    }
    return number;
  }
}
