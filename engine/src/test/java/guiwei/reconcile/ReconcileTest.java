package guiwei.reconcile;

import static guiwei.reconcile.Story.check;

import org.junit.jupiter.api.Test;

class ReconcileTest {
  @Test
  void one_order_and_one_payment_of_its_amount_match() {
    check(
        """
        order  A1001 100.00
        wechat A1001 100.00 +20s
        ->
        match A1001
        """);
  }

  @Test
  void an_amount_that_differs_by_one_fen_is_a_discrepancy() {
    check(
        """
        order  A1001 100.00
        wechat A1001 100.01 +20s
        ->
        overpaid A1001 0.01
        """);
  }

  @Test
  void the_later_of_two_full_payments_is_the_duplicate_and_the_first_keeps_its_match() {
    check(
        """
        order  A1001 100.00
        wechat A1001 100.00 u=u1 +20s
        wechat A1001 100.00 u=u1 +60s
        ->
        match A1001
        duplicate-charge A1001 100.00
        """);
  }

  @Test
  void a_duplicate_hides_behind_a_retry_suffix() {
    check(
        """
        order  A20260302001 100.00
        wechat A20260302001 100.00 u=u1 +20s
        wechat A20260302001-2 100.00 u=u1 +60s
        ->
        match A20260302001
        duplicate-charge A20260302001 100.00
        """);
  }

  @Test
  void a_duplicate_that_was_given_back_is_nobodys_loss() {
    check(
        """
        order  A1001 100.00
        wechat A1001 100.00 u=u1 +20s
        wechat A1001 100.00 u=u1 +60s
        refund A1001 100.00 of=W2 +1d
        ->
        match A1001
        """);
  }

  @Test
  void two_payments_that_add_up_are_a_split_and_not_two_wrong_amounts() {
    check(
        """
        order  A1001 100.00
        wechat A1001 30.00 +20s
        wechat A1001 70.00 +60s
        ->
        split A1001
        """);
  }

  @Test
  void a_payment_for_two_orders_of_one_customer_is_merged() {
    check(
        """
        order  A1001 100.00 c=C1
        order  A1002 23.40 c=C1
        wechat A1001 123.40 +20s
        ->
        merged A1001+A1002
        """);
  }

  @Test
  void money_for_another_open_order_of_the_same_customer_is_the_wrong_order() {
    check(
        """
        order  A1001 100.00 c=C1
        order  A1002 23.40 c=C1
        wechat A1001 100.00 +20s
        wechat A1001 23.40 +60s
        ->
        match A1001
        wrong-order A1001 23.40 meant A1002
        """);
  }

  @Test
  void the_same_purchase_submitted_twice_within_seconds_is_one_too_many() {
    check(
        """
        order  A1001 88.00 c=C1 +0s
        order  A1002 88.00 c=C1 +6s
        wechat A1001 88.00 u=u1 +10s
        wechat A1002 88.00 u=u1 +15s
        ->
        match A1001
        duplicate-charge A1002 88.00 meant A1001
        """);
  }

  @Test
  void the_same_purchase_minutes_later_is_a_customer_who_came_back() {
    check(
        """
        order  A1001 88.00 c=C1 +0s
        order  A1002 88.00 c=C1 +480s
        wechat A1001 88.00 u=u1 +10s
        wechat A1002 88.00 u=u1 +490s
        ->
        match A1001
        match A1002
        """);
  }

  @Test
  void money_after_the_order_was_cancelled_is_held_too_much() {
    check(
        """
        order  A1001 100.00 cancelled
        wechat A1001 100.00 +20s
        ->
        paid-after-cancel A1001 100.00
        """);
  }

  @Test
  void a_cancelled_order_whose_money_went_back_is_settled() {
    check(
        """
        order  A1001 100.00 cancelled
        wechat A1001 100.00 +20s
        refund A1001 100.00 of=W1 +1d
        ->
        given-back A1001
        """);
  }

  @Test
  void a_cancelled_order_without_money_is_nothing() {
    check(
        """
        order A1001 100.00 cancelled
        ->
        """);
  }

  @Test
  void an_order_that_says_paid_and_has_no_line_is_missing_its_receipt() {
    check(
        """
        order  A1001 100.00 +1m
        wechat A1002 50.00 +2m
        order  A1002 50.00 +1m
        ->
        match A1002
        missing-receipt A1001 -100.00
        """);
  }

