package guiwei.reconcile;

import static guiwei.reconcile.Story.checkFiles;

import org.junit.jupiter.api.Test;

/// A chain whose tills tell each means of payment, whose customers pay through an aggregator and on
/// delivery platforms, and whose bank names all of them by companies that nobody knows.
class PlatformsTest {
  private static final String BANK = "交易时间,交易流水号,对方户名,借方发生额,贷方发生额,摘要,附言\n";

  private static final String ORDERS =
      """
      小票号,门店编码,销售时间,应收金额,现金,医保统筹,扫码支付,外卖平台,单据状态,平台订单号
      A1,S1,2026-03-02 09:00:00,100.00,0.00,60.00,40.00,0.00,已完成,
      A2,S1,2026-03-02 10:00:00,80.00,80.00,0.00,0.00,0.00,已完成,
      A3,S1,2026-03-02 11:00:00,71.00,0.00,0.00,71.00,0.00,已完成,
      A4,S2,2026-03-03 09:00:00,52.30,0.00,0.00,52.30,0.00,已完成,
      A5,S2,2026-03-03 10:00:00,34.10,0.00,0.00,34.10,0.00,已完成,
      B1,S1,2026-03-02 12:00:00,50.00,0.00,0.00,0.00,50.00,已完成,93000000000001
      B2,S2,2026-03-03 12:00:00,25.00,0.00,0.00,0.00,25.00,已完成,93000000000002
      B3,S2,2026-03-09 12:00:00,75.00,0.00,0.00,0.00,75.00,已完成,93000000000003
      B4,S1,2026-03-10 12:00:00,20.00,0.00,0.00,0.00,20.00,已完成,93000000000004
      """;

  private static final String PLATFORM =
      """
      账单日期,门店名称,交易类型,流水单号,平台订单号,下单时间,完成时间,订单金额,平台佣金,商家应收
      2026-03-02,东门店,订单,MT1,93000000000001,2026-03-02 12:00:00,2026-03-02 12:40:00,50.00,-4.00,46.00
      2026-03-03,西门店,订单,MT2,93000000000002,2026-03-03 12:00:00,2026-03-03 12:40:00,25.00,-2.00,23.00
      2026-03-09,西门店,订单,MT3,93000000000003,2026-03-09 12:00:00,2026-03-09 12:40:00,75.00,-6.00,69.00
      2026-03-10,东门店,订单,MT4,93000000000004,2026-03-10 12:00:00,2026-03-10 12:40:00,20.00,-1.60,18.40
      2026-03-10,东门店,退款,MT5,93000000000004,2026-03-10 12:00:00,2026-03-10 15:00:00,-5.00,0.40,-4.60
      """;

  private static final String ALL_ORDERS =
      """
      match A3
      match A4
      match A5
      match B1
      match B2
      match B3
      match B4
      """;

  private static String aggregator(String paid, String net) {
    return """
        交易时间,门店名称,终端号,交易类型,支付方式,交易金额,手续费,结算金额,商户订单号,平台流水号,交易状态
        2026-03-02 09:00:30,东门店,AG1,收款,微信支付,%s,0.15,%s,A1,700001,成功
        2026-03-02 11:00:30,东门店,AG1,收款,支付宝,71.00,0.27,70.73,A3,700002,成功
        2026-03-03 09:00:30,西门店,AG2,收款,云闪付,52.30,0.20,52.10,A4,700003,成功
        2026-03-03 10:00:30,西门店,AG2,收款,支付宝,34.10,0.13,33.97,A5,700004,成功
        """
        .formatted(paid, net);
  }

  private static String bank(String platforms) {
    return BANK
        + """
        2026-03-03 09:00:00,K1,慧收通科技服务有限公司,,110.58,转账,0302
        2026-03-04 09:00:00,K2,慧收通科技服务有限公司,,86.07,转账,0303
        2026-03-09 15:00:00,K3,北辰快送在线有限公司,,69.00,转账,0302-0308
        2026-03-16 15:00:00,K4,北辰快送在线有限公司,,%s,转账,0309-0315
        """
            .formatted(platforms);
  }

