package guiwei.customer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
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
  private static final Set<String> NOBODY =
      Set.of(
          "微信用户",
          "支付宝用户",
          "匿名",
          "匿名用户",
          "未知",
          "散客",
          "无",
          "空",
          "暂无",
          "用户",
          "客户",
          "顾客",
          "null",
          "none",
          "n/a",
          "na",
          "unknown",
          "anonymous",
          "guest",
          "test",
          "-",
          "--",
          "/",
          "0");
  private static final String APART = ";；,，、/|";
  private static final int MOBILE = 11;

  /// The one form of the many ways in which a value is written: width, case, blanks and dashes,
  /// the country's prefix of a mobile number, the legal form of a firm are gone. Letters that hide
  /// others stay.
  public String normal(String written) {
    // nearly all values are in their one form already: 3 of 13 s for a million customers
    if (this != COMPANY && isNormal(written)) {
      return written;
    }
    String plain = Normalizer.normalize(written, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return switch (this) {
      case NAME -> BETWEEN.matcher(plain).replaceAll("");
      case PHONE -> COUNTRY.matcher(BETWEEN.matcher(plain).replaceAll("")).replaceFirst("");
      case EMAIL, ACCOUNT -> plain.replaceAll("\\s+", "");
      case COMPANY -> firm(BETWEEN.matcher(plain).replaceAll(""));
    };
  }

  /// Whether nothing stands there but digits, small letters, Chinese letters and the marks of an
  /// address, and no country's prefix.
  private boolean isNormal(String written) {
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= '一' && c <= '龥');
      boolean mark = (this == EMAIL || this == ACCOUNT) && (c == '@' || c == '.' || c == '_');
      if (!letter && !mark) {
        return false;
      }
    }
    return this != PHONE || written.length() <= MOBILE;
  }

  private static String firm(String plain) {
    String core = LEGAL.matcher(plain).replaceFirst("");
    return core.isEmpty() ? plain : core;
  }

  /// The values of a cell, of which a customer may have several, each in its one form.
  public List<String> values(String cell) {
    List<String> values = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= cell.length(); i++) {
      if (i == cell.length() || APART.indexOf(cell.charAt(i)) >= 0) {
        String value = normal(cell.substring(from, i));
        if (!value.isEmpty() && !isNobody(value) && !values.contains(value)) {
          values.add(value);
        }
        from = i + 1;
      }
    }
    return values;
  }

  /// Whether a value, in its one form, stands where a system knows nothing: it is no name.
  boolean isNobody(String value) {
    return NOBODY.contains(value);
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
