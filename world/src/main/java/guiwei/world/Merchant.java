package guiwei.world;

import java.util.ArrayList;
import java.util.List;

/// The invented merchant: stores, tills, accounts and contract rates.
final class Merchant {
  static final String NAME = "云栖里百货有限公司";
  static final String WECHAT_MERCHANT = "1900018231";
  static final String ALIPAY_ACCOUNT = "2088000000731156";
  /// Contract rates in hundred-thousandths.
  static final int WECHAT_RATE = 600;

  static final int ALIPAY_RATE = 550;
  static final int UNIONPAY_RATE = 500;
  static final int CARD_RATE = 520;

  private static final List<String> PLACES =
      List.of("河埠", "桐花", "青石", "南塘", "云岭", "白鹭", "枫桥", "锦屏", "望湖", "长亭", "月牙", "麦田");
  private static final List<String> SORTS = List.of("路店", "广场店", "里店", "街店", "中心店");

  final BankBook camt;
  final BankBook dollars;
  final BankBook mt940;
  final BankBook csv;
  final List<Store> stores;

  Merchant(Setting setting) {
    Dice dice = new Dice(setting.seed() * 31 + 1);
    camt = new BankBook(BankBook.Format.CAMT, digits(dice, "31050", 19), NAME, "CNY", 82_135_410);
    dollars = new BankBook(BankBook.Format.CAMT, digits(dice, "31058", 19), NAME, "USD", 1_200_000);
    mt940 = new BankBook(BankBook.Format.MT940, digits(dice, "44020", 17), NAME, "CNY", 45_001_207);
    csv = new BankBook(BankBook.Format.CSV, digits(dice, "62170", 19), NAME, "CNY", 129_400_065);
    long daily = setting.orders() / setting.days();
    int count = Math.clamp(daily / 110, 4, 400);
    stores = List.copyOf(build(count, dice, setting));
  }

  private List<Store> build(int count, Dice dice, Setting setting) {
    List<Store> list = new ArrayList<>();
    List<BankBook> books = setting.isLean() ? List.of(csv) : List.of(camt, mt940, csv);
    String shared = "";
    for (int i = 0; i < count; i++) {
      // The second and third store share one sub-merchant, as a shop with two counters does.
      String wechat = i == 2 ? shared : digits(dice, "16", 10);
      shared = wechat;
      String id = "S" + Integer.toString(1001 + i).substring(1);
      String name =
          i == 0
              ? "网上商城"
              : PLACES.get(i % PLACES.size())
                  + SORTS.get(i / PLACES.size() % SORTS.size())
                  + (i < 60 ? "" : "" + i);
      list.add(
          new Store(
              id,
              name,
              wechat,
              Merchant.ALIPAY_ACCOUNT,
              digits(dice, "8983", 15),
              books.get(i % books.size()),
              i == 0 ? List.of() : tills(dice, setting),
              i > 0 && dice.chance(0.25)));
    }
    return list;
  }

  private static List<Till> tills(Dice dice, Setting setting) {
    List<Till> list = new ArrayList<>();
    int reach = setting.isHard() ? 900 : 240;
    double drift = setting.isHard() ? 12 : 3;
    for (int i = (int) dice.between(2, 5); i > 0; i--) {
      long offset = dice.between(-reach, reach);
      list.add(
          new Till(
              digits(dice, "", 8), offset, (dice.unit() * 2 - 1) * drift, dice.below(900_000)));
    }
    return list;
  }

  static String digits(Dice dice, String start, int length) {
    StringBuilder text = new StringBuilder(start);
    while (text.length() < length) {
      text.append((char) ('0' + dice.below(10)));
    }
    return text.toString();
  }

  /// The contract's rate for a channel, in hundred-thousandths; 0 where the bank takes none.
  static int rate(Way way) {
    return switch (way) {
      case WECHAT -> WECHAT_RATE;
      case ALIPAY -> ALIPAY_RATE;
      case UNIONPAY -> UNIONPAY_RATE;
      case CARD -> CARD_RATE;
      case BANK, CASH -> 0;
    };
  }

  /// The fee the contract asks, rounded half up to the minor unit.
  static long fee(Way way, long settled) {
    return (settled * rate(way) + 50_000) / 100_000;
  }

  static String percent(Way way) {
    int rate = rate(way);
    return "0." + (rate / 10 < 10 ? "0" : "") + rate / 10 + "%";
  }
}
