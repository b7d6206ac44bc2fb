package guiwei.reconcile;

import static guiwei.reconcile.Story.check;

import org.junit.jupiter.api.Test;

/// Payments that name a customer and no order.
class ByCustomerTest {
  @Test
  void a_duplicate_that_was_sent_back_with_the_orders_number_is_no_longer_one() {
    Story.check(
        """
        order  A100101 8250.00 ch=bank c=宁波三乐商贸有限公司
        bank   A100101 8250.00 n=宁波三乐商贸有限公司 w=A100101 +1d
        bank   A100101 8250.00 n=宁波三乐商贸有限公司 w=A100101 +2d
        bank   - -8250.00 n=宁波三乐商贸有限公司 w=退回重复A100101 +3d
        bank   - -310.00 n=宁波三乐商贸有限公司 w=退回 +4d
        ->
        match A100101
        """);
  }

  @Test
  void a_company_pays_three_weeks_after_its_order() {
    check(
        """
        order  A100101 8250.00 ch=bank c=宁波三乐商贸有限公司
        bank   - 8250.00 n=宁波三乐商贸有限公司 w=货款 +21d
        ->
        payer-name A100101
        """);
  }

  @Test
  void a_company_pays_for_the_rooms_that_it_names() {
    check(
        """
        order  A100101 276.52 ch=bank c=杨文然 r=2-1-1601
        order  A100102 174.33 ch=bank c=韩平若 r=8-1-102
        order  A100103 311.07 ch=bank c=赵欣溪 r=8-1-103
        bank   - 450.85 n=启明幼教咨询有限公司 w=2-1-1601、8-1-102 +3d
        ->
        payer-name A100101+A100102
        missing-receipt A100103 -311.07
        """);
  }

  @Test
  void a_room_that_two_houses_have_is_told_by_the_house_in_the_words() {
    check(
        """
        order  A100101 276.52 ch=bank c=杨文然 r=2-1-1601 s=滨河花园
        order  A100102 276.52 ch=bank c=沈建 r=2-1-1601 s=翠竹苑
        bank   - 276.52 n=周可欣 w=翠竹苑2栋1单元1601 +3d
        ->
        payer-name A100102
        missing-receipt A100101 -276.52
        """);
  }

  @Test
  void a_month_written_onto_a_room_is_no_part_of_it() {
    check(
        """
        order  A100101 250.48 ch=bank c=施文 r=4-1-701
        order  A100102 250.48 ch=bank c=沈建 r=4-1-702
        bank   - 250.48 n=周可欣 w=4#1-70110月物业费 +3d
        ->
        payer-name A100101
        missing-receipt A100102 -250.48
        """);
  }

  @Test
  void brackets_and_the_legal_form_do_not_make_another_company() {
    check(
        """
        order  A100101 8250.00 ch=bank c=三乐餐饮管理（苏州）有限公司
        bank   - 8250.00 n=三乐餐饮管理(苏州) w=货款 +9d
        ->
        payer-name A100101
        """);
  }

  @Test
  void a_mother_pays_for_the_child_that_she_names() {
    check(
        """
        order  A100101 860.00 ch=bank c=周子涵
        order  A100102 860.00 ch=bank c=周子
        bank   - 860.00 n=陈静 w=三年级2班周子涵餐费 +5d
        ->
        payer-name A100101
        missing-receipt A100102 -860.00
        """);
  }

  @Test
  void a_room_that_the_orders_tell_names_its_owner_however_it_is_written() {
    check(
        """
        order  A100101 257.76 ch=bank c=周子涵 r=11-1-0302
        order  A100102 257.76 ch=bank c=陈静 r=1-11-0302
        order  A100103 257.76 ch=bank c=林晓 r=11-1-0303
        order  A100104 120.00 ch=bank c=林晓 r=11-1-0303
        bank   - 257.76 n=周鹏 w=11栋1单元302室物业费3月 +5d
        bank   - 257.76 n=何芳 w=1-11-302 +6d
        bank   - 377.76 n=王强 w=物业水电、11#1-303 +6d
        ->
        payer-name A100101
        payer-name A100102
        merged A100103+A100104
        """);
  }