  @Test
  void who_pays_on_what_a_list_nets_is_known_by_the_sums() {
    checkFiles(
        ALL_ORDERS + "match A1\npayout\npayout\npayout\npayout\n",
        ORDERS,
        aggregator("40.00", "39.85"),
        PLATFORM,
        bank("82.80"));
  }

  @Test
  void what_an_insurance_pays_is_not_the_customers_to_pay() {
    checkFiles(ALL_ORDERS + "overpaid A1 60.00\n", ORDERS, aggregator("100.00", "99.85"), PLATFORM);
  }

  @Test
  void a_customer_who_pays_twice_what_a_day_comes_to_by_chance_is_no_platform() {
    checkFiles(
        ALL_ORDERS + "match A1\nunidentified 39.85\nunidentified 39.85\n",
        ORDERS,
        aggregator("40.00", "39.85"),
        PLATFORM,
        BANK + "2026-03-03 09:00:00,K1,王小芳,,39.85,转账,\n2026-03-03 09:30:00,K2,王小芳,,39.85,转账,\n");
  }

  @Test
  void what_is_given_back_over_the_counter_no_statement_has_to_show() {
    checkFiles(
        "match C1\nmatch C2\nrefund-missing C2 30.00\n",
        """
        小票号,销售时间,应收金额,现金,扫码支付,单据状态,原小票号
        C1,2026-03-02 09:00:00,40.00,0.00,40.00,已完成,
        C2,2026-03-02 10:00:00,30.00,0.00,30.00,已完成,
        C3,2026-03-02 10:30:00,31.00,31.00,0.00,已完成,
        C11,2026-03-02 11:00:00,-40.00,-40.00,0.00,已退货,C1
        C12,2026-03-02 12:00:00,-30.00,0.00,-30.00,已退货,C2
        C9,2026-03-28 09:00:00,9.00,9.00,0.00,已完成,
        """,
        """
        交易时间,交易类型,支付方式,交易金额,手续费,结算金额,商户订单号,平台流水号,交易状态
        2026-03-02 09:00:30,收款,微信支付,40.00,0.15,39.85,C1,700001,成功
        2026-03-02 10:00:30,收款,支付宝,30.00,0.11,29.89,C2,700002,成功
        2026-03-28 10:00:30,收款,支付宝,1.00,0.00,1.00,C77,700009,失败
        """);
  }

  @Test
  void takings_that_the_merchant_brings_to_the_bank_are_nobodys_payment() {
    checkFiles(
        ALL_ORDERS + "match A1\ntop-up\n",
        ORDERS,
        aggregator("40.00", "39.85"),
        PLATFORM,
        BANK + "2026-03-03 16:00:00,K1,安和大药房连锁有限公司,,80.00,现金存入,现金缴存\n");
  }

  @Test
  void a_line_may_call_the_store_by_the_name_beside_its_number() {
    StringBuilder orders = new StringBuilder("order_no,store,amount,created_at,status\n");
    StringBuilder list = new StringBuilder("交易时间,门店名称,支付方式,交易金额,手续费,结算金额,商户订单号,平台流水号,交易状态\n");
    StringBuilder expected = new StringBuilder();
    for (int i = 10; i < 34; i++) {
      String store = i % 2 == 0 ? "东门店" : "西门店";
      boolean lost = i == 20;
      orders.append("A%d,S%d,%d.00,2026-03-02 10:%d:00,paid\n".formatted(i, i % 2 + 1, i, i));
      list.append(
          "2026-03-02 10:%d:20,%s,微信支付,%d.00,0.00,%d.00,A%d,7000%d,成功\n"
              .formatted(i, lost ? "西门店" : store, i, i, i, i));
      expected.append(lost ? "wrong-account A20 20.00 meant A20\n" : "match A%d\n".formatted(i));
    }
    checkFiles(
        expected.toString(),
        orders.toString(),
        list.toString(),
        "门店编号,门店名称,渠道,账户\nS1,东门店,微信,\nS2,西门店,微信,\n");
  }
}
