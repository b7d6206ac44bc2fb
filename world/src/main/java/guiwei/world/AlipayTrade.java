package guiwei.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// Alipay's business bill: GBK in a zip with GBK names, `#` lines above and below.
final class AlipayTrade implements DayFile {
  private static final String HEAD =
      "支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,"
          + "商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,"
          + "商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注\r\n";

  private final Folder folder;
  private final Setting setting;
  private final People people;
  private @Nullable Sheet open;
  private @Nullable ZipOutputStream zip;
  private long payments;
  private long received;
  private long discounts;
  private long refunds;
  private long refunded;
  private long fees;

  AlipayTrade(Folder folder, Setting setting, People people) {
    this.folder = folder;
    this.setting = setting;
    this.people = people;
  }

  @Override
  public void open(LocalDate day) {
    payments = 0;
    received = 0;
    discounts = 0;
    refunds = 0;
    refunded = 0;
    fees = 0;
    if (setting.isLean()) {
      open = folder.gbk("business-" + day + ".csv");
    } else {
      ZipOutputStream archive = folder.zip(stem(day) + ".zip");
      Folder.entry(archive, stem(day) + "_业务明细.csv", day);
      zip = archive;
      open = new Sheet(archive, Folder.GBK);
    }
    head(sheet(), "#支付宝业务明细查询\r\n", day);
    sheet()
        .text(
            "#-----------------------------------------业务明细列表----------------------------------------\r\n");
    sheet().text(HEAD);
  }

  private static String stem(LocalDate day) {
    return Merchant.ALIPAY_ACCOUNT + "0156_" + Clock.compact(day);
  }

  static void head(Sheet sheet, String title, LocalDate day) {
    sheet.text(title).text("#账号：[").text(Merchant.ALIPAY_ACCOUNT).text("]\r\n#起始日期：[");
    sheet.text(Clock.chinese(day)).text(" 00:00:00]   终止日期：[");
    sheet.text(Clock.chinese(day.plusDays(1))).text(" 00:00:00]\r\n");
  }

  @Override
  public void line(Line line) {
    Sheet sheet = sheet();
    boolean back = line.doing == Doing.REFUND;
    Line paid = back && line.original != null ? line.original : line;
    count(line, back);
    sheet.text(paid.id()).text("\t,").text(line.reference).text("\t,").text(back ? "退款" : "交易");
    sheet.text("\t,").text(goods(line)).mark(',').time(paid.at - 6).mark(',').time(line.at);
    sheet.mark(',').text(line.store.id()).text("\t,").text(line.store.name()).text("\t,\t,");
    sheet.text(line.till == null || line.quote == Quote.NONE ? "" : line.till.id).text("\t,");
    sheet.text(people.alipayMask(line.payer)).text("\t,");
    long sign = back ? -1 : 1;
    sheet.yuan(sign * line.amount).mark(',').yuan(sign * line.settled());
    // The merchant's own discount: what the order came to, less than that received.
    sheet.text(",0.00,0.00,0.00,").yuan(sign * line.coupon).text(",0.00,\t,0.00,0.00\t,");
    sheet.text(line.refundNumber).text("\t,").yuan(-line.fee).text(",0.00,").text(note(line));
    sheet.text("\r\n");
  }

  private void count(Line line, boolean back) {
    fees += line.fee;
    if (back) {
      refunds++;
      refunded += line.amount;
    } else {
      payments++;
      received += line.settled();
      discounts += line.coupon;
    }
  }

  private String goods(Line line) {
    if (line.quote == Quote.IN_GOODS && !line.named.isEmpty()) {
      return "订单" + line.named.getFirst().number();
    }
    return line.store.name() + "-消费";
  }

  private static String note(Line line) {
    boolean attached = line.quote == Quote.ATTACHED && !line.named.isEmpty();
    return attached ? line.named.getFirst().number() : "";
  }

  @Override
  public void shut(LocalDate day) {
    Sheet sheet = sheet();
    sheet.text(
        "#-----------------------------------------业务明细列表结束------------------------------------\r\n");
    sheet.text("#交易合计：").number(payments).text("笔，商家实收共").yuan(received);
    sheet.text("元，商家优惠共").yuan(discounts).text("元\r\n#退款合计：").number(refunds);
    sheet.text("笔，商家实收退款共").yuan(-refunded).text("元，商家优惠退款共0.00元\r\n");
    exported(sheet, day);
    ZipOutputStream archive = zip;
    if (archive == null) {
      sheet.close();
      return;
    }
    sheet.flush();
    try {
      archive.closeEntry();
      summary(archive, day);
      archive.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void exported(Sheet sheet, LocalDate day) {
    sheet.text("#导出时间：[").text(Clock.chinese(day.plusDays(1))).text(" 04:12:07]\r\n");
  }

  private void summary(ZipOutputStream archive, LocalDate day) throws IOException {
    Folder.entry(archive, stem(day) + "_业务明细(汇总).csv", day);
    Sheet sheet = new Sheet(archive, Folder.GBK);
    head(sheet, "#支付宝业务汇总查询\r\n", day);
    sheet.text(
        "#-----------------------------------------业务汇总列表----------------------------------------\r\n");
    sheet.text(
        "门店编号,门店名称,交易订单总笔数,退款订单总笔数,订单金额（元）,商家实收（元）,支付宝优惠（元）,商家优惠（元）,卡消费金额（元）,服务费（元）,分润（元）,实收净额（元）\r\n");
    sheet.text("合计\t,\t,").number(payments).mark(',').number(refunds).mark(',');
    sheet.yuan(received + discounts - refunded).mark(',').yuan(received - refunded);
    sheet.text(",0.00,").yuan(discounts).text(",0.00,").yuan(-fees).text(",0.00,");
    sheet.yuan(received - refunded - fees).text("\r\n");
    sheet.text(
        "#-----------------------------------------业务汇总列表结束------------------------------------\r\n");
    exported(sheet, day);
    sheet.flush();
    archive.closeEntry();
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
