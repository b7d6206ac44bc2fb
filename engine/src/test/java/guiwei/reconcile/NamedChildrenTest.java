package guiwei.reconcile;

import static guiwei.reconcile.Story.checkFiles;

import org.junit.jupiter.api.Test;

/// Fees of one amount for many, whose payers name the child, and plates on payments that have no
/// other number.
class NamedChildrenTest {
  private static final String BANK = "交易时间,交易流水号,对方户名,借方发生额,贷方发生额,摘要,附言\n";

  private static String fees(String... children) {
    StringBuilder fees = new StringBuilder("收费单号,班级,幼儿姓名,家长姓名,应缴合计,应退金额,开单日期,缴费方式,缴费状态,备注\n");
    for (int i = 0; i < children.length; i++) {
      fees.append("SF26%04d,%s\n".formatted(i, children[i]));
    }
    return fees.toString();
  }

  private static String bank(String... rows) {
    StringBuilder bank = new StringBuilder(BANK);
    for (int i = 0; i < rows.length; i++) {
      bank.append(rows[i].replaceFirst(",", ",B" + i + ",")).append('\n');
    }
    return bank.toString();
  }

  @Test
  void a_refund_that_names_the_child_is_the_one_that_was_promised() {
    checkFiles(
        """
        payer-name SF260000
        payer-name SF260001
        refund-twice SF260001 -60.00
        payer-name SF260002
        refund-missing SF260002 75.00
        """,
        fees(
            "小一班,王小明,王强,4610.00,45.00,2026-02-27,转账,已缴费,病假退伙食费",
            "小一班,李安若,周芳,4610.00,60.00,2026-02-27,转账,已缴费,病假退伙食费",
            "小一班,赵可乐,赵平,4610.00,75.00,2026-02-27,转账,已缴费,病假退伙食费"),
        bank(
            "2026-03-02 09:00:00,王强,,4610.00,转账,小一班王小明",
            "2026-03-03 09:00:00,周芳,,4610.00,转账,李安若学费",
            "2026-03-03 10:00:00,赵平,,4610.00,转账,赵可乐学费",
            "2026-03-15 10:00:00,王强,45.00,,网银转账,退王小明伙食费",
            "2026-03-15 11:00:00,周芳,60.00,,网银转账,退李安若伙食费",
            "2026-03-20 11:00:00,周芳,60.00,,网银转账,退李安若伙食费"));
  }

  @Test
  void who_names_a_child_that_has_left_or_the_other_child_pays_no_strangers_fee() {
    checkFiles(
        """
        paid-after-cancel SF260000 4610.00
        payer-name SF260001
        wrong-order SF260001 4310.00 meant SF260002
        missing-receipt SF260003 -4310.00
        """,
        fees(
            "小一班,王小明,王强,4610.00,,2026-02-27,,已退园,",
            "小一班,李安若,周芳,4610.00,,2026-02-27,转账,已缴费,",
            "大一班,李安可,周芳,4310.00,,2026-02-27,,未缴费,",
            "大一班,赵可乐,赵平,4310.00,,2026-02-27,转账,已缴费,"),
        bank(
            "2026-03-02 09:00:00,王强,,4610.00,转账,小一班王小明",
            "2026-03-03 09:00:00,周芳,,4610.00,转账,李安若学费",
            "2026-03-05 10:00:00,周芳,,4310.00,转账,李安若学费",
            "2026-03-30 10:00:00,宁州供电局,10.00,,网银转账,电费"));
  }

  private static final String PARKED =
      """
      订单编号,车牌号码,车场编号,入场时间,应收金额,支付方式,缴费时间,订单状态,备注
      P1,苏A12345,S1,2026-03-01 08:00:00,15.00,微信,2026-03-01 10:00:00,已支付,
      P2,苏BA7236,S1,2026-03-02 08:00:00,20.00,微信,,已作废,抬杆放行
      P4,苏BA7236,S1,2026-02-10 08:00:00,20.00,微信,2026-02-10 10:00:00,已支付,
      P3,浙AK5521,S1,2026-03-03 08:00:00,15.00,微信,2026-03-03 10:00:00,已支付,
      """;

  private static final String COLLECTED = "交易时间,平台流水号,渠道,交易类型,门店编号,交易金额,手续费率,手续费,交易状态,付款备注\n";

  @Test
  void a_plate_tells_whose_a_payment_is_however_it_is_written() {
    checkFiles(
        """
        payer-name P1
        duplicate-charge P1 15.00
        paid-after-cancel P2 20.00
        missing-receipt P3 -15.00
        """,
        PARKED,
        COLLECTED
            + """
            2026-03-01 09:59:40,78001,微信,消费,S1,15.00,0.38%,0.06,成功,停车费-苏A12345
            2026-03-01 10:00:10,78002,微信,消费,S1,15.00,0.38%,0.06,成功,苏A·12345
            2026-03-02 10:00:10,78003,微信,消费,S1,20.00,0.38%,0.08,成功,苏BA7236
            2026-03-09 10:00:10,78004,微信,消费,S1,20.00,0.38%,0.08,失败,苏BA7236
            """);
  }

  @Test
  void a_plate_may_stand_without_its_province() {
    checkFiles(
        """
        payer-name P1
        duplicate-charge P1 15.00
        missing-receipt P3 -15.00
        """,
        PARKED.replace("苏A12345", "皖A009HG"),
        COLLECTED
            + """
            2026-03-01 09:59:40,78001,微信,消费,S1,15.00,0.38%,0.06,成功,A009HG
            2026-03-01 10:00:10,78002,微信,消费,S1,15.00,0.38%,0.06,成功,皖A·009HG
            2026-03-09 10:00:10,78004,微信,消费,S1,20.00,0.38%,0.08,失败,苏BA7236
            """);
  }
}
