package guiwei.table;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads moments as channels write them into a row, in the file's zone where the text names
/// none.
///
/// Understood, with any separators, half- or full-width: year, month, day, then optionally
/// hour, minute, second, fraction and `Z` or an offset; `yyyyMMdd`, `yyyyMMddHHmmss`; seconds
/// or milliseconds since 1970; months by their English names, hours with AM, PM, 上午 or 下午.
/// Day-first dates are a matter of the mapping ([Order#DAY_FIRST]).
/// An instance remembers the last day and is not safe for several threads at once.
public final class Times {
  /// Which comes first in a written date.
  public enum Order {
    YEAR_FIRST,
    DAY_FIRST,
    MONTH_FIRST
  }

  private static final int DAY = 86_400;
  private static final int MOST_DIGITS = 17;
  private static final int MORNING = 1;
  private static final int AFTERNOON = 2;
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  /// 上午 and 下午 in UTF-8 and GBK.
  private static final byte[][] HALVES = {
    "上午".getBytes(StandardCharsets.UTF_8),
    "下午".getBytes(StandardCharsets.UTF_8),
    "上午".getBytes(Charset.forName("GB18030")),
    "下午".getBytes(Charset.forName("GB18030"))
  };

  /// The time of China, in which Chinese channels and banks write.
  public static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private final ZoneRules rules;
  private final boolean fixed;
  private final int fixedOffset;
  private final Order order;
  private int lastYear = -1;
  private int lastMonth;
  private int lastDay;
  private long lastEpochDay;

  // the parts of the text being read
  private final int[] parts = new int[7];
  private int count;
  private int explicitOffset;
  private boolean hasOffset;

  /// Which part was a month's name, or -1.
  private int named;

  /// Which half of the day the text names: 0 for none.
  private int half;

  public Times(ZoneId zone, Order order) {
    this.rules = zone.getRules();
    this.fixed = rules.isFixedOffset() || zone.equals(BEIJING);
    // China kept summer time from 1986 to 1991, before any of these files were written
    this.fixedOffset = rules.getOffset(Instant.EPOCH).getTotalSeconds();
    this.order = order;
  }

  /// The moment with its offset, or null where there is none.
  public static @Nullable OffsetDateTime at(boolean there, long epochSecond, int offsetSeconds) {
    return there
        ? Instant.ofEpochSecond(epochSecond).atOffset(ZoneOffset.ofTotalSeconds(offsetSeconds))
        : null;
  }

  /// Reads `bytes[from, to)` into the row.
  ///
  /// @return whether the text is a moment that exists
  public boolean read(Row row, byte[] bytes, int from, int to) {
    if (to - from == 19 && plain(row, bytes, from)) {
      return true;
    }
    return written(row, bytes, from, to);
  }

  /// Adds the time of day in `bytes[from, to)` to the day that the row already has.
  public boolean addTimeOfDay(Row row, byte[] bytes, int from, int to) {
    if (!split(bytes, from, to, true) || count == 0) {
      return false;
    }
    int hour = parts[0];
    int minute = parts[1];
    int second = parts[2];
    if (count == 1) {
      int digits = to - from;
      hour = digits > 4 ? parts[0] / 10_000 : parts[0] / 100;
      minute = digits > 4 ? parts[0] / 100 % 100 : parts[0] % 100;
      second = digits > 4 ? parts[0] % 100 : 0;
    }
    if (hour > 23 || minute > 59 || second > 59 || !row.hasTime) {
      return false;
    }
    long localDay = Math.floorDiv(row.epochSecond + row.offsetSeconds, DAY);
    place(row, localDay, hour * 3600 + minute * 60 + second);
    row.dayOnly = false;
    return true;
  }

  /// `yyyy?MM?dd?HH?mm?ss`, by far the most common form: no loop, no allocation.
  private boolean plain(Row row, byte[] b, int i) {
    int year = digits2(b, i) * 100 + digits2(b, i + 2);
    int month = digits2(b, i + 5);
    int day = digits2(b, i + 8);
    int hour = digits2(b, i + 11);
    int minute = digits2(b, i + 14);
    int second = digits2(b, i + 17);
    if ((year | month | day | hour | minute | second) < 0
        || !separator(b[i + 4])
        || b[i + 7] != b[i + 4]
        || b[i + 13] != ':'
        || b[i + 16] != ':'
        || hour > 23
        || minute > 59
        || second > 59) {
      return false;
    }
    long epochDay = epochDay(year, month, day);
    if (epochDay == Long.MIN_VALUE) {
      return false;
    }
    row.dayOnly = false;
    place(row, epochDay, hour * 3600 + minute * 60 + second);
    return true;
  }

  private static boolean separator(byte b) {
    return b == '-' || b == '/' || b == '.';
  }

