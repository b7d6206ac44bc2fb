package guiwei.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.table.RefusedFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlipayAccountTest {
  private static final String HEAD =
      """
      #支付宝账务明细查询
      #账号：[20880000000000010156]
      #起始日期：[2026年01月05日 00:00:00]   终止日期：[2026年01月06日 00:00:00]
      #-----------------------------------------账务明细列表----------------------------------------
      """;
  private static final String OLD =
      "账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）," + "账户余额（元）,交易渠道,业务类型,备注\n";
  private static final String ROWS =
      """
      9001\t,2026010522001\t,SO1\t,tea\t,2026-01-05 10:00:00,某人 (138****0000)\t,268.00,0.00,1268.00,支付宝,在线支付,
      9002\t,2026010522001\t,SO1\t,tea\t,2026-01-05 10:00:00,\t,0.00,-1.61,1266.39,支付宝,收费,服务费[2026010522001]
      9003\t,2026010522001\t,SO1\t,tea\t,2026-01-05 11:00:00,某人\t,0.00,68.00,1198.39,支付宝,交易退款,
      9004\t,2026010522001\t,SO1\t,tea\t,2026-01-05 11:00:00,\t,0.41,0.00,1198.80,支付宝,收费,退费
      9005\t,2026010522777\t,\t,\t,2026-01-05 22:00:00,\t,,-1000.00,198.80,支付宝,提现,
      9006\t,2026010522888\t,\t,\t,2026-01-05 23:00:00,李某\t,50.00,,248.80,支付宝,转账,货款
      """;
  private static final String FOOT =
      """
      #-----------------------------------------账务明细列表结束------------------------------------
      #支出合计：3笔，共1069.61元
      #收入合计：3笔，共318.41元
      #导出时间：[2026年01月06日 03:00:00]
      """;
  private static final Charset GBK = Charset.forName("GBK");

  private static List<String> kinds(Samples.Outcome bill) {
    return bill.rows().stream()
        .map(row -> row.replaceAll("(\\w+) DONE (\\S+) .*", "$1 $2"))
        .toList();
  }

  private static final List<String> EXPECTED =
      List.of(
          "PAYMENT 268.00",
          "FEE -1.61",
          "REFUND -68.00",
          "FEE_BACK 0.41",
          "PAYOUT -1000.00",
          "PAYMENT 50.00");

  @Test
  void income_and_expense_become_one_signed_amount() throws IOException {
    Samples.Outcome bill = Samples.read((HEAD + OLD + ROWS + FOOT).getBytes(GBK));
    assertEquals("alipay-account", bill.layout());
    assertEquals(List.of(), bill.bad());
    assertEquals(EXPECTED, kinds(bill));
    assertEquals(
        "FEE DONE -1.61 CNY 2026-01-05T02:00:00Z balance=1266.39 ID=2026010522001 REFERENCE=SO1"
            + " ORIGINAL=2026010522001 ACCOUNT=2088000000000001 TRACE=9002 BANK=支付宝"
            + " REMARK=服务费[2026010522001] GOODS=tea TYPE=收费",
        bill.rows().get(1));
    assertTrue(bill.foots(), bill.differences()::toString);
    assertEquals(4, bill.checks().size());
  }

  @Test
  void the_newer_order_of_columns_with_an_empty_first_one_gives_the_same() throws IOException {
    StringBuilder newer = new StringBuilder("#支付宝账务明细查询,,,,,\n#账号：[2088],,,,,\n");
    newer.append(",账务流水号,业务流水号,发生时间,收入（+元）,支出（-元）,账户余额(元),业务类型,业务描述\n");
    for (String row : ROWS.strip().split("\n", -1)) {
      String[] cell = row.split(",", -1);
      newer.append(
          String.join(
              ",",
              "",
              cell[0],
              cell[1],
              cell[4],
              cell[6],
              cell[7],
              cell[8],
              cell[10],
              "0010001|交易收款-交易收款\n"));
    }
    newer.append(",#支出合计：3笔，共1069.61元,,,,,,,\n,#收入合计：3笔，共318.41元,,,,,,,\n");
    newer.append(",#导出时间：[2026年01月06日 03:00:00],,,,,,,\n");
    Samples.Outcome bill = Samples.read(newer.toString().getBytes(UTF_8));
    assertEquals(EXPECTED, kinds(bill));
    assertTrue(bill.foots(), bill.differences()::toString);
    assertEquals(4, bill.checks().size());
  }

  @Test
  void a_missing_row_does_not_foot() throws IOException {
    String rows = ROWS.substring(ROWS.indexOf('\n') + 1);
    Samples.Outcome bill = Samples.read((HEAD + OLD + rows + FOOT).getBytes(GBK));
    assertEquals(List.of("收入合计笔数 3 is not 2", "收入合计 318.41 is not 50.41"), bill.differences());
  }

  @Test
  void a_bill_that_breaks_off_is_truncated() {
    byte[] cut = (HEAD + OLD + ROWS).getBytes(GBK);
    assertEquals(
        RefusedFile.Problem.TRUNCATED,
        assertThrows(RefusedFile.class, () -> Samples.read(cut)).problem());
  }

  @Test
  void an_empty_day_is_not_an_error() throws IOException {
    String foot = FOOT.replaceAll("3笔，共[\\d.]+元", "0笔，共0.00元");
    Samples.Outcome bill = Samples.read((HEAD + OLD + foot).getBytes(GBK));
    assertTrue(bill.rows().isEmpty());
    assertTrue(bill.foots());
  }
}
