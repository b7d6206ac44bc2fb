package guiwei.world;

import guiwei.world.Order.State;
import java.util.List;

/// The boring bulk of a day: one order, one payment, equal amounts; now and then a refund.
final class Ordinary {
  private Ordinary() {}

  static boolean play(Scene scene) {
    scene.mayBeCut = true;
    double roll = scene.dice.unit();
    if (roll < 0.035) {
      return unpaid(scene, State.CANCELLED);
    }
    if (roll < 0.06) {
      return unpaid(scene, State.OPEN);
    }
    Order order = scene.order();
    if (order.way == Way.CASH) {
      scene.innocent(Wrong.MISSING_RECEIPT, "cash", List.of(), List.of(order));
      return true;
    }
    Line paid = scene.pay(order);
    if (paid.at >= scene.setting.end()) {
      return paysTomorrow(scene, order);
    }
    if (!scene.setting.isLean() && roll < 0.075) {
      return givenBack(scene, order, paid);
    }
    if (order.way.isPhone() && order.due > 2_000 && scene.dice.chance(0.03)) {
      paid.coupon = 100 * scene.dice.between(1, 10);
      paid.fee = Merchant.fee(paid.way, paid.settled());
    }
    scene.belongs("plain", List.of(paid), List.of(order));
    return true;
  }

  private static boolean unpaid(Scene scene, State state) {
    Order order = scene.order();
    order.state = state;
    return true;
  }

  private static boolean paysTomorrow(Scene scene, Order order) {
    if (order.way == Way.BANK) {
      order.state = State.OPEN;
      return true;
    }
    scene.innocent(Wrong.MISSING_RECEIPT, "over_midnight", List.of(), List.of(order));
    return true;
  }

  private static boolean givenBack(Scene scene, Order order, Line paid) {
    boolean full = scene.dice.chance(0.5);
    long amount = full ? order.due : Slips.part(order.due, scene.dice);
    long when = paid.at + scene.dice.between(600, 2 * Clock.DAY);
    Line back = scene.refund(paid, amount, Ways.open(scene.store, when));
    order.state = full ? State.REFUNDED : State.PAID;
    order.promised = full && scene.dice.chance(0.5) ? 0 : amount;
    if (back.at >= scene.setting.end()) {
      back.what = "match";
      order.promised = amount;
      order.state = State.PAID;
      scene.belongs("plain", List.of(paid), List.of(order));
      scene.innocent(Wrong.REFUND_MISSING, "on_its_way", List.of(), List.of(order));
      return true;
    }
    scene.belongs("refunded", List.of(paid, back), List.of(order));
    return true;
  }
}
