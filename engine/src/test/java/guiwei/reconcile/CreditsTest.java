package guiwei.reconcile;

import org.junit.jupiter.api.Test;

/// Trade bill against fund bill, payment by payment.
class CreditsTest {
  private static final int DAY = 30;

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
    Story.check(day("", "payout-differs -11.00\n"));
  }

  @Test
  void aCreditOfAnotherAmountIsTold() {
    Story.check(day("credit A1 10.90 id=W1 +31m\n", "payout-differs -0.10\n"));
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
}