  @Test
  void a_promised_refund_that_no_line_shows_is_missing() {
    check(
        """
        order  A1001 100.00 promised=40.00
        wechat A1001 100.00 +20s
        ->
        match A1001
        refund-missing A1001 40.00
        """);
  }

  @Test
  void a_promise_kept_is_no_discrepancy() {
    check(
        """
        order  A1001 100.00 promised=40.00
        wechat A1001 100.00 +20s
        refund A1001 40.00 of=W1 +1d
        ->
        match A1001
        """);
  }

  @Test
  void one_promise_paid_out_twice_is_a_refund_too_many() {
    check(
        """
        order  A1001 100.00 promised=40.00
        wechat A1001 100.00 +20s
        refund A1001 40.00 of=W1 +1d
        refund A1001 40.00 of=W1 +2d
        ->
        match A1001
        refund-twice A1001 -40.00
        """);
  }

  @Test
  void several_partial_refunds_within_what_was_received_are_fine() {
    check(
        """
        order  A1001 100.00
        wechat A1001 100.00 +20s
        refund A1001 40.00 of=W1 +1d
        refund A1001 25.00 of=W1 +2d
        ->
        match A1001
        """);
  }

  @Test
  void another_currency_is_named() {
    check(
        """
        order  A1001 100.00
        wechat A1001 100.00 in=HKD +20s
        ->
        currency-differs A1001 100.00
        """);
  }

  @Test
  void a_number_that_no_order_has_is_unidentified() {
    check(
        """
        order  A1001 100.00
        wechat A1001 100.00 +20s
        wechat ZZ999 55.00 +20s
        ->
        match A1001
        unidentified 55.00
        """);
  }

  @Test
  void rounding_that_the_remark_notes_is_no_shortage() {
    check(
        """
        order  A1001 100.30 r=抹零
        wechat A1001 100.00 +20s
        ->
        rounding A1001
        """);
  }

  @Test
  void a_refund_by_the_bank_keeps_a_promise_by_number_by_its_end_or_by_name() {
    Story.check(
        """
        order  GZ2026030001 100.00 paid promised=100.00 c=C1
        wechat GZ2026030001 100.00 +40s
        bank   - -100.00 w=退GZ2026030001货款 +2d
        order  GZ2026030417 80.00 paid promised=30.00 c=C2 +1d
        wechat GZ2026030417 80.00 +1d
        bank   - -30.00 w=订单030417退货款 +3d
        order  GZ2026030599 70.00 paid promised=20.00 c=王芳 +1d
        wechat GZ2026030599 70.00 +1d
        bank   - -20.00 n=王芳 w=退款 +3d
        ->
        match GZ2026030001
        match GZ2026030417
        match GZ2026030599
        """);
  }

  @Test
  void a_promise_kept_by_the_channel_and_once_more_by_the_bank_is_a_refund_too_many() {
    Story.check(
        """
        order  so_k3v9xqrtwm 100.00 paid promised=100.00
        wechat so_k3v9xqrtwm 100.00 +40s
        refund so_k3v9xqrtwm 100.00 of=W1 +1d
        bank   - -100.00 w=退款so_k3v9xqrtwm +3d
        ->
        match        so_k3v9xqrtwm
        refund-twice so_k3v9xqrtwm -100.00
        """);
  }

  @Test
  void an_order_that_says_it_repeats_another_was_charged_twice() {
    Story.check(
        """
        order  A1 100.00 paid c=C1
        wechat A1 100.00 u=u1 +40s
        order  A2 100.00 paid c=C1 r=前一单支付失败又下的 +5m
        wechat A2 100.00 u=u1 +6m
        ->
        match            A1
        duplicate-charge A2 100.00 meant A1
        """);
  }

  @Test
  void a_refund_to_another_card_is_told_where_the_price_is_rare() {
    Story.check(
        """
        order A1 731.00 paid t=T1
        till  sale 731.00 k=6228**0001 +1m
        till  refund 731.00 k=6222**0002 +4m
        ->
        till-amount-time A1
        refund-recharge  A1 -731.00
        """);
  }

