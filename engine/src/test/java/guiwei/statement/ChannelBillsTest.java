package guiwei.statement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.money.Decimals;
import guiwei.table.DelimitedReader;
import guiwei.table.Footing;
import guiwei.table.Reading;
import guiwei.table.RefusedFile;
import guiwei.table.Tally;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What must hold for every bill of a channel, whatever stands in it.
class ChannelBillsTest {
  private static final Charset GBK = Charset.forName("GBK");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wechat-trade-all.csv",
        "wechat-trade-all-bom.csv",
        "wechat-trade-empty-day.csv",
        "wechat-trade-legacy-24-columns.csv",
        "alipay-business-gbk.csv",
        "alipay-business-utf8.csv",
        "../channels/wechat-fund-day.csv",
        "../channels/alipay-account-day.csv"
      })
  void a_bill_that_breaks_off_anywhere_is_never_taken_for_whole(String name) throws IOException {
    byte[] file = Samples.bytes(name);
    List<String> rows = Objects.requireNonNull(accepted(file)).rows();
    for (int length = 0; length < file.length; length += file.length > 2000 ? 7 : 1) {
      int cut = length;
      Samples.Outcome outcome = accepted(Arrays.copyOf(file, length));
      if (outcome != null) {
        assertEquals(rows, outcome.rows(), () -> name + " cut at " + cut);
      }
    }
  }

  /// What a reader would take for a whole file, or null.
  private static Samples.@org.jspecify.annotations.Nullable Outcome accepted(byte[] file)
      throws IOException {
    try {
      Samples.Outcome outcome = Samples.read(file);
      return outcome.foots() && outcome.bad().isEmpty() ? outcome : null;
    } catch (RefusedFile refused) {
      return null;
    }
  }

  @Property(tries = 300)
  void changed_bytes_are_refused_or_read_and_never_a_crash(
      @ForAll("samples") String name,
      @ForAll @IntRange(max = 4000) int place,
      @ForAll byte value,
      @ForAll byte more)
      throws IOException {
    byte[] file = Samples.bytes(name);
    file[place % file.length] = value;
    file[place * 31 % file.length] = more;
    accepted(file);
  }

  @Provide
  Arbitrary<String> samples() {
    return Arbitraries.of(
        "wechat-trade-all.csv",
        "wechat-trade-refund-does-not-foot.csv",
        "wechat-trade-legacy-24-columns.csv",
        "../channels/wechat-fund-day.csv",
        "../channels/alipay-account-day.csv",
        "alipay-business-gbk.csv");
  }

  /// One line of a trade bill; amounts in fen, the fee in thousandths of a fen.
  record Line(boolean refund, long order, long coupon, long feeMilli, String goods) {
    String text(int number) {
      String common =
          "2026-01-0%d 0%d:00:00,wx1,1900000001,%s,,%s,SO%d,openid,JSAPI,%s,OTHERS,CNY,"
              .formatted(
                  1 + number % 9,
                  number % 10,
                  number % 2 == 0 ? "0" : "1600000009",
                  "42" + number,
                  number,
                  refund ? "REFUND" : "SUCCESS");
      String money = Decimals.text(order - coupon, 2);
      String fee = Decimals.text(refund ? -feeMilli : feeMilli, 5);
      String own =
          refund
              ? "0.00,0.00,50%d,R%d,%s,0.00,ORIGINAL,SUCCESS".formatted(number, number, money)
              : "%s,%s,0,0,0.00,0.00,,".formatted(money, Decimals.text(coupon, 2));
      String end = refund ? "0.00," + Decimals.text(order, 2) : Decimals.text(order, 2) + ",0.00";
      return "`"
          + (common + own + "," + goods + ",," + fee + ",0.60%," + end + ",").replace(",", ",`");
    }

    String expected() {
      long sign = refund ? -1 : 1;
      return "%s %s/%s fee=%s"
          .formatted(
              refund ? "REFUND" : "PAYMENT",
              Decimals.text(sign * order, 2),
              Decimals.text(sign * (order - coupon), 2),
              Decimals.text(sign * feeMilli, 5));
    }
  }

  @Provide
  Arbitrary<List<Line>> lines() {
    Arbitrary<Long> order = Arbitraries.longs().between(1, 99_999_999);
    Arbitrary<String> goods = Arbitraries.strings().withChars("茶饼a1 \\`\"'=+|#：").ofMaxLength(8);
    return Combinators.combine(Arbitraries.of(true, false), order, order, order, goods)
        .as(
            (refund, a, b, fee, text) ->
                new Line(refund, Math.max(a, b), Math.min(a, b) - 1, fee, text))
        .list()
        .ofMaxSize(12);
  }

  private static String bill(List<Line> lines) {
    StringBuilder bill =
        new StringBuilder(
            "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,"
                + "货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,"
                + "商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注\r\n");
    long[] sums = new long[5];
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      bill.append(line.text(i)).append("\r\n");
      int side = line.refund ? 1 : 0;
      sums[side] += line.order - line.coupon;
      sums[2 + side] += line.order;
      sums[4] += line.refund ? -line.feeMilli : line.feeMilli;
    }
    return bill.append("总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额\r\n")
        .append(
            "`%d,`%s,`%s,`0.00,`%s,`%s,`%s"
                .formatted(
                    lines.size(),
                    Decimals.text(sums[0], 2),
                    Decimals.text(sums[1], 2),
                    Decimals.text(sums[4], 5),
                    Decimals.text(sums[2], 2),
                    Decimals.text(sums[3], 2)))
        .toString();
  }

  @Property(tries = 200)
  void a_trade_bill_reads_back_as_it_was_written(
      @ForAll("lines") List<Line> lines, @ForAll boolean gbk) throws IOException {
    Samples.Outcome outcome = Samples.read(bill(lines).getBytes(gbk ? GBK : UTF_8));
    assertEquals(List.of(), outcome.bad());
    assertEquals(
        lines.stream().map(Line::expected).toList(),
        outcome.rows().stream()
            .map(row -> row.replaceAll("(\\w+) DONE (\\S+) CNY \\S+ (fee=\\S+) .*", "$1 $2 $3"))
            .toList());
    assertTrue(outcome.foots(), outcome.differences()::toString);
    assertEquals(7, outcome.checks().size());
  }

  @Property(tries = 100)
  void a_trade_bill_read_in_pieces_is_the_same_bill(
      @ForAll("lines") List<Line> lines,
      @ForAll @IntRange(max = 12) int first,
      @ForAll @IntRange(max = 12) int second)
      throws IOException {
    byte[] bytes = bill(lines).getBytes(UTF_8);
    Reading.Cut cut = (Reading.Cut) Objects.requireNonNull(new WechatTrade().recognise(bytes));
    List<Long> starts = starts(bytes, cut.plan().dataStart(), lines.size());
    Path path = Files.createTempFile("bill", ".csv");
    try (FileChannel channel = FileChannel.open(Files.write(path, bytes))) {
      Samples.Lines kept = new Samples.Lines();
      Tally tally = new Tally();
      long a = starts.get(Math.min(Math.min(first, second), lines.size()));
      long b = starts.get(Math.min(Math.max(first, second), lines.size()));
      tally.append(
          new DelimitedReader(cut.plan(), 0, "f", kept)
              .read(channel, starts.getFirst(), a)
              .tally());
      tally.append(new DelimitedReader(cut.plan(), 0, "f", kept).read(channel, a, b).tally());
      DelimitedReader last =
          new DelimitedReader(cut.plan(), 0, "f", kept).read(channel, b, bytes.length);
      tally.append(last.tally());
      assertEquals(Samples.read(bytes).rows(), kept.rows);
      assertTrue(
          cut.footing().check(tally, last.footer()).stream().allMatch(Footing.Check::agrees));
    } finally {
      Files.delete(path);
    }
  }

  /// Where each row begins, and where the footer does.
  private static List<Long> starts(byte[] bytes, long dataStart, int rows) {
    List<Long> starts = new ArrayList<>(List.of(dataStart));
    for (int i = (int) dataStart; starts.size() <= rows; i++) {
      if (bytes[i] == '\n') {
        starts.add(i + 1L);
      }
    }
    return starts;
  }
}
