package guiwei.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.table.BadRow;
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
    String bill = new String(Samples.bytes("wechat-trade-all.csv"), UTF_8);
    byte[] cut = bill.substring(0, bill.indexOf("总交易单数")).getBytes(UTF_8);
    RefusedFile refused = assertThrows(RefusedFile.class, () -> Samples.read(cut));
    assertEquals(RefusedFile.Problem.TRUNCATED, refused.problem());
  }

  @Test
  void a_word_that_moves_money_and_is_not_known_is_refused_with_its_column() throws IOException {
    String bill = new String(Samples.bytes("wechat-trade-all.csv"), UTF_8);
    assertEquals(
        new BadRow("file", 612, "退款状态", "LATER", BadRow.Problem.WORD),
        Samples.read(bill.replace("`PROCESSING", "`LATER").getBytes(UTF_8)).bad().getFirst());
    assertEquals(
        new BadRow("file", 387, "交易状态", "MAYBE", BadRow.Problem.WORD),
        Samples.read(bill.replace("`JSAPI,`SUCCESS", "`JSAPI,`MAYBE").getBytes(UTF_8))
            .bad()
            .getFirst());
  }

  @Test
  void a_bill_without_its_backticks_saved_again_by_a_spreadsheet_is_the_same() throws IOException {
    String bill = new String(Samples.bytes("wechat-trade-all.csv"), UTF_8).replace("`", "");
    String saved =
        bill.replace("private description\\ text", "\"private description\\ text\"")
            .replace("申请退款总金额", "申请退款总金额" + ",".repeat(20))
            .replaceAll(
                "12.34\\s*\\z", "12.34" + ",".repeat(20) + "\r\n" + ",".repeat(26) + "\r\n");
    Samples.Outcome read = Samples.read(saved.getBytes(UTF_8));
    assertEquals(Samples.sample("wechat-trade-all.csv").rows(), read.rows());
    assertEquals(7, read.checks().size());
    assertTrue(read.foots());
  }

  @Test
  void a_payment_undone_at_the_till_is_a_void_of_its_own_payment() throws IOException {
    String bill =
        new String(Samples.bytes("wechat-trade-all.csv"), UTF_8)
            .replace("`JSAPI,`REFUND", "`MICROPAY,`REVOKED")
            .replace("`ORIGINAL,`PROCESSING", "`,`");
    String row = Samples.read(bill.getBytes(UTF_8)).rows().getLast();
    assertTrue(row.startsWith("VOID DONE -12.34/-12.00"), row);
    assertTrue(row.contains("ID=provider-refund1") && row.contains("ORIGINAL=tx1"), row);
    String bare =
        bill.replace("`provider-refund1,`refund1,`12.00", "`0,`0,`0.00")
            .replace("`0.00,`12.34,`\r\n", "`12.34,`0.00,`\r\n");
    row = Samples.read(bare.getBytes(UTF_8)).rows().getLast();
    assertTrue(row.startsWith("VOID DONE -12.34/0.00"), row);
    assertTrue(row.contains("ID=tx1") && row.contains("ORIGINAL=tx1"), row);
  }

  @Test
  void another_currency_of_two_decimals_is_kept_and_any_other_refused() throws IOException {
    String bill = new String(Samples.bytes("wechat-trade-all.csv"), UTF_8);
    String row = Samples.read(bill.replace("`CNY", "`HKD").getBytes(UTF_8)).rows().getFirst();
    assertTrue(row.startsWith("PAYMENT DONE 12.34/12.00 HKD"), row);
    for (String code : List.of("JPY", "XQQ", "")) {
      BadRow bad = Samples.read(bill.replace("`CNY", "`" + code).getBytes(UTF_8)).bad().getFirst();
      assertEquals("货币种类", bad.column());
    }
  }

  @Test
  void a_near_miss_says_which_column_is_missing() {
    String bill = new String(Samples.bytes("wechat-trade-all.csv"), UTF_8);
    byte[] near = bill.replace("微信订单号,", "订单编号,").getBytes(UTF_8);
    RefusedFile refused = assertThrows(RefusedFile.class, () -> Samples.read(near));
    assertTrue(refused.detail().contains("微信订单号"), refused.detail());
  }
}
