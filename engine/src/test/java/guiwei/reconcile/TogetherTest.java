package guiwei.reconcile;

import static guiwei.reconcile.Story.check;

import org.junit.jupiter.api.Test;

/// Several orders in one transfer, one of whose numbers may have a slip; two transfers for one
// order.
class TogetherTest {
  @Test
  void one_mistyped_number_stands_for_all_orders_of_the_visit() {
    check(
        """
        order  SO260320001031 11576.94 ch=bank c=C1
        order  SO260320001041 17300.00 ch=bank c=C1 +2m
        order  SO260320001068 5272.70 ch=bank c=C1 +5m
        bank   - 34149.64 w=订单号SO260320001608 +1d
        ->
        merged SO260320001031+SO260320001041+SO260320001068
        """);
  }

  @Test
  void of_a_list_only_the_first_number_is_written_out() {
    check(
        """
        order  AR00001444 25800.00 ch=bank c=C1
        order  AR00001456 9300.00 ch=bank c=C1 +1d
        order  AR00001576 9300.00 open ch=bank c=C1 +14d
        order  AR00001582 34693.11 ch=bank c=C1 +14d
        bank   - 69793.11 w=INV、AR00001444/1456/1582 +17d
        ->
        merged AR00001444+AR00001456+AR00001582
        """);
  }

  @Test
  void every_number_of_four_may_have_its_own_slip() {
    check(
        """
        order  SO260304008816 2000.00 ch=bank c=C1
        order  SO260304009022 825.84 ch=bank c=C1 +3m
        order  SO260304009236 10124.96 ch=bank c=C1 +6m
        bank   - 12950.80 w=SO260304008316、SO260304009522、SO260304009736 +1d
        ->
        merged SO260304008816+SO260304009022+SO260304009236
        """);
  }

  @Test
  void numbers_with_a_slip_each_tell_two_visits_of_one_sum_apart() {
    check(
        """
        order  SO260315011202 4900.00 ch=bank c=C1
        order  SO260315011545 7400.00 ch=bank c=C1 +4m
        order  SO260315011617 8800.00 ch=bank c=C1 +6m
        order  SO260315011809 7600.00 ch=bank c=C1 +8m
        order  SO260315044444 8700.00 open ch=bank c=C2
        order  SO260315044555 20000.00 open ch=bank c=C2 +2m
        bank   - 28700.00 w=SO260315011262、SO260315011505、SO260315011677、SO260315011869 +1d
        ->
        merged SO260315011202+SO260315011545+SO260315011617+SO260315011809
        """);
  }

  @Test
  void the_mistyped_number_may_be_another_customers_paid_order() {
    check(
        """
        order  SO260325009204 452.90 c=C2
        wechat SO260325009204 452.90
        order  SO260325008943 9000.00 ch=bank c=C1
        order  SO260325009274 376.31 ch=bank c=C1 +5m
        bank   - 9376.31 w=订单SO260325009284 +1d
        ->
        match SO260325009204
        merged SO260325008943+SO260325009274
        """);
  }

  @Test
  void invoices_of_several_orders_are_quoted_instead() {
    check(
        """
        order  A100101 11700.00 ch=bank c=C1 r=发票号FP30529895
        order  A100102 20100.00 ch=bank c=C1 r=发票号FP82728129 +4m
        bank   - 31800.00 w=FP30529895、FP82728129 +2d
        ->
        merged A100101+A100102
        """);
  }

  @Test
  void the_ends_of_invoices_numbers_tell_which_of_equal_orders_are_meant() {
    check(
        """
        order  A100101 371.80 ch=bank c=C1 r=发票号26325325005146683475
        order  A100118 1000.00 ch=bank c=C1 r=发票号26323827864268345960 +4m
        order  A100407 1000.00 ch=bank c=C1 r=发票号26322543391562340971 +3d
        order  A100451 2460.29 ch=bank c=C1 r=发票号26325000373591227600 +4d
        bank   - 1371.80 w=发票62340971、发票46683475 +4d
        bank   - 3460.29 w=发票91227600、发票68345960 +5d
        ->
        merged A100101+A100407
        merged A100118+A100451
        """);
  }

