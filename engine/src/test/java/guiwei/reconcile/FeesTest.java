package guiwei.reconcile;

import org.junit.jupiter.api.Test;

/// The rate of an account is learnt from all rows that count, and held against all of them.
class FeesTest {
  private final StringBuilder story = new StringBuilder();
  private final StringBuilder expected = new StringBuilder();
  private int orders;

  private void paid(int count, String fee, String outcome) {
    for (int i = 0; i < count; i++) {
      orders++;
      story.append("order A%d 100.00 paid +%dm\n".formatted(orders, orders));
      story.append("wechat A%d 100.00 fee=%s +%dm\n".formatted(orders, fee, orders));
      expected.append("match A").append(orders).append('\n').append(outcome);
    }
  }

  @Test
  void a_fee_that_breaks_the_rate_of_all_others_is_told() {
    paid(30, "0.60", "");
    paid(1, "0.90", "fee-differs -0.30\n");
    Story.check(story + "->\n" + expected);
  }

  @Test
  void the_first_rows_of_a_file_do_not_decide_over_its_month() {
    paid(220, "0.38", "fee-differs 0.22\n");
    paid(600, "0.60", "");
    Story.check(story + "->\n" + expected);
  }

  @Test
  void a_refused_file_teaches_no_rate() {
    paid(30, "0.60", "");
    paid(1, "0.90", "fee-differs -0.30\n");
    for (int i = 0; i < 300; i++) {
      story.append("spoiled A%d 100.00 fee=0.90 +%dm\n".formatted(i, i));
    }
    Story.check(story + "->\n" + expected);
  }
}
