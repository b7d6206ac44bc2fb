package guiwei.world;

import java.time.LocalDate;

/// A Chinese bank's export of one account: a balance on every row.
final class BankCsv implements DayFile {
  private static final String HEAD = "交易日期,交易时间,收入金额,支出金额,账户余额,币种,对方户名,对方账号,对方行名,摘要,附言,交易流水号\r\n";
  private static final String OTHER_HEAD = "流水号,记账时间,借贷标志,发生额,余额,对方名称,对方账户,用途,摘要\r\n";
  private final Sheet sheet;
  private final BankWords words;
  private final boolean otherWords;
  private long balance;

  BankCsv(Folder folder, Setting setting, BankBook book, BankWords words) {
    this.words = words;
    balance = book.opening();
    String name = "account-" + book.number().substring(15) + ".csv";
    sheet = setting.isLean() ? folder.utf8(name) : folder.gbk(name);
    if (!setting.isLean()) {
      LocalDate last = setting.firstDay().plusDays(setting.days() - 1);
      sheet.text("账号：").text(book.number()).text(",户名：").text(book.owner()).text(",币种：人民币\r\n");
      sheet.text("起始日期：").text(Clock.compact(setting.firstDay()));
      sheet.text(",终止日期：").text(Clock.compact(last)).text("\r\n");
    }
    otherWords = setting.otherWords();
    sheet.text(otherWords ? OTHER_HEAD : HEAD);
  }

  @Override
  public void open(LocalDate day) {}

  @Override
  public void line(Line line) {
    boolean in = line.doing.sign > 0;
    balance += line.doing.sign * line.amount;
    if (otherWords) {
      other(line, in);
      return;
    }
    sheet.date(line.at).mark(',').clock(line.at).mark(',');
    if (in) {
      sheet.yuan(line.amount).mark(',');
    } else {
      sheet.mark(',').yuan(line.amount);
    }
    sheet.mark(',').yuan(balance).text(",CNY,").text(words.otherName(line)).mark(',');
    sheet.text(words.otherAccount(line)).mark(',').text(words.otherBank(line)).mark(',');
    sheet.text(BankWords.digest(line.doing)).mark(',').text(words.remark(line)).mark(',');
    sheet.text(line.id()).text("\r\n");
  }

  /// One amount, its side in a word.
  private void other(Line line, boolean in) {
    sheet.text(line.id()).mark(',').text(Clock.compact(Clock.date(line.at))).mark(' ');
    sheet.text(Clock.hhmmss(line.at)).mark(',').text(in ? "贷" : "借").mark(',').yuan(line.amount);
    sheet.mark(',').yuan(balance).mark(',').text(words.otherName(line)).mark(',');
    sheet.text(words.otherAccount(line)).mark(',').text(words.remark(line)).mark(',');
    sheet.text(BankWords.digest(line.doing)).text("\r\n");
  }

  @Override
  public void shut(LocalDate day) {}

  @Override
  public void close() {
    sheet.close();
  }
}
