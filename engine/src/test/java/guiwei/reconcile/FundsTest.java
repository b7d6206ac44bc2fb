package guiwei.reconcile;

import org.junit.jupiter.api.Test;

/// Trade bill against fund bill, number by number.
class FundsTest {
  private static final int DAY = 30;
  private static final String PAID_OUT = "match P5\nmatch P6\nmatch P7\n" + "payout\n".repeat(4);

  /// Thirty orders of a day, each paid and credited, but for the lines that the test writes.
  private static String day(String changed, String outcome) {
    StringBuilder story = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    for (int i = 1; i <= DAY; i++) {
      story.append("order A%d %d.00 paid +%dm\n".formatted(i, 10 + i, i));
      story.append("wechat A%d %d.00 +%dm\n".formatted(i, 10 + i, i));
      if (i > 1) {
        story.append("credit A%d %d.00 id=W%d +%dm\n".formatted(i, 10 + i, i, i));
      }
      expected.append("match A").append(i).append('\n');
    }
    return story + changed + "->\n" + expected + outcome;
  }

  @Test
  void whatWasTradedWasCredited() {
    Story.check(day("credit A1 11.00 id=W1 +31m\n", ""));
  }

  @Test
  void aTradeWithoutItsCreditIsTold() {
    Story.check(day("", "payout-differs A1 -11.00\n"));
  }

  @Test
  void aCreditOfAnotherAmountIsTold() {
    Story.check(day("credit A1 10.90 id=W1 +31m\n", "payout-differs A1 -0.10\n"));
  }

  @Test
  void aCreditWithoutATradeIsAReceiptOfItsOwn() {
    Story.check(
        day(
            """
            order  B1 500.00 paid +30m
            credit A1 11.00 id=W1 +31m
            credit B1 500.00 id=W99 +32m
            """,
            "match B1\n"));
  }

  @Test
  void withoutATradeBillTheFundBillStandsInForIt() {
    Story.check(
        """
        order  A1 100.00 paid +0s
        credit A1 100.00 id=W1 +40s
        order  A2 80.00 paid +0s
        credit A2 80.00 id=W2 +40s
        credit A2 80.00 id=W3 +90s
        order  A3 60.00 paid +0s
        ->
        match A1
        match A2
        duplicate-charge A2 80.00
        missing-receipt A3 -60.00
        """);
  }

  /// Thirty paid and credited orders with their fees, and six refunds that both bills have.
  private static String fullDay(String changed, String outcome) {
    StringBuilder story = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    for (int i = 1; i <= DAY; i++) {
      story.append("order A%d 100.00 paid +%dm\n".formatted(i, i));
      story.append("wechat A%d 100.00 fee=0.60 +%dm\n".formatted(i, i));
      story.append("credit A%d 100.00 id=W%d +%dm\n".formatted(i, i, i));
      if (i > 1) {
        story.append("debit 扣除交易手续费 0.60 id=W%d +%dm\n".formatted(i, i));
      }
      expected.append("match A").append(i).append('\n');
    }
    for (int i = 1; i <= 6; i++) {
      story.append("refund A%d 10.00 of=W%d +%dm\n".formatted(i, i, 100 + i));
      if (i > 1) {
        story.append("debit 退款 10.00 id=R%d +%dm\n".formatted(DAY + i, 100 + i));
      }
    }
    return story + changed + "->\n" + expected + outcome;
  }

  @Test
  void a_fee_and_a_refund_that_both_bills_have_agree() {
    Story.check(fullDay("debit 扣除交易手续费 0.60 id=W1 +2m\ndebit 退款 10.00 id=R31 +101m\n", ""));
  }

  @Test
  void a_fee_that_was_booked_otherwise_is_told() {
    Story.check(
        fullDay(
            "debit 扣除交易手续费 0.90 id=W1 +2m\ndebit 退款 10.00 id=R31 +101m\n",
            "fee-differs A1 -0.30\n"));
  }

  @Test
  void a_fee_that_was_never_taken_is_told() {
    Story.check(fullDay("debit 退款 10.00 id=R31 +101m\n", "fee-differs A1 0.60\n"));
  }

  @Test
  void a_refund_that_the_fund_bill_lacks_is_told() {
    Story.check(fullDay("debit 扣除交易手续费 0.60 id=W1 +2m\n", "payout-differs A1 10.00\n"));
  }