  @Test
  void a_cash_desk_that_is_no_card_terminal_stands_in_no_recharge_s_way() {
    Story.checkFiles(
        """
        refund-recharge A1 -31.00
        """,
        """
        order_no,store,till,amount_due,created_at,status,channel
        A1,S1,S1-2,731.00,2026-03-02 10:00:00,paid,card
        """,
        """
        store,terminal,trace,time,amount,type,card
        S1,T1,000001,2026-03-02 10:01:00,731.00,sale,6228**0001
        S1,T1,000002,2026-03-02 10:04:00,731.00,refund,6228**0001
        S1,T1,000003,2026-03-02 10:06:00,700.00,sale,6228**0001
        """);
  }

  @Test
  void a_cancelled_order_of_which_a_part_is_promised_back_was_cancelled_after_it_was_paid() {
    check(
        """
        order  A1 100.00 cancelled promised=50.00
        wechat A1 100.00 +1m
        order  A2 100.00 cancelled promised=50.00 +1d
        wechat A2 100.00 +1d
        refund A2 50.00 of=W2 +2d
        order  A3 100.00 cancelled promised=50.00 +1d
        wechat A3 100.00 +1d
        refund A3 50.00 of=W4 +2d
        refund A3 50.00 of=W4 +3d
        ->
        match A1
        refund-missing A1 50.00
        match A2
        match A3
        refund-twice A3 -50.00
        """);
  }

  @Test
  void a_payee_who_is_labelled_as_one_needs_no_word_of_a_company() {
    Story.check(
        """
        bank - 31.08 n=某公司 w=印刷费，收款人鹿鸣印务 +1m
        bank - 32.08 n=某公司 w=收款方式转账 +2m
        ->
        wrong-account 31.08
        unidentified 32.08
        """);
  }

  @Test
  void the_device_of_a_channel_s_bill_may_be_the_store() {
    StringBuilder story = new StringBuilder("store S1 0\nstore S2 0\n");
    StringBuilder expected = new StringBuilder();
    for (int i = 1; i <= 6; i++) {
      story.append(
          "order A%d 1%d.50 paid promised=1.00 s=S%d +%dd\n".formatted(i, i, i % 2 + 1, i));
      story.append("wechat A%d 1%d.50 d=S%d +%dd\n".formatted(i, i, i % 2 + 1, i));
      story.append("refund A%d 1.00 of=W%d +%dd\n".formatted(i, 2 * i - 1, i + 1));
      expected.append("match A").append(i).append('\n');
    }
    story.append(
        """
        order A7 73.10 paid s=S1 +9d
        wechat - 73.10 d=S2 u=x +9d
        """);
    Story.check(story + "->\n" + expected + "wrong-account A7 73.10 meant A7\n");
  }

  @Test
  void a_partial_refund_is_no_wrong_amount_of_a_transfer() {
    Story.check(
        """
        order GZ2026030001 100.00 paid promised=30.00
        bank  - 100.00 w=订单GZ2026030001 +1m
        bank  - -30.00 w=GZ2026030001退款 +2d
        ->
        match GZ2026030001
        """);
  }

  @Test
  void sale_refund_and_a_lower_sale_of_one_order_is_a_recharge_and_no_plain_shortage() {
    check(
        """
        order  A1001 100.00
        wechat A1001 100.00 u=u1 +20s
        refund A1001 100.00 of=W1 +5m
        wechat A1001 80.00 u=u1 +7m
        ->
        refund-recharge A1001 -20.00
        """);
  }

  @Test
  void several_splits_that_fit_are_listed_and_none_is_picked() {
    check(
        """
        order  A1001 100.00 c=C1
        wechat A1001 30.00 u=u1 +20s
        wechat A1001 40.00 u=u1 +30s
        wechat A1001 60.00 u=u1 +40s
        wechat A1001 70.00 u=u1 +50s
        ->
        overpaid A1001 100.00
        """);
  }

  @Test
  void of_equal_parts_the_later_one_is_too_many() {
    check(
        """
        order  A1001 100.00 c=C1
        wechat A1001 50.00 u=u1 +20s
        wechat A1001 50.00 u=u1 +30s
        wechat A1001 50.00 u=u1 +40s
        ->
        split A1001
        overpaid A1001 50.00
        """);
  }

