package guiwei.world;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One story while it is told: the orders and lines it makes and what is true about them.
/// Nothing of it counts before [Ledger#take].
final class Scene {
  final Setting setting;
  final Merchant merchant;
  final People people;
  final Prices prices;
  final Dice dice;
  final Store store;
  final long at;
  final List<Order> orders = new ArrayList<>(2);
  final List<Line> lines = new ArrayList<>(2);
  final List<Truth> truths = new ArrayList<>(2);
  /// The story knows that its last lines may come after the period.
  boolean mayBeCut;

  Scene(Stage stage, Dice dice, Store store, long at) {
    setting = stage.setting();
    merchant = stage.merchant();
    people = stage.people();
    prices = stage.prices();
    this.dice = dice;
    this.store = store;
    this.at = at;
  }

  /// What stays the same from scene to scene.
  record Stage(Setting setting, Merchant merchant, People people, Prices prices) {}

  /// An order of some customer, paid as customers here pay.
  Order order() {
    return order(Ways.any(this));
  }

  Order order(Way way) {
    Till till = store.isOnline() ? null : dice.pick(store.tills());
    Order order = new Order(store, till, people.visitor(dice), at, way);
    if (dice.chance(0.06)) {
      order.payer = people.relative(order.customer, dice);
    }
    order.due = way == Way.BANK ? prices.large(dice) : prices.due(dice);
    order.member = store.isOnline() || way == Way.BANK || dice.chance(0.55);
    order.quote = Ways.habit(this, way);
    orders.add(order);
    return order;
  }

  /// Another order of the same customer at the same till, with a price of its own.
  Order another(Order first, long after) {
    return another(first, first.store, after);
  }

  Order another(Order first, Store elsewhere, long after) {
    Till till = elsewhere.equals(first.store) ? first.till : null;
    Order order = new Order(elsewhere, till, first.customer, first.at + after, first.way);
    order.payer = first.payer;
    order.due = first.way == Way.BANK ? prices.large(dice) : prices.due(dice);
    order.member = first.member;
    order.quote = first.quote;
    orders.add(order);
    return order;
  }

  /// An order of somebody else that comes at the same place.
  Order stranger(Order first, long after) {
    Order order =
        new Order(first.store, first.till, people.visitor(dice), first.at + after, first.way);
    order.due = prices.due(dice);
    order.member = first.member;
    order.quote = first.quote;
    orders.add(order);
    return order;
  }

  /// The payment of an order as it should be, a moment later.
  Line pay(Order order) {
    return pay(order, order.due, order.at + Ways.delay(this, order));
  }

  Line pay(Order order, long amount, long when) {
    return pay(order, order.way, amount, when);
  }

  Line pay(Order order, Way way, long amount, long when) {
    return line(order, way, Doing.PAYMENT, amount, when);
  }

  Line line(Order order, Way way, Doing doing, long amount, long when) {
    Line line = new Line(way, doing, when, amount, order.store);
    line.till = order.till;
    line.payer = order.payer;
    line.instrument = dice.chance(0.85) ? 0 : 1;
    line.quote = way == order.way ? order.quote : Ways.habit(this, way);
    line.variant = dice.below(1 << 20);
    line.named = List.of(order);
    if (way == Way.BANK) {
      line.book = order.store.bank();
    }
    line.fee = Merchant.fee(way, amount);
    lines.add(line);
    return line;
  }

  /// Money back to the payer of a payment, on its own way.
  Line refund(Line paid, long amount, long when) {
    return undo(paid, Doing.REFUND, amount, when);
  }

  Line undo(Line paid, Doing doing, long amount, long when) {
    Line line = new Line(paid.way, doing, when, amount, paid.store);
    line.till = paid.till;
    line.payer = paid.payer;
    line.instrument = paid.instrument;
    line.quote = paid.way == Way.BANK ? Quote.EXACT : paid.quote;
    line.variant = paid.variant;
    line.named = paid.named;
    line.original = paid;
    line.book = paid.book;
    line.currency = paid.currency;
    line.fee = -Merchant.fee(paid.way, amount);
    if (paid.way == Way.BANK) {
      line.words = "退款";
    }
    lines.add(line);
    return line;
  }

  void belongs(String subtype, List<Line> together, List<Order> with) {
    truths.add(new Truth.Belongs(subtype, together, with));
    tell(together, "match", subtype);
  }

  void innocent(Wrong kind, String subtype, List<Line> together, List<Order> with) {
    truths.add(new Truth.Innocent(kind, subtype, together, with));
    tell(together, "lookalike", subtype);
  }

  /// An innocent group that is also one match.
  void fits(Wrong kind, String subtype, List<Line> together, List<Order> with) {
    belongs(subtype, together, with);
    innocent(kind, subtype, together, with);
  }

  void wrong(Wrong kind, String subtype, long amount, Line primary, Order order) {
    mistake(
        new Truth.Mistake(
            kind, subtype, amount, primary, List.of(primary), List.of(order), List.of(), ""));
  }

  void mistake(Truth.Mistake mistake) {
    truths.add(mistake);
    tell(mistake.lines(), "discrepancy", mistake.subtype());
  }

  private static void tell(List<Line> lines, String what, String subtype) {
    for (Line line : lines) {
      line.what = what;
      line.subtype = subtype;
    }
  }

  /// Whether everything happens between this morning, for earlier days are written, and the end
  /// of the period, and nothing quotes an order of a later day.
  boolean isWhole() {
    long morning = at - Clock.secondOfDay(at);
    for (Order order : orders) {
      if (order.at >= setting.end() || order.at < morning) {
        return false;
      }
    }
    for (Line line : lines) {
      long midnight = line.at - Clock.secondOfDay(line.at) + Clock.DAY;
      if (line.at >= setting.end()
          || line.at < morning
          || line.named.stream().anyMatch(order -> order.at >= midnight)) {
        return false;
      }
    }
    return true;
  }

  /// A store with another account for the same way of paying; none in a merchant of one store.
  @Nullable Store elsewhere() {
    for (int tries = 0; tries < 20; tries++) {
      Store other = dice.pick(merchant.stores);
      if (!other.wechat().equals(store.wechat()) && !other.equals(store)) {
        return other;
      }
    }
    return null;
  }
}