  @Test
  void an_invoice_of_several_orders_is_paid_by_these_and_no_others() {
    check(
        """
        order  A100101 536.00 open ch=bank c=C1 r=26332000006323497934
        order  A100102 368.00 open ch=bank c=C2 r=26332000006323497934 +4m
        order  A100103 268.00 open ch=bank c=C3 r=26332000006323497934 +5m
        order  A100104 268.00 open ch=bank c=C3 r=26332000005391940662 +6m
        bank   - 1172.00 w=发票26332000006323497934 +2d
        ->
        merged A100101+A100102+A100103
        """);
  }

  @Test
  void a_deposit_is_not_meant_for_another_order_of_its_amount_where_the_rest_came() {
    check(
        """
        order  A1001 688.00 open c=C1 t=T9 ch=pos
        order  A1002 1376.00 c=C1 t=T1 +2d
        wechat A1002 688.00 +1d
        till   sale 688.00 i=T1 k=card +2d
        ->
        split A1002
        """);
  }

  @Test
  void what_was_given_back_is_no_other_orders_money() {
    check(
        """
        order  A1001 1776.00 c=C1
        order  A1002 687.12 c=C1 +1m
        wechat A1001 2276.00 +20s
        refund A1001 500.00 of=W1 +1d
        wechat A1002 687.12 +2m
        ->
        match A1002
        split A1001
        """);
  }

  @Test
  void a_sum_that_does_not_come_out_is_not_taken_for_one() {
    check(
        """
        order  SO260320001031 11576.94 ch=bank c=C1
        order  SO260320001041 17300.00 ch=bank c=C1 +2m
        bank   - 28876.95 w=订单号SO260320001038 +1d
        ->
        missing-receipt SO260320001041 -17300.00
        overpaid SO260320001031 17300.01
        """);
  }

  @Test
  void a_common_amount_within_the_hour_is_no_part_of_an_order_whose_digits_were_swapped() {
    check(
        """
        order  SO260327000076 19800.00 ch=bank c=C1
        bank   - 18900.00 w=SO260327000076 +12h
        bank   - 900.00 w=货款 +12h
        bank   - 900.00 w=货款 +1d
        bank   - 900.00 w=货款 +2d
        bank   - 900.00 w=货款 +3d
        bank   - 900.00 w=货款 +4d
        bank   - 900.00 w=货款 +5d
        bank   - 900.00 w=货款 +6d
        ->
        underpaid SO260327000076 -900.00
        unidentified 900.00
        unidentified 900.00
        unidentified 900.00
        unidentified 900.00
        unidentified 900.00
        unidentified 900.00
        unidentified 900.00
        """);
  }

  @Test
  void a_rare_amount_within_the_hour_is_the_missing_part() {
    check(
        """
        order  SO260327000076 19800.00 ch=bank c=C1
        bank   - 18900.00 w=SO260327000076 +12h
        bank   - 900.00 w=货款 +12h
        ->
        split SO260327000076
        """);
  }

  @Test
  void a_payment_by_the_number_of_a_batch_pays_all_that_stands_on_it() {
    check(
        """
        order  YD7600000001 199.00 c=C1 r=JK2026030189504134
        order  YD7600000002 59.00 c=C2 r=JK2026030189504134 +1m
        order  YD7600000003 59.00 c=C3 r=JK2026030189504999 +2m
        wechat YD7600000003 59.00 +3m
        wechat JK2026030189504134 258.00 +4m
        ->
        match YD7600000003
        merged YD7600000001+YD7600000002
        """);
  }

  @Test
  void cash_is_handed_in_with_the_number_of_its_batch() {
    check(
        """
        order  YD7600000001 199.00 ch=cash c=C1 r=JK2026030189504134
        order  YD7600000002 59.00 ch=cash c=C2 r=JK2026030189504134 +1m
        order  YD7600000003 80.00 ch=cash c=C3 r=JK2026030189504777 +1m
        order  YD7600000004 70.00 ch=cash c=C4 r=JK2026030189504777 +2m
        bank   - 258.00 w=JK2026030189504134交款 +600m
        bank   - 140.00 w=代收款JK2026030189504777 +600m
        ->
        merged YD7600000001+YD7600000002
        underpaid YD7600000003+YD7600000004 -10.00
        """);
  }

