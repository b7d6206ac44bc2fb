package guiwei.world;

/// How customers of a store usually pay and what their payments usually say.
final class Ways {
  private static final Quote[] BANK_WORDS = {
    Quote.EXACT,
    Quote.EXACT,
    Quote.EXACT,
    Quote.SPACED,
    Quote.DASHED,
    Quote.LOWER,
    Quote.PART,
    Quote.SLIP,
    Quote.INVOICE,
    Quote.NONE
  };

  private Ways() {}

  static Way any(Scene scene) {
    double roll = scene.dice.unit();
    if (scene.setting.isLean()) {
      return lean(scene, roll);
    }
    if (scene.store.isOnline()) {
      return roll < 0.42
          ? Way.WECHAT
          : roll < 0.72 ? Way.ALIPAY : roll < 0.90 ? Way.UNIONPAY : Way.BANK;
    }
    return roll < 0.50
        ? Way.WECHAT
        : roll < 0.73 ? Way.ALIPAY : roll < 0.96 ? Way.CARD : roll < 0.98 ? Way.BANK : Way.CASH;
  }

  private static Way lean(Scene scene, double roll) {
    Way card = scene.store.isOnline() ? Way.WECHAT : Way.CARD;
    return roll < 0.58 ? Way.WECHAT : roll < 0.84 ? Way.ALIPAY : roll < 0.98 ? card : Way.BANK;
  }

  static Quote habit(Scene scene, Way way) {
    return switch (way) {
      case CARD, CASH -> Quote.NONE;
      case BANK -> scene.dice.pick(BANK_WORDS);
      case UNIONPAY -> scene.dice.chance(0.07) ? Quote.RETRY : Quote.EXACT;
      case WECHAT, ALIPAY -> phone(scene);
    };
  }

  private static Quote phone(Scene scene) {
    Dice dice = scene.dice;
    if (!scene.store.isOnline() && dice.chance(scene.setting.temper().numberlessShare)) {
      return dice.chance(0.5) ? Quote.NONE : Quote.FOREIGN;
    }
    if (scene.store.aggregator()) {
      return dice.chance(0.6) ? Quote.ATTACHED : Quote.IN_GOODS;
    }
    return dice.chance(0.08) ? Quote.RETRY : Quote.EXACT;
  }

  /// Seconds from the order to its payment; before it where the cashier types it in later.
  static long delay(Scene scene, Order order) {
    Dice dice = scene.dice;
    if (order.way == Way.BANK) {
      return dice.between(1_800, 3 * Clock.DAY);
    }
    if (order.store.isOnline()) {
      return dice.chance(0.9) ? dice.between(8, 240) : dice.between(240, 1_700);
    }
    boolean first = !order.quote.isNumbered() && dice.chance(0.25);
    return first ? -dice.between(5, 300) : dice.between(4, 90);
  }

  /// The moment itself, or the next morning where the store is closed by then.
  static long open(Store store, long when) {
    int second = Clock.secondOfDay(when);
    boolean closed = second < 8 * 3600 || second > 21 * 3600 + 1_800;
    if (store.isOnline() || !closed) {
      return when;
    }
    long midnight = when - second;
    return midnight + (second < 8 * 3600 ? 0 : Clock.DAY) + 8 * 3600 + second % 7_200;
  }
}
