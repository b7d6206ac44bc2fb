package guiwei.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import guiwei.decision.BadDecision;
import guiwei.decision.Decisions;
import guiwei.outcome.Discrepancy;
import guiwei.outcome.MatchSink;
import guiwei.outcome.Progress;
import guiwei.outcome.Result;
import guiwei.outcome.Settings;
import guiwei.profile.Profiles;
import guiwei.source.Source;
import guiwei.statement.Formats;
import guiwei.table.Layout;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A small language for the rules: orders and WeChat lines in the trade's own words, and what must
/// come of them. The story is written into files of the real layouts and read back by the product.
///
/// ```text
/// order   A1 100.00 paid c=C1 s=S1 +0s
/// wechat  A1 100.00 u=openid1 +40s
/// order   A2 80.00 ch=bank c=C2 f=company +1d
/// refund  A1 50.00 +1d
/// credit  A1 100.00 id=W1 +40s
/// debit   退款 50.00 id=R2 +1d
/// bank    - -50.00 n=payee w=words +2d
/// list    A1 100.00 way=支付宝 fee=0.38 +1d
/// store   S1 0
/// till    sale 100.00 i=T1 k=card ref=number +2d
/// spoiled A1 100.00 fee=0.60 +40s
/// decide  together W1 A1
/// ->
/// match     A1
/// duplicate A1 100.00
/// ```
final class Story {
  private static final LocalDateTime START = LocalDateTime.of(2026, 3, 2, 10, 0);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final String BILL =
      "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,"
          + "应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,"
          + "手续费,费率,订单金额,申请退款金额,费率备注\r\n";

  private static final String TILL = "terminal,trace,time,amount,type,card,original_trace,\n";

  private final List<String> orders = new ArrayList<>();
  private final List<String> bill = new ArrayList<>();
  private final List<String> spoiled = new ArrayList<>();
  private final List<String> credits = new ArrayList<>();
  private final List<String> bank = new ArrayList<>();
  private final List<String> till = new ArrayList<>();
  private final List<String> list = new ArrayList<>();
  private final List<String> stores = new ArrayList<>();
  private final StringBuilder decisions = new StringBuilder("decision,receipts,orders\n");
  private long paidMinor;
  private long backMinor;
  private long feeMinor;
  private long creditedMinor;
  private long debitedMinor;
  private int debits;
  private boolean referenced;

  /// Holds a story against its outcome: what stands after the arrow, in any order.
  static void check(String text) {
    List<String> parts = List.of(text.strip().split("(?m)^->$", -1));
    List<String> expected = tidy(parts.get(1));
    assertEquals(expected, of(parts.get(0)).outcome(false), text);
    assertEquals(expected, of(parts.get(0)).outcome(true), "with all rows the other way round");
  }

  /// Runs a story of which only this is asked: it comes to an end, and to the same one whichever
  /// way round the rows stand.
  static void checkSound(String text) {
    try {
      assertEquals(of(text).outcome(false), of(text).outcome(true), text);
    } catch (RuntimeException failed) {
      throw new IllegalStateException(text, failed);
    }
  }

  /// Holds files of any layout against what must come of them.
  static void checkFiles(String expected, String... files) {
    List<Source> sources = new ArrayList<>();
    for (String file : files) {
      sources.add(new Memory("file " + sources.size(), file));
    }
    assertEquals(tidy(expected), run(sources, Decisions.NONE));
    assertEquals(tidy(expected), run(sources.reversed(), Decisions.NONE), "the other way round");
  }

  private static List<String> tidy(String lines) {
    return lines
        .lines()
        .map(l -> l.strip().replaceAll("\\s+", " "))
        .filter(l -> !l.isEmpty())
        .sorted()
        .toList();
  }

  private static Story of(String text) {
    Story story = new Story();
    for (String line : tidyInOrder(text)) {
      story.add(List.of(line.split(" ")));
    }
    // a later line keeps everything above from being too young to judge
    story.add(List.of("order", "LAST", "1.00", "paid", "+40d"));
    if (story.bill.isEmpty() && !story.credits.isEmpty()) {
      story.add(List.of("credit", "LAST", "1.00", "id=CLAST", "+40d"));
    } else {
      story.add(List.of("wechat", "LAST", "1.00", "u=last", "+40d"));
    }
    return story;
  }

