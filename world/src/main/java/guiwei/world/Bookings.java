package guiwei.world;

import java.util.ArrayList;
import java.util.List;

/// Where a channel's two bills disagree: what one of them lacks, or books as another fee. It
/// happens to lines of stories that are told already, so that no story changes by it.
final class Bookings {
  private static final double PAYMENTS = 0.002;
  private static final double REFUNDS = 0.02;

  private final Scene.Stage stage;
  private final Dice dice;

  Bookings(Scene.Stage stage) {
    this.stage = stage;
    dice = new Dice(stage.setting().seed() * 389 + 5);
  }

  /// Lets some of a day's lines go wrong between the bills; a stranger's credit may be added.
  void muddle(Ledger.Page page) {
    if (stage.setting().isLean()) {
      return;
    }
    for (Line line : List.copyOf(page.lines)) {
      boolean booked = line.way.isPhone() && !line.pending && "CNY".equals(line.currency);
      if (!booked || !line.what.equals("match")) {
        continue;
      }
      if (line.doing == Doing.PAYMENT && dice.chance(PAYMENTS)) {
        payment(page, line);
      } else if (line.doing == Doing.REFUND && dice.chance(REFUNDS)) {
        line.booked = false;
        page.truths.add(wrong(Wrong.PAYOUT_DIFFERS, "refund_not_booked", line.amount, line));
      }
    }
  }

  private void payment(Ledger.Page page, Line line) {
    switch (dice.below(4)) {
      case 0 -> {
        line.booked = false;
        page.truths.add(wrong(Wrong.PAYOUT_DIFFERS, "not_credited", -line.settled(), line));
      }
      case 1 -> fee(page, line);
      case 2 -> untraded(page, line);
      default -> stranger(page, line);
    }
  }

  private void fee(Ledger.Page page, Line line) {
    if (line.fee > 1) {
      line.bookedFee = dice.chance(0.5) ? line.fee * 2 : 0;
      page.truths.add(
          wrong(Wrong.FEE_DIFFERS, "booked_otherwise", line.fee - line.bookedFee, line));
    }
  }

  /// The money is there and says which order it is for; only the trade bill lacks it. Without that
  /// bill nothing tells of a coupon.
  private static void untraded(Ledger.Page page, Line line) {
    if (line.quote == Quote.EXACT && line.coupon == 0) {
      line.traded = false;
      line.subtype = "credit_only";
      page.truths.add(
          new Truth.Innocent(Wrong.UNIDENTIFIED, "credit_only", List.of(line), line.named));
    }
  }

  /// Money on the account that no trade and no order knows.
  private void stranger(Ledger.Page page, Line like) {
    long amount = stage.prices().due(dice);
    Line line = new Line(like.way, Doing.PAYMENT, like.at + 1, amount, like.store);
    line.traded = false;
    line.payer = stage.people().visitor(dice);
    page.lines.add(line);
    page.truths.add(wrong(Wrong.UNIDENTIFIED, "credit_of_a_stranger", line.amount, line));
  }

  private static Truth wrong(Wrong kind, String subtype, long amount, Line line) {
    line.what = "discrepancy";
    line.subtype = subtype;
    List<Line> lines = List.of(line);
    return new Truth.Mistake(
        kind, subtype, amount, line, lines, new ArrayList<>(line.named), List.of(), "");
  }
}
