package guiwei.report;

import guiwei.money.Decimals;
import guiwei.outcome.Discrepancy;
import guiwei.outcome.FileReport;
import guiwei.outcome.Gap;
import guiwei.outcome.Kind;
import guiwei.outcome.Reason;
import guiwei.outcome.Unordered;
import guiwei.table.BadRow;
import guiwei.table.Channel;
import guiwei.table.Currencies;
import guiwei.table.RefusedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/// Everything Guiwei says, in one language. Both files have the same keys:
/// `words_zh.properties` is written first, `words_en.properties` is written, not translated.
///
/// A text holds its values as `{0}`, `{1,seconds}`, `{2,channel}`. A key that does not exist is
/// an exception naming it.
public final class Words {
  public static final Words ZH = new Words(Locale.CHINESE, "zh");
  public static final Words EN = new Words(Locale.ENGLISH, "en");

  private static final int STORES_SHOWN = 5;

  private final Locale locale;
  private final String language;
  private final Properties texts = new Properties();

  private Words(Locale locale, String language) {
    this.locale = locale;
    this.language = language;
    String file = "words_" + language + ".properties";
    try (InputStream bytes = Objects.requireNonNull(Words.class.getResourceAsStream(file), file)) {
      texts.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// Chinese for every Chinese locale, English for all others.
  public static Words of(Locale locale) {
    return locale.getLanguage().equals("zh") ? ZH : EN;
  }

  /// The sentence of a reason in the language of the locale.
  public static String sentence(Reason reason, Locale locale) {
    return of(locale).sentence(reason);
  }

  public Locale locale() {
    return locale;
  }

  /// `zh` or `en`.
  public String language() {
    return language;
  }

  public Set<String> keys() {
    return texts.stringPropertyNames();
  }

  /// The text of a key as it stands in the file.
  public String raw(String key) {
    String text = texts.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("words_" + language + ".properties has no " + key);
    }
    return text;
  }

  /// The text of a key with its values in place.
  public String text(String key, Object... values) {
    String text = raw(key);
    return values.length == 0 ? text : filled(text, values);
  }

  private String filled(String text, Object[] values) {
    StringBuilder filled = new StringBuilder(text.length() + 32);
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      int index = text.charAt(open + 1) - '0';
      String value = index < values.length ? values[index].toString() : "";
      filled.append(text, from, open).append(shown(value, text.substring(open + 2, close)));
      from = close + 1;
    }
    return filled.append(text, from, text.length()).toString();
  }

  /// A value as its place in the text wants it: `{2,channel}` a channel's word, `{2,seconds}` a
  /// time in seconds, `{2,card}` a card's last four; what is none of these stays as it is.
  private String shown(String value, String form) {
    return switch (form) {
      case "" -> value;
      case ",channel" -> texts.getProperty("channel." + value.toUpperCase(Locale.ROOT), value);
      case ",seconds" -> isSeconds(value) ? duration(Long.parseLong(value)) : value;
      case ",card" -> value.length() > 4 ? "••••" + value.substring(value.length() - 4) : value;
      default -> throw new IllegalArgumentException("no such place in a text: {0" + form + "}");
    };
  }

  private static boolean isSeconds(String value) {
    return !value.isEmpty()
        && value.length() < 10
        && value.chars().allMatch(letter -> letter >= '0' && letter <= '9');
  }

  /// A time in words with its two largest units.
  String duration(long seconds) {
    if (seconds < 60) {
      return text("page.seconds", seconds);
    }
    if (seconds < 3_600) {
      return text("page.minutes", seconds / 60, seconds % 60);
    }
    return seconds < 86_400
        ? text("page.hours", seconds / 3_600, seconds % 3_600 / 60)
        : text("page.days", seconds / 86_400, seconds % 86_400 / 3_600);
  }

  public String sentence(Reason reason) {
    return text(reason.key(), reason.values().toArray());
  }

  /// All reasons of a discrepancy as one text.
  public String reasons(Discrepancy discrepancy) {
    return discrepancy.reasons().stream()
        .map(this::sentence)
        .collect(Collectors.joining(separator()));
  }

