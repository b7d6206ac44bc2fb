package guiwei.command;

import guiwei.table.Times;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/// What was said about time: where the merchant's days begin and end, and up to which moment the
/// run knows.
final class Moments {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern LOCAL =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?");

  private Moments() {}

  static ZoneId zone(Arguments arguments) throws Misuse {
    Optional<String> zone = arguments.one(Option.ZONE);
    if (zone.isEmpty()) {
      return Times.BEIJING;
    }
    try {
      return ZoneId.of(zone.get());
    } catch (DateTimeException e) {
      throw new Misuse("misuse.zone", Option.ZONE.word(), zone.get());
    }
  }

  /// The moment that was named, or the end of the day that was named.
  static Optional<Instant> asOf(Arguments arguments) throws Misuse {
    Optional<String> text = arguments.one(Option.AS_OF);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(moment(text.get(), zone(arguments)));
    } catch (DateTimeException e) {
      throw new Misuse("misuse.day", Option.AS_OF.word(), text.get());
    }
  }

  private static Instant moment(String text, ZoneId zone) {
    if (DAY.matcher(text).matches()) {
      return LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant();
    }
    if (LOCAL.matcher(text).matches()) {
      return LocalDateTime.parse(text).atZone(zone).toInstant();
    }
    return OffsetDateTime.parse(text).toInstant();
  }
}
