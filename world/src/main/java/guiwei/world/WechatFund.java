package guiwei.world;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// WeChat Pay's fund bill: every movement of the merchant's account there, with its balance.
final class WechatFund implements DayFile {
  private final Folder folder;
  private final boolean wide;
  private @Nullable Sheet open;
  private long balance = 1_000_000;
  private long serial;
  private long incomes;
  private long income;
  private long expenses;
  private long expense;

  WechatFund(Folder folder, Setting setting) {
    this.folder = folder;
    wide = setting.seed() % 4 < 2;
  }

  @Override
  public void open(LocalDate day) {
    open = folder.utf8("fund-" + day + ".csv");
    String amounts = wide ? "收支金额（元）,账户结余（元）" : "收支金额(元),账户结余(元)";
    sheet().text("记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,").text(amounts);
    sheet().text(",资金变更提交申请人,备注,业务凭证号\r\n");
    incomes = 0;
    income = 0;
    expenses = 0;
    expense = 0;
  }

  @Override
  public void line(Line line) {
    if (line.pending || !"CNY".equals(line.currency)) {
      return;
    }
    if (line.doing == Doing.PAYOUT) {
      move(line, "提现", -line.declared, "结算款");
    } else if (line.doing.sign < 0) {
      String note = "退款总金额" + Sheets.yuan(line.amount) + "元;含手续费" + Sheets.yuan(-line.fee) + "元";
      move(line, "退款", -line.amount, note);
      fee(line, "退还手续费");
    } else {
      move(line, "交易", line.settled(), "");
      fee(line, "交易结算扣除手续费");
    }
  }

  private void fee(Line line, String name) {
    if (line.feeTaken() != 0) {
      move(line, name, -line.feeTaken(), "");
    }
  }

  private void move(Line line, String name, long amount, String note) {
    balance += amount;
    if (amount > 0) {
      incomes++;
      income += amount;
    } else {
      expenses++;
      expense -= amount;
    }
    serial++;
    boolean trade = line.doing != Doing.PAYOUT;
    Sheet sheet =
        sheet().mark('`').time(line.at).text(",`").text(trade ? line.id() : "15" + line.id());
    sheet.text(",`").text(Merchant.WECHAT_MERCHANT).text(Clock.compact(Clock.date(line.at)));
    sheet.number(1_000_000_000L + serial * 7_919 % 1_000_000_000L).text(",`").text(name).text(",`");
    sheet.text(name).text(amount > 0 ? ",`收入,`" : ",`支出,`").yuan(Math.abs(amount)).text(",`");
    sheet.yuan(balance).text(",`").text(trade ? "system" : Merchant.WECHAT_MERCHANT).text(",`");
    sheet
        .text(note)
        .text(",`")
        .text(line.refundNumber.isEmpty() ? line.reference : line.refundNumber);
    sheet.text("\r\n");
  }

  @Override
  public void shut(LocalDate day) {
    sheet().text("资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额\r\n`").number(incomes + expenses);
    sheet().text(".0,`").number(incomes).text(".0,`").yuan(income).text(",`").number(expenses);
    sheet().text(".0,`").yuan(expense).text("\r\n").close();
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
