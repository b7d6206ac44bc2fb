package guiwei.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.table.RefusedFile;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WechatTradeTest {
  @ParameterizedTest
  @ValueSource(strings = {"wechat-trade-all.csv", "wechat-trade-all-bom.csv"})
  void a_payment_and_its_refund_are_two_lines_that_foot(String name) throws IOException {
    Samples.Outcome all = Samples.sample(name);
    assertEquals("wechat-trade", all.layout());
    assertEquals(
        List.of(
            "PAYMENT DONE 12.34/12.00 CNY 2026-01-01T16:00:00Z fee=0.07000 ID=tx1 REFERENCE=pay1"
                + " ACCOUNT=1900000001 PAYER=private-openid BANK=OTHERS"
                + " REMARK=private attachment GOODS=private description\\ text"
                + " TYPE=JSAPI STATE=SUCCESS",
            "REFUND PENDING -12.34/-12.00 CNY 2026-01-02T15:59:59Z fee=-0.07000"
                + " ID=provider-refund1 REFERENCE=pay1 REFUND_REFERENCE=refund1 ORIGINAL=tx1"
                + " ACCOUNT=1900000001 PAYER=private-openid BANK=OTHERS"
                + " REMARK=private attachment GOODS=private description\\ text"
                + " TYPE=JSAPI STATE=PROCESSING"),
        all.rows());
    assertTrue(all.bad().isEmpty());
    assertEquals(7, all.checks().size());
    assertTrue(all.foots(), all.differences()::toString);
  }

  @Test
  void an_empty_day_is_not_an_error() throws IOException {
    Samples.Outcome empty = Samples.sample("wechat-trade-empty-day.csv");
    assertTrue(empty.rows().isEmpty());
    assertTrue(empty.foots());
  }

  @ParameterizedTest
  @CsvSource({"all, 48", "success, 31", "refund, 4"})
  void a_bill_with_fewer_rows_than_it_declares_does_not_foot(String layout, String rows)
      throws IOException {
    Samples.Outcome cut = Samples.sample("wechat-trade-" + layout + "-does-not-foot.csv");
    assertEquals("wechat-trade", cut.layout());
    assertEquals(1, cut.rows().size());
    assertFalse(cut.foots());
    assertTrue(cut.differences().contains("总交易单数 " + rows + " is not 1"));
  }

  @Test
  void the_layout_before_2019_is_read_with_its_full_width_colons() throws IOException {
    Samples.Outcome old = Samples.sample("wechat-trade-legacy-24-columns.csv");
    assertEquals(2, old.rows().size());
    assertTrue(
        old.rows().getFirst().startsWith("PAYMENT DONE 0.01/0.01 CNY 2014-11-10T08:33:45Z"),
        old.rows()::toString);
    assertTrue(old.foots(), old.differences()::toString);
  }

  @Test
  void a_bill_without_its_summary_is_truncated() {
    String bill =
        new String(Samples.bytes("wechat-trade-all.csv"), java.nio.charset.StandardCharsets.UTF_8);
    byte[] cut =
        bill.substring(0, bill.indexOf("总交易单数")).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    RefusedFile refused = assertThrows(RefusedFile.class, () -> Samples.read(cut));
    assertEquals(RefusedFile.Problem.TRUNCATED, refused.problem());
  }

  @Test
  void a_near_miss_says_which_column_is_missing() {
    String bill =
        new String(Samples.bytes("wechat-trade-all.csv"), java.nio.charset.StandardCharsets.UTF_8);
    byte[] near = bill.replace("微信订单号,", "订单编号,").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    RefusedFile refused = assertThrows(RefusedFile.class, () -> Samples.read(near));
    assertTrue(refused.detail().contains("微信订单号"), refused.detail());
  }
}