  private static List<String> tidyInOrder(String lines) {
    return lines
        .lines()
        .map(l -> l.strip().replaceAll("\\s+", " "))
        .filter(l -> !l.isEmpty())
        .toList();
  }

  private void add(List<String> words) {
    if (words.get(0).equals("decide")) {
      String orders = words.size() > 3 ? words.get(3) : "";
      String receipts = words.get(2).equals("-") ? "" : words.get(2);
      decisions.append(String.join(",", words.get(1), receipts, orders)).append('\n');
      return;
    }
    String number = words.get(1);
    String amount = words.get(2);
    String time = TIME.format(START.plus(offset(words)));
    switch (words.get(0)) {
      case "order" ->
          orders.add(
              String.join(
                  ",",
                  number,
                  word(words, "c=", ""),
                  word(words, "s=", "S1"),
                  word(words, "t=", ""),
                  amount,
                  words.contains("timeless") ? "" : time,
                  state(words),
                  word(words, "ch=", "wechat"),
                  word(words, "r=", ""),
                  word(words, "promised=", ""),
                  word(words, "off=", ""),
                  word(words, "got=", ""),
                  word(words, "in=", "CNY"),
                  word(words, "paid=", ""),
                  word(words, "f=", "")));
      case "wechat" -> {
        bill.add(payment(words, "W" + (bill.size() + 1), number, amount, time));
        paidMinor += minor(amount);
        feeMinor += minor(word(words, "fee=", "0.00"));
      }
      case "spoiled" -> spoiled.add(payment(words, "X" + spoiled.size(), number, amount, time));
      case "refund" -> back(words, number, amount, time);
      case "credit" -> credit(words, number, amount, time);
      case "debit" -> debit(words, number, amount, time);
      case "bank" -> transfer(words, amount, time);
      case "till" -> till.add(journal(words, amount, time));
      case "store" -> stores.add(number + ",shop " + number + "\n");
      case "list" -> list.add(acquired(words, number, amount, time));
      default -> throw new IllegalArgumentException("no such word: " + words);
    }
  }

  private String payment(List<String> words, String id, String number, String amount, String time) {
    return line(
        time,
        "wx0",
        word(words, "m=", "1900000001"),
        word(words, "sub=", "0"),
        word(words, "d=", ""),
        id,
        number.equals("-") ? "" : number,
        word(words, "u=", "u" + bill.size()),
        "JSAPI",
        "SUCCESS",
        "OTHERS",
        word(words, "in=", "CNY"),
        amount,
        "0.00",
        "0",
        "0",
        "0.00",
        "0.00",
        "",
        "",
        "goods",
        word(words, "a=", ""),
        word(words, "fee=", "0.00"),
        word(words, "fee=", "").isEmpty() ? "0.00%" : "",
        amount,
        "0.00",
        "");
  }

  private void back(List<String> words, String number, String amount, String time) {
    backMinor += minor(amount);
    String id = "R" + (bill.size() + 1);
    bill.add(
        line(
            time,
            "wx0",
            "1900000001",
            "0",
            "",
            word(words, "of=", "W0"),
            number,
            "u",
            "JSAPI",
            "REFUND",
            "OTHERS",
            "CNY",
            "0.00",
            "0.00",
            id,
            word(words, "key=", "K" + id),
            amount,
            "0.00",
            "ORIGINAL",
            "SUCCESS",
            "goods",
            "",
            "0.00",
            "0.00%",
            "0.00",
            amount,
            ""));
  }

  private void credit(List<String> words, String number, String amount, String time) {
    creditedMinor += minor(amount);
    String id = word(words, "id=", "W0");
    credits.add(
        line(
            time,
            id,
            "F" + id,
            "交易",
            "交易",
            "收入",
            amount,
            text(creditedMinor - debitedMinor),
            "system",
            "",
            number));
  }

