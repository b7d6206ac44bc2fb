package guiwei.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.table.BadRow;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class WechatOverseasTest {
  private static final String HEADER =
      "交易时间,公众账号ID,商户号,子商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,"
          + "充值券币种,充值券金额,优惠券币种,优惠券金额,微信退款单号,商户退款单号,退款类型,退款状态,商品名称,"
          + "商户数据包,手续费,费率,标价币种,订单金额(标价币种),用户支付币种,用户支付金额,结算币种,应结订单金额,"
          + "支付汇率,退款汇率,申请退款金额,用户退款币种,用户退款金额,退款结算币种,退款应结订单金额,"
          + "充值券退款金额,优惠券退款金额\n";

  private static Samples.Outcome bill(String... rows) throws IOException {
    String file = HEADER;
    for (String row : rows) {
      file += "`" + row.replace(",", ",`") + "\r\n";
    }
    return Samples.read((file + "总交易单数\r\n`" + rows.length + "\r\n").getBytes(UTF_8));
  }

  private static String row(String id, String state, String refund, String money) {
    return "2026-03-01 08:00:00,wx1,1900000001,0,,"
        + id
        + ",SO1,openid1,JSAPI,"
        + state
        + ",OTHERS,,0.00,,0.00,"
        + refund
        + ",tea,,0.12,0.60%,"
        + money
        + ",0.00,0.00";
  }

  @Test
  void each_row_is_in_the_currency_it_was_priced_in() throws IOException {
    Samples.Outcome day =
        bill(
            row("4200001", "SUCCESS", "0,0,,", "HKD,20.00,CNY,18.40,HKD,20.00,0.92,,0,,,,"),
            row("4200002", "SUCCESS", "0,0,,", "JPY,1280,CNY,64.00,HKD,66.10,0.05,,0,,,,"),
            row(
                "4200001",
                "REFUND",
                "5030001,R1,ORIGINAL,SUCCESS",
                "HKD,0.00,CNY,0.00,HKD,0.00,0.92,0.92,5.00,CNY,4.60,HKD,5.00"));
    assertEquals("wechat-trade-overseas", day.layout());
    assertEquals(List.of(), day.bad());
    assertEquals(
        List.of(
            "PAYMENT DONE 20.00/20.00 HKD 2026-03-01T00:00:00Z fee=0.12000 ID=4200001",
            "PAYMENT DONE 1280 JPY 2026-03-01T00:00:00Z ID=4200002",
            "REFUND DONE -5.00/-5.00 HKD 2026-03-01T00:00:00Z fee=0.12000 ID=5030001"),
        day.rows().stream().map(line -> line.replaceAll(" REFERENCE=.*", "")).toList());
    assertTrue(day.foots(), day.differences()::toString);
  }

  @Test
  void a_currency_that_does_not_exist_is_refused() throws IOException {
    Samples.Outcome day =
        bill(row("4200001", "SUCCESS", "0,0,,", "XQQ,20.00,CNY,18.40,HKD,20.00,0.92,,0,,,,"));
    assertEquals(BadRow.Problem.WORD, day.bad().getFirst().problem());
  }
}
