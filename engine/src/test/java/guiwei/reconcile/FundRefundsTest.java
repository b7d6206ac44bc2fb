package guiwei.reconcile;

import static guiwei.reconcile.Story.checkFiles;

import org.junit.jupiter.api.Test;

/// Refunds of which only the fund bill tells: net of the fee that comes back, under a number that
/// the shop made of the order's.
class FundRefundsTest {
  private static final String ORDERS =
      """
      报名编号,应交学费,报名时间,缴费状态,缴费方式,应退学费
      BM260900101,4000.00,2026-09-01 09:00:00,已退学,微信,1000.00
      BM260900102,3000.00,2026-09-01 10:00:00,已退学,微信,1000.00
      BM260900103,2000.00,2026-09-01 11:00:00,已退学,微信,500.00
      BM260900104,1000.00,2026-09-01 12:00:00,已缴清,微信,
      BM260900199,10.00,2026-09-29 12:00:00,待缴费,微信,
      """;

  private static String line(
      String day,
      String id,
      String kind,
      String direction,
      String amount,
      String remark,
      String no) {
    return "`2026-09-%s 13:00:00,`%s,`9%s%s,`%s,`%s,`%s,`%s,`0.00,`system,`%s,`%s\n"
        .formatted(day, id, id, kind.length(), kind, kind, direction, amount, remark, no);
  }

  private static String back(String day, String id, String net, String all, String fee, String no) {
    return line(day, id, "退款", "支出", net, "退款总金额%s元;含手续费%s元".formatted(all, fee), no);
  }

  private static String funds(String more) {
    return "记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),资金变更提交申请人,备注,业务凭证号\n"
        + (line("01", "4200001", "交易", "收入", "4000.00", "结算给商户", "BM260900101")
                + line("01", "4200002", "交易", "收入", "3000.00", "结算给商户", "BM260900102")
                + line("01", "4200003", "交易", "收入", "2000.00", "结算给商户", "BM260900103")
                + line("01", "4200004", "交易", "收入", "1000.00", "结算给商户", "BM260900104")
                + line("01", "4200005", "交易", "收入", "1000.00", "结算给商户", "BM260900104-2")
                + more)
            .replace("`0.00,", "")
        + "资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额\n`10,`6,`11010.00,`4,`3976.00\n";
  }

  @Test
  void a_refund_is_known_by_its_own_number_and_counts_as_what_the_payer_got_back() {
    checkFiles(
        """
        match BM260900101
        match BM260900102
        match BM260900103
        match BM260900104
        refund-twice BM260900102 -1000.00
        match BM260900199
        refund-missing BM260900103 500.00
        """,
        ORDERS,
        funds(
            back("04", "5030001", "994.00", "1000.00", "6.00", "TKBM2609001011")
                + back("05", "5030002", "994.00", "1000.00", "6.00", "BM260900102T1")
                + back("06", "5030003", "994.00", "1000.00", "6.00", "BM260900102T2")
                + back("06", "5030004", "994.00", "1000.00", "6.00", "BM260900104-2T1")
                + line("29", "4200009", "交易", "收入", "10.00", "结算给商户", "BM260900199")));
  }
}
