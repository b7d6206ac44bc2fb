package guiwei.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.table.BadRow;
import guiwei.table.Encoding;
import guiwei.table.RefusedFile;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlipayBusinessTest {
  private static final String UTF8 = new String(Samples.bytes("alipay-business-utf8.csv"), UTF_8);

  @Test
  void both_encodings_give_the_same_lines_and_foot() throws IOException {
    Samples.Outcome utf8 = Samples.sample("alipay-business-utf8.csv");
    Samples.Outcome gbk = Samples.sample("alipay-business-gbk.csv");
    assertEquals("alipay-business", gbk.layout());
    assertEquals(utf8.rows(), gbk.rows());
    assertEquals(10, gbk.rows().size());
    assertEquals(
        List.of(
            "交易合计笔数 6",
            "交易合计商家实收 0.06",
            "交易合计商家优惠 0.00",
            "退款合计笔数 4",
            "退款合计商家实收退款 -0.04",
            "退款合计商家优惠退款 0.00"),
        gbk.checks().stream().map(check -> check.what() + " " + check.declared()).toList());
    assertTrue(gbk.foots(), gbk.differences()::toString);
    assertTrue(utf8.foots());
  }

  @Test
  void a_refund_goes_by_its_request_number_and_names_its_payment() throws IOException {
    Samples.Outcome bill = Samples.sample("alipay-business-gbk.csv");
    assertEquals(
        "REFUND DONE -0.01/-0.01 CNY 2019-09-16T02:56:48Z fee=0.00000 ID=re_test_1568602607356"
            + " REFERENCE=service_1568601259302 REFUND_REFERENCE=re_test_1568602607356"
            + " ORIGINAL=2019091622001450000015315453 ACCOUNT=2088000000000156"
            + " STORE=alipay_store PAYER=*某(100***@example.com) REMARK=下单测试 GOODS=下单测试"
            + " TYPE=退款",
        bill.rows().get(1));
  }

  @Test
  void a_refund_written_without_a_sign_is_still_a_refund() throws IOException {
    Samples.Outcome bill = Samples.read(UTF8.replace("-0.01", "0.01").getBytes(UTF_8));
    assertEquals(Samples.sample("alipay-business-gbk.csv").rows(), bill.rows());
    assertTrue(bill.foots());
  }

  @Test
  void a_missing_row_does_not_foot() throws IOException {
    int row = UTF8.indexOf("2019091622001465870515233238");
    String cut = UTF8.substring(0, row) + UTF8.substring(UTF8.indexOf('\n', row) + 1);
    assertEquals(
        List.of("交易合计笔数 6 is not 5", "交易合计商家实收 0.06 is not 0.05"),
        Samples.read(cut.getBytes(UTF_8)).differences());
  }

  @Test
  void a_bill_without_its_last_lines_is_truncated() {
    byte[] cut = UTF8.substring(0, UTF8.indexOf("#交易合计")).getBytes(UTF_8);
    assertEquals(
        RefusedFile.Problem.TRUNCATED,
        assertThrows(RefusedFile.class, () -> Samples.read(cut)).problem());
  }

  @Test
  void a_kind_of_business_that_is_not_known_is_refused_with_its_row() throws IOException {
    Samples.Outcome bill = Samples.read(UTF8.replaceFirst(",交易\t", ",赔付\t").getBytes(UTF_8));
    assertEquals(BadRow.Problem.WORD, bill.bad().getFirst().problem());
  }

  @Test
  void a_near_miss_says_which_columns_are_missing() {
    byte[] near = UTF8.replace(",订单金额（元）", ",金额").getBytes(UTF_8);
    RefusedFile refused = assertThrows(RefusedFile.class, () -> Samples.read(near));
    assertTrue(refused.detail().contains("订单金额(元)"), refused.detail());
  }

  @Test
  void the_sheet_of_totals_beside_the_bill_is_known_and_has_no_lines() throws IOException {
    byte[] sheet =
        "#支付宝业务汇总查询\n#账号：[2088000000000156]\n门店编号,门店名称,交易订单总笔数\n,合计,6\n".getBytes(Encoding.GB18030);
    assertEquals("alipay-summary", Samples.read(sheet).layout());
    assertTrue(Samples.read(sheet).rows().isEmpty());
  }
}
