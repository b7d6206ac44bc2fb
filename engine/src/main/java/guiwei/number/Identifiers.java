package guiwei.number;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What customers are told apart by besides a name, and what payers therefore write: a room, a
/// plate, a pupil's number. `3-1-0502`, `3栋1单元502` and `3#1-502室` are one room: groups of
/// letters and digits in their order, without leading zeros.
public final class Identifiers {
  /// What may stand between two groups of one identifier.
  private static final String JOINTS = "-_./#—–·~栋幢座楼号单元层室房户铺";

  private static final int LONGEST_JOINT = 3;
  private static final int LEAST_DIGITS = 3;
  private static final int LEAST_ALONE = 5;
  private static final int MOST_GROUPS = 6;
  private static final int MOST_RUNS = 50;

  /// Letters and digits of a plate after its province.
  private static final int SHORTEST_PLATE = 6;

  private static final int LONGEST_PLATE = 7;

  /// A month behind a room, written in one: `70110月`.
  private static final Pattern MONTH_BEHIND = Pattern.compile("(?<=[0-9]{2})(1[0-2]|[1-9])(?=月)");

  private static final String PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

  /// A car's plate: the province, the place, and five or six letters and digits.
  private static final Pattern PLATE =
      Pattern.compile(
          "[" + PROVINCES + "][A-Z][-·. ]?" + "(?=[A-Z0-9]*[0-9])[A-Z0-9]{5,6}(?![A-Z0-9])");

  private Identifiers() {}

  /// The only plate in the words, spelt in one way, or nothing.
  public static String plate(String words) {
    if (!mayHoldPlate(words)) {
      return "";
    }
    Matcher matcher = PLATE.matcher(words.toUpperCase(Locale.ROOT));
    if (!matcher.find()) {
      return "";
    }
    String plate = matcher.group().replaceAll("[-·. ]", "");
    while (matcher.find()) {
      if (!matcher.group().replaceAll("[-·. ]", "").equals(plate)) {
        return "";
      }
    }
    return plate;
  }

  /// Whether a Latin letter follows a province: most words need no closer look.
  private static boolean mayHoldPlate(String words) {
    for (int i = 0; i + 1 < words.length(); i++) {
      char next = words.charAt(i + 1);
      boolean letter = (next >= 'A' && next <= 'Z') || (next >= 'a' && next <= 'z');
      if (letter && PROVINCES.indexOf(words.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// Every identifier that the words hold, spelt in one way.
  public static Set<String> in(String words) {
    Set<String> found = new LinkedHashSet<>();
    String plate = plate(words);
    if (!plate.isEmpty()) {
      found.add(plate);
    }
    String text = Numbers.normal(words).toLowerCase(Locale.ROOT);
    collect(text, found);
    Matcher month = MONTH_BEHIND.matcher(text);
    if (text.indexOf('月') > 0 && month.find()) {
      collect(month.replaceAll(" $1"), found);
    }
    return found;
  }

  private static void collect(String text, Set<String> found) {
    List<String> run = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (!isLetterOrDigit(text.charAt(at))) {
        at++;
        continue;
      }
      int end = wordEnd(text, at);
      if (run.isEmpty() && isPlateless(text, at, end)) {
        found.add(text.substring(at, end));
      }
      at = group(text, at, run);
      int next = joint(text, at);
      if (next < 0 || run.size() >= MOST_GROUPS) {
        add(run, found);
        run.clear();
      } else {
        at = next;
      }
      if (found.size() >= MOST_RUNS) {
        break;
      }
    }
  }

  private static int wordEnd(String text, int from) {
    int to = from;
    while (to < text.length() && isLetterOrDigit(text.charAt(to))) {
      to++;
    }
    return to;
  }

  /// Whether this may be a plate without its province, whose zeros count.
  private static boolean isPlateless(String text, int from, int to) {
    if (to - from < SHORTEST_PLATE || to - from > LONGEST_PLATE || isDigit(text.charAt(from))) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /// Reads letters or digits, whichever stand here; answers where they end.
  private static int group(String text, int from, List<String> run) {
    boolean digit = isDigit(text.charAt(from));
    int to = from;
    while (to < text.length()
        && isLetterOrDigit(text.charAt(to))
        && isDigit(text.charAt(to)) == digit) {
      to++;
    }
    int start = from;
    while (digit && start < to - 1 && text.charAt(start) == '0') {
      start++;
    }
    run.add(text.substring(start, to));
    return to;
  }

  /// Where the next group of the identifier begins, or -1 if none follows.
  private static int joint(String text, int from) {
    int at = from;
    while (at < text.length()
        && at - from < LONGEST_JOINT
        && JOINTS.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at < text.length() && isLetterOrDigit(text.charAt(at)) ? at : -1;
  }

  private static void add(List<String> run, Set<String> found) {
    int digits = 0;
    for (String group : run) {
      digits += isDigit(group.charAt(0)) ? group.length() : 0;
    }
    boolean alone = run.size() == 1;
    if (digits >= (alone ? LEAST_ALONE : LEAST_DIGITS)) {
      found.add(String.join("-", run));
    }
  }

  private static boolean isLetterOrDigit(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
