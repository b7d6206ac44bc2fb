package guiwei.world;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// WeChat Pay's trade bill ALL: 27 columns, a backtick before every value, a summary below.
final class WechatTrade implements DayFile {
  private static final String HEAD =
      "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,"
          + "代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,"
          + "订单金额,申请退款金额,费率备注\r\n";
  private static final String SUMMARY = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额\r\n";
  private static final String APP = "wx7f31c09a52be4d18";
  private static final String[] BANKS = {
    "OTHERS", "CMB_DEBIT", "ICBC_DEBIT", "CCB_CREDIT", "ABC_DEBIT", "BOC_DEBIT"
  };

  private final Folder folder;
  private final Setting setting;
  private final People people;
  private @Nullable Sheet open;
  private long count;
  private long settled;
  private long refunded;
  private long fees;
  private long ordered;

  WechatTrade(Folder folder, Setting setting, People people) {
    this.folder = folder;
    this.setting = setting;
    this.people = people;
  }

  @Override
  public void open(LocalDate day) {
    String name = "trade-" + day + ".csv";
    boolean packed = !setting.isLean() && day.getDayOfMonth() % 4 == 0;
    Sheet sheet = packed ? folder.packed(name) : folder.utf8(name);
    if (!setting.isLean() && setting.seed() % 3 == 0) {
      sheet.text("\uFEFF");
    }
    sheet.text(HEAD);
    open = sheet;
    count = 0;
    settled = 0;
    refunded = 0;
    fees = 0;
    ordered = 0;
  }

  @Override
  public void line(Line line) {
    Sheet sheet = sheet();
    boolean back = line.doing != Doing.PAYMENT;
    Line paid = back && line.original != null ? line.original : line;
    count++;
    fees += line.fee;
    sheet.mark('`').time(line.at);
    put(sheet, APP);
    put(sheet, Merchant.WECHAT_MERCHANT);
    put(sheet, line.store.wechat());
    put(sheet, line.till == null || line.quote == Quote.NONE ? "" : line.till.id);
    put(sheet, paid.id());
    put(sheet, line.reference);
    put(sheet, people.openid(line.payer, line.instrument));
    put(sheet, line.store.isOnline() ? "JSAPI" : line.quote.isNumbered() ? "MICROPAY" : "NATIVE");
    put(sheet, back ? line.doing == Doing.VOID ? "REVOKED" : "REFUND" : "SUCCESS");
    put(sheet, BANKS[Math.floorMod(line.payer + line.instrument, BANKS.length)]);
    put(sheet, line.currency);
    if (back) {
      refund(sheet, line);
    } else {
      payment(sheet, line);
    }
    sheet.text(",`\r\n");
  }

  private void payment(Sheet sheet, Line line) {
    settled += line.settled();
    ordered += line.amount;
    sheet.text(",`").yuan(line.settled()).text(",`").yuan(line.coupon);
    sheet.text(",`0,`0,`0.00,`0.00,`,`");
    goods(sheet, line);
    sheet.text(",`").yuan(line.amount).text(",`0.00");
  }

  private void refund(Sheet sheet, Line line) {
    refunded += line.amount;
    sheet.text(",`0.00,`0.00");
    put(sheet, line.id());
    put(sheet, line.refundNumber);
    sheet.text(",`").yuan(line.amount).text(",`0.00,`ORIGINAL");
    put(sheet, line.pending ? "PROCESSING" : "SUCCESS");
    goods(sheet, line);
    sheet.text(",`0.00,`").yuan(line.amount);
  }

  private void goods(Sheet sheet, Line line) {
    boolean quotes = !line.named.isEmpty();
    String goods = line.store.name() + "-消费";
    put(
        sheet,
        quotes && line.quote == Quote.IN_GOODS ? "订单" + line.named.getFirst().number() : goods);
    put(sheet, quotes && line.quote == Quote.ATTACHED ? line.named.getFirst().number() : "");
    sheet.text(",`").yuan(line.fee).text("000");
    put(sheet, Merchant.percent(Way.WECHAT));
  }

  private static void put(Sheet sheet, String value) {
    sheet.text(",`").text(value);
  }

  @Override
  public void shut(LocalDate day) {
    Sheet sheet = sheet();
    sheet.text(SUMMARY).mark('`').number(count).text(",`").yuan(settled).text(",`").yuan(refunded);
    sheet.text(",`0.00,`").yuan(fees).text(",`").yuan(ordered).text(",`").yuan(refunded);
    sheet.text("\r\n").close();
    open = null;
  }

  private Sheet sheet() {
    if (open == null) {
      throw new IllegalStateException("no day is open");
    }
    return open;
  }

  @Override
  public void close() {}
}
