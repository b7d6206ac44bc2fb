package guiwei.money;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The slow road of [Decimals]: every written form of an amount that is not plain digits.
final class Written {
  private static final String CURRENCY =
      "(?:(?:US|HK|NT|CN|[SAC]|MOP)?[$¥]|[€£]|CNY|RMB|人民币|港币|美元|HKD|USD|EUR|CHF|GBP|JPY|SGD|TWD|MOP|AUD|CAD)";
  private static final Pattern FORM =
      Pattern.compile(
          "(?<open>\\()?(?<sign>[-+])?(?:"
              + CURRENCY
              + " ?)?(?<sign2>[-+])?"
              + "(?<whole>\\d{1,3}(?:[,'’ ]\\d{3})+|\\d*)(?:\\.(?<part>\\d*))?"
              + "(?: ?(?:元|"
              + CURRENCY
              + "))?(?<sign3>[-+])?(?<close>\\))?");
  private static final int MAX_LENGTH = 60;

  private Written() {}

  static long parse(byte[] bytes, int from, int to, int scale) {
    if (to - from > MAX_LENGTH || to <= from) {
      return Decimals.UNREADABLE;
    }
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    Matcher form = FORM.matcher(plain(text));
    if (!form.matches() || !balanced(form)) {
      return Decimals.UNREADABLE;
    }
    String whole = form.group("whole").replaceAll("[,'’ ]", "");
    String part = form.group("part") == null ? "" : form.group("part");
    if (whole.isEmpty() && part.isEmpty()) {
      return Decimals.UNREADABLE;
    }
    return exact(new BigDecimal("0" + whole + "." + part + "0"), negative(form), scale);
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().replace('−', '-');
  }

  private static boolean balanced(Matcher form) {
    int signs = 0;
    for (String name : new String[] {"sign", "sign2", "sign3"}) {
      signs += form.group(name) == null ? 0 : 1;
    }
    boolean bracketed = form.group("open") != null;
    return bracketed == (form.group("close") != null) && signs + (bracketed ? 1 : 0) <= 1;
  }

  private static boolean negative(Matcher form) {
    return form.group("open") != null
        || "-".equals(form.group("sign"))
        || "-".equals(form.group("sign2"))
        || "-".equals(form.group("sign3"));
  }

  private static long exact(BigDecimal value, boolean negative, int scale) {
    try {
      long units = value.movePointRight(scale).longValueExact();
      return negative ? -units : units;
    } catch (ArithmeticException tooFineOrTooLarge) {
      return Decimals.UNREADABLE;
    }
  }
}
