package guiwei.table;

import guiwei.money.Decimals;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;

/// Currencies as packed numbers, so that rows carry them without objects.
public final class Currencies {
  public static final int CNY = pack("CNY");

  private static final Set<String> CODES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private Currencies() {}

  /// Packs three capital letters of ISO 4217 into 15 bits; never 0.
  public static int pack(String code) {
    if (code.length() != 3) {
      throw new IllegalArgumentException("a currency has three letters: " + code);
    }
    return (letter(code, 0) * 26 + letter(code, 1)) * 26 + letter(code, 2) + 1;
  }

  private static int letter(String code, int index) {
    char c = code.charAt(index);
    if (c < 'A' || c > 'Z') {
      throw new IllegalArgumentException("a currency has three capital letters: " + code);
    }
    return c - 'A';
  }

  public static String code(int packed) {
    int n = packed - 1;
    return new String(
        new char[] {(char) ('A' + n / 676), (char) ('A' + n / 26 % 26), (char) ('A' + n % 26)});
  }

  /// How many decimals the currency has: 2 for CNY, 0 for JPY, 3 for KWD.
  public static int digits(int packed) {
    return packed == CNY
        ? 2
        : Math.max(0, Currency.getInstance(code(packed)).getDefaultFractionDigits());
  }

  /// Whether ISO 4217 knows the code.
  public static boolean known(String code) {
    return CODES.contains(code);
  }

  /// An amount as people read it: `1,280.00`.
  public static String text(long minor, int currency) {
    String plain = Decimals.text(Math.abs(minor), digits(currency));
    int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
    StringBuilder text = new StringBuilder(plain);
    for (int i = point - 3; i > 0; i -= 3) {
      text.insert(i, ',');
    }
    return (minor < 0 ? "-" : "") + text;
  }
}
