package guiwei.reconcile;

import static guiwei.reconcile.Story.check;

import org.junit.jupiter.api.Test;

class DecidedTest {
  @Test
  void a_duplicate_that_is_none_is_not_reported_and_the_first_payment_keeps_its_match() {
    check(
        """
        order  A1001 100.00
        wechat A1001 100.00 u=u1 +20s
        wechat A1001 100.00 u=u1 +60s
        decide not_an_error W2 A1001
        ->
        match A1001
        decision
        """);
  }

  @Test
  void without_orders_the_receipt_is_in_order_whatever_it_is_booked_on() {
    check(
        """
        order  A1001 100.00
        wechat A1001 100.00 u=u1 +20s
        wechat A1001 100.00 u=u1 +60s
        decide not_an_error W2
        ->
        match A1001
        decision
        """);
  }

  @Test
  void a_decision_about_other_facts_changes_nothing() {
    check(
        """
        order  A1001 100.00
        wechat A1001 100.00 u=u1 +20s
        wechat A1001 100.00 u=u1 +60s
        wechat A1001 100.00 u=u1 +90s
        decide not_an_error W2;W3 A1001
        decide not_an_error W9 A1001
        ->
        match A1001
        duplicate-charge A1001 100.00
        duplicate-charge A1001 100.00
        """);
  }

  @Test
  void an_amount_that_differs_may_be_in_order_and_both_sides_are_matched() {
    check(
        """
        order  A1001 100.00
        wechat A1001 90.00 +20s
        decide not_an_error W1 A1001
        ->
        decision A1001
        """);
  }

  @Test
  void an_order_whose_money_will_not_come_is_explained_without_a_receipt() {
    check(
        """
        order  A1001 100.00
        order  A1002 70.00
        wechat A1002 70.00 +20s
        decide not_an_error - A1001
        ->
        decision A1001
        match A1002
        """);
  }

  @Test
  void what_belongs_together_is_taken_out_of_a_clean_pair() {
    check(
        """
        order  A1001 100.00
        order  A1002 100.00
        wechat A1001 100.00 +20s
        wechat A1009 80.00 +40s
        decide together W1;W2 A1002
        ->
        decision A1002
        missing-receipt A1001 -100.00
        """);
  }

  @Test
  void a_payment_and_its_refund_may_belong_together() {
    check(
        """
        wechat - 100.00 +20s
        refund - 100.00 of=W7 +1d
        decide together W1;R2
        ->
        decision
        """);
  }

  @Test
  void facts_of_which_one_is_missing_are_judged_as_ever() {
    check(
        """
        order  A1001 100.00
        wechat A1001 100.00 +20s
        wechat A1009 80.00 +40s
        decide together W1;W2;W9 A1001
        ->
        match A1001
        unidentified 80.00
        """);
  }
}
