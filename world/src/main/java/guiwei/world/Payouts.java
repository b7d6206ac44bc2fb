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
  private static final List<Payer> PAYERS =
      List.of(
          new Payer(
              Way.WECHAT, 9 * 3600 + 740, "财付通支付科技有限公司", "243300133902", "微信支付商户1900018231提现"),
          new Payer(Way.ALIPAY, 9 * 3600 + 2_230, "支付宝（中国）网络技术有限公司", "215500690", "支付宝提现"),
          new Payer(Way.UNIONPAY, 10 * 3600 + 66, "中国银联股份有限公司", "898310053110001", "银联清算款"),
          new Payer(Way.CARD, 10 * 3600 + 1_905, "澄江支付服务有限公司待清算户", "310066100018800", "POS结算款"));

  /// Who pays out a channel's money, from when in the morning, and what the bank line says.
  private record Payer(Way way, int second, String name, String account, String words) {}

  /// What a channel owes us since its last payout.
  private static final class Owed {
    long amount;
    long fees;
    int days;
  }

  private final Scene.Stage stage;
  private final Ledger ledger;
  private final Dice dice;
  private final Map<Way, Owed> owed = new EnumMap<>(Way.class);

  Payouts(Scene.Stage stage, Ledger ledger) {
    this.stage = stage;
    this.ledger = ledger;
    dice = new Dice(stage.setting().seed() * 977 + 3);
  }

  /// Counts a day's lines and sends the payouts of the next morning.
  void settle(LocalDate day, List<Line> lines) {
    for (Line line : lines) {
      // Alipay's bills know no refund that is only accepted: there it is done
      boolean moved = line.booked && !(line.pending && line.way == Way.WECHAT);
      if (moved && line.doing.isTrade() && "CNY".equals(line.currency)) {
        Owed account = owed.computeIfAbsent(line.way, way -> new Owed());
        account.amount += line.doing.sign * line.settled() - line.feeTaken();
        account.fees += line.feeTaken();
      }
    }
    for (Payer payer : PAYERS) {
      Owed account = owed.get(payer.way);
      if (account != null) {
        account.days++;
        if (account.amount > 0 && paysOn(payer.way, day.plusDays(1))) {
          owed.remove(payer.way);
          pay(payer, account, day);
        }
      }
    }
  }

  private static boolean paysOn(Way way, LocalDate day) {
    return way != Way.CARD || day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
  }

  private void pay(Payer payer, Owed account, LocalDate day) {
    long at = Clock.of(day.plusDays(1), payer.second + dice.below(500));
    boolean wrong = !stage.setting().isLean() && dice.chance(WRONG_SHARE);
    long due = account.amount;
    int sort = wrong ? dice.below(3) : -1;
    long paid =
        switch (sort) {
          case 0 -> due - Math.clamp(account.fees, 1, Math.max(1, due / 10));
          case 1 -> due - dice.between(1_000, Math.max(1_001, due / 50));
          case 2 -> due + dice.between(1_000, Math.max(1_001, due / 80));
          default -> due;
        };
    if (at >= stage.setting().end() || paid <= 0) {
      return;
    }
    Line line = line(payer, at, paid, day);
    line.declared = due;
    ledger.add(line);
    if (wrong) {
      line.what = "discrepancy";
      line.subtype = List.of("fee_taken_twice", "too_little", "too_much").get(sort);
      ledger.add(mistake(line, paid - due));
    } else if (account.days > 1) {
      line.subtype = "several_days_together";
      ledger.add(new Truth.Innocent(Wrong.PAYOUT_DIFFERS, line.subtype, List.of(line), List.of()));
    }
  }

  private static Truth mistake(Line line, long amount) {
    List<Line> lines = List.of(line);
    return new Truth.Mistake(
        Wrong.PAYOUT_DIFFERS, line.subtype, amount, line, lines, List.of(), List.of(), "");
  }

  private Line line(Payer payer, long at, long amount, LocalDate day) {
    Merchant merchant = stage.merchant();
    Line line = new Line(Way.BANK, Doing.PAYOUT, at, amount, merchant.stores.getFirst());
    line.what = "payout";
    line.from = payer.way;
    line.book = stage.setting().isLean() ? merchant.csv : book(payer.way);
    line.payerName = payer.name;
    line.counterAccount = payer.account;
    line.words = payer.words + Clock.compact(day);
    return line;
  }

  private BankBook book(Way way) {
    return switch (way) {
      case WECHAT -> stage.merchant().camt;
      case ALIPAY -> stage.merchant().mt940;
      case UNIONPAY, CARD, BANK, CASH -> stage.merchant().csv;
    };
  }
}
