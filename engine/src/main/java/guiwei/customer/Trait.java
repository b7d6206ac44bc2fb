package guiwei.customer;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a person or firm can be known by.
public enum Trait {
  NAME,
  PHONE,
  EMAIL,
  /// A bank account, a card, an account at a channel, an openid.
  ACCOUNT,
  COMPANY;

  private static final Pattern BETWEEN = Pattern.compile("[\\s·•'’.,，()（）-]+");
  private static final Pattern COUNTRY = Pattern.compile("^(?:\\+|00)?86(?=1.{10}$)");
  private static final Pattern LEGAL =
      Pattern.compile(
          "(?:股份有限公司|有限责任公司|有限公司|分公司|公司|个体工商户"
              + "|(?:co|company|corporation|corp|inc|incorporated|ltd|limited|llc|gmbh|plc))$");
  private static final Pattern APART = Pattern.compile("[;；,，、/|]");

  /// The one form of the many ways in which a value is written: width, case, blanks and dashes,
  /// the country's prefix of a mobile number, the legal form of a firm are gone. Letters that hide
  /// others stay.
  public String normal(String written) {
    String plain = Normalizer.normalize(written, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return switch (this) {
      case NAME -> BETWEEN.matcher(plain).replaceAll("");
      case PHONE -> COUNTRY.matcher(BETWEEN.matcher(plain).replaceAll("")).replaceFirst("");
      case EMAIL, ACCOUNT -> plain.replaceAll("\\s+", "");
      case COMPANY -> firm(BETWEEN.matcher(plain).replaceAll(""));
    };
  }

  private static String firm(String plain) {
    String core = LEGAL.matcher(plain).replaceFirst("");
    return core.isEmpty() ? plain : core;
  }

  /// The values of a cell, of which a customer may have several, each in its one form.
  public List<String> values(String cell) {
    return Arrays.stream(APART.split(cell, 0))
        .map(this::normal)
        .filter(value -> !value.isEmpty())
        .distinct()
        .toList();
  }

  /// How a page or screen shows a value to whoever has no reason to see it: `王*`, `138****2046`,
  /// `l***@example.com`, `****1234`. Of a firm only its first two letters.
  public String shown(String value) {
    int length = value.codePointCount(0, value.length());
    return switch (this) {
      case NAME -> head(value, 1) + "*".repeat(Math.max(1, length - 1));
      case PHONE -> length < 8 ? "****" : head(value, 3) + "****" + tail(value, 4);
      case EMAIL -> head(value, 1) + "***" + domain(value);
      case ACCOUNT -> length < 8 ? "****" : "****" + tail(value, 4);
      case COMPANY -> head(value, 2) + "****";
    };
  }

  private static String domain(String value) {
    int at = value.indexOf('@');
    return at < 0 ? "" : value.substring(at);
  }

  private static String head(String value, int letters) {
    int most = Math.min(letters, value.codePointCount(0, value.length()));
    return value.substring(0, value.offsetByCodePoints(0, most));
  }

  private static String tail(String value, int letters) {
    return value.substring(value.offsetByCodePoints(value.length(), -letters));
  }
}