  @Test
  void what_the_orders_of_two_customers_have_in_common_names_neither() {
    check(
        """
        order  A100101 257.76 ch=bank c=周子涵 r=2026-03
        order  A100102 318.20 ch=bank c=陈静 r=2026-03
        order  A100103 257.76 ch=bank c=林晓 r=2026-03
        bank   - 257.76 n=何芳 w=2026-03 +6d
        ->
        amount-and-time A100101+A100103 several
        """);
  }

  @Test
  void of_two_orders_of_one_amount_the_words_choose() {
    check(
        """
        order  A100101 480.00 ch=bank c=周子涵 r=校车费
        order  A100102 480.00 ch=bank c=周子涵 r=餐费
        bank   - 480.00 n=陈静 w=周子涵餐费 +5d
        ->
        missing-receipt A100101 -480.00
        payer-name A100102
        """);
  }

  @Test
  void as_many_payments_as_orders_of_one_amount_are_not_told_apart_and_none_is_missing() {
    check(
        """
        order  A100101 480.00 ch=bank c=周子涵
        order  A100102 480.00 ch=bank c=周子涵
        bank   - 480.00 n=陈静 w=周子涵 +5d
        bank   - 480.00 n=陈静 w=周子涵 +6d
        ->
        payer-name A100101+A100102 several
        """);
  }

  @Test
  void a_month_of_orders_is_paid_in_one_transfer() {
    check(
        """
        order  A100101 1250.30 ch=bank c=宁波三乐商贸有限公司 +0d
        order  A100102 880.00 ch=bank c=宁波三乐商贸有限公司 +1d
        order  A100103 2310.55 ch=bank c=宁波三乐商贸有限公司 +3d
        order  A100104 412.00 ch=bank c=宁波三乐商贸有限公司 +4d
        order  A100105 77.90 ch=bank c=宁波三乐商贸有限公司 +6d
        order  A100106 990.10 ch=bank c=宁波三乐商贸有限公司 +7d
        order  A100107 1415.25 ch=bank c=宁波三乐商贸有限公司 +8d
        order  A100108 330.00 open ch=bank c=宁波三乐商贸有限公司 +12d
        bank   - 7336.10 n=宁波三乐商贸有限公司 w=住宿费 +14d
        ->
        merged A100101+A100102+A100103+A100104+A100105+A100106+A100107
        """);
  }

  @Test
  void all_but_one_disputed_order_are_paid_in_one_transfer() {
    check(
        """
        order  A100101 1250.30 ch=bank c=宁波三乐商贸有限公司 +0d
        order  A100102 880.25 open ch=bank c=宁波三乐商贸有限公司 +1d
        order  A100103 2310.55 ch=bank c=宁波三乐商贸有限公司 +3d
        order  A100104 412.13 ch=bank c=宁波三乐商贸有限公司 +4d
        bank   - 3972.98 n=宁波三乐商贸有限公司 w=A100101等3单 +9d
        ->
        merged A100101+A100103+A100104
        """);
  }

  @Test
  void round_amounts_that_many_sums_make_up_are_not_picked() {
    check(
        """
        order  A100101 1000.00 ch=bank c=宁波三乐商贸有限公司 +0d
        order  A100102 3000.00 ch=bank c=宁波三乐商贸有限公司 +1d
        order  A100103 2000.00 ch=bank c=宁波三乐商贸有限公司 +2d
        order  A100104 4000.00 ch=bank c=宁波三乐商贸有限公司 +3d
        bank   - 5000.00 n=宁波三乐商贸有限公司 w=货款 +9d
        ->
        merged A100101+A100102+A100103+A100104 several
        """);
  }

  @Test
  void a_customer_whose_orders_are_all_paid_paid_again() {
    check(
        """
        order  A100101 8250.00 ch=bank c=宁波三乐商贸有限公司
        bank   - 8250.00 n=宁波三乐商贸有限公司 w=A100101 +1d
        bank   - 8250.00 n=宁波三乐商贸有限公司 w=货款 +3d
        ->
        match A100101
        duplicate-charge A100101 8250.00
        """);
  }

