package guiwei.reconcile;

import org.junit.jupiter.api.Test;

/// Numbers that a shop's system made for the channel out of its order numbers.
class WrappingTest {
  private final StringBuilder story = new StringBuilder();
  private final StringBuilder expected = new StringBuilder();

  /// Orders of different amounts, each paid days later under a number of the channel's own.
  ///
  /// @param order the order's number, and `reference` the channel's, from a running number
  private void paid(String order, String reference) {
    for (int i = 0; i < 15; i++) {
      int number = 20_510 + 7 * i;
      story.append("order %s %d.00 paid +%dm\n".formatted(order.formatted(number), 31 + i, i));
      story.append(
          "wechat %s %d.00 +%dm\n".formatted(reference.formatted(number), 31 + i, 6000 + i));
      expected.append("match ").append(order.formatted(number)).append('\n');
    }
  }

  private void check(String more, String outcome) {
    Story.check(story + more + "->\n" + expected + outcome);
  }

  @Test
  void a_number_between_a_word_and_a_moment_is_the_orders() {
    paid("%d", "wc_%1$d_17744%1$d");
    check(
        """
        order  20700 31.00 cancelled
        wechat wc_20700_1774431999 31.00 +2d
        order  20707 32.00 paid
        wechat wc_20707_1774441999 32.00 +2d
        wechat wc_20707_1774442050 32.00 +2881m
        """,
        """
        paid-after-cancel 20700 31.00
        match 20707
        duplicate-charge 20707 32.00
        """);
  }

  @Test
  void letters_that_only_the_books_write_are_put_before_it() {
    paid("SO%d", "PAY%d");
    check(
        """
        order  SO20700 31.00 cancelled
        wechat PAY20700_2 31.00 +2d
        """,
        "paid-after-cancel SO20700 31.00\n");
  }

  @Test
  void numbers_that_hold_an_orders_by_chance_teach_nothing() {
    for (int i = 0; i < 15; i++) {
      int number = 2051 + 7 * i;
      story.append("order %d %d.00 paid +%dm\n".formatted(number, 31 + i, i));
      // each holds the number of an order with another amount
      story.append("wechat 99887%d55 %d.00 +%dm\n".formatted(number, 930 + i, 6000 + i));
      expected.append("unidentified %d.00\n".formatted(930 + i));
      // the run's orders do speak of this account
      story.append("order M%d %d.00 paid +%dm\n".formatted(i, 71 + i, 5990 + i));
      story.append("wechat M%d %d.00 +%dm\n".formatted(i, 71 + i, 5991 + i));
      expected.append("match M%d\n".formatted(i));
    }
    check("", "");
  }
}
