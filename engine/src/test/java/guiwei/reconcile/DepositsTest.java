package guiwei.reconcile;

import static guiwei.reconcile.Story.checkFiles;

import org.junit.jupiter.api.Test;

/// Contracts of which a deposit is paid at once and the rest later, by another road perhaps.
class DepositsTest {
  private static void check(
      String state, String promised, String remark, String slips, String bank, String expected) {
    checkFiles(
        expected + "match HT260320009\n",
        """
      合同编号,签单时间,门店编号,客户姓名,合同金额,其中定金,付款方式,合同状态,应退金额,备注
      HT260301001,2026-03-01 10:00:00,S1,王小芳,12800.00,2000.00,刷卡,%s,%s,%s
      HT260320009,2026-03-29 10:00:00,S1,赵一鸣,9999.00,,转账,待付款,,
      """
            .formatted(state, promised, remark),
        """
      终端号,凭证号,交易日期,交易时间,交易金额,交易类型,卡号,门店编号
      T1,000001,2026-03-01,10:02:00,2000.00,消费,622202******1234,S1
      %s"""
            .formatted(slips),
        """
      交易时间,交易流水号,对方户名,借方发生额,贷方发生额,摘要,附言
      %s2026-03-30 09:00:00,B9,赵一鸣,,9999.00,转账,HT260320009
      """
            .formatted(bank));
  }

  @Test
  void the_rest_may_come_by_transfer() {
    check(
        "已完结",
        "",
        "",
        "",
        "2026-03-09 11:00:00,B1,李大海,,10800.00,转账,HT260301001尾款\n",
        "split HT260301001\n");
  }

  @Test
  void the_rest_may_name_the_customer_alone() {
    check(
        "已完结",
        "",
        "",
        "",
        "2026-03-09 11:00:00,B1,李大海,,10800.00,转账,代王小芳付家具尾款\n",
        "split HT260301001\n");
  }

  @Test
  void the_rest_may_come_in_parts() {
    check(
        "已完结",
        "",
        "定金POS尾号1234",
        "",
        """
        2026-03-09 11:00:00,B1,李大海,,5000.00,转账,HT260301001第二笔
        2026-03-10 11:00:00,B2,李大海,,5800.00,转账,HT260301001余款
        """,
        "split HT260301001\n");
  }

  @Test
  void the_rest_may_be_keyed_on_another_card_that_the_order_tells() {
    check(
        "已完结",
        "",
        "尾款POS尾号9876",
        "T1,000002,2026-03-09,15:00:00,10800.00,消费,622202******9876,S1\n",
        "",
        "split HT260301001\n");
  }

  @Test
  void more_than_the_rest_is_too_much_and_less_too_little_where_all_is_said_to_be_paid() {
    check(
        "已完结",
        "",
        "",
        "",
        "2026-03-09 11:00:00,B1,王小芳,,11000.00,转账,HT260301001尾款\n",
        "part-payment HT260301001\noverpaid HT260301001 200.00\n");
    check(
        "已完结",
        "",
        "",
        "",
        "2026-03-09 11:00:00,B1,王小芳,,10300.00,转账,HT260301001尾款\n",
        "part-payment HT260301001\nunderpaid HT260301001 -500.00\n");
    check(
        "生产中",
        "",
        "",
        "",
        "2026-03-09 11:00:00,B1,王小芳,,5000.00,转账,HT260301001第二笔\n",
        "part-payment HT260301001\npart-payment HT260301001\n");
  }

  @Test
  void the_rest_paid_twice_is_a_duplicate() {
    check(
        "已完结",
        "",
        "",
        "",
        """
        2026-03-09 11:00:00,B1,王小芳,,10800.00,转账,HT260301001尾款
        2026-03-10 11:00:00,B2,李大海,,10800.00,转账,HT260301001尾款
        """,
        "part-payment HT260301001\npart-payment HT260301001\nduplicate-charge HT260301001 10800.00\n");
  }

  @Test
  void the_deposit_of_a_cancelled_order_may_be_kept_and_the_rest_comes_too_late() {
    check("已取消", "", "客户违约，定金不退", "", "", "part-payment HT260301001\n");
    check(
        "已取消",
        "",
        "客户取消，定金不退",
        "",
        "2026-03-09 11:00:00,B1,王小芳,,10800.00,转账,HT260301001尾款\n",
        "part-payment HT260301001\npaid-after-cancel HT260301001 10800.00\n");
  }

  @Test
  void a_deposit_that_was_to_go_back_and_did_not_is_missed() {
    check(
        "已取消",
        "2000.00",
        "缺货，定金全退",
        "",
        "",
        "part-payment HT260301001\nrefund-missing HT260301001 2000.00\n");
  }

  @Test
  void what_comes_after_a_numbered_deposit_is_held_against_the_rest_once_all_is_said_to_be_paid() {
    checkFiles(
        """
        match HT260320009
        part-payment HT260301001
        part-payment HT260301002
        underpaid HT260301001 -100.00
        """,
        """
        合同编号,签单时间,客户姓名,合同金额,其中定金,合同状态,备注
        HT260301001,2026-03-01 10:00:00,王小芳,12800.00,2000.00,已完结,预付定金，余款到店
        HT260301002,2026-03-01 11:00:00,王大力,12800.00,2000.00,已确认,预付定金，余款到店
        HT260320009,2026-03-29 10:00:00,赵一鸣,9999.00,,已完结,
        """,
        """
        交易时间,交易流水号,对方户名,借方发生额,贷方发生额,摘要,附言
        2026-03-01 10:10:00,B1,王小芳,,2000.00,转账,HT260301001
        2026-03-09 11:00:00,B2,王小芳,,10700.00,转账,HT260301001
        2026-03-01 11:10:00,B3,王大力,,2000.00,转账,HT260301002
        2026-03-09 11:00:00,B4,王大力,,10700.00,转账,HT260301002
        2026-03-30 09:00:00,B9,赵一鸣,,9999.00,转账,HT260320009
        """);
  }
}
