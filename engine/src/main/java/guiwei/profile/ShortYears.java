package guiwei.profile;

import guiwei.table.Times;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether the years of a column's dates come first or last where they have two digits, as in
/// `11/3/26` and `26.11.03`: every such date exists read either way.
final class ShortYears {
  /// No file is of a day before anybody paid with a telephone.
  private static final int EARLIEST = 13;

  private static final Pattern SHORT =
      Pattern.compile("(\\d{1,2})([-/.])\\d{1,2}\\2(\\d{2})(?!\\d).*");

  private final Set<Integer> firsts = new HashSet<>();
  private final Set<Integer> lasts = new HashSet<>();
  private int count;

  void add(String value) {
    Matcher date = SHORT.matcher(value);
    if (date.matches()) {
      firsts.add(Integer.valueOf(date.group(1)));
      lasts.add(Integer.valueOf(date.group(3)));
      count++;
    }
  }

  /// Takes the readings away that have the year where it is not.
  void rule(int[] moments) {
    boolean first = mayBeYears(firsts, lasts);
    boolean last = mayBeYears(lasts, firsts);
    if (first == last) {
      return;
    }
    for (Times.Order order : Times.Order.values()) {
      if ((order == Times.Order.YEAR_FIRST) != first) {
        moments[order.ordinal()] = Math.max(0, moments[order.ordinal()] - count);
      }
    }
  }

  /// Whether nothing tells.
  boolean either() {
    return mayBeYears(firsts, lasts) && mayBeYears(lasts, firsts);
  }

  /// Days change from row to row, years hardly do.
  private static boolean mayBeYears(Set<Integer> these, Set<Integer> others) {
    return !these.isEmpty()
        && these.size() <= others.size()
        && these.stream().allMatch(year -> year >= EARLIEST);
  }
}
