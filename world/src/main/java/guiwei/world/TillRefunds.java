package guiwei.world;

import guiwei.world.Order.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Sale, refund and sale again at one till: a correction, or something worse.
final class TillRefunds {
  private TillRefunds() {}

  /// The same card again, for less than the order.
  static boolean lower(Scene scene) {
    Order order = scene.dice.chance(0.25) ? sold(scene, Duplicates.phone(scene)) : sold(scene);
    if (order == null) {
      return false;
    }
    Line sale = scene.pay(order);
    Line back = undo(scene, sale);
    long less = order.due - Slips.part(order.due / 2, scene.dice);
    Line again = scene.pay(order, less, back.at + scene.dice.between(30, 300));
    again(sale, again);
    return recharge(scene, "lower_amount", less - order.due, again, List.of(sale, back, again));
  }

  /// The refund went to another card than the one that paid.
  static boolean otherCard(Scene scene) {
    Order order = sold(scene);
    if (order == null) {
      return false;
    }
    Line sale = scene.pay(order);
    Line back = scene.refund(sale, sale.amount, sale.at + scene.dice.between(120, 1_500));
    back.payer = scene.people.visitor(scene.dice);
    back.original = null;
    Line again = scene.pay(order, order.due, back.at + scene.dice.between(30, 300));
    again.instrument = sale.instrument;
    return recharge(scene, "other_card", -back.amount, back, List.of(sale, back, again));
  }

  private static boolean recharge(
      Scene scene, String subtype, long amount, Line primary, List<Line> lines) {
    scene.mistake(
        new Truth.Mistake(
            Wrong.REFUND_RECHARGE,
            subtype,
            amount,
            primary,
            lines,
            List.copyOf(scene.orders),
            List.of(),
            ""));
    return true;
  }

  /// Keyed wrong, undone, keyed right on the same card.
  static boolean correction(Scene scene) {
    Order order = scene.dice.chance(0.3) ? sold(scene, Duplicates.phone(scene)) : sold(scene);
    if (order == null) {
      return false;
    }
    long typo = Slips.swapped(order.due, scene.dice.chance(0.5), scene.dice);
    long first = typo > 0 ? typo : order.due * 10;
    Line sale = scene.pay(order, first, order.at + scene.dice.between(5, 60));
    Line back = undo(scene, sale);
    Line again = scene.pay(order, order.due, back.at + scene.dice.between(15, 120));
    again(sale, again);
    List<Line> all = List.of(sale, back, again);
    scene.fits(Wrong.REFUND_RECHARGE, "till_correction", all, List.of(order));
    return true;
  }

  /// The customer changes her mind: undone, nothing again.
  static boolean takenBack(Scene scene) {
    Order order = sold(scene);
    if (order == null) {
      return false;
    }
    Line sale = scene.pay(order);
    Line back = undo(scene, sale);
    order.state = State.REFUNDED;
    order.promised = order.due;
    scene.fits(Wrong.REFUND_RECHARGE, "taken_back", List.of(sale, back), List.of(order));
    return true;
  }

  /// Money held on the card first, taken when the room is handed back.
  static boolean preauthorised(Scene scene) {
    Order order = sold(scene);
    if (order == null) {
      return false;
    }
    Line held = scene.line(order, Way.CARD, Doing.PREAUTH, order.due + 20_000, order.at + 30);
    held.fee = 0;
    held.what = "preauth";
    long when = Ways.open(order.store, held.at + scene.dice.between(7_200, 2 * Clock.DAY));
    Line done = scene.undo(held, Doing.PREAUTH_DONE, order.due, when);
    done.fee = Merchant.fee(Way.CARD, order.due);
    order.remark = "预授权" + Sheets.yuan(held.amount);
    scene.fits(Wrong.OVERPAID, "preauthorised", List.of(done), List.of(order));
    return true;
  }

  /// By the same card or phone; a phone's second attempt has a number of its own.
  private static void again(Line sale, Line again) {
    again.instrument = sale.instrument;
    if (again.quote == Quote.EXACT) {
      again.quote = Quote.RETRY;
    }
  }

  /// A terminal voids what it sold that day and WeChat revokes; Alipay only gives back.
  private static Line undo(Scene scene, Line sale) {
    boolean voided = sale.way != Way.ALIPAY && scene.dice.chance(0.6);
    Doing doing = voided ? Doing.VOID : Doing.REFUND;
    return scene.undo(sale, doing, sale.amount, sale.at + scene.dice.between(40, 600));
  }

  private static @Nullable Order sold(Scene scene) {
    return sold(scene, Way.CARD);
  }

  private static @Nullable Order sold(Scene scene, Way way) {
    if (scene.store.isOnline() || Clock.secondOfDay(scene.at) > 21 * 3_600) {
      return null;
    }
    Order order = scene.order(way);
    order.due += 2_500;
    if (way != Way.CARD && !order.quote.isNumbered()) {
      order.quote = Quote.EXACT;
    }
    return order;
  }
}
