package guiwei.reconcile;

import org.junit.jupiter.api.Test;

/// Orders paid in parts by transfers of which not every one quotes the number.
class SharesTest {
  @Test
  void a_part_without_a_number_is_found_by_who_paid_the_other_one() {
    Story.check(
        """
        order  XS202603-004356 8410.12 open c=C1 ch=bank +0s
        bank   - 2438.00 n=江州德利商行店 w=XS202603-004356货款 +6d
        bank   - 5972.12 n=江州德利商行店 w=付款 +9d
        ->
        split XS202603-004356
        """);
  }

  @Test
  void a_round_part_of_somebody_else_days_later_stays_open() {
    Story.check(
        """
        order  XS202603-004356 8408.00 open c=C1 ch=bank +0s
        bank   - 2438.00 n=江州德利商行店 w=XS202603-004356货款 +6d
        bank   - 5970.00 n=王芳 w=付款 +9d
        ->
        underpaid XS202603-004356 -5970.00
        unidentified 5970.00
        """);
  }

  @Test
  void parts_that_name_the_customer_alone_make_the_order() {
    Story.check(
        """
        order  A1001 1297.70 open c=王小芳 ch=bank +0s
        order  A1002 4610.86 open c=李大海 ch=bank +0s
        bank   - 337.00 n=赵一鸣 w=王小芳货款 +2d
        bank   - 960.70 n=赵一鸣 w=转账 +3d
        bank   - 3043.00 n=李大海 w=付款 +2d
        ->
        split A1001
        underpaid A1002 -1567.86
        """);
  }

  @Test
  void an_order_entered_a_week_after_the_payment_was_not_meant() {
    Story.check(
        """
        order  A1001 5000.00 part_paid c=C1 ch=bank +0s
        order  A1002 1500.00 open c=C1 ch=bank +9d
        bank   - 1500.00 n=王小芳 w=A1001首付款 +2d
        ->
        part-payment A1001
        """);
  }
}
