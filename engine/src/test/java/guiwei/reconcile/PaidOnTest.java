package guiwei.reconcile;

import static guiwei.reconcile.Story.check;
import static guiwei.reconcile.Story.checkFiles;

import org.junit.jupiter.api.Test;

/// What somebody else collected and paid on: channels that pay when they like, couriers who
/// collect at the door, banks that collect for a utility.
class PaidOnTest {
  /// Five days of which the account at the channel pays on what it had at eleven.
  private static String fiveDays(String last, String outcome) {
    StringBuilder story = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    for (int day = 0; day < 5; day++) {
      int sum = 100 + 7 * day;
      story.append("order A%d %d.00 +%dd\n".formatted(day, sum, day));
      story.append("wechat A%d %d.00 +%dd\n".formatted(day, sum, day));
      story.append("credit A%d %d.00 id=W%d +%dd\n".formatted(day, sum, 2 * day + 1, day));
      story.append("order B%d 50.00 +%dm\n".formatted(day, 1440 * day + 120));
      story.append("wechat B%d 50.00 +%dm\n".formatted(day, 1440 * day + 120));
      story.append("credit B%d 50.00 id=W%d +%dm\n".formatted(day, 2 * day + 2, 1440 * day + 120));
      int told = day == 0 ? sum : sum + 50;
      story.append("debit 提现 %d.00 id=D%d +%dm\n".formatted(told, day, 1440 * day + 60));
      String came = day == 4 ? last : told + ".00";
      story.append("bank - %s n=财付通支付科技有限公司 w=微信支付提现 +%dm\n".formatted(came, 1440 * day + 70));
      expected.append("match A%d\nmatch B%d\n".formatted(day, day));
    }
    return story + "->\n" + expected + outcome;
  }

  @Test
  void what_the_channel_says_it_paid_out_is_right_whatever_the_day_comes_to() {
    check(fiveDays("178.00", "payout\n".repeat(5)));
  }

  @Test
  void less_than_the_channel_says_it_paid_out_is_told() {
    check(fiveDays("170.00", "payout\n".repeat(4) + "payout-differs -8.00\n"));
  }

  private static final String PARCELS =
      """
      订单编号,运单号,客户编号,应收金额,付款方式,订单状态,下单时间,应退金额
      SH1001,JT5400000000017,C1,199.00,货到付款,已签收,2026-03-02 10:00:00,
      SH1002,JT5400000000024,C2,59.00,货到付款,已签收,2026-03-02 11:00:00,
      SH1003,JT5400000000031,C3,88.00,货到付款,已取消,2026-03-02 12:00:00,
      """;
  private static final String COLLECTED =
      """
      流水号,运单号,签收时间,代收货款金额,代收服务费,应返金额,返款批次号
      COD1,JT5400000000017,2026-03-04 09:00:00,199.00,2.00,197.00,FK2026030901
      COD2,JT5400000000024,2026-03-04 10:00:00,49.00,2.00,47.00,FK2026030901
      COD3,JT5400000000031,2026-03-04 11:00:00,88.00,2.00,86.00,FK2026030901
      """;

  private static String bank(String amount) {
    return """
        交易时间,交易流水号,对方户名,借方发生额,贷方发生额,摘要,附言
        2026-03-09 15:00:00,B1,疾腾速运有限公司,,%s,转账,代收货款返款 FK2026030901
        """
        .formatted(amount);
  }

  @Test
  void a_waybill_names_its_order_and_a_batch_its_payments() {
    checkFiles(
        """
        match SH1001
        underpaid SH1002 -10.00
        paid-after-cancel SH1003 88.00
        payout
        """,
        PARCELS,
        COLLECTED,
        bank("330.00"));
    checkFiles(
        """
        match SH1001
        underpaid SH1002 -10.00
        paid-after-cancel SH1003 88.00
        payout-differs -30.00
        """,
        PARCELS,
        COLLECTED,
        bank("300.00"));
  }

