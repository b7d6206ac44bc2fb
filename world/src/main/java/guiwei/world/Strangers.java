package guiwei.world;

import guiwei.world.Order.State;
import java.util.List;

/// Receipts that nothing explains, and bank lines that only look so.
final class Strangers {
  private Strangers() {}

  static boolean staticCode(Scene scene) {
    if (scene.store.isOnline()) {
      return false;
    }
    Line paid = loose(scene, Duplicates.phone(scene));
    paid.quote = scene.dice.chance(0.5) ? Quote.NONE : Quote.FOREIGN;
    return unknown(scene, "static_code", paid);
  }

  static boolean card(Scene scene) {
    return !scene.store.isOnline() && unknown(scene, "card", loose(scene, Way.CARD));
  }

  private static Line loose(Scene scene, Way way) {
    long amount = scene.prices.due(scene.dice);
    Line line = new Line(way, Doing.PAYMENT, scene.at, amount, scene.store);
    line.till = scene.dice.pick(scene.store.tills());
    line.payer = scene.people.visitor(scene.dice);
    line.variant = scene.dice.below(1 << 20);
    line.fee = Merchant.fee(way, amount);
    scene.lines.add(line);
    return line;
  }

  static boolean bank(Scene scene) {
    Line paid = transfer(scene, scene.prices.large(scene.dice));
    paid.words = scene.dice.pick("", "", "转账", "货款", "往来款", "跨行转账", "手机银行转账");
    return unknown(scene, "transfer_without_words", paid);
  }

  /// A transfer in from somebody.
  static Line transfer(Scene scene, long amount) {
    Line line = new Line(Way.BANK, Doing.PAYMENT, scene.at, amount, scene.store);
    line.book = scene.store.bank();
    line.payer = scene.people.visitor(scene.dice);
    line.variant = scene.dice.below(1 << 20);
    scene.lines.add(line);
    return line;
  }

  private static boolean unknown(Scene scene, String subtype, Line paid) {
    scene.mistake(
        new Truth.Mistake(
            Wrong.UNIDENTIFIED,
            subtype,
            paid.amount,
            paid,
            List.of(paid),
            List.of(),
            List.of(),
            ""));
    return true;
  }

  /// A relative pays; only the order number or the amount says for whom.
  static boolean relative(Scene scene) {
    Order order = scene.order(Way.BANK);
    if (order.quote == Quote.NONE) {
      order.quote = Quote.PART;
    }
    Line paid = scene.pay(order);
    if (paid.at >= scene.setting.end()) {
      return false;
    }
    paid.payer = scene.people.relative(order.customer, scene.dice);
    scene.fits(Wrong.UNIDENTIFIED, "relative_pays", List.of(paid), List.of(order));
    return true;
  }

  /// The customer's firm pays under its own name, without a number.
  static boolean company(Scene scene) {
    Order order = scene.order(Way.BANK);
    String firm = scene.people.company(order.customer);
    Line paid = scene.pay(order);
    if (firm.isEmpty() || paid.at >= scene.setting.end()) {
      return false;
    }
    order.remark = "开票：" + firm;
    paid.payerName = firm;
    paid.quote = scene.dice.chance(0.5) ? Quote.NONE : Quote.INVOICE;
    scene.fits(Wrong.UNIDENTIFIED, "company_pays", List.of(paid), List.of(order));
    return true;
  }

  /// Two open orders, one price, one receipt that says nothing: nobody can know which.
  static boolean twins(Scene scene) {
    if (scene.store.isOnline()) {
      return false;
    }
    Order one = scene.order(Duplicates.phone(scene));
    one.member = false;
    one.quote = Quote.NONE;
    Order two = scene.stranger(one, scene.dice.between(5, 40));
    two.due = one.due;
    two.state = State.OPEN;
    one.state = State.OPEN;
    Line paid = scene.pay(one, one.due, two.at + scene.dice.between(5, 30));
    scene.fits(Wrong.UNIDENTIFIED, "twins_undecidable", List.of(paid), List.of(one));
    return true;
  }
}