  @Test
  void a_part_that_another_order_wants_leaves_one_split() {
    check(
        """
        order  A1001 100.00 c=C1
        order  A1002 60.00 c=C1
        wechat A1001 30.00 u=u1 +20s
        wechat A1001 60.00 u=u1 +30s
        wechat A1001 40.00 u=u1 +40s
        wechat A1001 70.00 u=u1 +50s
        ->
        split A1001
        wrong-order A1001 60.00 meant A1002
        overpaid A1001 40.00
        """);
  }

  @Test
  void several_sums_that_fit_are_listed_and_none_is_picked() {
    check(
        """
        order  A1001 100.00 c=C1
        order  A1002 20.00 c=C1
        order  A1003 20.00 c=C1
        wechat A1001 120.00 +20s
        ->
        merged A1001+A1002+A1003 several
        """);
  }

  @Test
  void the_order_that_a_wrong_number_names_is_not_missing_its_receipt_as_well() {
    check(
        """
        order  A1001 100.00 c=C1
        order  A1002 23.40 c=C1
        wechat A1001 23.40 +60s
        ->
        wrong-order A1001 23.40 meant A1002
        """);
  }

  @Test
  void a_rounding_whose_amount_the_remark_states_may_be_large() {
    check(
        """
        order  A1001 67.90 r=抹零7.90
        wechat A1001 60.00 +20s
        ->
        rounding A1001
        """);
  }

  @Test
  void the_rest_by_card_at_the_moment_of_the_bill_joins_a_deposit_of_days_before() {
    check(
        """
        order  A1001 398.00 t=T1 +2d
        wechat A1001 100.00 +10s
        till   sale 298.00 i=T1 k=card +2d
        order  A1002 398.00 t=T1 +2d
        wechat A1002 110.00 +10s
        till   sale 288.00 i=T1 k=card +4d
        ->
        split A1001
        underpaid A1002 -288.00
        unidentified 288.00
        """);
  }

  @Test
  void four_who_share_a_bill_evenly_at_the_till_pay_it_together() {
    check(
        """
        order  A1001 400.30 t=T1 ch=pos
        till   sale 100.30 i=T1 k=card1 +20s
        till   sale 100.00 i=T1 k=card2 +40s
        till   sale 100.00 i=T1 k=card3 +70s
        till   sale 100.00 i=T1 k=card4 +90s
        order  A1002 62.50 t=T1 ch=pos +1d
        till   sale 62.50 i=T1 k=card5 +1d
        ->
        till-split A1001
        till-amount-time A1002
        """);
  }

  @Test
  void a_till_asks_for_the_amount_less_the_odd_end_that_the_books_round_off() {
    check(
        """
        order  A1001 377.77 t=T1 ch=pos off=0.77
        till   sale 377.00 i=T1 k=card1 +20s
        till   sale 377.00 i=T1 k=card1 +50s
        order  A1002 251.11 t=T1 ch=pos off=0.11 +1d
        till   sale 2510.00 i=T1 k=card2 +1d
        ->
        till-amount-time A1001
        duplicate-charge A1001 377.00
        overpaid A1002 2258.89
        """);
  }

  @Test
  void names_beside_an_order_speak_for_whoever_pays_under_them() {
    check(
        """
        order  A1001 3980.00 open c=C1 ch=bank r=陶俊建;蒋霞丽
        order  A1002 3980.00 open c=C2 ch=bank r=石琪诺;邱勇诺
        bank   - 3980.00 n=陶俊建 w=转账 +1d
        bank   - 3980.00 n=邱勇诺 w=转账 +2d
        ->
        payer-name A1001
        payer-name A1002
        """);
  }

  @Test
  void instalments_of_one_payer_are_parts_of_one_order_whether_they_are_all_there_or_not() {
    check(
        """
        order  A1001 9800.00 open c=C1 ch=bank r=黄勇伟
        bank   - 4900.00 n=黄勇伟 w=舞蹈分期 +1d
        bank   - 4900.00 n=黄勇伟 w=学费第2期 +6d
        order  A1002 9000.00 open c=C2 ch=bank r=石琪诺
        bank   - 3000.00 n=石琪诺 w=学费第1期 +1d
        bank   - 3000.00 n=石琪诺 w=学费第2期 +6d
        order  A1003 7799.98 open c=C3 ch=bank r=汤俊梅
        bank   - 3899.99 n=汤俊梅 w=学费第1期 +1d
        ->
        split A1001
        part-payment A1002
        part-payment A1003
        """);
  }

