package guiwei.reconcile;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/// The rate of an account is learnt from all rows that count, and held against all of them.
class FeesTest {
  private final StringBuilder story = new StringBuilder();
  private final StringBuilder expected = new StringBuilder();
  private int orders;

  private void paid(int count, String fee, String outcome) {
    paid(count, "100.00", fee, outcome);
  }

  private void paid(int count, String amount, String fee, String outcome) {
    for (int i = 0; i < count; i++) {
      orders++;
      story.append("order A%d %s paid +%dm\n".formatted(orders, amount, orders));
      story.append("wechat A%d %s fee=%s +%dm\n".formatted(orders, amount, fee, orders));
      expected.append("match A").append(orders).append("\n").append(outcome.formatted(orders));
    }
  }

  @Test
  void a_fee_that_breaks_the_rate_of_all_others_is_told() {
    paid(30, "0.60", "");
    paid(1, "0.90", "fee-differs A%d -0.30\n");
    Story.check(story + "->\n" + expected);
  }

  @Test
  void amounts_too_small_to_tell_a_rate_tell_it_together() {
    paid(90, "12.00", "0.07", "");
    paid(90, "18.00", "0.11", "");
    paid(90, "30.00", "0.18", "");
    paid(1, "30.00", "0.36", "fee-differs A%d -0.18\n");
    Story.check(story + "->\n" + expected);
  }

  @Test
  void the_first_rows_of_a_file_do_not_decide_over_its_month() {
    paid(220, "0.38", "fee-differs A%d 0.22\n");
    paid(2_100, "0.60", "");
    Story.check(story + "->\n" + expected);
  }

  @Test
  void cards_of_two_sorts_may_pay_two_rates_and_one_of_them_no_more_than_a_most() {
    for (int i = 1; i <= 60; i++) {
      paid(1, money(12_000 + 500L * i), money(Math.round((12_000 + 500L * i) * 0.006)), "");
      long debit = 12_000 + 800L * i;
      paid(1, money(debit), money(Math.round(debit * 0.005)), "");
    }
    for (int i = 1; i <= 12; i++) {
      paid(1, money(500_000 + 9_100L * i), "20.00", "");
    }
    paid(1, "200.00", "2.00", "fee-differs A%d -0.80\n");
    paid(1, "300.00", "0.90", "fee-differs A%d 0.90\n");
    Story.check(story + "->\n" + expected);
  }

  @Test
  void a_refused_file_teaches_no_rate() {
    paid(30, "0.60", "");
    paid(1, "0.90", "fee-differs A%d -0.30\n");
    for (int i = 0; i < 300; i++) {
      story.append("spoiled A%d 100.00 fee=0.90 +%dm\n".formatted(i, i));
    }
    Story.check(story + "->\n" + expected);
  }

  @Test
  void few_small_payments_tell_a_share_together_if_nearly_all_agree() {
    for (int i = 1; i <= 24; i++) {
      long amount = 1_500 + 137L * i;
      paid(1, money(amount), money(Math.round(amount * 0.08)), "");
    }
    paid(1, "40.00", "5.20", "fee-differs A%d -2.00\n");
    // of the story's own last payment nothing was taken
    Story.check(story + "->\n" + expected + "fee-differs LAST 0.08\n");
  }

  @Test
  void a_fixed_sum_beside_a_share_is_learnt() {
    for (int i = 1; i <= 40; i++) {
      long amount = 500 + 173L * i * i;
      long fee = Math.round(amount * 0.015) + 20;
      paid(1, money(amount), money(fee), "");
    }
    paid(1, "100.00", "3.45", "fee-differs A%d -1.75\n");
    // of the story's own last payment nothing was taken
    Story.check(story + "->\n" + expected + "fee-differs LAST 0.22\n");
  }

  @Test
  void a_least_fee_that_most_payments_paid_is_learnt() {
    for (int i = 1; i <= 60; i++) {
      long amount = 5_990 + 400L * i;
      long fee = Math.max(200, Math.round(amount * 0.01));
      paid(1, money(amount), money(fee), "");
    }
    paid(1, "100.00", "4.00", "fee-differs A%d -2.00\n");
    Story.check(story + "->\n" + expected + "fee-differs LAST 2.00\n");
  }

  @Test
  void two_sorts_of_cards_tell_no_fixed_sum() {
    for (int i = 1; i <= 60; i++) {
      long amount = 500 + 173L * i * i;
      long fee = Math.round(amount * (i % 5 == 0 ? 0.0325 : 0.015)) + 20;
      paid(1, money(amount), money(fee), "");
    }
    Story.check(story + "->\n" + expected);
  }

  private static String money(long minor) {
    return BigDecimal.valueOf(minor, 2).toPlainString();
  }

  @Test
  void cards_of_another_currency_have_another_tariff() {
    StringBuilder list =
        new StringBuilder(
            "transaction_id,merchant_reference,transaction_time,currency,amount,fee,net_amount\n");
    StringBuilder books = new StringBuilder("order_no,amount_due,currency,created_at,status\n");
    for (int i = 0; i < 60; i++) {
      String currency = i % 2 == 0 ? "CNY" : "USD";
      long amount = 20_000 + 300L * i;
      long fee = i == 59 ? amount / 50 : Math.round(amount * (i % 2 == 0 ? 0.006 : 0.025));
      list.append("P%d,A%d,2026-10-01 10:%02d:30,%s,".formatted(i, i, i, currency))
          .append("%s,%s,%s\n".formatted(money(amount), money(fee), money(amount - fee)));
      books
          .append("A%d,%s,%s,".formatted(i, money(amount), currency))
          .append("2026-10-01 10:%02d:00,paid\n".formatted(i));
      expected.append("match A").append(i).append('\n');
    }
    Story.checkFiles(expected + "fee-differs A59 1.89\n", list.toString(), books.toString());
  }
}