  @Test
  void a_refund_that_was_booked_as_another_amount_is_told() {
    Story.check(
        fullDay(
            "debit 扣除交易手续费 0.60 id=W1 +2m\ndebit 退款 12.00 id=R31 +101m\n",
            "payout-differs A1 -2.00\n"));
  }

  @Test
  void a_refund_that_only_the_fund_bill_knows_is_told() {
    Story.check(
        fullDay(
            """
            debit 扣除交易手续费 0.60 id=W1 +2m
            debit 退款 10.00 id=R31 +101m
            debit 退款 7.00 id=R99 +102m
            """,
            "payout-differs -7.00\n"));
  }

  @Test
  void where_fees_come_in_one_sum_none_is_told() {
    StringBuilder story = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    for (int i = 1; i <= DAY; i++) {
      story.append("order A%d 100.00 paid +%dm\n".formatted(i, i));
      story.append("wechat A%d 100.00 fee=0.60 +%dm\n".formatted(i, i));
      story.append("credit A%d 100.00 id=W%d +%dm\n".formatted(i, i, i));
      expected.append("match A").append(i).append('\n');
    }
    Story.check(story + "debit 手续费 18.00 id=F1 +40m\n->\n" + expected);
  }

  /// Three days whose net came to the bank on the next one: now the lag is known.
  private static String payouts() {
    StringBuilder story = new StringBuilder();
    for (int i = 5; i < 8; i++) {
      story.append("order P%d %d.00 paid +%dd\n".formatted(i, i, i));
      story.append("wechat P%d %d.00 +%dd\n".formatted(i, i, i));
      story.append("credit P%d %d.00 id=W%d +%dd\n".formatted(i, i, DAY + i - 4, i));
      story.append(payout(i + ".00", i + 1));
    }
    return story.toString();
  }

  private static String payout(String amount, int day) {
    return "bank - %s n=财付通支付科技有限公司 w=微信支付提现 +%dd\n".formatted(amount, day);
  }

  @Test
  void a_payout_is_what_the_account_had_and_not_what_was_traded() {
    Story.check(day(payouts() + payout("754.00", 1), PAID_OUT + "payout-differs A1 -11.00\n"));
  }

  @Test
  void the_payout_of_one_merchant_of_a_service_provider_is_what_its_account_had() {
    String other =
        """
        order  B1 500.00 paid +30m
        wechat B1 500.00 sub=1700000002 +31m
        credit B1 500.00 id=W34 +32m
        """;
    Story.check(
        day(payouts() + payout("754.00", 1), PAID_OUT + "payout-differs A1 -11.00\nmatch B1\n")
            .replaceAll("(wechat \\S+ \\S+) ", "$1 sub=1700000001 ")
            .replace("->\n", other + "->\n"));
  }

  @Test
  void a_credit_without_a_trade_is_in_its_days_payout() {
    Story.check(
        day(
            payouts()
                + """
                order  B1 30.00 paid +30m
                credit A1 11.00 id=W1 +31m
                credit B1 30.00 id=W99 +32m
                """
                + payout("795.00", 1),
            PAID_OUT + "match B1\n"));
  }

  /// Five orders a day for a week, the first of the third day without its credit.
  private static String quietDays(String changed, String outcome) {
    StringBuilder story = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < 35; i++) {
      int minute = i / 5 * 1440 + i % 5 * 60;
      story.append("order A%d %d.00 paid +%dm\n".formatted(i, 10 + i, minute));
      story.append("wechat A%d %d.00 +%dm\n".formatted(i, 10 + i, minute + 1));
      if (i != 10) {
        story.append("credit A%d %d.00 id=W%d +%dm\n".formatted(i, 10 + i, i + 1, minute + 1));
      }
      expected.append("match A").append(i).append('\n');
    }
    return story + changed + "->\n" + expected + outcome;
  }

  @Test
  void days_with_few_bookings_are_believed_together() {
    Story.check(quietDays("", "payout-differs A10 -20.00\n"));
    Story.check(quietDays("credit A10 19.00 id=W11 +2881m\n", "payout-differs A10 -1.00\n"));
    Story.check(quietDays("credit A10 20.00 id=W11 +2881m\n", ""));
  }

  @Test
  void a_quiet_day_that_the_fund_bill_does_not_cover_says_nothing() {
    String story =
        quietDays("credit A10 20.00 id=W11 +2881m\n", "")
            .replace("->\n", "order B1 77.00 paid +9d\nwechat B1 77.00 +9d\n->\nmatch B1\n");
    Story.check(story);
  }
}
