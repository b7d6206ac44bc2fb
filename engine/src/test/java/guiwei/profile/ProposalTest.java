package guiwei.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Tables with headings that nobody described to us.
class ProposalTest {
  private static void check(String table) throws IOException {
    String[] halves = table.split("->\n", -1);
    byte[] file = halves[0].getBytes(StandardCharsets.UTF_8);
    assertEquals(halves[1].strip(), String.join("\n", ReadRows.of(file)));
  }

  @Test
  void orders_with_english_headings_need_no_questions() throws IOException {
    check(
        """
        order_no,customer,store,terminal,amount,currency,created_at,status,channel,remark,refund_promised
        A1,C7,S1,T1,128.50,CNY,2026-10-01 09:30:00,paid,wechat,two cups,10.00
        A2,C8,S1,T1,99.00,CNY,2026-10-01 09:31:00,unpaid,pos,,
        ->
        ORDER PAID WECHAT CNY 2026-10-01T09:30+08:00 AMOUNT=12850 PROMISED=1000 ID=A1 STORE=S1 TERMINAL=T1 REMARK=two cups CUSTOMER=C7 CHANNEL=wechat STATE=paid CURRENCY=CNY
        ORDER OPEN POS CNY 2026-10-01T09:31+08:00 AMOUNT=9900 ID=A2 STORE=S1 TERMINAL=T1 CUSTOMER=C8 CHANNEL=pos STATE=unpaid CURRENCY=CNY
        """);
  }

  @Test
  void orders_with_a_bare_number_need_no_questions() throws IOException {
    check(
        """
        number,customer,store,terminal,amount_due,time,status,channel,remark,promised_refund
        B1,C7,S1,T1,88,2026-10-01T09:30:00+08:00,CANCELLED,alipay,,
        ->
        ORDER CANCELLED ALIPAY CNY 2026-10-01T09:30+08:00 AMOUNT=8800 ID=B1 STORE=S1 TERMINAL=T1 CUSTOMER=C7 CHANNEL=alipay STATE=CANCELLED
        """);
  }

  @Test
  void orders_with_chinese_headings_need_no_questions() throws IOException {
    check(
        """
        商户订单号,会员号,门店编号,终端号,应付金额（元）,下单时间,订单状态,支付方式,备注,应退金额
        D1,V1,M1,P1,"1,280.00",2026/10/01 09:30:00,已支付,微信支付,无糖,
        ->
        ORDER PAID WECHAT CNY 2026-10-01T09:30+08:00 AMOUNT=128000 ID=D1 STORE=M1 TERMINAL=P1 REMARK=无糖 CUSTOMER=V1 CHANNEL=微信支付 STATE=已支付
        """);
  }
}
