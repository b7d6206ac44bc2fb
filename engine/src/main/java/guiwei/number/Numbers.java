package guiwei.number;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Order numbers as machines and people write them: one plain form, the numbers a retry suffix
/// may hide, and the words of a remark that may be numbers.
public final class Numbers {
  /// Shorter numbers lose no character but a written suffix: too many would become equal.
  public static final int SHORTEST_CUT = 8;

  private static final Pattern REFUND_WORD =
      Pattern.compile(
          "(?:TK|TH|TF|RF|RT|RE|REF|REFUND|T|R)[-_]?(?=[A-Z0-9])", Pattern.CASE_INSENSITIVE);

  private static final int SHORTEST = 5;
  private static final int LEAST_DIGITS = 4;

  /// Letters with a digit among them are a number from here on, as shop systems make them.
  private static final int SHORTEST_MIXED = 8;

  private static final int SHORTEST_BASE = 4;

  /// So many neighbouring words may be one number.
  private static final int MOST_JOINED = 6;

  private static final int MOST_WORDS = 200;

  /// A short number behind a word that says that it is an order's; dates and amounts are none.
  private static final Pattern MARKED =
      Pattern.compile(
          "(?:[#№]|[订訂][单單](?:编?号)?|[单票]号|编号|\\border(?: no)?|\\binvoice(?: no)?|\\bno)"
              + "[.:# ]*([a-z]?\\d{3,4})(?![0-9a-z年月日元]|[.,]\\d)",
          Pattern.CASE_INSENSITIVE);

  private static final int FEWEST_MARKED = 3;
  private static final int MOST_MARKED = 4;

  /// How long a number of nothing but letters is that a shop system makes up.
  private static final int FEWEST_LETTERS = 6;

  private static final int MOST_LETTERS = 20;

  private static final String LIST_MARKS = "/、,，;；&+";

  /// A number, and ends of others behind it: `AR00001444/1456/1582`.
  private static final Pattern LISTED =
      Pattern.compile(
          "([0-9A-Za-z][0-9A-Za-z-]*\\d{3})((?:\\s?["
              + LIST_MARKS
              + "]\\s?\\d{2,6}(?![0-9A-Za-z]))+)");

  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private Numbers() {}

