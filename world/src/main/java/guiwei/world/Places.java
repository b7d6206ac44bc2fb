package guiwei.world;

import guiwei.world.Order.State;
import java.util.List;

/// Money that names the wrong order or reaches the wrong account of ours.
final class Places {
  private Places() {}

  /// Money for one order names another of the same customer, which is paid by itself.
  static boolean namesPaidOrder(Scene scene) {
    Order meant = quoted(scene);
    Order named = scene.another(meant, scene.dice.between(300, 5 * 3_600));
    if (named.due == meant.due) {
      return false;
    }
    Line own = scene.pay(named, named.due, named.at + 30);
    Line paid = scene.pay(named, meant.due, own.at + scene.dice.between(60, 7_200));
    paid.quote = paid.quote == Quote.EXACT && named.way != Way.BANK ? Quote.RETRY : paid.quote;
    paid.instrument = own.instrument;
    meant.state = State.OPEN;
    scene.belongs("plain", List.of(own), List.of(named));
    return wrongOrder(scene, "names_paid_order", paid, named, meant);
  }

  /// Money for one order names another of the same customer, which is still open.
  static boolean namesOpenOrder(Scene scene) {
    Order meant = quoted(scene);
    Order named = scene.another(meant, -scene.dice.between(300, 5 * 3_600));
    if (named.due == meant.due) {
      return false;
    }
    Line paid = scene.pay(named, meant.due, meant.at + scene.dice.between(20, 600));
    named.state = scene.dice.chance(0.6) ? State.OPEN : State.PAID;
    meant.state = State.OPEN;
    return wrongOrder(scene, "names_open_order", paid, named, meant);
  }

  private static boolean wrongOrder(
      Scene scene, String subtype, Line paid, Order named, Order meant) {
    scene.mistake(
        new Truth.Mistake(
            Wrong.WRONG_ORDER,
            subtype,
            paid.amount,
            paid,
            List.of(paid),
            List.of(named),
            List.of(meant),
            ""));
    return true;
  }

  private static Order quoted(Scene scene) {
    boolean transfer = scene.store.isOnline() && scene.dice.chance(0.4);
    Order order = scene.order(transfer ? Way.BANK : Duplicates.phone(scene));
    order.member = true;
    order.quote = scene.store.aggregator() ? Quote.ATTACHED : Quote.EXACT;
    return order;
  }

  /// The code of another shop: the number is right, the account is not.
  static boolean otherStore(Scene scene) {
    Store other = scene.elsewhere();
    if (other == null || other.isOnline() || scene.store.isOnline()) {
      return false;
    }
    Order order = quoted(scene);
    Line paid = scene.pay(order);
    paid.store = other;
    paid.till = scene.dice.pick(other.tills());
    order.state = scene.dice.chance(0.7) ? State.OPEN : State.PAID;
    return wrongAccount(scene, "other_store", paid, order);
  }

  /// A transfer to another account of ours than the store's own.
  static boolean otherBank(Scene scene) {
    Merchant ours = scene.merchant;
    BankBook book = scene.dice.pick(ours.camt, ours.mt940, ours.csv);
    if (book.equals(scene.store.bank())) {
      return false;
    }
    Order order = scene.order(Way.BANK);
    order.quote = scene.dice.chance(0.6) ? Quote.EXACT : Quote.SPACED;
    Line paid = scene.pay(order);
    paid.book = book;
    order.state = State.OPEN;
    return wrongAccount(scene, "other_bank_account", paid, order);
  }

  private static boolean wrongAccount(Scene scene, String subtype, Line paid, Order order) {
    scene.mistake(
        new Truth.Mistake(
            Wrong.WRONG_ACCOUNT,
            subtype,
            paid.amount,
            paid,
            List.of(paid),
            List.of(order),
            List.of(order),
            ""));
    return true;
  }

  /// Money for somebody else altogether, as its words say.
  static boolean notOurs(Scene scene) {
    Dice dice = scene.dice;
    long amount = scene.prices.large(dice);
    Line paid = Strangers.transfer(scene, amount);
    String whose = scene.dice.pick("青藤五金", "博远印务", "禾丰农资", "天澜汽配", "启明文具", "安和物业");
    paid.words =
        dice.pick(
            "付" + whose + "有限公司货款 合同HT" + Merchant.digits(dice, "20", 7),
            whose + "有限公司 " + (1 + dice.below(12)) + "月房租",
            "收款单位：" + whose + "有限公司 工程款");
    scene.mistake(
        new Truth.Mistake(
            Wrong.WRONG_ACCOUNT,
            "not_meant_for_us",
            amount,
            paid,
            List.of(paid),
            List.of(),
            List.of(),
            "the words name a beneficiary that is none of ours"));
    return true;
  }

  /// Two stores, one sub-merchant: the payment shows the account only.
  static boolean sharedAccount(Scene scene) {
    Store counter = scene.merchant.stores.get(2);
    Store holder = scene.merchant.stores.get(1);
    if (!scene.store.equals(counter) && !scene.store.equals(holder)) {
      return false;
    }
    Order order = scene.order(Way.WECHAT);
    order.quote = Quote.EXACT;
    Line paid = scene.pay(order);
    paid.store = holder;
    paid.till = null;
    scene.fits(Wrong.WRONG_ACCOUNT, "shared_sub_merchant", List.of(paid), List.of(order));
    return true;
  }

  /// Several orders of one customer, each paid right.
  static boolean eachRight(Scene scene) {
    Order one = quoted(scene);
    Order two = scene.another(one, scene.dice.between(200, 4_000));
    Line first = scene.pay(one, one.due, two.at + scene.dice.between(30, 600));
    Line second = scene.pay(two, two.due, two.at + scene.dice.between(30, 600));
    second.instrument = first.instrument;
    scene.belongs("two_orders_each_right", List.of(first), List.of(one));
    scene.belongs("two_orders_each_right", List.of(second), List.of(two));
    scene.innocent(
        Wrong.WRONG_ORDER, "two_orders_each_right", List.of(first, second), List.of(one, two));
    return true;
  }
}
