package guiwei.statement;

import guiwei.money.Decimals;
import guiwei.table.Currencies;

/// Reads currencies and amounts of bank formats; remembers the last currency, since a file
/// rarely has two.
final class Monies {
  /// What [#currency] answers for a code that ISO 4217 does not know.
  static final int UNKNOWN = 0;

  static final long UNREADABLE = Decimals.UNREADABLE;
  /// Sums of this many of the largest amounts still fit a `long`.
  private static final long LARGEST = 1_000_000_000_000_000L;

  private String lastCode = "";
  private int last;
  private int digits;

  int currency(String code) {
    if (!code.equals(lastCode)) {
      last = Currencies.known(code) ? Currencies.pack(code) : UNKNOWN;
      digits = last == UNKNOWN ? 0 : Currencies.digits(last);
      lastCode = code;
    }
    return last;
  }

  /// How many decimals the currency last asked for has.
  int digits() {
    return digits;
  }

  /// An amount with a decimal point, without a sign, in minor units of the currency last asked
  /// for.
  long unsigned(String text) {
    long value = Decimals.parse(text, digits);
    return value < 0 || value > LARGEST ? UNREADABLE : value;
  }

  /// A whole number with or without sign: counts, and amounts written in minor units.
  long whole(String text) {
    // 1.00 would read as one unit
    long value = text.indexOf('.') < 0 ? Decimals.parse(text, 0) : UNREADABLE;
    return value < -LARGEST || value > LARGEST ? UNREADABLE : value;
  }

  /// The same, where the format writes a sign.
  long signed(String text) {
    long value = Decimals.parse(text, digits);
    return value < -LARGEST || value > LARGEST ? UNREADABLE : value;
  }
}
