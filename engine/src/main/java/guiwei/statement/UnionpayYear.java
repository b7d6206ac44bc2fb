package guiwei.statement;

import static guiwei.statement.UnionpayDetail.ZM;

import guiwei.table.Row;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the year of times that are written without one.
///
/// In this order: the query number, which begins with two more digits, the year's two, and the
/// same month and day, or with the year's two and the very same moment; eight digits of a date
/// inside the order number with the same month and day; the year nearest to the row before; at
/// the first rows to the clearing date in the name of the file (`INN260105…`) or else to the
/// first row that tells its own, in the first 64 KB. Without any of them the row is refused: a
/// guessed year would be a wrong time.
final class UnionpayYear {
  private static final Pattern NAMED = Pattern.compile("INN(\\d{2})(\\d{2})(\\d{2})");
  private static final int DAY = 86_400;
  private static final int OFFSET = 8 * 3600;

  private long nearDay = Long.MIN_VALUE;

  UnionpayYear(String name) {
    Matcher named = NAMED.matcher(name);
    if (named.find()) {
      nearDay =
          day(
              2000 + Integer.parseInt(named.group(1)),
              Integer.parseInt(named.group(2)),
              Integer.parseInt(named.group(3)));
    }
  }

  /// Whether a date is known that other rows lie near.
  boolean isKnown() {
    return nearDay != Long.MIN_VALUE;
  }

  /// Takes the date of a line that tells its year, as what the lines around it lie near.
  void learn(byte[] line, int length) {
    int from = ZM.from(UnionpayDetail.TIME);
    if (ZM.digits(line, length, UnionpayDetail.TIME)) {
      nearDay = told(line, length, two(line, from), two(line, from + 2));
    }
  }

  /// Sets the row's time; answers whether it exists and has a year.
  boolean time(byte[] line, int length, Row row) {
    int from = ZM.from(UnionpayDetail.TIME);
    if (!ZM.digits(line, length, UnionpayDetail.TIME)) {
      return false;
    }
    int month = two(line, from);
    int date = two(line, from + 2);
    int hour = two(line, from + 4);
    int minute = two(line, from + 6);
    int second = two(line, from + 8);
    long day = told(line, length, month, date);
    if (day == Long.MIN_VALUE) {
      day = nearest(month, date);
    }
    if (day == Long.MIN_VALUE || hour > 23 || minute > 59 || second > 59) {
      return false;
    }
    nearDay = day;
    row.epochSecond = day * DAY + hour * 3600L + minute * 60L + second - OFFSET;
    row.offsetSeconds = OFFSET;
    row.hasTime = true;
    return true;
  }

  /// The day whose year the line itself tells, `Long.MIN_VALUE` where it does not.
  private static long told(byte[] line, int length, int month, int date) {
    int query = ZM.start(line, length, UnionpayDetail.QUERY);
    int digits = ZM.end(line, length, UnionpayDetail.QUERY) - query;
    if (digits >= 8
        && two(line, query + 4) == month
        && two(line, query + 6) == date
        && two(line, query + 2) >= 10) {
      return day(2000 + two(line, query + 2), month, date);
    }
    if (digits >= 12 && two(line, query) >= 10 && isMoment(line, query + 2)) {
      return day(2000 + two(line, query), month, date);
    }
    int last = ZM.end(line, length, UnionpayDetail.ORDER) - 8;
    for (int i = ZM.start(line, length, UnionpayDetail.ORDER); i <= last; i++) {
      if (two(line, i) == 20
          && two(line, i + 2) >= 10
          && two(line, i + 4) == month
          && two(line, i + 6) == date) {
        return day(2000 + two(line, i + 2), month, date);
      }
    }
    return Long.MIN_VALUE;
  }

  /// Whether the ten digits there are the line's own time.
  private static boolean isMoment(byte[] line, int at) {
    int from = ZM.from(UnionpayDetail.TIME);
    return Arrays.equals(line, at, at + 10, line, from, from + 10);
  }

  private long nearest(int month, int date) {
    if (nearDay == Long.MIN_VALUE) {
      return Long.MIN_VALUE;
    }
    int year = LocalDate.ofEpochDay(nearDay).getYear();
    long best = Long.MIN_VALUE;
    for (int candidate = year - 1; candidate <= year + 1; candidate++) {
      long day = day(candidate, month, date);
      if (day != Long.MIN_VALUE
          && (best == Long.MIN_VALUE || Math.abs(day - nearDay) < Math.abs(best - nearDay))) {
        best = day;
      }
    }
    return best;
  }

  private static long day(int year, int month, int date) {
    try {
      return LocalDate.of(year, month, date).toEpochDay();
    } catch (DateTimeException noSuchDay) {
      return Long.MIN_VALUE;
    }
  }

  /// Two digits as a number, -1 when they are none.
  private static int two(byte[] line, int at) {
    int high = line[at] - '0';
    int low = line[at + 1] - '0';
    return high < 0 || high > 9 || low < 0 || low > 9 ? -1 : high * 10 + low;
  }
}
