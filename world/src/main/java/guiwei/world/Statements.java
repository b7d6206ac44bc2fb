package guiwei.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Every file that a channel or bank sends, and which line goes into which.
final class Statements implements AutoCloseable {
  private final Map<Way, DayFile> trades = new EnumMap<>(Way.class);
  private final Map<BankBook, DayFile> banks = new HashMap<>();
  /// Movements on the account at a channel, where it sends them.
  private final Map<Way, DayFile> funds = new EnumMap<>(Way.class);
  private final List<DayFile> all = new ArrayList<>();
  private final Journal journal;
  private final References references;

  Statements(Folder in, Scene.Stage stage, References references) {
    this.references = references;
    Setting setting = stage.setting();
    People people = stage.people();
    Merchant merchant = stage.merchant();
    journal = new Journal(in.inside("terminals"), setting, people);
    trades.put(Way.WECHAT, new WechatTrade(in.inside("wechat"), setting, people));
    trades.put(Way.ALIPAY, new AlipayTrade(in.inside("alipay"), setting, people));
    trades.put(Way.CARD, journal);
    BankWords words = new BankWords(people);
    Folder bank = in.inside("bank");
    banks.put(merchant.csv, new BankCsv(bank, setting, merchant.csv, words));
    if (!setting.isLean()) {
      trades.put(Way.UNIONPAY, new UnionpayDetail(in.inside("unionpay"), people));
      funds.put(Way.WECHAT, new WechatFund(in.inside("wechat"), setting));
      funds.put(Way.ALIPAY, new AlipayAccount(in.inside("alipay"), people));
      banks.put(merchant.camt, new Camt(bank, setting, merchant.camt, words));
      banks.put(merchant.dollars, new Camt(bank, setting, merchant.dollars, words));
      banks.put(merchant.mt940, new Mt940(bank, merchant.mt940, words));
    }
    all.addAll(trades.values());
    all.addAll(funds.values());
    all.addAll(banks.values());
  }

  void open(LocalDate day) {
    all.forEach(file -> file.open(day));
  }

  /// Gives the line its number and writes it.
  void line(Line line) {
    if (line.way == Way.CARD) {
      Till till = Journal.till(line);
      line.trace = till.nextTrace();
      String day = Clock.compact(Clock.date(journal.shown(line)));
      line.id = till.id + "-" + day + "-" + Journal.trace(line);
    } else {
      references.enter(line);
    }
    DayFile file = line.book == null ? trades.get(line.way) : banks.get(line.book);
    if (file == null) {
      throw new IllegalStateException("no statement carries " + line.way);
    }
    if (line.traded) {
      file.line(line);
    }
    DayFile fund = funds.get(line.from == null ? line.way : line.from);
    if (fund != null && line.booked) {
      fund.line(line);
    }
  }

  void shut(LocalDate day) {
    all.forEach(file -> file.shut(day));
  }

  @Override
  public void close() {
    all.forEach(DayFile::close);
  }
}