  @Test
  void a_couriers_transfer_is_the_cash_that_he_collected_that_day() {
    check(
        """
        order  YD7600000001 199.00 ch=cash c=C1 r=王小强
        order  YD7600000002 59.00 ch=cash c=C2 r=王小强 +30m
        order  YD7600000003 80.00 ch=cash c=C3 r=王小强 +1d
        order  YD7600000004 258.00 ch=cash c=C4 r=李梅 +31m
        bank   - 258.00 n=王小强 w=代收款 +600m
        ->
        merged YD7600000001+YD7600000002
        """);
  }

  @Test
  void a_deposit_of_checks_is_what_the_days_before_it_leave_open() {
    check(
        """
        order  71500001 483.39 ch=bank c=C1
        order  71500002 634.29 ch=bank c=C2 +30m
        order  71500003 672.76 ch=bank c=C3 +60m
        bank   71500003 672.76 n=C3 +1d
        bank   - 1117.68 w=DEPOSIT +1d
        bank   - 954.21 w=DEPOSIT +4d
        ->
        payer-name 71500003
        merged 71500001+71500002
        unidentified 954.21
        """);
  }

  @Test
  void who_quotes_an_order_is_no_payout_whatever_his_words_hold() {
    check(
        """
        order  YS2603000452 8543.00 ch=bank c=C1
        bank   - 8543.00 w=应收单YS2603000452 +1d
        ->
        match YS2603000452
        """);
  }

  @Test
  void an_acquirer_pays_out_in_one_sum_what_came_by_several_channels() {
    StringBuilder story = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    for (int day = 0; day < 6; day++) {
      int sum = 100 + 7 * day;
      story.append("order A%d %d.00 ch=聚合支付 +%dd\n".formatted(day, sum, day));
      story.append("list  A%d %d.00 fee=0.38 +%dd\n".formatted(day, sum, day));
      story.append("order B%d 50.00 ch=聚合支付 +%dd\n".formatted(day, day));
      story.append("list  B%d 50.00 fee=0.19 way=支付宝 +%dd\n".formatted(day, day));
      int paid = day == 4 ? sum + 39 : sum + 49;
      story.append("bank  - %d.43 w=收钱吧结算款 +%dd\n".formatted(paid, day + 1));
      expected.append("match A%d\nmatch B%d\n".formatted(day, day));
    }
    check(story + "->\n" + expected + "payout\n".repeat(5) + "payout-differs -10.00\n");
  }

  @Test
  void a_payer_may_leave_out_the_letters_of_a_number() {
    check(
        """
        order  RO012603170008 680.00 ch=bank c=C1
        order  RO012603310004 680.00 open ch=bank c=C1 +7d
        bank   - 680.00 w=维修款RO012603170008 +1d
        bank   - 680.00 w=012603170008维修费 +2d
        ->
        match RO012603170008
        duplicate-charge RO012603170008 680.00
        """);
  }

  @Test
  void a_company_that_quotes_the_order_of_another_car_of_its_own_means_the_open_one() {
    check(
        """
        order  RO0126031700080 680.00 ch=bank c=C1 f=江州顺通物流有限公司
        order  RO0126031800091 1753.00 open ch=bank c=C2 f=江州顺通物流有限公司 +1d
        bank   - 680.00 n=江州顺通物流有限公司 w=维修款RO0126031700080 +2d
        bank   - 1753.00 n=江州顺通物流有限公司 w=维修款RO0126031700080 +3d
        ->
        match RO0126031700080
        wrong-order RO0126031700080 1753.00 meant RO0126031800091
        """);
  }

  @Test
  void who_pays_one_of_two_bills_of_a_household_is_not_short() {
    check(
        """
        order  A100101 257.76 ch=bank r=户号11011601 c=魏玉飞
        order  A100102 58.50 open ch=bank r=户号11011601 c=魏玉飞 +1m
        bank   - 257.76 n=郭梅 w=11011601物业费 +2d
        ->
        payer-name A100101
        """);
  }

  @Test
  void the_number_of_a_household_with_several_bills_is_not_the_end_of_anothers() {
    check(
        """
        order  A100101 257.76 open ch=bank r=户号210602 c=徐然曦
        order  A100102 50.00 open ch=bank r=户号210602 c=徐然曦 +1m
        order  A100103 50.00 open ch=bank r=户号1210602 c=段博 +1m
        bank   - 50.00 n=徐然曦 w=210602 +1d
        ->
        payer-name A100102
        """);
  }
}
