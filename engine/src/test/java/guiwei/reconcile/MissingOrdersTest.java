package guiwei.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import guiwei.outcome.Kind;
import guiwei.outcome.Result;
import guiwei.outcome.Unordered;
import guiwei.source.Source;
import guiwei.table.Channel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Two shops, `S1` and `S2`, each with ten payments by terminal a day for six days; on the third
/// day a stranger pays at each. What was paid on the last day may find its order tomorrow anyway.
class MissingOrdersTest {
  private static final int DAYS = 6;
  private static final int PAYMENTS = 10;

  @Test
  void with_all_orders_the_strangers_alone_are_told() {
    Result result = run(true, DAYS);
    assertEquals(List.of(), result.unordered());
    assertEquals(2, result.discrepancies().size());
  }

  @Test
  void the_orders_of_one_shop_left_out_make_no_strangers_of_its_customers() {
    Result result = run(false, DAYS);
    int receipts = (DAYS - 1) * PAYMENTS;
    long minor = receipts * 31_00L + 99_00;
    assertEquals(List.of(told(1, DAYS - 1, receipts + 1, minor)), result.unordered());
    assertEquals(1, result.discrepancies().size());
    assertEquals(Kind.UNIDENTIFIED, result.discrepancies().getFirst().kind());
  }

  @Test
  void neither_does_a_list_that_breaks_off() {
    Result result = run(true, 4);
    assertEquals(List.of(told(5, 5, PAYMENTS, PAYMENTS * 31_00L)), result.unordered());
    assertEquals(2, result.discrepancies().size());
  }

  private static Unordered told(int first, int last, long receipts, long minor) {
    return new Unordered(
        Channel.POS,
        "",
        List.of("S2"),
        "CNY",
        LocalDate.of(2026, 3, first),
        LocalDate.of(2026, 3, last),
        receipts,
        minor);
  }

  /// @param both whether the orders of the second shop are there at all
  /// @param lastDay of the orders of the second shop
  private static Result run(boolean both, int lastDay) {
    StringBuilder orders = new StringBuilder("订单号,门店,下单时间,应付金额,订单状态,支付方式\n");
    StringBuilder journal = new StringBuilder("终端编号,门店,凭证号,交易时间,交易金额,交易类型,商户订单号\n");
    int slip = 0;
    for (int day = 1; day <= DAYS; day++) {
      for (int i = 0; i < PAYMENTS; i++) {
        for (int shop = 1; shop <= 2; shop++) {
          String number = "SO2603%02d%d%03d".formatted(day, shop, i);
          String minute = "2026-03-%02d %02d:%02d".formatted(day, 9 + i, 10 * shop);
          if (shop == 1 || (both && day <= lastDay)) {
            orders.append("%s,S%d,%s:00,31.00,已支付,刷卡\n".formatted(number, shop, minute));
          }
          journal.append(
              "T%d,S%d,%06d,%s:40,31.00,消费,%s\n".formatted(shop, shop, ++slip, minute, number));
        }
      }
    }
    for (int shop = 1; shop <= 2; shop++) {
      journal.append("T%d,S%d,%06d,2026-03-03 20:10:00,99.00,消费,\n".formatted(shop, shop, ++slip));
    }
    List<Source> sources = new ArrayList<>();
    sources.add(new Story.Memory("orders", orders.toString()));
    sources.add(new Story.Memory("journal", journal.toString()));
    return Story.run(sources);
  }
}
