package guiwei.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Order numbers as machines and people write them: one plain form, the numbers a retry suffix
/// may hide, and the words of a remark that may be numbers.
final class Numbers {
  /// A retry as cashier systems write it behind the order's number.
  private static final Pattern SUFFIX =
      Pattern.compile("^(.{4,}?)(?:[-_#.~/ ]?[RrTt]\\d{1,2}|[-_#.~/ ]\\d{1,2}|0\\d|[A-Za-z])$");

  private static final Pattern WORD = Pattern.compile("[0-9A-Za-z]+(?:[-_./ ]+[0-9A-Za-z]+)*");
  private static final Pattern GAP = Pattern.compile("[-_./ ]+");
  private static final int SHORTEST = 5;
  private static final int LEAST_DIGITS = 4;

  /// Letters with a digit among them are a number from here on, as shop systems make them.
  private static final int SHORTEST_MIXED = 8;

  private static final int SHORTEST_BASE = 4;

  private Numbers() {}

  /// Capitals and digits only: how two numbers are compared when spelling must not matter.
  static String plain(String number) {
    StringBuilder plain = new StringBuilder(number.length());
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if (c >= 'a' && c <= 'z') {
        plain.append((char) (c - 32));
      } else if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) {
        plain.append(c);
      } else if (c >= '０' && c <= 'ｚ') {
        plain.append(plain(String.valueOf((char) (c - 0xfee0))));
      }
    }
    return plain.toString();
  }

  /// Writes [#plain(String)] of bytes in an encoding that keeps ASCII; answers the length.
  static int plain(byte[] bytes, int from, int length, byte[] scratch) {
    int out = 0;
    for (int i = from; i < from + length; i++) {
      byte c = bytes[i];
      if (c >= 'a' && c <= 'z') {
        scratch[out++] = (byte) (c - 32);
      } else if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')) {
        scratch[out++] = c;
      }
    }
    return out;
  }

  /// The number without each suffix that a retry may have left, plain, nearest first.
  static List<String> withoutSuffix(String reference) {
    List<String> bases = new ArrayList<>();
    Matcher suffix = SUFFIX.matcher(reference.strip());
    if (suffix.matches()) {
      bases.add(plain(suffix.group(1)));
    }
    String text = plain(reference);
    if (text.length() > HiddenKeys.SHORTEST_CUT) {
      bases.add(text.substring(0, text.length() - 1));
      bases.add(text.substring(0, text.length() - 2));
    }
    return bases;
  }

  /// The length of the number before a suffix that a retry may have left, 0 without one: the
  /// same as the first answer of [#withoutSuffix(String)].
  static int withoutSuffix(byte[] bytes, int from, int length) {
    int to = from + length;
    int digits = 0;
    while (digits < 2 && digits < length && isDigit(bytes[to - 1 - digits])) {
      digits++;
    }
    // the longest suffix that leaves enough of a number
    int most = length - SHORTEST_BASE;
    int best = 0;
    for (int d = 1; d <= digits; d++) {
      int at = to - d - 1;
      boolean retried = at >= from && isRetry(bytes[at]);
      if (retried && at > from && isSeparator(bytes[at - 1])) {
        best = d + 2 <= most ? d + 2 : best;
      }
      if (at >= from && (retried || isSeparator(bytes[at]))) {
        best = d + 1 <= most ? Math.max(best, d + 1) : best;
      }
    }
    if (digits == 2 && bytes[to - 2] == '0' && most >= 2) {
      best = Math.max(best, 2);
    }
    if (digits == 0 && length > 0 && isLetter(bytes[to - 1]) && most >= 1) {
      best = 1;
    }
    return best == 0 ? 0 : length - best;
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(byte c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isRetry(byte c) {
    return c == 'R' || c == 'r' || c == 'T' || c == 't';
  }

  private static boolean isSeparator(byte c) {
    return c == '-' || c == '_' || c == '#' || c == '.' || c == '~' || c == '/' || c == ' ';
  }

  /// Everything in a remark that may be an order's number, plain: words, and neighbouring words
  /// joined, because people put blanks and dashes into numbers.
  static Set<String> inRemark(String remark) {
    Set<String> found = new LinkedHashSet<>();
    Matcher run =
        WORD.matcher(java.text.Normalizer.normalize(remark, java.text.Normalizer.Form.NFKC));
    while (run.find()) {
      List<String> words = GAP.splitAsStream(run.group()).toList();
      for (int i = 0; i < words.size() && found.size() < 200; i++) {
        StringBuilder joined = new StringBuilder();
        for (int k = i; k < Math.min(words.size(), i + 6); k++) {
          joined.append(words.get(k).toUpperCase(Locale.ROOT));
          addNumber(found, joined.toString());
        }
      }
    }
    return found;
  }

  private static void addNumber(Set<String> found, String word) {
    long digits = word.chars().filter(c -> c >= '0' && c <= '9').count();
    boolean mostlyDigits = word.length() >= SHORTEST && digits >= LEAST_DIGITS;
    boolean mixed = word.length() >= SHORTEST_MIXED && digits > 0 && digits < word.length();
    if (mostlyDigits || mixed) {
      found.add(word);
    }
  }

  /// Whether two plain numbers differ by one slip: a character replaced, dropped, added, or two
  /// neighbours swapped.
  static boolean oneSlip(String a, String b) {
    if (a.length() < b.length()) {
      return oneSlip(b, a);
    }
    if (a.length() - b.length() > 1 || a.equals(b)) {
      return false;
    }
    int i = 0;
    while (i < b.length() && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    if (a.length() > b.length()) {
      return a.substring(i + 1).equals(b.substring(i));
    }
    if (a.substring(i + 1).equals(b.substring(i + 1))) {
      return true;
    }
    return i + 1 < a.length()
        && a.charAt(i) == b.charAt(i + 1)
        && a.charAt(i + 1) == b.charAt(i)
        && a.substring(i + 2).equals(b.substring(i + 2));
  }
}
