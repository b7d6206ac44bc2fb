package guiwei.reconcile;

import org.junit.jupiter.api.Test;

/// What channels and acquirers pay into the bank, where days are small or come together.
class PayoutsTest {
  private final StringBuilder story = new StringBuilder();
  private final StringBuilder expected = new StringBuilder();

  private void check(String more) {
    Story.check(story + "->\n" + expected + more);
  }

  private void traded(int day, int yuan) {
    story.append("order A%d %d.00 paid +%dd\n".formatted(day, yuan, day));
    story.append("wechat A%d %d.00 +%dd\n".formatted(day, yuan, day));
    expected.append("match A%d\n".formatted(day));
  }

  private void paidOut(int day, String amount) {
    story.append("bank - %s n=财付通支付科技有限公司 w=微信支付提现 +%dd\n".formatted(amount, day));
  }

  private void swiped(int day, String... amounts) {
    for (int i = 0; i < amounts.length; i++) {
      String number = "A%d%d".formatted(day, i);
      int minute = day * 1440 + i * 70;
      story.append("order %s %s ch=pos t=T1 +%dm\n".formatted(number, amounts[i], minute));
      story.append("till sale %s k=6225**%04d +%dm\n".formatted(amounts[i], day, minute + 1));
      expected.append("till-amount-time ").append(number).append('\n');
    }
  }

  private void settled(int day, String amount) {
    story.append("bank - %s n=某某收单服务有限公司 w=POS商户清算 +%dd\n".formatted(amount, day));
  }

  /// Seven days, paid out on the next one but at the weekend.
  private void week(String monday) {
    for (int day = 0; day < 7; day++) {
      traded(day, 100 + 7 * day);
    }
    for (int day = 0; day < 4; day++) {
      paidOut(day + 1, 100 + 7 * day + ".00");
    }
    paidOut(7, monday);
  }

  @Test
  void what_a_weekend_took_comes_on_monday() {
    week("405.00");
    check("payout\n".repeat(5));
  }

  @Test
  void too_little_on_monday_is_held_against_the_weekend() {
    week("395.00");
    check("payout\n".repeat(4) + "payout-differs -10.00\n");
  }

  private void days(String... payouts) {
    for (int day = 0; day < payouts.length; day++) {
      traded(day, 300 + 70 * day);
      paidOut(day + 1, payouts[day]);
    }
  }

  @Test
  void two_payouts_that_are_right_are_enough_to_doubt_a_third() {
    days("300.00", "365.00", "440.00");
    check("payout\n".repeat(2) + "payout-differs -5.00\n");
  }

  @Test
  void two_payouts_that_are_right_say_nothing_of_two_that_are_not() {
    days("300.00", "365.00", "435.00", "510.00");
    check("payout\n".repeat(4));
  }

  /// Card terminals with a sale or two a day and days without any; the acquirer keeps 0.52 %.
  private void slips(String last) {
    swiped(0, "385.00");
    settled(1, "383.00");
    swiped(2, "50.90", "12.90");
    settled(3, "63.47");
    swiped(4, "9.90");
    settled(5, "9.85");
    swiped(6, "200.00", "35.00");
    settled(7, "233.78");
    swiped(8, "100.00");
    // nothing is sold on the ninth day, and nothing paid
    swiped(10, "300.00");
    settled(11, last);
  }

  @Test
  void a_days_few_sales_tell_what_the_acquirer_keeps() {
    slips("397.92");
    check("payout\n".repeat(5));
  }

  @Test
  void what_the_acquirer_paid_too_little_is_told() {
    slips("377.92");
    check("payout\n".repeat(4) + "payout-differs -20.00\n");
  }

  /// Two stores whose terminals an acquirer pays out each for itself, with rates of their own.
  private void stores(String last) {
    for (int day = 0; day < 8; day++) {
      int one = 20000 + 1700 * day;
      int two = 34000 + 2300 * day;
      slip("S1", "T1", day, one);
      slip("S2", "T2", day, two);
      settled(day + 1, text(one - Math.round(one * 0.0052)));
      settled(day + 1, day == 7 ? last : text(two - Math.round(two * 0.0038)));
    }
  }

  private void slip(String store, String till, int day, int minor) {
    String amount = text(minor);
    int minute = day * 1440;
    String order = "%s%d".formatted(store, day);
    story.append(
        "order %s %s ch=pos s=%s t=%s +%dm\n".formatted(order, amount, store, till, minute));
    story.append("till sale %s k=6225**%04d i=%s +%dm\n".formatted(amount, day, till, minute + 1));
    expected.append("till-amount-time ").append(order).append('\n');
  }

  private static String text(long minor) {
    return guiwei.money.Decimals.text(minor, 2);
  }

  @Test
  void an_acquirer_may_pay_each_store_by_itself() {
    stores("499.10");
    check("payout\n".repeat(16));
  }

  @Test
  void what_one_store_got_too_little_is_told() {
    stores("489.10");
    check("payout\n".repeat(15) + "payout-differs -10.00\n");
  }
}
