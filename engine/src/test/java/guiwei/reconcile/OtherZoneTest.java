package guiwei.reconcile;

import org.junit.jupiter.api.Test;

/// Books whose moments are of another zone than they should be.
class OtherZoneTest {
  @Test
  void payments_without_numbers_find_the_orders_of_books_that_are_hours_behind() {
    StringBuilder story = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < 40; i++) {
      story.append("order A%d %d.00 paid +%dm\n".formatted(i, 31 + 7 * (i % 5), 9 * i));
      story.append("wechat - %d.00 +%dm\n".formatted(31 + 7 * (i % 5), 481 + 9 * i));
      expected.append("till-amount-time A").append(i).append("\n");
    }
    Story.check(
        story
            + """
            order  A91 60.00 paid +365m
            wechat - 600.00 +846m
            ->
            """
            + expected
            + "overpaid A91 540.00\n");
  }
}
