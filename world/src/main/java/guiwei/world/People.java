package guiwei.world;

/// Invented customers, each worked out from a number alone: a million take no memory. Three
/// neighbours in the numbering are one family.
final class People {
  private static final String FAMILIES =
      "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜单查仇解";
  private static final String GIVEN =
      "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红玲建国志文辉海燕婷雪梅琳晨宇轩浩然子涵欣怡梓萱雨泽博雅思远嘉乐安宁佳慧晓东春生";
  private static final String[] SUFFIXES = {"商贸有限公司", "科技有限公司", "餐饮管理有限公司", "建材经营部", "文化传媒有限公司"};
  private static final String[] DOMAINS = {"example.com", "example.cn", "example.net"};
  private static final String[] BINS = {"622588", "621700", "622202", "625912", "439225", "621226"};
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

  private final long seed;
  final int count;

  People(Setting setting) {
    seed = Dice.mix(setting.seed() * 131 + 17);
    count = Math.clamp(setting.orders() * 2 / 5, 300, 4_000_000);
  }

  private Dice dice(int customer, int purpose) {
    return new Dice(seed + customer * 64L + purpose);
  }

  /// Somebody who comes today; regulars come more often.
  int visitor(Dice dice) {
    return dice.skewed(count, 1.6);
  }

  /// Somebody of the same family.
  int relative(int customer, Dice dice) {
    int other = customer / 3 * 3 + (customer + 1 + dice.below(2)) % 3;
    return other < count ? other : customer;
  }

  String number(int customer) {
    return "C" + (10_000_000 + Math.floorMod(customer * 7_368_787L + seed % 9973, 89_999_999L));
  }

  String name(int customer) {
    Dice dice = dice(customer / 3, 1);
    Dice own = dice(customer, 2);
    String given = "" + letter(GIVEN, own) + (own.chance(0.8) ? letter(GIVEN, own) : "");
    return letter(FAMILIES, dice) + given;
  }

  private static String letter(String from, Dice dice) {
    int at = dice.skewed(from.length(), 1.5);
    return from.substring(at, at + 1);
  }

  String phone(int customer) {
    return Merchant.digits(dice(customer, 3), "1" + (3 + customer % 7), 11);
  }

  String email(int customer) {
    Dice dice = dice(customer, 4);
    StringBuilder text = new StringBuilder();
    for (int i = (int) dice.between(5, 10); i > 0; i--) {
      text.append((char) ('a' + dice.below(26)));
    }
    return text + "@" + DOMAINS[dice.below(DOMAINS.length)];
  }

  /// The customer's firm, empty for most.
  String company(int customer) {
    Dice dice = dice(customer, 5);
    if (!dice.chance(0.2)) {
      return "";
    }
    return letter(GIVEN, dice) + letter(GIVEN, dice) + SUFFIXES[dice.below(SUFFIXES.length)];
  }

  String openid(int customer, int instrument) {
    Dice dice = dice(customer, 8 + instrument);
    char[] text = new char[28];
    text[0] = 'o';
    for (int i = 1; i < text.length; i++) {
      text[i] = LETTERS.charAt(dice.below(64));
    }
    return new String(text);
  }

  /// `*芳(138****2046)`, as Alipay shows the other side.
  String alipayMask(int customer) {
    String phone = phone(customer);
    String name = name(customer);
    return "*"
        + name.substring(1)
        + "("
        + phone.substring(0, 3)
        + "****"
        + phone.substring(7)
        + ")";
  }

  /// `622588******1234`.
  String card(int customer, int instrument) {
    Dice dice = dice(customer, 16 + instrument);
    return BINS[dice.below(BINS.length)] + "******" + Merchant.digits(dice, "", 4);
  }

  String bankAccount(int customer, int instrument) {
    Dice dice = dice(customer, 24 + instrument);
    return Merchant.digits(dice, BINS[dice.below(BINS.length)], 19);
  }
}
