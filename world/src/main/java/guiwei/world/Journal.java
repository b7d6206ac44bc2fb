package guiwei.world;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the card terminals printed that day: no order numbers, each till's own clock.
final class Journal implements DayFile {
  private final Folder folder;
  private final Setting setting;
  private final People people;
  private @Nullable Sheet open;

  Journal(Folder folder, Setting setting, People people) {
    this.folder = folder;
    this.setting = setting;
    this.people = people;
  }

  @Override
  public void open(LocalDate day) {
    open = folder.utf8("journal-" + day + ".csv");
    sheet()
        .text(
            setting.otherWords()
                ? "TID,STAN,Txn Date,Txn Time,Txn Type,Amount (cents),PAN,Original STAN\r\n"
                : setting.isChinese()
                    ? "终端号,凭证号,交易时间,交易类型,交易金额,卡号,批次号,原凭证号\n"
                    : "terminal,trace,time,type,amount,card,batch,original\n");
  }

  /// Now and then a terminal sends a slip twice: the same row again.
  @Override
  public void line(Line line) {
    row(line);
    if (!setting.isLean() && line.trace % 700 == 0) {
      row(line);
    }
  }

  private void row(Line line) {
    if (setting.otherWords()) {
      other(line);
    } else {
      plain(line);
    }
  }

  /// Day and clock apart, whole minor units.
  private void other(Line line) {
    String original = line.original == null ? "" : trace(line.original);
    sheet().text(till(line).id).mark(',').text(trace(line)).mark(',');
    sheet().text(Clock.compact(Clock.date(shown(line)))).mark(',').text(Clock.hhmmss(shown(line)));
    sheet().mark(',').text(foreign(line.doing)).mark(',').number(line.amount).mark(',');
    sheet().text(people.card(line.payer, line.instrument)).mark(',').text(original).text("\r\n");
  }

  private static String foreign(Doing doing) {
    return switch (doing) {
      case PAYMENT -> "Sale";
      case REFUND -> "Refund";
      case VOID -> "Void";
      case PREAUTH -> "Pre-Auth";
      case PREAUTH_DONE -> "Pre-Auth Completion";
      case PAYOUT, INTEREST, TOP_UP, INTERNAL_IN, INTERNAL_OUT, WAGES, SUPPLIER, BANK_FEE ->
          throw new IllegalStateException(doing + " at a till");
    };
  }

  private void plain(Line line) {
    Till till = till(line);
    sheet().text(till.id).mark(',').text(trace(line)).mark(',').time(shown(line)).mark(',');
    sheet().text(word(line.doing)).mark(',').yuan(line.amount).mark(',');
    sheet().text(people.card(line.payer, line.instrument)).mark(',');
    sheet().text(Clock.brief(Clock.date(line.at))).mark(',');
    sheet().text(line.original == null ? "" : trace(line.original)).mark('\n');
  }

  /// The time on the till's clock.
  long shown(Line line) {
    return till(line).shows(line.at, line.at - setting.start());
  }

  static Till till(Line line) {
    if (line.till == null) {
      throw new IllegalStateException("a card without a till at " + line.at);
    }
    return line.till;
  }

  static String trace(Line line) {
    return Integer.toString(1_000_000 + line.trace).substring(1);
  }

  private String word(Doing doing) {
    boolean chinese = setting.isChinese();
    return switch (doing) {
      case PAYMENT -> chinese ? "消费" : "sale";
      case REFUND -> chinese ? "退货" : "refund";
      case VOID -> chinese ? "撤销" : "void";
      case PREAUTH -> chinese ? "预授权" : "preauth";
      case PREAUTH_DONE -> chinese ? "预授权完成" : "preauth_done";
      case PAYOUT, INTEREST, TOP_UP, INTERNAL_IN, INTERNAL_OUT, WAGES, SUPPLIER, BANK_FEE ->
          throw new IllegalStateException(doing + " at a till");
    };
  }

  @Override
  public void shut(LocalDate day) {
    sheet().close();
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
