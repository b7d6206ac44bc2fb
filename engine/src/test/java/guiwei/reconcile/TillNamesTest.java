package guiwei.reconcile;

import org.junit.jupiter.api.Test;

/// Terminals that the journal calls otherwise than the orders do, and numbers that a terminal
/// prints for itself.
class TillNamesTest {
  @Test
  void a_terminal_is_found_out_by_what_it_sold_and_one_price_at_two_tills_is_no_question() {
    StringBuilder story = new StringBuilder();
    StringBuilder outcome = new StringBuilder();
    for (int i = 0; i < 20; i++) {
      String till = i % 2 == 0 ? "A" : "B";
      String price = i < 16 ? 131 + 17 * i + ".00" : "25.00";
      int minutes = i < 16 ? i * 600 : 10_000 + (i - i % 2) * 600 + i % 2;
      story.append(
          "order O%s %s paid t=%s s=S%s ch=pos +%dm\n".formatted(i, price, till, till, minutes));
      story.append("till sale %s i=9%s k=6225**%04d +%dm\n".formatted(price, till, i, minutes + 1));
      outcome.append("till-amount-time O%d\n".formatted(i));
    }
    Story.check(story + "->\n" + outcome);
  }

  @Test
  void a_void_with_a_number_of_its_own_undoes_the_sale_of_its_card() {
    Story.check(
        """
        order  A1 642.00 paid t=T1 ch=pos +0s
        till   sale   642.50 k=6225**0001 ref=901 +1m
        till   void   642.50 k=6225**0001 ref=902 +2m
        till   sale   642.00 k=6225**0001 ref=903 +3m
        ->
        till-correction
        till-amount-time A1
        """);
  }

  @Test
  void an_order_entered_after_a_void_is_no_correction_of_the_voided_sale() {
    StringBuilder story = new StringBuilder();
    StringBuilder outcome = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      String price = 131 + 17 * i + ".00";
      story.append("order O%s %s paid t=T1 ch=pos +%dm\n".formatted(i, price, i * 1440));
      story.append("till sale %s k=6225**%04d +%dm\n".formatted(price, i, i * 1440 + 1));
      outcome.append("till-amount-time O%d\n".formatted(i));
    }
    Story.check(
        story
            + """
            order  A1 163.77 cancelled t=T1 ch=pos +100m
            till   sale   163.77 k=6225**9001 +101m
            till   void   163.77 k=6225**9001 +103m
            order  A2 86.81 paid t=T1 ch=pos +104m
            till   sale   86.81 k=6225**9001 +105m
            order  A3 87.00 paid t=T1 ch=pos +200m
            till   sale   78.00 k=6225**9002 +201m
            till   void   78.00 k=6225**9002 +203m
            till   sale   87.00 k=6225**9002 +204m
            till   sale   990.00 k=6225**9003 +300m
            till   void   990.00 k=6225**9003 +301m
            order  A4 99.00 paid t=T1 ch=pos +302m
            till   sale   99.00 k=6225**9003 +303m
            order  A5 99.00 paid t=T1 ch=pos +310m
            till   sale   99.00 k=6225**9004 +311m
            ->
            """
            + outcome
            + """
            void
            till-amount-time A2
            till-correction
            till-amount-time A3
            void
            till-amount-time A4
            till-amount-time A5
            """);
  }

  @Test
  void a_refund_that_prints_the_number_of_its_sale_undoes_that_one() {
    Story.check(
        """
        order  A1 88.00 paid t=T1 ch=pos promised=88.00 +0s
        order  A2 88.00 paid t=T1 ch=pos +1d
        till   sale   88.00 k=6225**0001 ref=901 +1m
        till   sale   88.00 k=6225**0001 ref=902 +1d
        till   refund 88.00 k=6225**0001 ref=901 +2d
        ->
        till-amount-time A1
        till-amount-time A2
        """);
  }

  @Test
  void where_orders_are_entered_on_completion_another_ones_at_the_reservation_is_not_it() {
    StringBuilder story = new StringBuilder();
    StringBuilder outcome = new StringBuilder();
    for (int i = 0; i < 10; i++) {
      String price = i < 8 ? 131 + 17 * i + ".00" : "800.00";
      int minutes = i * 1440;
      story.append("order O%d %s paid t=T1 ch=pos +%dm\n".formatted(i, price, minutes));
      story.append("till 预授权 900.00 k=6225**%04d +%dm\n".formatted(i, minutes - 300));
      story.append("till 预授权完成 %s k=6225**%04d +%dm\n".formatted(price, i, minutes + 1));
      outcome.append("till-amount-time O%d\n".formatted(i));
    }
    story.append("order X 800.00 paid t=T1 ch=pos +11219m\n");
    story.append("till sale 800.00 k=6225**9999 +11220m\n");
    Story.check(story + "->\n" + outcome + "till-amount-time X");
  }
}