  private static int digits2(byte[] b, int i) {
    int high = b[i] - '0';
    int low = b[i + 1] - '0';
    return (high | low) < 0 || high > 9 || low > 9 ? -10_000 : high * 10 + low;
  }

  private boolean written(Row row, byte[] bytes, int from, int to) {
    if (leadingDigits(bytes, from, to) >= 8) {
      return compact(row, bytes, from, to);
    }
    if (!split(bytes, from, to, false)) {
      return false;
    }
    if (count < 3 || isClock(bytes, from, to)) {
      return false;
    }
    Order said = named < 0 ? order : named == 0 ? Order.MONTH_FIRST : Order.DAY_FIRST;
    int year = parts[said == Order.YEAR_FIRST || parts[0] > 31 ? 0 : 2];
    boolean yearFirst = year == parts[0] && (said == Order.YEAR_FIRST || parts[0] > 31);
    int month = yearFirst ? parts[1] : said == Order.MONTH_FIRST ? parts[0] : parts[1];
    int day = yearFirst ? parts[2] : said == Order.MONTH_FIRST ? parts[1] : parts[0];
    return place(row, year < 100 ? 2000 + year : year, month, day, count > 3, 3);
  }

  private static int leadingDigits(byte[] b, int from, int to) {
    int i = from;
    while (i < to && b[i] >= '0' && b[i] <= '9') {
      i++;
    }
    return i - from;
  }

