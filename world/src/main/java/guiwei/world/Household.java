package guiwei.world;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// What else moves on the merchant's bank accounts: wages, suppliers, interest, own money.
final class Household {
  private static final List<String> SUPPLIERS =
      List.of("澜沧食品有限公司", "鼎新包装制品厂", "万里物流有限公司", "清泉饮品有限公司", "丰禾日化有限公司");
  private final Scene.Stage stage;
  private final Ledger ledger;
  private final Dice dice;
  private final List<BankBook> books;

  Household(Scene.Stage stage, Ledger ledger) {
    this.stage = stage;
    this.ledger = ledger;
    dice = new Dice(stage.setting().seed() * 613 + 9);
    Merchant ours = stage.merchant();
    books =
        stage.setting().isLean()
            ? List.of(ours.csv)
            : new ArrayList<>(List.of(ours.camt, ours.mt940, ours.csv));
  }

  void live(LocalDate day) {
    boolean working = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
    for (BankBook book : books) {
      if (working) {
        suppliers(day, book);
      }
      if (day.getDayOfMonth() == 10) {
        wages(day, book);
      }
      if (day.getDayOfMonth() == 21) {
        add(day, book, Doing.INTEREST, dice.between(2_000, 90_000), "interest").words = "存款利息";
      }
      if (day.getDayOfMonth() == 28) {
        add(day, book, Doing.BANK_FEE, dice.between(500, 20_000), "fee").words = "账户管理费";
      }
    }
    if (working && books.size() > 1 && dice.chance(0.35)) {
      internal(day);
    }
    if (working && dice.chance(0.15)) {
      ownMoney(day);
    }
  }

  private void suppliers(LocalDate day, BankBook book) {
    for (int i = dice.below(4); i > 0; i--) {
      Line line = add(day, book, Doing.SUPPLIER, dice.between(50_000, 4_000_000), "supplier");
      line.payerName = dice.pick(SUPPLIERS);
      line.counterAccount = Merchant.digits(dice, "6228", 16);
      line.words = "付货款 合同HT" + Merchant.digits(dice, "2026", 8);
    }
  }

  private void wages(LocalDate day, BankBook book) {
    for (int i = 4 + dice.below(8); i > 0; i--) {
      Line line = add(day, book, Doing.WAGES, dice.between(350_000, 1_400_000), "wages");
      line.payer = dice.below(stage.people().count);
      line.words = (day.getMonthValue() + 10) % 12 + 1 + "月工资";
    }
  }

  /// From one account of ours to another: two lines, one in each statement.
  private void internal(LocalDate day) {
    BankBook from = dice.pick(books);
    BankBook to =
        books.get((books.indexOf(from) + 1 + dice.below(books.size() - 1)) % books.size());
    long amount = dice.between(10, 400) * 100_000;
    Line out = add(day, from, Doing.INTERNAL_OUT, amount, "internal");
    Line in =
        new Line(Way.BANK, Doing.INTERNAL_IN, out.at + dice.between(2, 60), amount, out.store);
    in.book = to;
    in.what = "internal";
    ledger.add(in);
    out.payerName = Merchant.NAME;
    out.counterAccount = to.number();
    in.payerName = Merchant.NAME;
    in.counterAccount = from.number();
    out.words = "内部调拨";
    in.words = "内部调拨";
    ledger.add(new Truth.Innocent(Wrong.WRONG_ACCOUNT, "internal", List.of(out, in), List.of()));
  }

  /// The owner puts money in.
  private void ownMoney(LocalDate day) {
    Line line = add(day, dice.pick(books), Doing.TOP_UP, dice.between(5, 90) * 100_000, "top_up");
    line.payerName = Merchant.NAME;
    line.words = dice.pick("备付金充值", "股东借款", "营业款存入");
    ledger.add(new Truth.Innocent(Wrong.UNIDENTIFIED, "top_up", List.of(line), List.of()));
  }

  private Line add(LocalDate day, BankBook book, Doing doing, long amount, String what) {
    long at = Clock.of(day, (int) dice.between(9 * 3600, 17 * 3600));
    Line line = new Line(Way.BANK, doing, at, amount, stage.merchant().stores.getFirst());
    line.book = book;
    line.what = what;
    ledger.add(line);
    return line;
  }
}
