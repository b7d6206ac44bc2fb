package guiwei.statement;

import java.util.regex.Pattern;

/// Tells an international bank account number by its check digits.
final class Iban {
  private static final Pattern FORM = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
  private static final int HEAD = 4;
  private static final int MODULUS = 97;

  private Iban() {}

  static boolean is(String text) {
    return FORM.matcher(text).matches() && remainder(text) == 1;
  }

  /// ISO 7064: the head moves to the end, letters count from 10.
  private static int remainder(String text) {
    int remainder = 0;
    String turned = text.substring(HEAD) + text.substring(0, HEAD);
    for (int i = 0; i < turned.length(); i++) {
      int value = Character.digit(turned.charAt(i), 36);
      remainder = (remainder * (value > 9 ? 100 : 10) + value) % MODULUS;
    }
    return remainder;
  }
}
