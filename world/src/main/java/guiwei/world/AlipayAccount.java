package guiwei.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// Alipay's account bill: the payment and its fee are two rows of one business number.
final class AlipayAccount implements DayFile {
  private static final String RULE = "#-----------------------------------------账务明细列表";

  private final Folder folder;
  private final People people;
  private @Nullable Sheet open;
  private @Nullable ZipOutputStream zip;
  private long balance = 2_000_000;
  private long serial;
  private long incomes;
  private long income;
  private long expenses;
  private long expense;

  AlipayAccount(Folder folder, People people) {
    this.folder = folder;
    this.people = people;
  }

  @Override
  public void open(LocalDate day) {
    String stem = Merchant.ALIPAY_ACCOUNT + "0156_" + Clock.compact(day);
    ZipOutputStream archive = folder.zip(stem + "_账务.zip");
    Folder.entry(archive, stem + "_账务明细.csv", day);
    zip = archive;
    Sheet sheet = new Sheet(archive, Folder.GBK);
    open = sheet;
    AlipayTrade.head(sheet, "#支付宝账务明细查询\r\n", day);
    sheet.text(RULE).text("----------------------------------------\r\n");
    sheet.text("账务流水号,业务流水号,商户订单号,商品名称,发生时间,对方账号,收入金额（+元）,支出金额（-元）,账户余额（元）,交易渠道,业务类型,备注\r\n");
    incomes = 0;
    income = 0;
    expenses = 0;
    expense = 0;
  }

  @Override
  public void line(Line line) {
    if (line.doing == Doing.PAYOUT) {
      move(line, line.id(), "提现", -line.declared);
    } else if (line.doing == Doing.REFUND) {
      Line paid = line.original;
      String id = paid == null ? line.id() : paid.id();
      move(line, id, "退款", -line.amount);
      fee(line, id, "退费");
    } else {
      move(line, line.id(), "在线支付", line.settled());
      fee(line, line.id(), "收费");
    }
  }

  private void fee(Line line, String id, String type) {
    if (line.feeTaken() != 0) {
      move(line, id, type, -line.feeTaken());
    }
  }

  private void move(Line line, String business, String type, long amount) {
    balance += amount;
    serial++;
    boolean in = amount > 0;
    if (in) {
      incomes++;
      income += amount;
    } else {
      expenses++;
      expense -= amount;
    }
    boolean trade = line.doing != Doing.PAYOUT;
    Sheet sheet = sheet().number(402_000_000_000L + serial * 7_919 % 99_999_989).text("\t,");
    sheet.text(business).text("\t,").text(line.reference).text("\t,").text(trade ? "消费" : "");
    sheet.text("\t,").time(line.at).mark(',');
    sheet.text(trade ? people.alipayMask(line.payer) : "").text("\t,");
    if (in) {
      sheet.yuan(amount).text(",0.00,");
    } else {
      sheet.text("0.00,").yuan(amount).mark(',');
    }
    sheet.yuan(balance).text(",支付宝,").text(type).mark(',').text(line.refundNumber).text("\r\n");
  }

  @Override
  public void shut(LocalDate day) {
    Sheet sheet = sheet();
    sheet.text(RULE).text("结束------------------------------------\r\n#支出合计：").number(expenses);
    sheet.text("笔，共").yuan(-expense).text("元\r\n#收入合计：").number(incomes).text("笔，共");
    sheet.yuan(income).text("元\r\n");
    AlipayTrade.exported(sheet, day);
    sheet.flush();
    try {
      if (zip != null) {
        zip.closeEntry();
        zip.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