  @Test
  void the_least_fee_is_no_difference() {
    StringBuilder story = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      int sum = i < 15 ? 20 + i : 300 + 10 * i;
      String fee = i == 59 ? "11.90" : i < 15 ? "2.00" : "%d.%02d".formatted(sum / 100, sum % 100);
      story.append("order A%d %d.00 ch=聚合支付 +%dm\n".formatted(i, sum, i));
      story.append("list  A%d %d.00 fee=%s +%dm\n".formatted(i, sum, fee, i));
      expected.append("match A%d\n".formatted(i));
    }
    check(story + "->\n" + expected + "fee-differs A59 -3.00\n");
  }

  @Test
  void an_order_cancelled_after_it_was_paid_is_owed_what_its_books_promise() {
    check(
        """
        order  A1 100.00 cancelled promised=100.00 +0s
        wechat A1 100.00 +40s
        order  A2 80.00 cancelled +0s
        wechat A2 80.00 +40s
        ->
        match A1
        refund-missing A1 100.00
        paid-after-cancel A2 80.00
        """);
  }

  @Test
  void a_running_number_without_its_zeros_names_the_order_of_that_amount() {
    check(
        """
        order  INV-021024 8716.07 ch=bank c=C1
        order  INV-021025 716.07 ch=bank c=C1
        bank   - 8716.07 n=KESTONBURY w=KESTONB_21024 +2d
        bank   - 8716.07 n=KESTONBURY w=21024 +4d
        bank   - 500.00 n=KESTONBURY w=21025 +5d
        ->
        match INV-021024
        duplicate-charge INV-021024 8716.07
        underpaid INV-021025 -216.07
        """);
  }

  @Test
  void a_household_is_named_by_its_number() {
    checkFiles(
        """
        payer-name ZD20260301
        underpaid ZD20260302 -3.00
        match ZD20260303
        wrong-order ZD20260303 38.00 meant ZD20260304
        """,
        """
        账单编号,户号,户名,费用类别,应缴金额,出账时间,缴费状态,缴费方式
        ZD20260301,1020300017,王小芳,水费,57.00,2026-03-02 02:00:00,已缴费,微信生活缴费
        ZD20260302,1020300024,李大海,水费,63.00,2026-03-02 02:00:00,已缴费,微信生活缴费
        ZD20260303,1020300031,陈一鸣,水费,76.00,2026-03-02 02:00:00,已缴费,银行转账
        ZD20260304,1020300048,周文静,水费,38.00,2026-03-02 02:00:00,未缴费,
        """,
        """
        平台流水号,缴费户号,业务类型,缴费金额(元),手续费(元),结算金额(元),缴费时间,交易状态
        P1,1020300017,缴费,57.00,0.11,56.89,2026-03-03 08:00:00,成功
        P2,1020300024,缴费,60.00,0.12,59.88,2026-03-03 09:00:00,成功
        """,
        """
        交易时间,交易流水号,对方户名,借方发生额,贷方发生额,摘要,附言
        2026-03-04 15:00:00,B1,陈一鸣,,76.00,转账,ZD20260303
        2026-03-09 15:00:00,B2,周文静,,38.00,转账,户号1020300031水费
        2026-03-30 15:00:00,B3,,-1.00,,转账,费用
        """);
  }

  @Test
  void a_card_that_pays_what_a_wallet_paid_at_the_till_is_too_many() {
    check(
        """
        order  A1 776.73 t=T1 +0s
        wechat A1 776.73 +30s
        till   sale 776.73 i=T1 k=622202******1234 +120s
        order  A2 88.00 t=T1 ch=pos +20m
        till   sale 88.00 i=T1 k=622202******7777 +21m
        order  A3 99.00 t=T1 ch=pos +40m
        till   sale 99.00 i=T1 k=622202******8888 +41m
        ->
        match A1
        duplicate-charge A1 776.73
        till-amount-time A2
        till-amount-time A3
        """);
  }
}
