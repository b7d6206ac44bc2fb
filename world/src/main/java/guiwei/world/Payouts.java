package guiwei.world;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What the channels pay out to the bank: the day's money net of fees and refunds, next morning;
/// the card acquirer pays for a weekend on Monday.
final class Payouts {
  private static final double WRONG_SHARE = 0.04;
  private final Scene.Stage stage;
  private final Ledger ledger;
  private final Dice dice;
  private final Map<Way, Long> owed = new EnumMap<>(Way.class);
  private final Map<Way, Integer> waited = new EnumMap<>(Way.class);
  private final Map<Way, Long> fees = new EnumMap<>(Way.class);

  Payouts(Scene.Stage stage, Ledger ledger) {
    this.stage = stage;
    this.ledger = ledger;
    dice = new Dice(stage.setting().seed() * 977 + 3);
  }

  void settle(LocalDate day, List<Line> lines) {
    for (Line line : lines) {
      if (line.doing.isTrade() && !line.pending && "CNY".equals(line.currency)) {
        owed.merge(line.way, line.doing.sign * line.settled() - line.fee, Long::sum);
        fees.merge(line.way, line.fee, Long::sum);
      }
    }
    pay(Way.WECHAT, day, 9 * 3600 + 740);
    pay(Way.ALIPAY, day, 9 * 3600 + 2_230);
    pay(Way.UNIONPAY, day, 10 * 3600 + 66);
    pay(Way.CARD, day, 10 * 3600 + 1_905);
  }

  private void pay(Way way, LocalDate day, int second) {
    long due = owed.getOrDefault(way, 0L);
    waited.merge(way, 1, Integer::sum);
    boolean weekend =
        way == Way.CARD && day.plusDays(1).getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    if (due <= 0 || weekend) {
      return;
    }
    int days = waited.getOrDefault(way, 1);
    long fee = fees.getOrDefault(way, 0L);
    owed.remove(way);
    waited.remove(way);
    fees.remove(way);
    long at = Clock.of(day.plusDays(1), second + dice.below(500));
    if (at >= stage.setting().end()) {
      return;
    }
    boolean wrong = !stage.setting().isLean() && dice.chance(WRONG_SHARE);
    int sort = wrong ? dice.below(3) : -1;
    long paid =
        switch (sort) {
          case 0 -> due - Math.min(fee, due / 10) - 1;
          case 1 -> due - dice.between(1_000, Math.max(1_001, due / 50));
          case 2 -> due + dice.between(1_000, Math.max(1_001, due / 80));
          default -> due;
        };
    Line line = line(way, at, paid, day);
    line.declared = due;
    ledger.add(line);
    if (wrong) {
      line.what = "discrepancy";
      line.subtype = List.of("fee_taken_twice", "too_little", "too_much").get(sort);
      ledger.add(mistake(line, paid - due));
    } else if (days > 1) {
      line.subtype = "several_days_together";
      ledger.add(new Truth.Innocent(Wrong.PAYOUT_DIFFERS, line.subtype, List.of(line), List.of()));
    }
  }

  private static Truth mistake(Line line, long amount) {
    List<Line> lines = List.of(line);
    return new Truth.Mistake(
        Wrong.PAYOUT_DIFFERS, line.subtype, amount, line, lines, List.of(), List.of(), "");
  }

  private Line line(Way way, long at, long amount, LocalDate day) {
    Merchant merchant = stage.merchant();
    Line line = new Line(Way.BANK, Doing.PAYOUT, at, amount, merchant.stores.getFirst());
    line.what = "payout";
    line.from = way;
    String date = Clock.compact(day);
    boolean lean = stage.setting().isLean();
    switch (way) {
      case WECHAT -> {
        line.book = lean ? merchant.csv : merchant.camt;
        line.payerName = "财付通支付科技有限公司";
        line.counterAccount = "243300133902";
        line.words = "微信支付商户" + Merchant.WECHAT_MERCHANT + "提现" + date;
      }
      case ALIPAY -> {
        line.book = lean ? merchant.csv : merchant.mt940;
        line.payerName = "支付宝（中国）网络技术有限公司";
        line.counterAccount = "215500690";
        line.words = "支付宝提现" + date;
      }
      case UNIONPAY -> {
        line.book = merchant.csv;
        line.payerName = "中国银联股份有限公司";
        line.counterAccount = "898310053110001";
        line.words = "银联清算款" + date;
      }
      case CARD -> {
        line.book = merchant.csv;
        line.payerName = "澄江支付服务有限公司待清算户";
        line.counterAccount = "310066100018800";
        line.words = "POS结算款" + date;
      }
      case BANK, CASH -> throw new IllegalStateException(way + " pays nothing out");
    }
    return line;
  }
}
