package guiwei.world;

import guiwei.world.Order.State;
import java.util.List;

/// One order paid more than once, and honest customers who only look like it.
final class Duplicates {
  private Duplicates() {}

  /// The first attempt seemed to fail, a second went through on the same channel.
  static boolean sameChannel(Scene scene) {
    Order order = scene.order(scene.store.isOnline() ? online(scene) : phone(scene));
    numbered(scene, order);
    Line first = scene.pay(order);
    Line second = scene.pay(order, order.due, first.at + scene.dice.between(15, 900));
    second.instrument = first.instrument;
    if (order.quote == Quote.EXACT && scene.dice.chance(0.8)) {
      second.quote = Quote.RETRY;
    }
    return twice(scene, "same_channel_retry", order, first, second);
  }

  static boolean acrossChannels(Scene scene) {
    Order order = scene.order(phone(scene));
    numbered(scene, order);
    Line first = scene.pay(order);
    Way other = order.way == Way.WECHAT ? Way.ALIPAY : Way.WECHAT;
    if (scene.store.isOnline() && !scene.setting.isLean() && scene.dice.chance(0.3)) {
      other = Way.UNIONPAY;
    }
    Line second = scene.pay(order, other, order.due, first.at + scene.dice.between(20, 1_800));
    second.quote = order.quote == Quote.NONE ? Quote.EXACT : order.quote;
    return twice(scene, "across_channels", order, first, second);
  }

  /// A card swiped again because the slip did not print: no number anywhere.
  static boolean cardTwice(Scene scene) {
    if (scene.store.isOnline()) {
      return false;
    }
    Order order = scene.order(Way.CARD);
    Line first = scene.pay(order);
    Line second = scene.pay(order, order.due, first.at + scene.dice.between(25, 240));
    second.instrument = first.instrument;
    return twice(scene, "card_swiped_twice", order, first, second);
  }

  /// The static code scanned again at once by the same payer.
  static boolean staticTwice(Scene scene) {
    if (scene.store.isOnline()) {
      return false;
    }
    Order order = scene.order(phone(scene));
    order.quote = scene.dice.chance(0.5) ? Quote.NONE : Quote.FOREIGN;
    Line first = scene.pay(order);
    Line second = scene.pay(order, order.due, first.at + scene.dice.between(10, 120));
    second.instrument = first.instrument;
    return twice(scene, "static_code_twice", order, first, second);
  }

  /// Days later the customer, not sure, transfers the money as well.
  static boolean daysLater(Scene scene) {
    Order order = scene.order(phone(scene));
    order.due = Math.max(order.due, scene.prices.large(scene.dice) / 10);
    numbered(scene, order);
    order.member = true;
    Line first = scene.pay(order);
    long when = first.at + scene.dice.between(Clock.DAY, 4 * Clock.DAY);
    Line second = scene.pay(order, Way.BANK, order.due, when);
    second.quote = scene.dice.chance(0.7) ? Quote.EXACT : Quote.SPACED;
    return twice(scene, "again_by_transfer", order, first, second);
  }

  private static boolean twice(Scene scene, String subtype, Order order, Line first, Line second) {
    scene.belongs("plain", List.of(first), List.of(order));
    scene.wrong(Wrong.DUPLICATE_CHARGE, subtype, second.amount, second, order);
    return true;
  }

  /// The same basket sent twice within seconds: two orders, both paid.
  static boolean secondOrder(Scene scene) {
    Order order = scene.order(scene.store.isOnline() ? online(scene) : phone(scene));
    order.member = true;
    numbered(scene, order);
    Order phantom = scene.another(order, scene.dice.between(2, 25));
    phantom.due = order.due;
    Line first = scene.pay(order, order.due, order.at + scene.dice.between(10, 60));
    long later = Math.max(first.at, phantom.at + 4) + scene.dice.between(2, 30);
    Line second = scene.pay(phantom, order.due, later);
    second.instrument = first.instrument;
    scene.belongs("plain", List.of(first), List.of(order));
    scene.mistake(
        new Truth.Mistake(
            Wrong.DUPLICATE_CHARGE,
            "second_order_within_seconds",
            second.amount,
            second,
            List.of(second),
            List.of(phantom, order),
            List.of(order),
            ""));
    return true;
  }

  /// The same customer buys the same again, minutes or days later.
  static boolean repeat(Scene scene) {
    Order order = scene.order();
    if (order.way == Way.CASH || order.way == Way.BANK) {
      return false;
    }
    boolean soon = scene.dice.chance(0.5);
    long after = soon ? scene.dice.between(180, 3_600) : scene.dice.between(3_600, 3 * Clock.DAY);
    long when = Ways.open(order.store, order.at + after);
    Order again = scene.another(order, when - order.at);
    again.due = order.due;
    Line first = scene.pay(order);
    Line second = scene.pay(again);
    second.instrument = first.instrument;
    return honest(scene, "repeat_purchase", List.of(order, again), List.of(first, second));
  }

  /// Several people in a queue pay the same price within a minute.
  static boolean queue(Scene scene) {
    if (scene.store.isOnline()) {
      return false;
    }
    Order order = scene.order();
    if (order.way == Way.CASH || order.way == Way.BANK) {
      return false;
    }
    order.due = scene.prices.point(scene.dice);
    Order next = scene.stranger(order, scene.dice.between(15, 70));
    next.due = order.due;
    Line first = scene.pay(order);
    Line second = scene.pay(next);
    return honest(scene, "queue_at_one_price", List.of(order, next), List.of(first, second));
  }

  private static boolean honest(Scene scene, String subtype, List<Order> orders, List<Line> lines) {
    for (int i = 0; i < orders.size(); i++) {
      scene.belongs(subtype, List.of(lines.get(i)), List.of(orders.get(i)));
    }
    scene.innocent(Wrong.DUPLICATE_CHARGE, subtype, lines, orders);
    return true;
  }

  /// Charged twice, noticed at once and given back.
  static boolean givenBack(Scene scene) {
    Order order = scene.order(phone(scene));
    numbered(scene, order);
    Line first = scene.pay(order);
    Line second = scene.pay(order, order.due, first.at + scene.dice.between(15, 300));
    second.instrument = first.instrument;
    second.quote = order.quote == Quote.EXACT ? Quote.RETRY : order.quote;
    long when = Ways.open(order.store, second.at + scene.dice.between(120, 2 * Clock.DAY));
    Line back = scene.refund(second, order.due, when);
    order.remark = scene.dice.chance(0.3) ? "重复支付已退" : "";
    List<Line> all = List.of(first, second, back);
    scene.fits(Wrong.DUPLICATE_CHARGE, "duplicate_already_refunded", all, List.of(order));
    order.state = State.PAID;
    return true;
  }

  private static void numbered(Scene scene, Order order) {
    if (!order.quote.isNumbered()) {
      order.quote = scene.store.aggregator() ? Quote.ATTACHED : Quote.EXACT;
    }
  }

  static Way phone(Scene scene) {
    return scene.dice.chance(0.65) ? Way.WECHAT : Way.ALIPAY;
  }

  private static Way online(Scene scene) {
    return scene.dice.chance(0.2) && !scene.setting.isLean() ? Way.UNIONPAY : phone(scene);
  }
}
