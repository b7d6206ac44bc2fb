package guiwei.table;

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

  /// Packs three capital letters of ISO 4217 into 24 bits.
  public static int pack(String code) {
    if (code.length() != 3) {
      throw new IllegalArgumentException("a currency has three letters: " + code);
    }
    return (code.charAt(0) << 16) | (code.charAt(1) << 8) | code.charAt(2);
  }

  public static String code(int packed) {
    return new String(
        new char[] {(char) (packed >> 16), (char) (packed >> 8 & 255), (char) (packed & 255)});
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
}
