package guiwei.world;

import java.time.LocalDate;

/// Local time as seconds since 1970-01-01T00:00:00 in the merchant's zone (+08:00), and how
/// files write it.
final class Clock {
  static final int DAY = 86_400;

  private Clock() {}

  static long of(LocalDate day, int secondOfDay) {
    return day.toEpochDay() * DAY + secondOfDay;
  }

  static LocalDate date(long at) {
    return LocalDate.ofEpochDay(Math.floorDiv(at, DAY));
  }

  static int secondOfDay(long at) {
    return (int) Math.floorMod(at, (long) DAY);
  }

  /// `20260301`.
  static String compact(LocalDate day) {
    return "" + (day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth());
  }

  /// `260301`.
  static String brief(LocalDate day) {
    return compact(day).substring(2);
  }

  /// `2026年03月01日`.
  static String chinese(LocalDate day) {
    String compact = compact(day);
    return compact.substring(0, 4)
        + "年"
        + compact.substring(4, 6)
        + "月"
        + compact.substring(6)
        + "日";
  }

  /// `101112`.
  static String hhmmss(long at) {
    int second = secondOfDay(at);
    int figures = second / 3600 * 10_000 + second / 60 % 60 * 100 + second % 60;
    return Integer.toString(1_000_000 + figures).substring(1);
  }
}
