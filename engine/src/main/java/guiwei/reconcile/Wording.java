package guiwei.reconcile;

import java.util.Locale;
import java.util.regex.Pattern;

/// What words in remarks say about money, in Chinese and English.
final class Wording {
  private static final Pattern ROUNDED = Pattern.compile("抹零|去零|零头|round(ed)?\\b|rounding");
  private static final Pattern DISCOUNT =
      Pattern.compile("优惠|折扣|打折|减免|立减|会员价|discount|coupon|券|promo");
  private static final Pattern PART =
      Pattern.compile(
          "定金|订金|预付|首付|尾款|余款|分期|第[一二三四五六七八九十0-9]+期|deposit|balance due|balance payment|instal|part(ial)? pay");
  private static final Pattern REINSTATED =
      Pattern.compile("恢复|重新激活|撤销取消|取消作废|reinstat|reopen|reactivat");
  private static final Pattern RATE = Pattern.compile("汇率|折合|折算|rate|fx|converted|dcc");
  private static final Pattern REFUND = Pattern.compile("退款|退货|退还|refund|return");

  private Wording() {}

  private static final Pattern BENEFICIARY =
      Pattern.compile(
          "(?:付|支付|转|汇|致|to\\s|for\\s|pay(?:ment)?\\s(?:to|for)\\s)[^,，;；]{2,30}"
              + "(?:公司|厂|商行|经营部|中心|合作社|co\\.|ltd|inc|llc)");

  private static final Pattern FOREIGN_PURPOSE =
      Pattern.compile("房租|租金|学费|物业费|水费|电费|工资|彩礼|还款|借款|rent\\b|tuition|salary|loan repay");

  /// Words that name a beneficiary, a company that is to be paid, or a purpose that is no sale.
  static boolean notForUs(String text) {
    return find(BENEFICIARY, text) || find(FOREIGN_PURPOSE, text);
  }

  static boolean rounded(String text) {
    return find(ROUNDED, text);
  }

  static boolean discount(String text) {
    return find(DISCOUNT, text);
  }

  static boolean part(String text) {
    return find(PART, text);
  }

  static boolean reinstated(String text) {
    return find(REINSTATED, text);
  }

  static boolean rate(String text) {
    return find(RATE, text);
  }

  static boolean refund(String text) {
    return find(REFUND, text);
  }

  private static boolean find(Pattern pattern, String text) {
    return pattern.matcher(text.toLowerCase(Locale.ROOT)).find();
  }
}
