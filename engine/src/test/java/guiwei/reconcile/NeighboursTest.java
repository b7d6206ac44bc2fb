package guiwei.reconcile;

import static guiwei.reconcile.Story.check;

import org.junit.jupiter.api.Test;

/// Codes that were scanned at the wrong place, or after the number was paid already. Which account
/// is which store's is learnt from the payments alone.
class NeighboursTest {
  @Test
  void the_neighbours_code_was_scanned() {
    check(
        twoStores(
            """
            order  A1001 731.00 s=S1
            wechat - 731.00 m=1900000002 u=openid-1 +30s
            ->
            wrong-account A1001 731.00 meant A1001
            """));
  }

  @Test
  void an_amount_that_fits_on_any_other_day_as_well_fits_by_chance() {
    check(
        twoStores(
            """
            order  A1001 731.00 s=S1
            order  A1002 731.00 s=S1 +1d
            order  A1003 731.00 s=S1 +2d
            order  A1004 731.00 s=S1 +3d
            wechat - 731.00 m=1900000002 u=openid-1 +30s
            ->
            missing-receipt A1001 -731.00
            missing-receipt A1002 -731.00
            missing-receipt A1003 -731.00
            missing-receipt A1004 -731.00
            unidentified 731.00
            """));
  }

  @Test
  void a_number_of_one_store_paid_to_the_account_of_another_is_in_the_wrong_place() {
    check(
        twoStores(
            """
            order  A1001 731.00 s=S1
            wechat A1001 731.00 m=1900000002 u=openid-1 +30s
            ->
            wrong-account A1001 731.00 meant A1001
            """));
  }

  @Test
  void the_own_code_of_a_store_is_fine() {
    check(
        twoStores(
            """
            order  A1001 731.00 s=S2
            wechat - 731.00 m=1900000002 u=openid-1 +30s
            ->
            till-amount-time A1001
            """));
  }

  @Test
  void an_order_paid_by_its_number_and_again_by_the_static_code_was_paid_twice() {
    check(
        """
        order  A1001 731.00
        wechat A1001 731.00 u=openid-1 +30s
        wechat - 731.00 u=openid-1 +9m
        ->
        match A1001
        duplicate-charge A1001 731.00
        """);
  }

  @Test
  void another_payer_of_that_amount_is_a_stranger() {
    check(
        """
        order  A1001 731.00
        wechat A1001 731.00 u=openid-1 +30s
        wechat - 731.00 u=openid-2 +9m
        ->
        match A1001
        unidentified 731.00
        """);
  }

  @Test
  void a_second_transfer_is_one_too_many_where_others_pay_the_new_orders() {
    check(
        """
        order  A1001 3000.00 ch=bank c=三乐汽配
        order  A1002 3000.00 ch=bank c=三乐汽配 +2d
        bank   A1001 3000.00 n=三乐汽配 w=A1001 +1d
        bank   A1001 3000.00 n=三乐汽配 w=A1001 +3d
        bank   - 3000.00 n=三乐汽配 w=货款 +4d
        ->
        duplicate-charge A1001 3000.00
        match A1001
        payer-name A1002
        """);
  }

  @Test
  void a_new_order_of_the_same_amount_paid_under_the_old_number_is_the_wrong_order() {
    check(
        """
        order  A1001 731.00 c=C1
        order  A1002 731.00 c=C1 +2d
        wechat A1001 731.00 u=openid-1 +1m
        wechat A1001 731.00 u=openid-1 +3d
        ->
        match A1001
        wrong-order A1001 731.00 meant A1002
        """);
  }

  @Test
  void of_two_orders_that_may_be_meant_the_channel_tells() {
    check(
        """
        order  A1001 88.00 c=C1
        order  A1002 731.00 c=C1 ch=bank +2d
        order  A1003 731.00 c=C1 +2d
        wechat A1001 88.00 u=openid-1 +1m
        wechat A1001 731.00 u=openid-1 +3d
        ->
        match A1001
        wrong-order A1001 731.00 meant A1003
        """);
  }

  /// Thirty clean payments of each store to its own account before the story, thirty matches after.
  private static String twoStores(String story) {
    StringBuilder rows = new StringBuilder();
    StringBuilder outcome = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      for (int store = 1; store <= 2; store++) {
        String number = "B%d%03d".formatted(store, i);
        rows.append(
            "order %s %d.00 s=S%d +%dm\n".formatted(number, 20 + 3 * i, store, 60 * i + 120));
        rows.append(
            "wechat %s %d.00 m=190000000%d u=payer-%d-%d +%dm\n"
                .formatted(number, 20 + 3 * i, store, store, i, 60 * i + 121));
        outcome.append("match %s\n".formatted(number));
      }
    }
    return rows + story + outcome;
  }
}
