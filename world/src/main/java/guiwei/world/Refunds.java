package guiwei.world;

import guiwei.world.Order.State;
import java.util.ArrayList;
import java.util.List;

/// Money given back twice, or promised and not given back.
final class Refunds {
  private Refunds() {}

  /// One promise, two refunds of it on the payment's own channel.
  static boolean sameChannel(Scene scene) {
    Order order = sold(scene);
    Line paid = scene.pay(order);
    order.promised = Slips.part(order.due / 2, scene.dice);
    Line once = back(scene, paid, order.promised, paid.at);
    Line again = back(scene, paid, order.promised, once.at + 600);
    return twice(scene, "same_promise_twice", order, List.of(paid, once), again);
  }

  /// Refunded on the channel, and by transfer as well.
  static boolean byTransferToo(Scene scene) {
    Order order = sold(scene);
    Line paid = scene.pay(order);
    order.promised = scene.dice.chance(0.5) ? order.due : Slips.part(order.due, scene.dice);
    order.state = order.promised == order.due ? State.REFUNDED : State.PAID;
    Line once = back(scene, paid, order.promised, paid.at);
    Line again = transferBack(scene, order, order.promised, once.at + 3_600);
    return twice(scene, "by_transfer_as_well", order, List.of(paid, once), again);
  }

  /// Card refunded in full twice: more than was ever received.
  static boolean aboveReceived(Scene scene) {
    if (scene.store.isOnline()) {
      return false;
    }
    Order order = scene.order(Way.CARD);
    order.due += 4_321;
    order.state = State.REFUNDED;
    order.promised = order.due;
    Line paid = scene.pay(order);
    Line once = back(scene, paid, order.due, paid.at);
    Line again = back(scene, paid, order.due, once.at + 900);
    return twice(scene, "above_received", order, List.of(paid, once), again);
  }

  private static boolean twice(
      Scene scene, String subtype, Order order, List<Line> good, Line again) {
    scene.belongs("refunded", good, List.of(order));
    scene.wrong(Wrong.REFUND_TWICE, subtype, -again.amount, again, order);
    return true;
  }

  /// Several refunds of one order, all promised.
  static boolean several(Scene scene) {
    Order order = sold(scene);
    Line paid = scene.pay(order);
    long each = Slips.part(order.due / 3, scene.dice);
    int count = (int) scene.dice.between(2, 3);
    order.promised = each * count;
    List<Line> lines = new ArrayList<>(List.of(paid));
    for (int i = 0; i < count; i++) {
      lines.add(back(scene, paid, each, lines.getLast().at + 300));
    }
    scene.fits(Wrong.REFUND_TWICE, "several_partial", lines, List.of(order));
    return true;
  }

  /// Promised, given back by transfer because the card was closed.
  static boolean otherRoute(Scene scene) {
    Order order = sold(scene);
    Line paid = scene.pay(order);
    order.promised = scene.dice.chance(0.5) ? order.due : Slips.part(order.due, scene.dice);
    order.state = order.promised == order.due ? State.REFUNDED : State.PAID;
    Line back = transferBack(scene, order, order.promised, paid.at + Clock.DAY);
    scene.fits(Wrong.REFUND_MISSING, "refunded_by_transfer", List.of(paid, back), List.of(order));
    return true;
  }

  static boolean missing(Scene scene) {
    if (scene.at > scene.setting.end() - 9L * Clock.DAY) {
      return false;
    }
    Order order = sold(scene);
    Line paid = scene.pay(order);
    boolean full = scene.dice.chance(0.4);
    order.promised = full ? order.due : Slips.part(order.due, scene.dice);
    order.state = full && scene.dice.chance(0.6) ? State.REFUNDED : State.PAID;
    order.remark = scene.dice.chance(0.4) ? scene.dice.pick("退货", "同意退款", "缺货退款") : "";
    return owed(scene, order, paid, order.promised, "nothing_went_back");
  }

  /// Less went back than was promised.
  static boolean partly(Scene scene) {
    if (scene.at > scene.setting.end() - 9L * Clock.DAY) {
      return false;
    }
    Order order = sold(scene);
    Line paid = scene.pay(order);
    order.promised = Slips.part(order.due, scene.dice);
    long went = Slips.part(order.promised, scene.dice);
    Line back = back(scene, paid, went, paid.at);
    if (went >= order.promised) {
      return false;
    }
    scene.belongs("refunded", List.of(paid, back), List.of(order));
    return owed(scene, order, paid, order.promised - went, "less_went_back");
  }

  private static boolean owed(Scene scene, Order order, Line paid, long amount, String subtype) {
    scene.belongs("plain", List.of(paid), List.of(order));
    scene.wrong(Wrong.REFUND_MISSING, subtype, amount, paid, order);
    return true;
  }

  /// Promised in the last days: it may still come.
  static boolean onItsWay(Scene scene) {
    if (scene.at < scene.setting.end() - 2L * Clock.DAY) {
      return false;
    }
    Order order = sold(scene);
    Line paid = scene.pay(order);
    order.promised = Slips.part(order.due, scene.dice);
    if (scene.dice.chance(0.4)) {
      Line back = back(scene, paid, order.promised, paid.at);
      back.pending = true;
      scene.fits(Wrong.REFUND_MISSING, "processing", List.of(paid, back), List.of(order));
      return true;
    }
    scene.belongs("plain", List.of(paid), List.of(order));
    scene.innocent(Wrong.REFUND_MISSING, "on_its_way", List.of(), List.of(order));
    return true;
  }

  private static Order sold(Scene scene) {
    Order order = scene.order(Duplicates.phone(scene));
    if (!order.quote.isNumbered()) {
      order.quote = scene.store.aggregator() ? Quote.ATTACHED : Quote.EXACT;
    }
    order.due += 2_000;
    order.member = true;
    return order;
  }

  private static Line back(Scene scene, Line paid, long amount, long after) {
    long when = after + scene.dice.between(300, 2 * Clock.DAY);
    return scene.refund(paid, amount, Ways.open(paid.store, when));
  }

  private static Line transferBack(Scene scene, Order order, long amount, long after) {
    long when = after + scene.dice.between(3_600, 2 * Clock.DAY);
    Line back = new Line(Way.BANK, Doing.REFUND, when, amount, order.store);
    back.book = order.store.bank();
    back.payer = order.customer;
    back.named = List.of(order);
    back.quote = Quote.EXACT;
    back.words = "退款";
    scene.lines.add(back);
    return back;
  }
}