  /// Capitals and digits only: how two numbers are compared when spelling must not matter.
  public static String plain(String number) {
    int same = 0;
    while (same < number.length() && isPlain(number.charAt(same))) {
      same++;
    }
    if (same == number.length()) {
      return number;
    }
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

  private static boolean isPlain(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  }

  /// Writes [#plain(String)] of bytes in an encoding that keeps ASCII; answers the length.
  public static int plain(byte[] bytes, int from, int length, byte[] scratch) {
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
  public static List<String> withoutSuffix(String reference) {
    List<String> bases = new ArrayList<>();
    String whole = reference.strip();
    byte[] bytes = whole.getBytes(StandardCharsets.ISO_8859_1);
    int base = withoutSuffix(bytes, 0, bytes.length);
    if (base > 0) {
      bases.add(plain(whole.substring(0, whole.length() - (bytes.length - base))));
    }
    String text = plain(reference);
    if (text.length() > SHORTEST_CUT) {
      bases.add(text.substring(0, text.length() - 1));
      bases.add(text.substring(0, text.length() - 2));
    }
    return bases;
  }

  /// The numbers of orders that the number of a refund may hold, plain, the longest first: shops
  /// make it of the order's with a word before it or a count behind it (`TK2024010012`,
  /// `2024010012T1`, `2024010012-2R01`).
  public static List<String> inRefund(String number) {
    Set<String> found = new LinkedHashSet<>();
    String text = number.strip();
    Matcher word = REFUND_WORD.matcher(text);
    for (String start :
        word.lookingAt() ? List.of(text, text.substring(word.end())) : List.of(text)) {
      String whole = plain(start);
      found.add(whole);
      for (String base : withoutSuffix(start)) {
        found.add(base);
        found.addAll(withoutSuffix(base));
      }
    }
    return found.stream()
        .filter(base -> base.length() >= SHORTEST_CUT)
        .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(base -> base))
        .toList();
  }

  /// The length of the number before a suffix that a retry may have left, 0 without one: `R2`,
  /// `-t12`, `_1`, `.3`, `01`, or one letter.
  public static int withoutSuffix(byte[] bytes, int from, int length) {
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
  /// joined, because people put blanks and dashes into numbers. Each once, in the order in which
  /// they stand there.
  public static List<String> inRemark(String remark) {
    String text = normal(remark);
    Set<String> found = new LinkedHashSet<>();
    int at = 0;
    while (at < text.length()) {
      at = isLetterOrDigit(text.charAt(at)) ? run(text, at, found) : at + 1;
    }
    return List.copyOf(found);
  }

  /// Numbers too short for [#inRemark] that the words beside them call an order's: `#1001`,
  /// `订单 2031`. Plain, each once, in the order in which they stand there.
  public static List<String> marked(String remark) {
    String text = normal(remark);
    if (!hasShortFigures(text)) {
      return List.of();
    }
    return MARKED
        .matcher(text)
        .results()
        .map(found -> plain(found.group(1)))
        .distinct()
        .limit(MOST_WORDS)
        .toList();
  }

  /// Whether as many digits stand together as a marked number has: most remarks have none.
  private static boolean hasShortFigures(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (digits >= FEWEST_MARKED && digits <= MOST_MARKED) {
        return true;
      } else {
        digits = 0;
      }
    }
    return digits >= FEWEST_MARKED && digits <= MOST_MARKED;
  }

  /// Words without any digit that may be an order's number all the same, plain, each once.
  public static List<String> letters(String remark) {
    String text = normal(remark);
    Set<String> found = new LinkedHashSet<>();
    int at = 0;
    while (at < text.length() && found.size() < MOST_WORDS) {
      int from = at;
      boolean onlyLetters = true;
      while (at < text.length() && isLetterOrDigit(text.charAt(at))) {
        onlyLetters &= text.charAt(at) > '9';
        at++;
      }
      if (onlyLetters && at - from >= FEWEST_LETTERS && at - from <= MOST_LETTERS) {
        found.add(plain(text.substring(from, at)));
      }
      at++;
    }
    return List.copyOf(found);
  }

  /// The numbers of a list in which only the first is written out, plain, without that first:
  /// the others begin as it does and end as they are written.
  public static List<String> listed(String remark) {
    String text = normal(remark);
    if (!hasListMark(text)) {
      return List.of();
    }
    List<String> found = new ArrayList<>();
    Matcher list = LISTED.matcher(text);
    while (list.find() && found.size() < MOST_WORDS) {
      String first = plain(list.group(1));
      Matcher end = DIGITS.matcher(list.group(2));
      while (end.find()) {
        int kept = first.length() - end.group().length();
        if (kept > 0) {
          found.add(first.substring(0, kept) + end.group());
        }
      }
    }
    return found;
  }

  /// Whether a mark between figures may part the numbers of a list: most remarks have none.
  private static boolean hasListMark(String text) {
    for (int i = 1; i + 1 < text.length(); i++) {
      if (LIST_MARKS.indexOf(text.charAt(i)) >= 0
          && isDigitOrBlank(text.charAt(i - 1))
          && isDigitOrBlank(text.charAt(i + 1))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDigitOrBlank(char c) {
    return (c >= '0' && c <= '9') || Character.isWhitespace(c);
  }

  /// The text with one form of every character: wide letters are letters (NFKC).
  public static String normal(String text) {
    int usual = 0;
    while (usual < text.length() && isUsual(text.charAt(usual))) {
      usual++;
    }
    return usual == text.length() ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /// Whether a character is ASCII or a common Chinese one: these have one form only.
  private static boolean isUsual(char c) {
    return c < 0x80 || (c >= 0x4e00 && c <= 0x9fff);
  }

  /// Adds the numbers of one run of words with nothing but gaps between them; answers its end.
  private static int run(String text, int from, Set<String> found) {
    StringBuilder letters = new StringBuilder();
    List<Integer> ends = new ArrayList<>();
    int at = from;
    while (at < text.length() && isLetterOrDigit(text.charAt(at))) {
      while (at < text.length() && isLetterOrDigit(text.charAt(at))) {
        char c = text.charAt(at++);
        letters.append(c >= 'a' ? (char) (c - 32) : c);
      }
      ends.add(letters.length());
      while (at < text.length() && isGap(text.charAt(at))) {
        at++;
      }
    }
    for (int i = 0; i < ends.size() && found.size() < MOST_WORDS; i++) {
      int start = i == 0 ? 0 : ends.get(i - 1);
      for (int k = i; k < Math.min(ends.size(), i + MOST_JOINED); k++) {
        addNumber(found, letters, start, ends.get(k));
      }
    }
    return at;
  }

  private static void addNumber(Set<String> found, StringBuilder letters, int from, int to) {
    int digits = 0;
    for (int i = from; i < to; i++) {
      digits += letters.charAt(i) <= '9' ? 1 : 0;
    }
    boolean mostlyDigits = to - from >= SHORTEST && digits >= LEAST_DIGITS;
    boolean mixed = to - from >= SHORTEST_MIXED && digits > 0 && digits < to - from;
    if (mostlyDigits || mixed) {
      found.add(letters.substring(from, to));
    }
  }

  private static boolean isLetterOrDigit(char c) {
    return isPlain(c) || (c >= 'a' && c <= 'z');
  }

  private static boolean isGap(char c) {
    return c == '-' || c == '_' || c == '.' || c == '/' || c == ' ';
  }

  /// Whether two plain numbers differ by one slip: a character replaced, dropped, added, or two
  /// neighbours swapped.
  public static boolean oneSlip(String a, String b) {
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