  @Test
  void what_the_bank_converted_from_just_the_amount_due_is_the_right_order() {
    check(
        """
        order  A1001 100.00 open in=HKD ch=bank
        bank   - 92.00 w=A1001/HKD100.00@0.92 +1d
        order  A1002 130.00 open in=HKD ch=bank
        bank   - 11.96 w=A1002/HKD13.00@0.92 +1d
        ->
        converted A1001
        currency-differs A1002 11.96
        """);
  }

  @Test
  void what_the_orders_own_books_give_up_is_no_shortage() {
    check(
        """
        order  A1001 67.90 off=0.90
        wechat A1001 67.00 +20s
        order  A1002 180.00 off=30.00 got=150.00
        wechat A1002 150.00 +1m
        ->
        discount A1001
        match A1002
        """);
  }

  @Test
  void what_a_discount_leaves_of_an_order_is_due_however_often_it_is_paid() {
    check(
        """
        order  A1001 180.00 off=30.00 got=150.00
        wechat A1001 150.00 +1m
        wechat A1001 150.00 +2m
        order  A1002 180.00 open off=30.00 got=150.00 ch=bank c=C1
        order  A1003 95.00 open off=15.00 got=80.00 ch=bank c=C1
        bank   - 230.00 w=A1002、A1003 +1d
        ->
        match A1001
        duplicate-charge A1001 150.00
        merged A1002+A1003
        """);
  }

  @Test
  void a_tip_that_the_remark_states_is_no_surplus() {
    check(
        """
        order  A1001 88.00 r=含小费20
        wechat A1001 108.00 +1m
        order  A1002 168.00 r=打赏发型师10元 +1h
        wechat - 178.00 +61m
        order  A1003 58.00 r=含小费20 +2h
        wechat A1003 68.00 +121m
        ->
        tip A1001
        till-amount-time A1002
        overpaid A1003 10.00
        """);
  }

  @Test
  void a_deposit_that_the_remark_states_was_paid_days_before_the_rest() {
    check(
        """
        order  A1001 524.00 r=已付定金100 +3d
        wechat - 100.00 u=oPayerOne +30m
        wechat - 424.00 u=oPayerOne +3d
        ->
        deposit-and-balance A1001
        """);
  }

  @Test
  void a_discount_that_the_channel_itself_gave_is_no_surplus() {
    check(
        """
        order  A1001 180.00 off=30.00 got=150.00
        wechat A1001 180.00 +1m
        ->
        match A1001
        """);
  }

  @Test
  void a_discount_that_the_amount_due_has_lost_already_is_not_given_twice() {
    check(
        """
        order  A1001 120.00 off=30.00
        wechat A1001 90.00 +20s
        order  A1002 120.00 off=30.00 got=120.00
        wechat A1002 90.00 +1m
        ->
        underpaid A1001 -30.00
        underpaid A1002 -30.00
        """);
  }

  @Test
  void a_part_that_differs_by_one_digit_of_many_is_a_slip_and_no_instalment() {
    check(
        """
        order  A1001 1693.41 part_paid
        wechat A1001 1691.41 +20s
        ->
        underpaid A1001 -2.00
        """);
  }

  @Test
  void payments_without_a_number_find_the_orders_of_their_amount_and_moment() {
    check(
        """
        order  A1001 50.00
        order  A1002 50.00 +30m
        wechat - 50.00 +40s
        wechat - 50.00 +31m
        ->
        till-amount-time A1001
        till-amount-time A1002
        """);
  }

  @Test
  void two_of_one_amount_within_a_minute_are_several_and_none_is_picked() {
    check(
        """
        order  A1001 50.00
        order  A1002 50.00 +10s
        wechat - 50.00 +30s
        wechat - 50.00 +35s
        ->
        till-amount-time A1001+A1002 several
        """);
  }

  @Test
  void one_code_scanned_twice_by_one_payer_is_charged_twice() {
    check(
        """
        order  A1001 50.00
        wechat - 50.00 u=u1 +30s
        wechat - 50.00 u=u1 +75s
        ->
        till-amount-time A1001
        duplicate-charge A1001 50.00
        """);
  }

  @Test
  void a_slip_of_the_hand_beside_its_order_needs_no_number() {
    check(
        """
        order  A1001 128.00
        wechat - 182.00 +30s
        ->
        overpaid A1001 54.00
        """);
  }

