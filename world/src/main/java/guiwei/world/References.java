package guiwei.world;

import java.util.Locale;

/// The numbers that orders, lines and refunds get, in the order of time.
final class References {
  private static final String[] ATTEMPTS = {"-2", "_1", "R2", "01"};
  /// Ends in 7, so that its multiples take every value of a range of figures once.
  private static final long GOLDEN = 6_180_339_887L;

  private final long seed;
  private long orders;
  private long lines;
  private long refunds;
  private long day = Long.MIN_VALUE;

  References(Setting setting) {
    seed = Dice.mix(setting.seed() + 77);
  }

  private void turn(long at) {
    long today = Math.floorDiv(at, (long) Clock.DAY);
    if (today != day) {
      day = today;
      orders = 0;
      refunds = 0;
    }
  }

  /// The shop's own number: dated, counted, in one of four styles by seed.
  void enter(Order order) {
    turn(order.at);
    orders++;
    String date = Clock.compact(Clock.date(order.at));
    String count = Long.toString(orders);
    count = "0".repeat(Math.max(0, 6 - count.length())) + count;
    String store = order.store.id();
    order.number =
        switch ((int) Math.floorMod(seed, 4L)) {
          case 0 -> date + store.substring(1) + count;
          case 1 -> "SO-" + date.substring(2) + "-" + count;
          case 2 -> "D" + date.substring(2) + count;
          default -> "YQ" + date + store.toLowerCase(Locale.ROOT).substring(1) + count;
        };
  }

  /// Gives a line of a trade channel or a bank its number and quotes the order's.
  void enter(Line line) {
    turn(line.at);
    lines++;
    String date = Clock.compact(Clock.date(line.at));
    boolean back = line.doing == Doing.REFUND || line.doing == Doing.VOID;
    if (back && (line.way.isPhone() || line.way == Way.UNIONPAY)) {
      refunds++;
      line.refundNumber = "RF" + date.substring(2) + (1_000_000 + refunds);
    }
    line.id = id(line, date, back);
    line.reference = reference(line);
  }

  private String id(Line line, String date, boolean back) {
    return switch (line.way) {
      case WECHAT ->
          back ? "503002" + tail(4) + date + tail(11) : "420000" + tail(4) + date + tail(10);
      case ALIPAY -> back ? line.refundNumber : date + "22001" + tail(5) + tail(10);
      case UNIONPAY -> date + Clock.hhmmss(line.at) + tail(7);
      case BANK -> bank(line, date);
      case CARD, CASH -> throw new IllegalStateException(line.way + " has numbers of its own");
    };
  }

  private String bank(Line line, String date) {
    BankBook book = line.book;
    if (book == null) {
      throw new IllegalStateException("a bank line without account at " + line.at);
    }
    return switch (book.format()) {
      case CAMT -> "CB" + date + tail(10);
      case MT940 -> date.substring(2) + tail(10);
      case CSV -> date + tail(12);
    };
  }

  /// Figures that never repeat and do not show their order.
  private String tail(int width) {
    long range = 1;
    for (int i = 0; i < width; i++) {
      range *= 10;
    }
    long value = (lines * GOLDEN + Math.floorMod(seed, range)) % range;
    return Long.toString(range + value).substring(1);
  }

  private static String reference(Line line) {
    Line paid = line.original;
    if (paid != null) {
      return paid.reference;
    }
    if (line.way == Way.BANK) {
      return "";
    }
    return switch (line.quote) {
      case EXACT -> line.named.getFirst().number();
      case RETRY -> line.named.getFirst().number() + ATTEMPTS[line.variant % ATTEMPTS.length];
      case ATTACHED, IN_GOODS, FOREIGN -> "78" + line.id.substring(12) + line.variant % 10;
      case NONE, SPACED, DASHED, LOWER, PART, SLIP, INVOICE -> "";
    };
  }

  /// The number of the invoice that was written for an order.
  static String invoice(Order order) {
    long figures = Math.floorMod(Dice.mix(order.at * 31 + order.customer), 90_000_000L);
    return "FP" + (10_000_000 + figures);
  }
}
