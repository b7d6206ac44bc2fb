package guiwei.world;

import guiwei.world.Order.State;
import java.util.ArrayList;
import java.util.List;

/// Amounts that differ from one order and are right all the same.
final class Shares {
  private Shares() {}

  /// One order, two payments that add up.
  static boolean split(Scene scene) {
    Order order = scene.order(payable(scene));
    long part = Slips.part(order.due, scene.dice);
    if (part >= order.due) {
      return false;
    }
    Line one = scene.pay(order, part, order.at + scene.dice.between(5, 60));
    Way other = scene.dice.chance(0.5) ? order.way : Duplicates.phone(scene);
    Line two = scene.pay(order, other, order.due - part, one.at + scene.dice.between(20, 200));
    if (one.quote == Quote.EXACT && other == order.way) {
      two.quote = Quote.RETRY;
    }
    scene.fits(Wrong.UNDERPAID, "split", List.of(one, two), List.of(order));
    return true;
  }

  /// Two payments of the same half.
  static boolean halves(Scene scene) {
    Order order = scene.order(payable(scene));
    order.due = order.due / 2 * 2;
    if (order.due == 0) {
      return false;
    }
    Line one = scene.pay(order, order.due / 2, order.at + scene.dice.between(5, 60));
    Line two = scene.pay(order, order.due / 2, one.at + scene.dice.between(10, 120));
    two.payer = scene.people.visitor(scene.dice);
    if (one.quote == Quote.EXACT) {
      two.quote = Quote.RETRY;
    }
    scene.fits(Wrong.DUPLICATE_CHARGE, "split_in_equal_halves", List.of(one, two), List.of(order));
    return true;
  }

  /// One payment, several orders of one customer, exact.
  static boolean merged(Scene scene) {
    Order first = scene.order(scene.dice.chance(0.35) ? Way.BANK : payable(scene));
    int count = (int) scene.dice.between(2, first.way == Way.BANK ? 4 : 3);
    List<Order> orders = new ArrayList<>(List.of(first));
    long due = first.due;
    first.member = true;
    for (int i = 1; i < count; i++) {
      Order next = scene.another(first, i * scene.dice.between(40, 300));
      orders.add(next);
      due += next.due;
    }
    Order last = orders.getLast();
    Line paid = scene.pay(last, due, last.at + Math.abs(Ways.delay(scene, last)));
    paid.named = scene.dice.chance(0.6) && first.way == Way.BANK ? orders : List.of(last);
    scene.fits(Wrong.OVERPAID, "merged", List.of(paid), orders);
    return true;
  }

  static boolean deposit(Scene scene) {
    Order order = scene.order(payable(scene));
    order.due += 10_000;
    long deposit = order.due / 500 * 100;
    order.remark = "定金" + deposit / 100 + "元，余款提货时付";
    order.member = true;
    Line first = scene.pay(order, deposit, order.at + 40);
    long when = Ways.open(order.store, first.at + scene.dice.between(Clock.DAY, 6 * Clock.DAY));
    Line rest = scene.pay(order, order.due - first.amount, when);
    rest.instrument = first.instrument;
    if (rest.quote == Quote.EXACT && first.quote == Quote.EXACT) {
      rest.quote = Quote.RETRY;
    }
    if (rest.at >= scene.setting.end()) {
      order.state = State.PART_PAID;
      scene.mayBeCut = true;
      scene.fits(Wrong.UNDERPAID, "deposit_balance_due", List.of(first), List.of(order));
      return true;
    }
    scene.fits(Wrong.UNDERPAID, "deposit_and_balance", List.of(first, rest), List.of(order));
    return true;
  }

  /// One of three instalments has come, the others are not due yet.
  static boolean instalments(Scene scene) {
    Order order = scene.order(scene.store.isOnline() ? Duplicates.phone(scene) : payable(scene));
    order.due = order.due / 300 * 900 + 90_000;
    order.remark = "分期付款：共3期，每月" + order.due / 300 + "元";
    order.member = true;
    order.state = State.PART_PAID;
    Line paid = scene.pay(order, order.due / 3, order.at + 60);
    scene.fits(Wrong.UNDERPAID, "instalments_running", List.of(paid), List.of(order));
    return true;
  }

  /// The channel's coupon pays a part: the order's amount is right, less is settled.
  static boolean coupon(Scene scene) {
    Order order = scene.order(Duplicates.phone(scene));
    if (order.due < 500) {
      return false;
    }
    Line paid = scene.pay(order);
    paid.coupon = Math.min(order.due / 2, 100 * scene.dice.between(1, 20));
    paid.fee = Merchant.fee(paid.way, paid.settled());
    scene.fits(Wrong.UNDERPAID, "coupon", List.of(paid), List.of(order));
    return true;
  }

  /// The odd cents let go (抹零), as the order's remark says.
  static boolean roundedDown(Scene scene) {
    Order order = scene.order(payable(scene));
    long odd = order.due % (order.due > 5_000 ? 1_000 : 100);
    if (odd == 0 || odd >= order.due) {
      return false;
    }
    order.remark = "抹零" + Sheets.yuan(odd) + (scene.dice.chance(0.5) ? "元" : "");
    Line paid = scene.pay(order, order.due - odd, order.at + scene.dice.between(5, 80));
    scene.fits(Wrong.UNDERPAID, "rounding_noted", List.of(paid), List.of(order));
    return true;
  }

  static boolean discount(Scene scene) {
    Order order = scene.order(payable(scene));
    if (order.due < 3_000) {
      return false;
    }
    long off = 100 * scene.dice.between(2, order.due / 400);
    String who = scene.dice.pick("店长优惠", "会员优惠", "优惠", "折扣");
    order.remark = who + Sheets.yuan(off) + "元";
    Line paid = scene.pay(order, order.due - off, order.at + scene.dice.between(5, 80));
    scene.fits(Wrong.UNDERPAID, "discount_noted", List.of(paid), List.of(order));
    return true;
  }

  private static Way payable(Scene scene) {
    if (scene.store.isOnline()) {
      return Duplicates.phone(scene);
    }
    return scene.dice.chance(0.35) ? Way.CARD : Duplicates.phone(scene);
  }
}
