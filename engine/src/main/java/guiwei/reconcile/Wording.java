package guiwei.reconcile;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What words in remarks say about money, in Chinese and English, and some in German.
final class Wording {
  private static final Phrases ROUNDED = new Phrases("抹零|去零|零头|round(ed)?\\b|rounding");
  private static final Phrases DISCOUNT =
      new Phrases(
          "优惠|折扣|打折|少收|抵扣|抵减|抵用|便宜|(?<=[1-9]\\d?(?:\\.\\d)?)折(?![叠合算])|折让|减免|立减|让利|返利|返点|会员价|discount|coupon|券|promo|rebate|allowance"
              + "|skonto|rabatt|代扣|预扣|扣税|withh(?:eld|olding)|\\bwht\\b|quellensteuer");
  /// A credit note that the payer has deducted and names with its amount.
  private static final Phrases CREDIT_NOTE =
      new Phrases("gutschrift|credit note|credit memo|红字|贷项|贷记通知|扣款单");
  private static final Phrases PART =
      new Phrases(
          "定金|订金|预付|首付|尾款|余款|分期|第[一二三四五六七八九十0-9]+期|(?<!(?:lockbox|remote|mobile|online|check|counter|branch|direct)[\\s_]{1,3})deposit|balance due|balance payment|instal|part(ial)? pay"
              + "|down ?payment|advance pay|(?:%|pct|percent) ?advance|anzahlung|abschlag|restzahlung|restbetrag|teilzahlung|teilbetrag|ratenzahlung|(?<=\\d\\. ?)rate\\b|akonto|a conto|acompte");
  private static final Phrases REINSTATED =
      new Phrases("恢复|重新激活|撤销取消|取消作废|reinstat|reopen|reactivat");
  private static final Phrases REPEATED =
      new Phrases(
          "重复(?:下单|提交|订单|支付|付款|拍|了)|失败.{0,4}(?:又|再|重新?)(?:拍|下|付|买)|又拍了?一|多拍了?一|(?:前|上)一?[单笔].{0,8}(?:失败|没成功|未成功)|dup(?:licate)?\\b|ordered twice|resubmit");
  private static final Phrases OTHER_MEANS =
      new Phrases("现金|付现|现付|储值|余额|积分|礼品卡|购物卡|cash|gift card|points|store credit");

  private static final Phrases RATE = new Phrases("汇率|折合|折算|rate|fx|converted|dcc");
  private static final Pattern FIGURE =
      Pattern.compile("(?<![\\d.,])(\\d+)(?:[.,](\\d{1,2}))?(?![\\d.,])");
  private static final Phrases REFUND =
      new Phrases("退款|退货|退还|退费|退(?![税休役伍回])[^,，;；]{0,40}(?:款|订单|费|押金|定金|订金)|refund|return");

  /// Words that say so only beside the number of an order: a bank also sends back what bounced.
  private static final Phrases SENT_BACK =
      new Phrases(
          "退(?![税休役伍])|返还|重复|多付|多收|多汇|误付|误汇|duplicate|overpa(?:id|y)|(?:sent|paid|given?) back|charge-?back"
              + "|r(?:ü|ue)ck(?:zahlung|überweisung|ueberweisung)|erstattung|doppelzahlung|gutschrift|credit note|credit memo");

