package guiwei.profile;

import guiwei.table.Simplified;
import guiwei.table.Times;
import java.text.Normalizer;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A column's heading without what people write differently: case, width, separators, units.
///
/// @param plain letters, digits and Chinese characters only, lower case
/// @param unit what the heading says about amounts below it
/// @param currency the currency it names, or an empty text
/// @param zone the time zone it names, as in `Created at (UTC)`; null when it names none
record Heading(String plain, Unit unit, String currency, @Nullable ZoneId zone) {
  /// In which unit the amounts of a column are written.
  enum Unit {
    /// The heading does not say.
    UNSAID,
    /// Units with decimals: 元, yuan.
    MAJOR,
    /// The smallest unit: 分, fen, cents.
    MINOR
  }

  private static final Pattern BRACKETS = Pattern.compile("[(\\[【<{]([^)\\]】>}]*)[)\\]】>}]");
  private static final Pattern SIDES =
      Pattern.compile("收入|支出|支取|存入|转入|转出|入账|出账|借|贷|收|付|借方|贷方|in|out|debit|credit|dr|cr");
  private static final Pattern NOT_PLAIN = Pattern.compile("[^\\p{L}\\p{N}#]+");
  private static final Pattern MINOR =
      Pattern.compile(
          "(分|单位分|人民币分|fen|infen|cents?|incents?|minor|minorunits?|inminorunits?|pence)");
  private static final Pattern MAJOR =
      Pattern.compile("[+-]?(元|单位元|单位人民币元|人民币元|人民币|yuan|inyuan|major|majorunits?|[¥$€£])");
  private static final Pattern MINOR_END =
      Pattern.compile("(.{2,}?)(infen|fen|incents|cents|cent|minorunits|minorunit|minor)");
  private static final Pattern MAJOR_END = Pattern.compile("(.{2,}?)(inyuan|yuan|人民币元|元)");
  private static final Pattern ZONE =
      Pattern.compile("(?<![a-z0-9])(?:utc|gmt)([+-]\\d{1,2}(?::?\\d{2})?)?(?![a-z0-9])");
  private static final Pattern BEIJING = Pattern.compile("北京时间|beijing time");
  private static final List<String> CURRENCIES =
      List.of(
          "cny", "rmb", "hkd", "usd", "eur", "jpy", "gbp", "sgd", "aud", "twd", "mop", "chf", "cad",
          "nzd", "sek", "nok", "dkk", "pln", "czk");

  /// Headings that were read before: every profile asks for those of every file.
  private static final Map<String, Heading> READ = new ConcurrentHashMap<>();

  private static final int MOST_READ = 4096;
  private static final int LONGEST_READ = 64;

  /// Reads a heading as a file writes it.
  static Heading of(String written) {
    if (written.length() > LONGEST_READ || READ.size() >= MOST_READ) {
      return read(written);
    }
    return READ.computeIfAbsent(written, Heading::read);
  }

  private static Heading read(String written) {
    String usual = Normalizer.normalize(written, Normalizer.Form.NFKC);
    String text = Simplified.of(usual.toLowerCase(Locale.ROOT));
    String whole = text;
    ZoneId zone = null;
    Matcher zones = ZONE.matcher(text);
    if (zones.find()) {
      zone = zoneOf(zones.group(1));
      text = zones.replaceFirst(" ");
    } else if (BEIJING.matcher(text).find()) {
      zone = Times.BEIJING;
    }
    Unit unit = text.contains("/元") ? Unit.MAJOR : text.contains("/分") ? Unit.MINOR : Unit.UNSAID;
    text = text.replace("/元", "").replace("/分", "");
    String currency = "";
    StringBuilder outside = new StringBuilder();
    int end = 0;
    Matcher brackets = BRACKETS.matcher(text);
    while (brackets.find()) {
      String inside = NOT_PLAIN.matcher(brackets.group(1)).replaceAll("");
      Unit said = unitOf(brackets.group(1).strip(), inside);
      if (said != Unit.UNSAID) {
        unit = said;
      }
      if (CURRENCIES.contains(inside)) {
        currency = code(inside);
      } else if (inside.contains("人民币")) {
        currency = "CNY";
      }
      outside.append(text, end, brackets.start()).append(' ');
      outside.append(SIDES.matcher(inside).matches() ? inside : "");
      end = brackets.end();
    }
    outside.append(text.substring(end));
    String plain = NOT_PLAIN.matcher(outside).replaceAll("").replace("#", "no");
    if (plain.isEmpty()) {
      plain = NOT_PLAIN.matcher(whole).replaceAll("");
    }
    return suffixed(plain, unit, currency, zone);
  }

  /// The zone so many hours from Greenwich; null when there is none.
  private static @Nullable ZoneId zoneOf(@Nullable String offset) {
    if (offset == null) {
      return ZoneOffset.UTC;
    }
    String digits = offset.substring(1).replace(":", "");
    boolean minutes = digits.length() > 2;
    int cut = minutes ? digits.length() - 2 : digits.length();
    int hour = Integer.parseInt(digits.substring(0, cut));
    int minute = minutes ? Integer.parseInt(digits.substring(cut)) : 0;
    if (hour > 14 || minute > 59) {
      return null;
    }
    int sign = offset.charAt(0) == '-' ? -1 : 1;
    return ZoneOffset.ofTotalSeconds(sign * (hour * 60 + minute) * 60);
  }

  private static Unit unitOf(String written, String inside) {
    if (MINOR.matcher(inside).matches()) {
      return Unit.MINOR;
    }
    boolean major =
        MAJOR.matcher(inside).matches()
            || MAJOR.matcher(written).matches()
            || CURRENCIES.contains(inside);
    return major ? Unit.MAJOR : Unit.UNSAID;
  }

  /// Takes units and currencies off the end: `amountcny`, `amountfen`, `金额元`.
  private static Heading suffixed(String plain, Unit unit, String currency, @Nullable ZoneId zone) {
    for (String each : CURRENCIES) {
      if (plain.length() > each.length() + 2 && plain.endsWith(each)) {
        String rest = plain.substring(0, plain.length() - each.length());
        return suffixed(rest, unit, code(each), zone);
      }
    }
    Matcher minor = MINOR_END.matcher(plain);
    if (unit == Unit.UNSAID && minor.matches()) {
      return suffixed(minor.group(1), Unit.MINOR, currency, zone);
    }
    Matcher major = MAJOR_END.matcher(plain);
    if (unit == Unit.UNSAID && major.matches()) {
      return suffixed(major.group(1), Unit.MAJOR, currency, zone);
    }
    return new Heading(plain, unit, currency, zone);
  }

  private static String code(String lower) {
    return lower.equals("rmb") ? "CNY" : lower.toUpperCase(Locale.ROOT);
  }
}
