package guiwei.world;

import guiwei.world.Order.State;
import java.util.List;

/// Cancelled orders that get money, and paid orders that get none.
final class Endings {
  private Endings() {}

  static boolean paidAfterCancel(Scene scene) {
    Order order = scene.order(named(scene));
    exact(scene, order);
    order.state = State.CANCELLED;
    order.remark = scene.dice.chance(0.3) ? scene.dice.pick("超时未付，自动关闭", "顾客取消") : "";
    long wait = scene.dice.between(1_800, order.way == Way.BANK ? 3 * Clock.DAY : 7_200);
    Line paid = scene.pay(order, order.due, order.at + wait);
    scene.wrong(Wrong.PAID_AFTER_CANCEL, "after_time_out", paid.amount, paid, order);
    return true;
  }

  static boolean reinstated(Scene scene) {
    Order order = scene.order(named(scene));
    exact(scene, order);
    order.remark = scene.dice.pick("取消后已恢复", "误取消，已恢复订单", "订单已恢复");
    Line paid = scene.pay(order, order.due, order.at + scene.dice.between(1_800, 7_200));
    scene.fits(Wrong.PAID_AFTER_CANCEL, "reinstated", List.of(paid), List.of(order));
    return true;
  }

  static boolean cancelledAndRefunded(Scene scene) {
    Order order = scene.order(Duplicates.phone(scene));
    exact(scene, order);
    order.state = State.CANCELLED;
    Line paid = scene.pay(order);
    long when = Ways.open(order.store, paid.at + scene.dice.between(600, 2 * Clock.DAY));
    Line back = scene.refund(paid, order.due, when);
    scene.fits(
        Wrong.PAID_AFTER_CANCEL, "cancelled_and_refunded", List.of(paid, back), List.of(order));
    return true;
  }

  private static Way named(Scene scene) {
    return scene.store.isOnline() && scene.dice.chance(0.25) ? Way.BANK : Duplicates.phone(scene);
  }

  private static void exact(Scene scene, Order order) {
    if (!order.quote.isNumbered()) {
      order.quote = scene.store.aggregator() ? Quote.ATTACHED : Quote.EXACT;
    }
  }

  /// The books say paid; no channel does.
  static boolean missing(Scene scene) {
    if (scene.at > scene.setting.end() - 4L * Clock.DAY) {
      return false;
    }
    Order order = scene.order();
    if (order.way == Way.CASH) {
      return false;
    }
    scene.mistake(
        new Truth.Mistake(
            Wrong.MISSING_RECEIPT,
            "no_line_" + order.way.english,
            -order.due,
            null,
            List.of(),
            List.of(order),
            List.of(),
            ""));
    return true;
  }

  /// A card order whose swipe comes the next morning, noted by the cashier.
  static boolean nextDay(Scene scene) {
    Order order = scene.order(scene.store.isOnline() ? Way.BANK : Way.CARD);
    order.member = true;
    if (order.quote == Quote.NONE && order.way == Way.BANK) {
      order.quote = Quote.EXACT;
    }
    order.remark = scene.dice.pick("次日补刷", "明日付款", "次日到账");
    long when = Ways.open(order.store, order.at + scene.dice.between(50_000, Clock.DAY + 9_000));
    Line paid = scene.pay(order, order.due, when);
    scene.fits(Wrong.MISSING_RECEIPT, "paid_next_day", List.of(paid), List.of(order));
    return true;
  }

  /// Everything covered by a voucher of the shop: nothing due, nothing to come.
  static boolean nothingDue(Scene scene) {
    Order order = scene.order();
    order.due = 0;
    order.remark = "代金券全额抵扣";
    scene.innocent(Wrong.MISSING_RECEIPT, "nothing_due", List.of(), List.of(order));
    return true;
  }
}