  private static final Pattern COUNT =
      Pattern.compile("(?<![\\d.-])(\\d{1,3})\\s*(?:个|张)?(?:订单|单|笔|票|份|张|orders|invoices|bills)");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}]+");

  /// Words of a transfer that say nothing of what it is for.
  private static final Pattern IDLE =
      Pattern.compile("转账|转帐|汇款|汇入|付款|货款|往来款?|跨行|网银|手机银行|银行|转入|他行|支付|收款|款|费");

  private static final Pattern TAKEN_OFF =
      Pattern.compile(
          "(?:优惠|立减|减免|少收|抵扣|抵减|让利|便宜|折让|(?<!满)减)(?:了|金额|:|：)?[\\s¥￥]*(\\d{1,6})(?:\\.(\\d{1,2}))?"
              + "(?![\\d.]|\\s*[%％折张个件次份人位单笔名月号年日天券])");

  private static final Pattern TIP =
      Pattern.compile("(?:小费|打赏|\\btips?\\b)\\D{0,8}?(\\d{1,5})(?:\\.(\\d{1,2}))?(?![\\d.%])");

  private Wording() {}

  private static final String COMPANY =
      "(?:公司|集团|工厂|厂|商行|商店|经营部|服务部|门市部|中心|合作社|事务所|医院|学校|幼儿园|小学|中学|大学|co\\.|ltd|limited|inc\\b|llc|gmbh)";

  private static final String TO_BE_PAID =
      "收款(?:单位|人|方|户名)?|受益人|payee|beneficiary|代付|支付给|付给|转给|汇给|交给|缴|交|付|汇|致|pay(?:ment)? to|pay(?:ment)? for|in favou?r of";

  /// Somebody is to be paid, and who it is.
  private static final Phrases BENEFICIARY =
      new Phrases(TO_BE_PAID, "(?:" + TO_BE_PAID + ")[\\s:：]*([^,，;；:：]{2,30}?" + COMPANY + ")");

  /// A payee that is labelled as one needs no word of a company; a name of four characters or more
  /// is hardly a cashier's.
  private static final Phrases PAYEE =
      new Phrases(
          "收款单位|收款人|收款方|收款户名|受益人",
          "(?:收款(?:单位|人|方(?!式)|户名)|受益人)(?:名称|为)?[\\s:：]*(\\p{IsHan}{4,15})(?=$|[\\s,，;；。])");

  /// What people pay a merchant for by mistake of the payee: their other obligations.
  private static final Phrases OBLIGATION =
      new Phrases(
          "房租|租金|房贷|月供|按揭|学费|培训费|保费|保险费|物业费|物业管理费|水费|电费|水电费|燃气费|暖气费|工资|薪资|劳务费|彩礼|份子钱|还款|还钱|借款"
              + "|\\brent\\b|mortgage|tuition|school fee|insurance premium|utility bill|salary|wages|loan repay");

  /// The payee that words name, lower case, or empty.
  static String beneficiary(String text) {
    return BENEFICIARY
        .first(text.toLowerCase(Locale.ROOT))
        .or(() -> PAYEE.first(text))
        .map(matcher -> matcher.group(1))
        .orElse("");
  }

  /// The obligation that words name and that is no sale in most trades, or empty.
  static String obligation(String text) {
    return OBLIGATION.first(text.toLowerCase(Locale.ROOT)).map(Matcher::group).orElse("");
  }

  /// How many orders words say are paid together: `等12单`, `3 invoices`; 0 if they do not say.
  static int count(String text) {
    Matcher matcher = COUNT.matcher(text.toLowerCase(Locale.ROOT));
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  static boolean rounded(String text) {
    return find(ROUNDED, text);
  }

  static boolean discount(String text) {
    return find(DISCOUNT, text);
  }

  /// What words take off in figures, in minor units: `优惠100元`, `团报立减50`; 0 where they give none.
  /// A price after the discount, a share or a number of coupons is none.
  static long takenOff(String text) {
    Matcher matcher = TAKEN_OFF.matcher(text.toLowerCase(Locale.ROOT));
    long sum = 0;
    while (matcher.find()) {
      String part = matcher.group(2) == null ? "00" : (matcher.group(2) + "0").substring(0, 2);
      sum += Long.parseLong(matcher.group(1) + part);
    }
    return sum;
  }

  static boolean creditNote(String text) {
    return find(CREDIT_NOTE, text);
  }

  static boolean part(String text) {
    return find(PART, text);
  }

  /// Whether words state this amount in figures: `7.90`, `12`.
  static boolean states(String text, long minor) {
    Matcher matcher = FIGURE.matcher(text);
    while (matcher.find()) {
      String whole = matcher.group(1);
      String part = matcher.group(2) == null ? "00" : (matcher.group(2) + "0").substring(0, 2);
      if (whole.length() < 12 && Long.parseLong(whole + part) == minor) {
        return true;
      }
    }
    return false;
  }

  /// Of several orders those whose own words the payment repeats, if any: `餐费`.
  static List<Due> narrowed(List<Due> dues, Paid paid) {
    if (dues.size() < 2) {
      return dues;
    }
    String words = paid.words();
    List<Due> told =
        dues.stream()
            .filter(
                d ->
                    NO_WORD
                        .splitAsStream(d.order.remark)
                        .anyMatch(w -> w.length() > 1 && words.contains(w)))
            .toList();
    return told.isEmpty() ? dues : told;
  }

  /// The tip that words state in figures, which comes on top of what is due: `含小费20`; 0 for none.
  static long tip(String text) {
    Matcher matcher = TIP.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.find()) {
      return 0;
    }
    String part = matcher.group(2) == null ? "00" : (matcher.group(2) + "0").substring(0, 2);
    return Long.parseLong(matcher.group(1) + part);
  }

  /// Whether words say more than that money was transferred.
  static boolean tells(String text) {
    String rest = IDLE.matcher(text).replaceAll("");
    return rest.codePoints().filter(Character::isIdeographic).count() > 1;
  }

  static boolean reinstated(String text) {
    return find(REINSTATED, text);
  }

  /// Whether an order's words say that it was only made because another seemed to fail.
  static boolean repeated(String text) {
    return find(REPEATED, text);
  }

  /// Whether words say that just this amount was paid by means that no statement shows.
  static boolean otherMeans(String text, long minor) {
    return find(OTHER_MEANS, text) && states(text, minor);
  }

  static boolean rate(String text) {
    return find(RATE, text);
  }

  static boolean refund(String text) {
    return find(REFUND, text);
  }

  static boolean sentBack(String text) {
    return find(SENT_BACK, text);
  }

  private static boolean find(Phrases phrases, String text) {
    return phrases.in(text.toLowerCase(Locale.ROOT));
  }
}