  /// Money out of the account at the channel: its type stands for the number.
  private void debit(List<String> words, String type, String amount, String time) {
    debitedMinor += minor(amount);
    debits++;
    String id = word(words, "id=", "W0");
    credits.add(
        line(
            time,
            id,
            "D" + id,
            type,
            type,
            "支出",
            amount,
            text(creditedMinor - debitedMinor),
            "system",
            "",
            "K" + id));
  }

  private void transfer(List<String> words, String amount, String time) {
    boolean out = amount.startsWith("-");
    bank.add(
        String.join(
                ",",
                time,
                "B" + (bank.size() + 1),
                word(words, "n=", ""),
                out ? amount.substring(1) : "",
                out ? "" : amount,
                word(words, "w=", ""),
                "")
            + "\n");
  }

  /// A row of an acquirer's list of payments by several channels.
  private String acquired(List<String> words, String number, String amount, String time) {
    String fee = word(words, "fee=", "0.00");
    return String.join(
            ",",
            "P" + (list.size() + 1),
            number,
            time,
            "消费",
            amount,
            fee,
            text(minor(amount) - minor(fee)),
            word(words, "way=", "微信"),
            "1680005")
        + "\n";
  }

  private String journal(List<String> words, String amount, String time) {
    String trace = "%06d".formatted(till.size() + 1);
    String reference = word(words, "ref=", "");
    referenced |= !reference.isEmpty();
    return String.join(
            ",",
            word(words, "i=", "T1"),
            trace,
            time,
            amount,
            words.get(1),
            word(words, "k=", ""),
            word(words, "undoes=", ""),
            reference)
        + "\n";
  }

  private static String line(String... fields) {
    return "`" + String.join(",`", fields) + "\r\n";
  }

  private static Duration offset(List<String> words) {
    String last = words.getLast();
    if (!last.startsWith("+")) {
      return Duration.ZERO;
    }
    long count = Long.parseLong(last.substring(1, last.length() - 1));
    return switch (last.charAt(last.length() - 1)) {
      case 'd' -> Duration.ofDays(count);
      case 'm' -> Duration.ofMinutes(count);
      default -> Duration.ofSeconds(count);
    };
  }

  private static String state(List<String> words) {
    for (String word : words) {
      if (List.of("paid", "open", "cancelled", "part_paid", "refunded").contains(word)) {
        return word;
      }
    }
    return "paid";
  }

  private static String word(List<String> words, String key, String otherwise) {
    return words.stream()
        .filter(w -> w.startsWith(key))
        .map(w -> w.substring(key.length()))
        .findFirst()
        .orElse(otherwise);
  }

  private static long minor(String amount) {
    return guiwei.money.Decimals.parse(amount, 2);
  }

  private static String text(long minor) {
    return guiwei.money.Decimals.text(minor, 2);
  }

  private List<String> outcome(boolean reversed) {
    List<String> orderRows = reversed ? orders.reversed() : orders;
    List<String> billRows = reversed ? bill.reversed() : bill;
    boolean firms = orders.stream().anyMatch(row -> !row.endsWith(","));
    String orderFile =
        (firms
                ? "订单编号,客户编号,门店编号,终端号,应付金额,下单时间,订单状态,支付方式,备注,应退金额,抹零金额,实收金额,币种,支付流水号,客户单位\n"
                : "order_no,customer,store,terminal,amount_due,created_at,status,channel,remark,promised_refund,discount_amount,paid_amount,currency,payment_no,\n")
            + String.join("\n", orderRows)
            + "\n";
    String billFile =
        BILL
            + String.join("", billRows)
            + "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额\r\n"
            + "`%d,`%s,`%s,`0.00,`%s,`%s,`%s\r\n"
                .formatted(
                    bill.size(),
                    text(paidMinor),
                    text(backMinor),
                    text(feeMinor),
                    text(paidMinor),
                    text(backMinor));
    List<Source> sources = new ArrayList<>();
    sources.add(new Memory("orders", orderFile));
    if (!bill.isEmpty()) {
      sources.add(new Memory("bill", billFile));
    }
    if (!spoiled.isEmpty()) {
      sources.add(new Memory("spoiled", BILL + String.join("", spoiled) + "总交易单数\r\n`0\r\n"));
    }
    if (!credits.isEmpty()) {
      sources.add(new Memory("funds", funds(reversed ? credits.reversed() : credits)));
    }
    table(sources, "stores", "门店编号,门店名称\n", stores, reversed);
    table(sources, "list", "平台订单号,商户订单号,交易时间,交易类型,交易金额,手续费,结算金额,支付方式,商户号\n", list, reversed);
    table(sources, "bank", "交易时间,交易流水号,对方户名,借方发生额,贷方发生额,摘要,附言\n", bank, reversed);
    String slips = referenced ? "终端编号,凭证号,交易时间,交易金额,交易类型,卡号,,参考号\n" : TILL;
    table(sources, "till", slips, till, reversed);
    return run(reversed ? sources.reversed() : sources, decisions());
  }