  @Test
  void a_customer_who_paid_through_a_channel_transfers_the_same_again() {
    check(
        """
        order  A100101 8250.00 c=宁波三乐商贸有限公司
        wechat A100101 8250.00 +40s
        bank   - 8250.00 n=宁波三乐商贸有限公司 w=货款 +3d
        ->
        match A100101
        duplicate-charge A100101 8250.00
        """);
  }

  @Test
  void a_customer_paid_a_cancelled_order_without_naming_it() {
    check(
        """
        order  A100101 8250.00 cancelled ch=bank c=宁波三乐商贸有限公司
        bank   - 8250.00 n=宁波三乐商贸有限公司 w=货款 +3d
        ->
        paid-after-cancel A100101 8250.00
        """);
  }

  @Test
  void what_was_promised_back_is_asked_of_a_payment_without_a_number_too() {
    check(
        """
        order  A100101 8250.00 ch=bank c=宁波三乐商贸有限公司 promised=250.00
        bank   - 8250.00 n=宁波三乐商贸有限公司 w=货款 +3d
        ->
        payer-name A100101
        refund-missing A100101 250.00
        """);
  }

  @Test
  void the_owner_pays_the_companys_bill_from_an_account_that_nobody_knows() {
    check(
        """
        order  A100101 1250.30 ch=bank c=宁波三乐商贸有限公司 +0d
        order  A100102 880.25 ch=bank c=宁波三乐商贸有限公司 +1d
        order  A100103 2310.55 ch=bank c=宁波三乐商贸有限公司 +3d
        bank   - 4441.10 n=罗涛 w=3张订单货款 +6d
        ->
        merged A100101+A100102+A100103
        """);
  }

  @Test
  void who_pays_on_behalf_of_a_company_does_not_pay_that_company() {
    check(
        """
        order  A100101 5051.91 ch=bank c=青木达餐饮管理（苏州）有限公司
        bank   - 5051.91 n=康杰 w=代青木达餐饮管理(苏州)有限公司付货款 +1d
        ->
        payer-name A100101
        """);
  }

  @Test
  void a_rebate_that_the_order_tells_is_no_shortage() {
    check(
        """
        order  A100101 8250.00 ch=bank c=宁波三乐商贸有限公司 r=返利165.00
        bank   - 8085.00 n=宁波三乐商贸有限公司 w=货款 +3d
        ->
        discount A100101
        """);
  }

  @Test
  void another_customers_order_of_that_amount_is_not_taken_for_a_known_payers_own() {
    check(
        """
        order  A100101 5400.00 ch=bank c=宁波三乐商贸有限公司
        order  A100102 4500.00 ch=bank c=上海启明商贸有限公司
        bank   - 5400.00 n=上海启明商贸有限公司 w=货款 +1d
        ->
        missing-receipt A100101 -5400.00
        overpaid A100102 900.00
        """);
  }

  @Test
  void what_many_pay_for_and_orders_ask_for_is_our_trade() {
    check(
        """
        order  A100101 6800.00 ch=bank c=周子涵
        order  A100102 6800.00 ch=bank c=李浩然
        order  A100103 6800.00 ch=bank c=孙欣怡
        bank   - 6800.00 n=陈静 w=学费 +1d
        bank   - 6800.00 n=李强 w=一年级学费 +2d
        bank   - 6800.00 n=孙伟 w=学费 +3d
        ->
        amount-and-time A100101+A100102+A100103 several
        """);
  }

  @Test
  void an_amount_that_one_order_has_is_its_even_if_the_books_tell_no_time() {
    check(
        """
        order  A100101 5846.45 ch=bank timeless
        order  A100102 5832.49 ch=bank timeless
        order  A100103 700.00 ch=bank timeless
        order  A100104 700.00 ch=bank timeless
        bank   - 5846.45 n=郑启 +9d
        bank   - 700.00 n=王芳 +9d
        ->
        amount-and-time A100101
        amount-and-time A100103+A100104 several
        """);
  }

  @Test
  void the_rest_of_a_deposit_comes_by_a_relative_who_names_the_customer() {
    check(
        """
        order  A100101 2505.00 c=吴杰华 r=定金500元
        wechat A100101 500.00 +40s
        order  A100102 2980.00 open ch=bank c=吴杰华 +1d
        bank   - 2005.00 n=陈刚飞 w=余款吴杰华 +3d
        ->
        split A100101
        """);
  }
}
