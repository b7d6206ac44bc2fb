package guiwei.money;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Amounts as people and channels write them, read exactly into whole units of a power of ten.
public final class Decimals {
  /// What [#parse] answers when the text is no exact amount.
  public static final long UNREADABLE = Long.MIN_VALUE;

  private static final int MAX_DIGITS = 18;
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  // "0.00" in the order of its bytes: half the figures of a trade bill
  private static final int ZERO = '0' | '.' << 8 | '0' << 16 | '0' << 24;

  private Decimals() {}

  /// Reads an amount into units of `10^-scale` (scale 2 turns `1,280.00` into 128000).
  ///
  /// Accepts a leading or trailing sign, brackets for a negative, thousands separators (comma,
  /// space, apostrophe) before a decimal point, and currency signs around the figure. Digits
  /// beyond the scale must be zeros: nothing is ever rounded.
  ///
  /// @return the units, or [#UNREADABLE] for anything else, an empty text included
  public static long parse(byte[] bytes, int from, int to, int scale) {
    if (to - from == 4 && scale >= 2 && (int) INTS.get(bytes, from) == ZERO) {
      return 0;
    }
    long value = 0;
    int index = from;
    boolean negative = false;
    if (index < to && (bytes[index] == '-' || bytes[index] == '+')) {
      negative = bytes[index++] == '-';
    }
    int digitsFrom = index;
    int end = Math.min(to, index + MAX_DIGITS);
    while (index < end) {
      int digit = bytes[index] - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      value = value * 10 + digit;
      index++;
    }
    if (index == digitsFrom) {
      return Written.parse(bytes, from, to, scale);
    }
    int places = 0;
    if (index < to && bytes[index] == '.') {
      index++;
      while (index < to && places < scale) {
        int digit = bytes[index] - '0';
        if (digit < 0 || digit > 9) {
          break;
        }
        value = value * 10 + digit;
        places++;
        index++;
      }
      while (index < to && places == scale && bytes[index] == '0') {
        index++;
      }
    }
    if (index != to || index - digitsFrom > MAX_DIGITS) {
      return Written.parse(bytes, from, to, scale);
    }
    while (places < scale) {
      value *= 10;
      places++;
    }
    if (value < 0 || to - digitsFrom + scale > MAX_DIGITS) {
      return Written.parse(bytes, from, to, scale);
    }
    return negative ? -value : value;
  }

  /// As [#parse(byte[], int, int, int)] for text.
  public static long parse(String text, int scale) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return parse(bytes, 0, bytes.length, scale);
  }

  /// As [#parse(String, int)] for amounts with a decimal comma: `1.280,00`. A point stands before
  /// each three digits or nowhere, so that an amount with a decimal point is unreadable.
  public static long parseComma(String text, int scale) {
    StringBuilder turned = new StringBuilder(text.strip());
    for (int i = 0; i < turned.length(); i++) {
      char letter = turned.charAt(i);
      turned.setCharAt(i, letter == ',' ? '.' : letter == '.' ? ',' : letter);
    }
    return parse(turned.toString(), scale);
  }

  /// Writes units of `10^-scale` as plain text: `-12.30`.
  public static String text(long units, int scale) {
    return java.math.BigDecimal.valueOf(units, scale).toPlainString();
  }
}