  private static void table(
      List<Source> sources, String name, String head, List<String> rows, boolean reversed) {
    if (!rows.isEmpty()) {
      sources.add(new Memory(name, head + String.join("", reversed ? rows.reversed() : rows)));
    }
  }

  private String funds(List<String> rows) {
    return "记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),资金变更提交申请人,"
        + "备注,业务凭证号\r\n"
        + String.join("", rows)
        + "资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额\r\n"
        + "`%d,`%d,`%s,`%d,`%s\r\n"
            .formatted(
                rows.size(), rows.size() - debits, text(creditedMinor), debits, text(debitedMinor));
  }

  private Decisions decisions() {
    try {
      return Decisions.of("d.csv", decisions.toString().getBytes(StandardCharsets.UTF_8));
    } catch (BadDecision bad) {
      throw new IllegalArgumentException(bad);
    }
  }

  private static List<String> run(List<Source> sources, Decisions decisions) {
    List<Layout> layouts = new ArrayList<>(Formats.builtIn());
    layouts.addAll(Profiles.shipped().layouts());
    Settings settings = Settings.standard().withThreads(2).withDecisions(decisions);
    List<String> told = new ArrayList<>();
    Result result =
        new Reconcile(settings, layouts, Progress.SILENT).run(sources, new Collected(told));
    result
        .files()
        .forEach(f -> assertEquals(!f.name().equals("spoiled"), f.detail().isEmpty(), f.detail()));
    for (Discrepancy d : result.discrepancies()) {
      told.add(
          (d.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')
                  + " "
                  + String.join("+", d.orders())
                  + " "
                  + text(d.amountMinor())
                  + (d.meantOrders().isEmpty()
                      ? ""
                      : " meant " + String.join("+", d.meantOrders())))
              .replace("  ", " "));
    }
    told.remove("match LAST");
    return told.stream().sorted().toList();
  }

  /// Reconciles files of which none may be refused.
  static Result run(List<Source> sources) {
    List<Layout> layouts = new ArrayList<>(Formats.builtIn());
    layouts.addAll(Profiles.shipped().layouts());
    Settings settings = Settings.standard().withThreads(1);
    Result result =
        new Reconcile(settings, layouts, Progress.SILENT)
            .run(sources, new Collected(new ArrayList<>()));
    result.files().forEach(file -> assertEquals("", file.detail(), file.name()));
    return result;
  }

  /// A file that lies in memory.
  record Memory(String name, String text) implements Source {
    @Override
    public InputStream open() {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<Path> plain() {
      return Optional.empty();
    }

    @Override
    public long size() {
      return text.getBytes(StandardCharsets.UTF_8).length;
    }
  }

  /// Matches as lines of text: `match A1+A2`.
  private record Collected(List<String> told) implements MatchSink {
    @Override
    public Part part(int number) {
      return new Part() {
        private final List<String> orders = new ArrayList<>();

        @Override
        public void group(byte[] bytes, int from, int to) {}

        @Override
        public void receipt(byte[] bytes, int from, int to) {}

        @Override
        public void order(byte[] bytes, int from, int to) {
          orders.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
        }

        @Override
        public void end(String rule, String answer, long amountMinor, int currency) {
          String rest = answer.equals("unique") ? "" : " " + answer;
          synchronized (told) {
            told.add(
                ((rule.equals("order-number") ? "match " : rule + " ")
                        + String.join("+", orders)
                        + rest)
                    .strip());
          }
          orders.clear();
        }

        @Override
        public void close() {}
      };
    }
  }
}