  @Test
  void two_orders_of_one_customer_in_one_payment_without_a_number() {
    check(
        """
        order  A1001 128.00 c=C1
        order  A1002 35.50 c=C1 +60s
        wechat - 163.50 +100s
        ->
        till-merged A1001+A1002
        """);
  }

  @Test
  void two_orders_of_one_customer_in_one_payment_that_comes_short() {
    check(
        """
        order  A1001 128.00 c=C1
        order  A1002 35.50 c=C1 +60s
        wechat - 153.50 +100s
        ->
        underpaid A1001+A1002 -10.00
        """);
  }

  @Test
  void what_was_paid_in_cash_is_no_shortage_where_the_words_tell_the_amount() {
    check(
        """
        order  A1 100.00 paid r=付现36.50元其余刷卡
        wechat A1 63.50 +40s
        order  A2 100.00 paid r=付现30元其余刷卡
        wechat A2 63.50 +40s
        ->
        part-payment A1
        underpaid    A2 -36.50
        """);
  }

  @Test
  void an_order_without_a_numbered_payment_is_owed_its_refund_too() {
    check(
        """
        order GZ2026030001 731.00 paid t=T1 ch=pos promised=31.00
        till  sale 731.00 k=6228**0001 +1m
        order GZ2026030002 642.00 paid t=T1 ch=pos promised=42.00 +1d
        till  sale 642.00 k=6228**0002 +1d
        bank  - -42.00 w=退款GZ2026030002 +2d
        ->
        till-amount-time GZ2026030001
        till-amount-time GZ2026030002
        refund-missing   GZ2026030001 31.00
        """);
  }

  @Test
  void a_payment_under_the_number_that_the_books_keep_of_it_pays_its_order() {
    check(
        """
        order  A1001 100.00 paid c=C1 paid=rTf9Kq27xZ
        order  A1002 100.00 paid c=C2 paid=rTf9Kq28yW
        order  A1003 50.00 cancelled c=C3 paid=rTf9Kq29vV
        wechat rTf9Kq28yW 100.00 +5d
        wechat rTf9Kq27xZ-2 100.00 +5d
        wechat rTf9Kq29vV 50.00 +1d
        ->
        match A1001
        match A1002
        paid-after-cancel A1003 50.00
        """);
  }

  @Test
  void a_number_of_a_payment_that_two_orders_claim_tells_nothing() {
    check(
        """
        order  A1001 100.00 open c=C1 paid=rTf9Kq27xZ
        order  A1002 70.00 open c=C2 paid=rTf9Kq27xZ
        wechat rTf9Kq27xZ 33.00 +1d
        ->
        unidentified 33.00
        """);
  }

  @Test
  void an_invoice_of_long_ago_that_a_transfer_pays_under_a_paid_number_is_the_wrong_order() {
    check(
        """
        order A1001990 70.00 open c=Lange ch=bank
        order B2002117 100.00 open c=Lange ch=bank +40d
        order B2003117 70.00 open c=Kroll ch=bank +40d
        bank  - 100.00 n=Lange w=B2002117 +42d
        bank  - 70.00 n=Lange w=B2002117 +43d
        ->
        match B2002117
        wrong-order B2002117 70.00 meant A1001990
        """);
  }

  @Test
  void a_discount_a_tax_withheld_and_an_advance_are_told_in_other_words_too() {
    check(
        """
        order A1001990 100.00 open c=Lange ch=bank
        order A1002881 200.00 open c=Kroll ch=bank
        order A1003772 300.00 open c=Stein ch=bank
        order A1004663 400.00 open c=Vogel ch=bank
        bank  - 98.00 n=Lange w=A1001990-2%Skonto +2d
        bank  - 180.00 n=Kroll w=A1002881,10%WHT +2d
        bank  - 270.00 n=Stein w=A1003772早鸟9折 +2d
        bank  - 120.00 n=Vogel w=30%advance:A1004663 +2d
        ->
        discount A1001990
        discount A1002881
        discount A1003772
        part-payment A1004663
        """);
  }

  @Test
  void a_chargeback_that_names_its_order_keeps_its_refund() {
    check(
        """
        order A1001990 100.00 refunded c=Lange ch=bank
        bank  - 100.00 n=Lange w=A1001990 +2d
        bank  - -100.00 w=CHARGEBACK:A1001990 +5d
        ->
        match A1001990
        """);
  }