  /// `18:06:06` is a time of day and no sixth of June.
  private static boolean isClock(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] < '0' || bytes[i] > '9') {
        return bytes[i] == ':';
      }
    }
    return false;
  }

  /// `yyyyMMdd`, `yyyyMMdd HH:mm:ss`, `yyyyMMddHHmmss.SSS+0800`, or seconds since 1970.
  private boolean compact(Row row, byte[] b, int from, int to) {
    StringBuilder digits = new StringBuilder();
    hasOffset = false;
    int i = from;
    while (i < to && digits.length() <= MOST_DIGITS) {
      char c = (char) (b[i] & 0xff);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      } else if (c == '.' && digits.length() == 14) {
        i = skipFraction(b, i + 1, to);
        continue;
      } else if (digits.length() >= 12 && (c == '+' || c == '-' || c == 'Z')) {
        if (!offset(b, i, to)) {
          return false;
        }
        break;
      } else if (c != ' ' && c != 'T' && c != ':' && c != '-') {
        return false;
      }
      i++;
    }
    String d = digits.toString();
    return switch (d.length()) {
      case 8 -> place(row, number(d, 0, 4), number(d, 4, 6), number(d, 6, 8), false, 0);
      case 12, 14, 17 -> calendar(row, d);
      case 10, 13 -> to - from == d.length() && epoch(row, d);
      default -> false;
    };
  }

  private boolean calendar(Row row, String d) {
    parts[0] = number(d, 8, 10);
    parts[1] = number(d, 10, 12);
    parts[2] = d.length() == 12 ? 0 : number(d, 12, 14);
    count = 3;
    return place(row, number(d, 0, 4), number(d, 4, 6), number(d, 6, 8), true, 0);
  }

  private boolean epoch(Row row, String d) {
    long value = Long.parseLong(d);
    row.epochSecond = d.length() == 13 ? value / 1000 : value;
    row.offsetSeconds = rules.getOffset(Instant.ofEpochSecond(row.epochSecond)).getTotalSeconds();
    row.hasTime = true;
    row.dayOnly = false;
    return true;
  }

  private static int number(String digits, int from, int to) {
    return Integer.parseInt(digits, from, to, 10);
  }

  private boolean place(Row row, int year, int month, int day, boolean timed, int firstPart) {
    long epochDay = epochDay(year, month, day);
    if (epochDay == Long.MIN_VALUE) {
      return false;
    }
    int hour = timed ? parts[firstPart] : 0;
    int minute = timed && count > firstPart + 1 ? parts[firstPart + 1] : 0;
    int second = timed && count > firstPart + 2 ? parts[firstPart + 2] : 0;
    boolean midnight = hour == 24 && minute == 0 && second == 0;
    if ((hour > 23 && !midnight) || minute > 59 || second > 59) {
      return false;
    }
    row.dayOnly = !timed;
    int secondOfDay = hour * 3600 + minute * 60 + second;
    if (hasOffset) {
      row.epochSecond = epochDay * DAY + secondOfDay - explicitOffset;
      row.offsetSeconds = explicitOffset;
      row.hasTime = true;
    } else {
      place(row, epochDay, secondOfDay);
    }
    return true;
  }

  private void place(Row row, long epochDay, int secondOfDay) {
    int offset;
    if (fixed) {
      offset = fixedOffset;
    } else {
      LocalDateTime local =
          LocalDateTime.of(
              LocalDate.ofEpochDay(epochDay), LocalTime.ofSecondOfDay(secondOfDay % DAY));
      offset = rules.getOffset(local).getTotalSeconds();
    }
    row.epochSecond = epochDay * DAY + secondOfDay - offset;
    row.offsetSeconds = offset;
    row.hasTime = true;
  }

  private long epochDay(int year, int month, int day) {
    if (year == lastYear && month == lastMonth && day == lastDay) {
      return lastEpochDay;
    }
    if (year < 1970 || year > 2200) {
      return Long.MIN_VALUE;
    }
    try {
      lastEpochDay = LocalDate.of(year, month, day).toEpochDay();
    } catch (DateTimeException noSuchDay) {
      return Long.MIN_VALUE;
    }
    lastYear = year;
    lastMonth = month;
    lastDay = day;
    return lastEpochDay;
  }

  /// Splits the text into its numbers; reads an offset at the end of a full date and time.
  private boolean split(byte[] b, int from, int to, boolean timeOnly) {
    count = 0;
    hasOffset = false;
    named = -1;
    half = 0;
    if (to - from > 40) {
      return false;
    }
    int i = from;
    while (i < to) {
      int digit = b[i] - '0';
      if (digit < 0 || digit > 9) {
        if (count >= (timeOnly ? 1 : 4) && (b[i] == '+' || b[i] == '-' || b[i] == 'Z')) {
          return offset(b, i, to);
        }
        if (b[i] == '.' && count == (timeOnly ? 3 : 6)) {
          i = skipFraction(b, i + 1, to);
          continue;
        }
        i = word(b, i, to, timeOnly);
        if (i < 0) {
          return false;
        }
        continue;
      }
      long value = 0;
      while (i < to && b[i] >= '0' && b[i] <= '9') {
        value = Math.min(value * 10 + b[i++] - '0', Integer.MAX_VALUE);
      }
      if (count == parts.length) {
        return false;
      }
      parts[count++] = (int) value;
    }
    for (int k = count; k < parts.length; k++) {
      parts[k] = 0;
    }
    return inHalf(timeOnly ? 0 : 3);
  }

  /// Reads what stands between figures; answers where it ends, or -1 where it is no part of a
  /// moment.
  private int word(byte[] b, int from, int to, boolean timeOnly) {
    if (b[from] < 0) {
      return from + (half == 0 ? chineseHalf(b, from, to) : 1);
    }
    int end = from;
    while (end < to && b[end] > 0 && Character.isLetter(b[end])) {
      end++;
    }
    if (end <= from + 1) {
      return end == from || b[from] == 'T' ? from + 1 : -1;
    }
    String word =
        new String(b, from, end - from, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    if (count > (timeOnly ? 0 : 3) && (word.equals("am") || word.equals("pm"))) {
      half = word.equals("am") ? MORNING : AFTERNOON;
      return end;
    }
    int month = timeOnly || named >= 0 || count > 1 ? 0 : month(word);
    if (month > 0) {
      named = count;
      parts[count++] = month;
    }
    return month > 0 ? end : -1;
  }

  private static int month(String word) {
    for (int i = 0; i < MONTHS.size(); i++) {
      boolean cut = word.length() == 3 || word.equals("sept");
      if (cut ? MONTHS.get(i).startsWith(word) : MONTHS.get(i).equals(word)) {
        return i + 1;
      }
    }
    return 0;
  }

  private int chineseHalf(byte[] b, int from, int to) {
    for (int i = 0; i < HALVES.length; i++) {
      int length = HALVES[i].length;
      if (from + length <= to && Arrays.equals(b, from, from + length, HALVES[i], 0, length)) {
        half = i % 2 == 0 ? MORNING : AFTERNOON;
        return length;
      }
    }
    return 1;
  }

  /// Puts the hour into the half of the day that was named.
  private boolean inHalf(int hourPart) {
    if (half != 0 && count > hourPart && parts[hourPart] <= 12) {
      parts[hourPart] = parts[hourPart] % 12 + (half == AFTERNOON ? 12 : 0);
    }
    return half == 0 || count > hourPart;
  }

  private int skipFraction(byte[] b, int from, int to) {
    int i = from;
    while (i < to && b[i] >= '0' && b[i] <= '9') {
      i++;
    }
    return i;
  }

  private boolean offset(byte[] b, int from, int to) {
    for (int k = count; k < parts.length; k++) {
      parts[k] = 0;
    }
    hasOffset = true;
    explicitOffset = 0;
    if (b[from] == 'Z') {
      return from + 1 == to;
    }
    String text =
        new String(b, from + 1, to - from - 1, StandardCharsets.ISO_8859_1).replace(":", "");
    if (!text.matches("\\d{2}|\\d{4}")) {
      return false;
    }
    int hours = number(text, 0, 2);
    int minutes = text.length() == 4 ? number(text, 2, 4) : 0;
    int seconds = hours * 3600 + minutes * 60;
    explicitOffset = b[from] == '-' ? -seconds : seconds;
    return hours <= 18 && minutes < 60;
  }
}
