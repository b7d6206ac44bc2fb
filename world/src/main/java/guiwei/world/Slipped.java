package guiwei.world;

import guiwei.world.Order.State;
import java.util.List;

/// Amounts typed wrong, both ways.
final class Slipped {
  private Slipped() {}

  static boolean over(Scene scene) {
    return slip(scene, true);
  }

  static boolean under(Scene scene) {
    return slip(scene, false);
  }

  private static boolean slip(Scene scene, boolean greater) {
    Order order = scene.order(way(scene));
    if (order.way == Way.BANK && order.quote == Quote.NONE) {
      order.quote = Quote.EXACT;
    }
    if (order.due < 1_000) {
      order.due += 1_000;
    }
    int sort = scene.dice.below(4);
    long amount = typed(scene, order.due, sort, greater);
    if (amount <= 0 || amount > order.due != greater || amount > order.due * 200) {
      return false;
    }
    Line paid = scene.pay(order, amount, order.at + Ways.delay(scene, order));
    String subtype =
        switch (sort) {
          case 0 -> "digits_swapped";
          case 1 -> greater ? "extra_digit" : "digit_dropped";
          case 2 -> "decimal_moved";
          default -> "price_typed_wrong";
        };
    Wrong kind = greater ? Wrong.OVERPAID : Wrong.UNDERPAID;
    order.state = !greater && scene.dice.chance(0.3) ? State.PART_PAID : State.PAID;
    scene.wrong(kind, subtype, amount - order.due, paid, order);
    return true;
  }

  private static Way way(Scene scene) {
    double roll = scene.dice.unit();
    if (scene.store.isOnline()) {
      return Way.BANK;
    }
    return roll < 0.45 ? Way.CARD : roll < 0.85 ? Duplicates.phone(scene) : Way.BANK;
  }

  private static long typed(Scene scene, long due, int sort, boolean greater) {
    Dice dice = scene.dice;
    return switch (sort) {
      case 0 -> Slips.swapped(due, greater, dice);
      case 1 -> greater ? Slips.longer(due, dice) : Slips.shorter(due, dice);
      case 2 -> greater ? due * 10 : due % 10 == 0 ? due / 10 : 0;
      default -> Slips.replaced(due, greater, dice);
    };
  }

  /// Rounded up without a word: 128.40 paid as 130.00.
  static boolean roundedUp(Scene scene) {
    Order order = scene.order(Duplicates.phone(scene));
    if (order.due % 1_000 == 0 || scene.store.isOnline()) {
      return false;
    }
    long amount = (order.due / 1_000 + 1) * 1_000;
    Line paid = scene.pay(order, amount, order.at + 20);
    scene.wrong(Wrong.OVERPAID, "rounded_up", amount - order.due, paid, order);
    return true;
  }

  /// Several sales keyed in one swipe that comes short.
  static boolean mergedShort(Scene scene) {
    if (scene.store.isOnline()) {
      return false;
    }
    Order first = scene.order(scene.dice.chance(0.7) ? Way.CARD : Duplicates.phone(scene));
    Order second = scene.another(first, scene.dice.between(30, 400));
    first.member = true;
    second.member = true;
    long due = first.due + second.due;
    long amount = due - (scene.dice.chance(0.5) ? Slips.part(second.due, scene.dice) : 1_000);
    if (amount <= Math.max(first.due, second.due)) {
      return false;
    }
    Line paid = scene.pay(second, amount, second.at + scene.dice.between(5, 60));
    paid.named = List.of(first, second);
    scene.mistake(
        new Truth.Mistake(
            Wrong.UNDERPAID,
            "several_sales_short",
            amount - due,
            paid,
            List.of(paid),
            List.of(first, second),
            List.of(),
            ""));
    return true;
  }
}
