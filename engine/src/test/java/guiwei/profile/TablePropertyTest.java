package guiwei.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// The same orders, whatever their headings, their order, separator and encoding.
class TablePropertyTest {
  private static final String[][] HEADINGS = {
    {"order_no", "订单号", "Order Number", "商户订单号", "orderId", "merchant_order_no"},
    {"amount_due", "应付金额", "Order Total", "订单金额（元）", "payableAmount", "amount"},
    {"created_at", "下单时间", "Order Time", "order_date", "orderedAt", "订单时间"},
    {"store_id", "门店编号", "Shop", "shopCode", "门店", "branch_no"},
    {"status", "订单状态", "Order Status", "state", "payment_status", "状态"},
    {"pay_channel", "支付方式", "Payment Method", "channel", "支付渠道", "payType"},
  };
  private static final String[][] ROWS = {
    {"A1001", "12.50", "2026-10-01 09:30:00", "S1", "paid", "wechat"},
    {"A1002", "99.00", "2026-10-01 09:31:00", "S2", "open", "alipay"},
    {"A1003", "\"1,280.00\"", "2026-10-02 10:00:00", "S1", "cancelled", "bank"},
  };
  private static final char[] SEPARATORS = {',', '\t', ';', '|'};
  private static final List<Charset> CHARSETS =
      List.of(
          java.nio.charset.StandardCharsets.UTF_8,
          Charset.forName("GB18030"),
          java.nio.charset.StandardCharsets.UTF_16LE);

  @Property(tries = 60)
  void the_same_rows_come_out(
      @ForAll long seed,
      @ForAll @IntRange(max = 3) int separator,
      @ForAll @IntRange(max = 2) int set)
      throws IOException {
    Random random = new Random(seed);
    List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
    Collections.shuffle(order, random);
    StringBuilder file = new StringBuilder(set == 2 ? "\ufeff" : "");
    String cut = String.valueOf(SEPARATORS[separator]);
    List<String> cells = new ArrayList<>();
    for (int column : order) {
      cells.add(HEADINGS[column][random.nextInt(HEADINGS[column].length)]);
    }
    file.append(String.join(cut, cells)).append(random.nextBoolean() ? "\r\n" : "\n");
    for (String[] row : ROWS) {
      file.append(String.join(cut, order.stream().map(column -> row[column]).toList()))
          .append('\n');
    }
    List<String> rows = ReadRows.of(file.toString().getBytes(CHARSETS.get(set)));
    assertEquals(
        List.of(
            "ORDER PAID WECHAT CNY 2026-10-01T09:30+08:00 AMOUNT=1250 ID=A1001 STORE=S1 CHANNEL=wechat STATE=paid",
            "ORDER OPEN ALIPAY CNY 2026-10-01T09:31+08:00 AMOUNT=9900 ID=A1002 STORE=S2 CHANNEL=alipay STATE=open",
            "ORDER CANCELLED BANK CNY 2026-10-02T10:00+08:00 AMOUNT=128000 ID=A1003 STORE=S1 CHANNEL=bank STATE=cancelled"),
        rows,
        cells + " " + SEPARATORS[separator]);
  }
}
