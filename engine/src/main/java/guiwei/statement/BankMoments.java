package guiwei.statement;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/// Reads the days and moments of bank formats into a posting.
final class BankMoments {
  private static final int DAY = 10;
  private static final int FURTHEST_ENTRY_DAYS = 183;

  private BankMoments() {}

  /// `2026-03-01`, `2026-03-01+08:00`, `2026-03-01T10:11:12.123+08:00`, with or without offset.
  ///
  /// @return whether the text is a moment that exists
  static boolean iso(Posting posting, String text, ZoneId zone) {
    try {
      if (text.indexOf('T') == DAY) {
        moment(posting, text, zone);
      } else {
        // an offset after a day says where the day began; the day is what the bank booked on
        posting.on(sane(LocalDate.parse(text.substring(0, Math.min(DAY, text.length())))), zone);
      }
      return true;
    } catch (DateTimeParseException noMoment) {
      return false;
    }
  }

  private static void moment(Posting posting, String text, ZoneId zone) {
    String time = text.substring(DAY);
    boolean offset = time.endsWith("Z") || time.indexOf('+') > 0 || time.indexOf('-') > 0;
    if (offset) {
      OffsetDateTime moment = OffsetDateTime.parse(text);
      sane(moment.toLocalDate());
      posting.at(moment);
    } else {
      LocalDateTime moment = LocalDateTime.parse(text);
      sane(moment.toLocalDate());
      posting.at(moment, zone);
    }
  }

  /// The day of `2026-03-01` or of a moment of that day; null where the text is neither.
  static @Nullable LocalDate day(String text) {
    try {
      return sane(LocalDate.parse(text.substring(0, Math.min(DAY, text.length()))));
    } catch (DateTimeParseException noDay) {
      return null;
    }
  }

  private static LocalDate sane(LocalDate day) {
    if (day.getYear() < 1970 || day.getYear() > 2200) {
      throw new DateTimeParseException("no year of ours", "", 0);
    }
    return day;
  }

  /// `yyMMdd`: years 80 to 99 are of the last century.
  static LocalDate sixDigits(String text) {
    try {
      int year = Integer.parseInt(text, 0, 2, DAY);
      return LocalDate.of(
          year + (year < 80 ? 2000 : 1900),
          Integer.parseInt(text, 2, 4, DAY),
          Integer.parseInt(text, 4, 6, DAY));
    } catch (NumberFormatException noDigits) {
      throw new DateTimeException("not six digits", noDigits);
    }
  }

  /// The same for a day that interest is counted from: where every month has 30 days, the last
  /// day of February is the 30th.
  static LocalDate bankDay(String text) {
    boolean thirty = text.endsWith("0229") || text.endsWith("0230");
    return thirty
        ? sixDigits(text.substring(0, 4) + "01").with(TemporalAdjusters.lastDayOfMonth())
        : sixDigits(text);
  }

  /// `MMdd` in the year that brings it closest to another day.
  static LocalDate fourDigitsNear(String text, LocalDate near) {
    int month = Integer.parseInt(text, 0, 2, DAY);
    int dayOfMonth = Integer.parseInt(text, 2, 4, DAY);
    for (int year = near.getYear() - 1; year <= near.getYear() + 1; year++) {
      boolean leapless = month == 2 && dayOfMonth == 29 && !java.time.Year.isLeap(year);
      if (!leapless) {
        LocalDate day = LocalDate.of(year, month, dayOfMonth);
        if (Math.abs(day.toEpochDay() - near.toEpochDay()) <= FURTHEST_ENTRY_DAYS) {
          return day;
        }
      }
    }
    throw new DateTimeException("no such day near");
  }
}