  /// What stands between two sentences.
  String separator() {
    return language.equals("zh") ? "；" : ". ";
  }

  public String kind(Kind kind) {
    return text("kind." + kind);
  }

  /// Why exactly a file is refused, as its reader says it in English.
  public String detail(String english) {
    return language.equals("zh") ? Details.chinese(english) : english;
  }

  /// The key of what to do about a refused file: where rows could not be read, they are why it does
  /// not foot.
  static String remedy(FileReport file) {
    boolean rows = file.refusal() == RefusedFile.Problem.DOES_NOT_FOOT && file.badRows() > 0;
    return "file." + file.refusal() + (rows ? ".rows.do" : ".do");
  }

  /// Where a row that cannot be read stands: its column by heading or number, where it is one
  /// column's fault.
  String place(BadRow row) {
    String column = row.column();
    String key =
        column.isEmpty()
            ? "day.place.row"
            : column.chars().allMatch(Character::isDigit) ? "day.place.column" : "day.place";
    return text(key, row.file(), count(row.line()), column);
  }

  /// Sheets of a file that were not read.
  String passedOver(FileReport file) {
    return text("passed-over", String.join(separator(), file.passedOver()));
  }

  /// Two statements that do not follow each other.
  String gap(Gap gap) {
    return text(
        "gap",
        gap.closed().toString(),
        money(gap.closingMinor(), gap.currency()),
        gap.opens().toString(),
        money(gap.openingMinor(), gap.currency()));
  }

  /// Where receipts were taken that no list of orders speaks of.
  String where(Unordered row) {
    String account = (channel(row.channel()) + " " + row.account()).strip();
    List<String> shown = row.stores().subList(0, Math.min(STORES_SHOWN, row.stores().size()));
    int more = row.stores().size() - shown.size();
    return account
        + (shown.isEmpty() ? "" : " · " + String.join(" ", shown))
        + (more == 0 ? "" : " · " + text("day.more", count(more)));
  }

  String unordered(Unordered row) {
    return text(
        "unordered",
        count(row.receipts()),
        money(row.amountMinor(), row.currency()),
        row.first().toString(),
        row.last().toString());
  }

  public String channel(Channel channel) {
    return text("channel." + channel);
  }

  /// The words for a rule, or its name where there are none: rules are documented under it.
  public String rule(String rule) {
    return texts.getProperty("rule." + rule, rule);
  }

  /// What a row is to a discrepancy, or the word itself where the file has none for it.
  public String role(String role) {
    return texts.getProperty("page.role." + role, role);
  }

  /// An amount as people read it: `-1,280.00`.
  public static String amount(long minor, String currency) {
    int scale = Currencies.digits(Currencies.pack(currency));
    String plain = Decimals.text(minor, scale);
    int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
    StringBuilder grouped = new StringBuilder(plain);
    int first = minor < 0 ? 1 : 0;
    for (int at = point - 3; at > first; at -= 3) {
      grouped.insert(at, ',');
    }
    return grouped.toString();
  }

  /// An amount with its currency's sign in front, or its code behind where it has no sign of
  /// its own.
  public static String money(long minor, String currency) {
    String sign = sign(currency);
    return sign.isEmpty()
        ? amount(minor, currency) + " " + currency
        : (minor < 0 ? "-" : "") + sign + amount(minor, currency).replace("-", "");
  }

  private static String sign(String currency) {
    return switch (currency) {
      case "CNY" -> "¥";
      case "HKD" -> "HK$";
      case "USD" -> "US$";
      case "EUR" -> "€";
      case "GBP" -> "£";
      default -> "";
    };
  }

  /// A whole number with its thousands apart.
  public static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /// A share as people read it: `94.0%`, never `100.0%` or `0.0%` for what is not quite that.
  public static String share(double share) {
    double percent = share * 100;
    if (percent > 99.9 && percent < 100) {
      return ">99.9%";
    }
    if (percent > 0 && percent < 0.1) {
      return "<0.1%";
    }
    return percent == 100 ? "100%" : String.format(Locale.ROOT, "%.1f%%", percent);
  }

  /// All languages, Chinese first.
  public static List<Words> all() {
    return List.of(ZH, EN);
  }
}
