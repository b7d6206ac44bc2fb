package guiwei.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.table.BadRow;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class WechatFundTest {
  private static final String HEADER =
      "记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,备注,业务凭证号\n";

  private static Samples.Outcome bill(String rows, String summary) throws IOException {
    StringBuilder file = new StringBuilder(HEADER);
    for (String row : rows.strip().split("\n", -1)) {
      file.append('`').append(row.strip().replace(",", ",`")).append('\n');
    }
    file.append("资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额\n`").append(summary.replace(",", ",`"));
    return Samples.read(file.toString().getBytes(UTF_8));
  }

  @Test
  void a_bill_cut_short_says_what_differs() throws IOException {
    Samples.Outcome cut = Samples.sample("wechat-fund-truncated.csv");
    assertEquals("wechat-fund", cut.layout());
    assertEquals(
        List.of(
            "资金流水总笔数 20 is not 1",
            "收入笔数 17 is not 0",
            "收入金额 0.35 is not 0.00",
            "支出笔数 3 is not 1",
            "支出金额 0.18 is not 0.02"),
        cut.differences());
  }

  @Test
  void a_bill_without_its_income_row_does_not_foot() throws IOException {
    Samples.Outcome cut = Samples.sample("wechat-fund-does-not-foot.csv");
    assertEquals(
        List.of("资金流水总笔数 3 is not 2", "收入笔数 1 is not 0", "收入金额 0.01 is not 0.00"),
        cut.differences());
    assertEquals(
        "REFUND DONE -0.01 CNY 2021-02-01T05:54:01Z balance=0.22"
            + " ID=50300806962021020105978994968 REFUND_REFERENCE=S20210201135356381941"
            + " TRACE=4200000920202101197964319284 REMARK=退款总金额0.01元;含手续费0.00元 TYPE=退款",
        cut.rows().getFirst());
  }

  @Test
  void the_direction_carries_the_sign_and_the_business_the_kind() throws IOException {
    Samples.Outcome day =
        bill(
            """
            2026-01-05 09:00:00,4200001,7001,交易,交易,收入,100.00,100.00,system,,SO1
            2026-01-05 09:00:01,4200001,7002,扣除交易手续费,交易结算扣除手续费,支出,0.60,99.40,system,,SO1
            2026-01-05 10:00:00,5030001,7003,退款,退款,支出,50.00,49.40,1900000001API,,R1
            2026-01-05 10:00:01,5030001,7004,退还手续费,退还手续费,收入,0.30,49.70,system,,R1
            2026-01-05 11:00:00,5030001,7005,退款关闭,退款关闭,收入,50.00,99.70,system,,R1
            2026-01-05 23:00:00,7000001,7006,提现,提现,支出,99.70,0.00,system,,
            2026-01-05 23:30:00,7000002,7007,商家转账,转账,支出,0.00,0.00,system,,
            """,
            "7,3,150.30,4.0,150.30");
    assertEquals(
        List.of(
            "PAYMENT 100.00",
            "FEE -0.60",
            "REFUND -50.00",
            "FEE_BACK 0.30",
            "OTHER 50.00",
            "PAYOUT -99.70",
            "TRANSFER 0.00"),
        day.rows().stream().map(row -> row.replaceAll("(\\w+) DONE (\\S+) .*", "$1 $2")).toList());
    assertTrue(day.foots(), day.differences()::toString);
  }

  @Test
  void a_balance_that_does_not_follow_from_the_row_before_is_told() throws IOException {
    Samples.Outcome day =
        bill(
            """
            2026-01-05 09:00:00,4200001,7001,交易,交易,收入,100.00,100.00,system,,SO1
            2026-01-05 09:00:05,4200002,7002,交易,交易,收入,20.00,120.01,system,,SO2
            2026-01-05 09:00:09,4200003,7003,交易,交易,收入,20.00,140.01,system,,SO3
            """,
            "3,3,140.00,0,0.00");
    assertEquals(List.of("账户结余 120.01 is not 120.00"), day.differences());
  }

  @Test
  void a_row_that_goes_neither_in_nor_out_is_refused() throws IOException {
    Samples.Outcome day =
        bill(
            "2026-01-05 09:00:00,4200001,7001,交易,交易,冻结,100.00,100.00,system,,SO1",
            "1,1,100.00,0,0.00");
    assertEquals(BadRow.Problem.WORD, day.bad().getFirst().problem());
  }
}
