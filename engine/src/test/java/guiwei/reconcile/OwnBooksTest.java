package guiwei.reconcile;

import static guiwei.reconcile.Story.checkFiles;

import org.junit.jupiter.api.Test;

/// What the merchant's own books call stores, companies and what was taken back.
class OwnBooksTest {
  private static final String BANK = "交易时间,交易流水号,对方户名,对方账号,借方发生额,贷方发生额,摘要,附言\n";
  private static final String ORDERS =
      """
      order_no,amount_due,currency,created_at,status,channel,refund_amount
      RE-2026-0417,1190.00,CNY,2026-03-01 10:00:00,open,bank,%s
      """;

  @Test
  void orders_may_call_a_store_by_its_name_where_the_list_has_a_number_too() {
    checkFiles(
        """
        till-amount-time A1
        till-amount-time A2
        wrong-account A3 77.31 meant A3
        """,
        """
        单据号,院区,应付金额,支付方式,状态,收费时间
        A1,清和门诊部,128.31,银行卡,已收费,2026-03-01 10:00:00
        A2,清和口腔,95.17,银行卡,已收费,2026-03-01 11:00:00
        A3,清和口腔,77.31,银行卡,已收费,2026-03-01 12:00:00
        A9,清和口腔,99.99,现金,已收费,2026-03-28 12:00:00
        """,
        """
        门店编号,门店名称,渠道,账户,终端号
        H1,清和门诊部,刷卡,,3310
        H2,清和口腔,刷卡,,3320
        """,
        """
        终端号,凭证号,交易时间,卡号,交易类型,交易金额
        3310,000001,2026-03-01 10:00:40,622202******1234,消费,128.31
        3310,000002,2026-03-01 12:00:40,622202******7777,消费,77.31
        3320,000001,2026-03-01 11:00:30,622202******4321,消费,95.17
        """);
  }

  @Test
  void a_transfer_from_a_company_of_our_own_list_is_no_payment() {
    checkFiles(
        "top-up",
        ORDERS.formatted(""),
        "store,name,channel,account\nHO,岭南光学有限公司,bank,75501234567890\n",
        BANK + "2026-03-02 10:00:00,B1,岭南光学有限公司,99,,500.00,转账,资金安排\n");
  }

  @Test
  void words_of_a_transfer_between_accounts_of_one_owner_are_understood() {
    for (String words : new String[] {"同户转账 活期转入", "Umbuchung", "Kontoübertrag"}) {
      checkFiles(
          "internal-transfer",
          ORDERS.formatted(""),
          BANK + "2026-03-02 10:00:00,B1,某某商贸有限公司,99,,50000.00,转账," + words + "\n");
    }
  }

  @Test
  void a_first_instalment_is_no_shortage() {
    checkFiles(
        "part-payment RE-2026-0417",
        ORDERS.formatted(""),
        BANK + "2026-03-02 10:00:00,B1,Alderbach GmbH,99,,390.00,转账,1. Rate RE-2026-0417\n");
  }

  @Test
  void a_credit_note_that_is_paid_out_keeps_the_promise_and_twice_is_too_much() {
    String paid = "2026-03-02 10:00:00,B1,Alderbach GmbH,99,,1190.00,转账,RE-2026-0417\n";
    String back =
        "2026-03-0%d 10:00:00,B%d,Alderbach GmbH,99,238.00,,转账,Gutschrift zu RE-2026-0417\n";
    checkFiles(
        "match RE-2026-0417", ORDERS.formatted("238.00"), BANK + paid + back.formatted(5, 5));
    checkFiles(
        """
        match RE-2026-0417
        refund-twice RE-2026-0417 -238.00
        """,
        ORDERS.formatted("238.00"),
        BANK + paid + back.formatted(5, 5) + back.formatted(8, 8));
  }

  @Test
  void refunds_of_one_payment_by_its_number_are_movements_of_their_own_in_an_account_bill() {
    checkFiles(
        """
        match A1
        refund-twice A1 -30.00
        """,
        """
        单据号,总金额,支付方式,收费状态,收费时间
        A1,100.00,支付宝,已收费,2026-03-01 10:00:00
        A1,-30.00,支付宝,已退费,2026-03-01 11:00:00
        """,
        """
        #支付宝账务明细查询
        #账号：[20880000000000010156]
        #起始日期：[2026年03月01日 00:00:00]   终止日期：[2026年03月31日 00:00:00]
        #-----------------------------------------账务明细列表----------------------------------------
        账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,业务类型,备注
        1	,2026030122	,A1	,缴费	,2026-03-01 10:00:30,138***1	,100.00,0.00,100.00,支付宝	,在线支付	,
        2	,2026030122	,A1	,缴费	,2026-03-01 11:01:00,138***1	,0.00,-30.00,70.00,支付宝	,交易退款	,
        3	,2026030122	,A1	,缴费	,2026-03-01 12:01:00,138***1	,0.00,-30.00,40.00,支付宝	,交易退款	,
        #-----------------------------------------账务明细列表结束------------------------------------
        #支出合计：2笔，共-60.00元
        #收入合计：1笔，共100.00元
        #导出时间：[2026年03月31日 10:01:02]
        """);
  }
}