  @Test
  void a_company_of_nantong_is_no_acquirer() {
    check(
        """
        order A1001990 100.00 paid c=C1 ch=bank
        bank  - 100.00 n=南通联创五金有限公司 w=A1001990 +2d
        ->
        match A1001990
        """);
  }

  @Test
  void a_refund_to_another_card_is_told_hours_later_where_it_names_the_sale() {
    Story.check(
        """
        order A1 731.00 paid t=T1 ch=pos
        till  sale 731.00 k=6228**0001 +1m
        till  refund 731.00 k=6222**0002 undoes=000001 +200m
        ->
        till-amount-time A1
        refund-recharge  A1 -731.00
        """);
  }

  @Test
  void a_visit_s_orders_may_be_one_transfer_though_the_books_say_so_of_some_only() {
    Story.check(
        """
        order A100101 2000.37 paid c=M5 ch= +0m
        order A100102 5200.11 paid c=M5 ch= +2m
        order A100103 4000.59 paid c=M5 ch=bank +3m
        order A100104 900.23 paid c=M5 ch=bank +5m
        bank  - 12101.30 n=马五 w=货款 +1d
        ->
        merged A100101+A100102+A100103+A100104
        """);
  }

  @Test
  void of_one_visits_orders_that_come_to_a_transfer_in_two_ways_none_is_picked() {
    Story.check(
        """
        order A100101 100.00 ch=bank c=M5 +0m
        order A100102 200.00 ch=bank c=M5 +1m
        order A100103 300.00 ch=bank c=M5 +2m
        order A100104 400.00 ch=bank c=M5 +3m
        bank  - 500.00 n=马五 w=货款 +1d
        ->
        merged A100101+A100102+A100103+A100104 several
        """);
  }

  @Test
  void a_cancelled_order_s_number_may_be_meant_for_the_one_made_instead() {
    check(
        """
        order  A1001 182.10 cancelled c=C1 +0s
        order  A1002 172.70 open c=C1 +14m
        wechat A1001 172.70 +15m
        order  A1003 90.00 cancelled c=C2 +0s
        wechat A1003 90.00 +15m
        ->
        wrong-order A1001 172.70 meant A1002
        paid-after-cancel A1003 90.00
        """);
  }

  @Test
  void of_orders_paid_together_one_may_have_been_paid_before() {
    check(
        """
        order  D22610100012 4243.00 paid c=C1 ch=bank +0s
        order  D22610170007 6507.00 paid c=C1 ch=bank +7d
        bank   D22610170007 6507.00 n=某某包装厂 w=D22610170007 +7d
        bank   - 10750.00 n=某某包装厂 w=D22610170007_D22610100012 +10d
        ->
        match D22610170007
        duplicate-charge D22610170007 6507.00
        """);
  }

  @Test
  void less_than_a_discount_in_words_leaves_is_told_by_the_rest() {
    check(
        """
        order  A1 1644.00 paid r=团报立减100 +0s
        wechat A1 1344.00 +40s
        order  A2 1506.00 paid r=老客户少收20元 +1d
        wechat A2 1486.00 +1d
        order  A3 1000.00 paid r=会员8折优惠 +2d
        wechat A3 800.00 +2d
        order  A4 1000.00 paid r=优惠券2张 +3d
        wechat A4 900.00 +3d
        ->
        underpaid A1 -200.00
        discount A2
        discount A3
        discount A4
        """);
  }

  @Test
  void the_rest_of_an_order_may_be_swiped_at_its_till_days_later() {
    check(
        """
        order  A1 1777.10 paid ch=wechat r=定金200元，取镜付尾款 +0s
        wechat A1 200.00 +1m
        till   sale 1577.10 k=6217**4276 +2d
        order  A2 777.10 paid ch=wechat r=定金200元，取镜付尾款 +0s
        order  A3 777.10 paid ch=wechat r=定金200元，取镜付尾款 +3m
        wechat A2 200.00 +1m
        wechat A3 200.00 +4m
        till   sale 577.10 k=6217**4277 +2d
        ->
        part-payment A1
        part-payment A1
        part-payment A2
        part-payment A3
        unidentified 577.10
        """);
  }
}
