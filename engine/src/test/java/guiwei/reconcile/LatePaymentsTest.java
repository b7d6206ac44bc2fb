package guiwei.reconcile;

import static guiwei.reconcile.Story.check;

import org.junit.jupiter.api.Test;

/// Guests who pay when they leave, and deposits that are settled then.
class LatePaymentsTest {
  @Test
  void what_is_too_much_at_arrival_goes_back_at_departure() {
    check(
        """
        order  A1001 1712.00 ch=pos t=T1
        till   sale 2000.00 k=6225**0001 +1m
        till   refund 288.00 k=6225**0001 +2d
        ->
        rest-given-back A1001
        """);
  }

  @Test
  void where_paying_days_later_is_the_custom_it_is_learnt() {
    StringBuilder story = new StringBuilder();
    StringBuilder outcome = new StringBuilder("->\n");
    for (int i = 0; i < 14; i++) {
      int amount = 388 + 47 * i;
      story.append("order A%d %d.00 ch=pos t=T1\n".formatted(1000 + i, amount));
      story.append("till sale %d.00 k=6225**%04d +4d\n".formatted(amount, i));
      outcome.append("till-amount-time A%d\n".formatted(1000 + i));
    }
    check(story.toString() + outcome);
  }

  @Test
  void who_pays_at_another_till_when_nobody_pays_so_late_pays_for_something_else() {
    StringBuilder story = new StringBuilder();
    StringBuilder outcome = new StringBuilder("->\n");
    for (int i = 0; i < 14; i++) {
      int amount = 388 + 47 * i;
      story.append("order A%d %d.00 ch=pos t=T1 +%dd\n".formatted(1000 + i, amount, 2 * i));
      story.append("till sale %d.00 k=6225**%04d +%dd\n".formatted(amount, i, 2 * i + 1));
      outcome.append("till-amount-time A%d\n".formatted(1000 + i));
    }
    for (int i = 0; i < 1200; i++) {
      int amount = 2000 + 3 * i;
      story.append("order B%d %d.00 ch=pos t=T3 +%dm\n".formatted(i, amount, 30 * i));
      story.append("till sale %d.00 k=6225**%04d i=T3 +%dm\n".formatted(amount, i, 30 * i + 1));
      outcome.append("till-amount-time B%d\n".formatted(i));
    }
    story.append(
        """
        order  A2001 90.00 refunded promised=90.00 ch=pos t=T1 +28800m
        till   sale 90.00 k=6225**7777 +28801m
        till   void 90.00 k=6225**7777 +28806m
        order  A2002 91.42 ch=pos t=T2 r=抹零1.42元 +32760m
        till   sale 90.00 k=6225**8888 i=T2 +32761m
        """);
    outcome.append("void\nrounding A2002\n");
    check(story.toString() + outcome);
  }

  @Test
  void a_sale_and_its_void_within_one_minute_of_a_journal_without_seconds() {
    check(
        """
        order  A1001 90.00 refunded promised=90.00 ch=pos t=T1
        till   sale 90.00 k=6225**7777
        till   void 90.00 k=6225**7777
        ->
        void
        """);
  }

  @Test
  void where_all_pay_at_once_a_sale_days_later_is_a_strangers() {
    StringBuilder story = new StringBuilder("order A2000 731.00 ch=pos t=T1\n");
    StringBuilder outcome = new StringBuilder("->\n");
    for (int i = 0; i < 14; i++) {
      int amount = 388 + 47 * i;
      story.append("order A%d %d.00 ch=pos t=T1\n".formatted(1000 + i, amount));
      story.append("till sale %d.00 k=6225**%04d +1m\n".formatted(amount, i));
      outcome.append("till-amount-time A%d\n".formatted(1000 + i));
    }
    story.append("till sale 731.00 k=6225**9999 +4d\n");
    outcome.append("missing-receipt A2000 -731.00\nunidentified 731.00\n");
    check(story.toString() + outcome);
  }

  @Test
  void of_two_equal_orders_and_one_sale_neither_misses_its_money_for_sure() {
    check(
        """
        order  A1001 88.00 ch=pos t=T1
        order  A1002 88.00 ch=pos t=T1 +10s
        till   sale 88.00 k=6225**0001 +1m
        ->
        till-amount-time A1002 several
        """);
  }

  @Test
  void where_guests_pay_whenever_they_leave_no_clock_is_blamed() {
    StringBuilder story = new StringBuilder();
    StringBuilder outcome = new StringBuilder("->\n");
    for (int i = 0; i < 50; i++) {
      int amount = 88 + 17 * i;
      story.append("order A%d %d.00 ch=pos t=T1 +%dm\n".formatted(1000 + i, amount, 180 * i));
      int minutes = 180 * i + 15 + i * 37 % 105;
      story.append("till sale %d.00 k=6225**%04d +%dm\n".formatted(amount, i, minutes));
      outcome.append("till-amount-time A%d\n".formatted(1000 + i));
    }
    check(story.toString() + outcome);
  }

  @Test
  void a_first_part_and_a_rest_of_two_payers_are_not_one_sale() {
    check(
        """
        order  A1001 1712.00
        wechat - 1711.00 u=openid-1 +1m
        wechat - 1.00 u=openid-2 +5d
        ->
        underpaid A1001 -1.00
        unidentified 1.00
        """);
  }

  @Test
  void what_a_lower_sale_after_a_refund_pays_is_not_another_channels_order() {
    check(
        """
        order  A1001 30.00 ch=pos t=T1
        order  A1002 25.00 +2m
        till   sale 30.00 k=6225**0001 +1m
        till   refund 30.00 k=6225**0001 +2m
        till   sale 25.00 k=6225**0001 +3m
        wechat A1002 25.00 u=openid-1 +3m
        ->
        refund-recharge A1001 -5.00
        match A1002
        """);
  }

  @Test
  void a_correction_that_two_equal_orders_may_want_is_not_picked() {
    check(
        """
        order  A1001 25.00 ch=pos t=T1
        order  A1002 25.00 ch=pos t=T1 +1m
        till   sale 250.00 k=6225**0001 +2m
        till   refund 250.00 k=6225**0001 +3m
        till   sale 25.00 k=6225**0001 +4m
        till   sale 25.00 k=6225**0002 +5m
        ->
        till-correction
        till-amount-time A1001+A1002 several
        """);
  }
}
