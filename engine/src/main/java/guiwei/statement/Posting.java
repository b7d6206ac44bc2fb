package guiwei.statement;

import guiwei.table.LineKind;
import guiwei.table.Num;
import guiwei.table.State;
import guiwei.table.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;

/// One movement on a bank account in our own words, before it is a row. Filled anew for each
/// movement of a format that is not cut from delimited text.
final class Posting {
  private final Map<Text, String> words = new EnumMap<>(Text.class);
  LineKind kind = LineKind.OTHER;
  State state = State.DONE;
  int currency;

  /// What moved on the account, signed, in minor units.
  long minor;

  /// What the bank took off before it booked, in minor units; the payer's order came to both.
  long feeMinor;

  private long epochSecond;
  private int offsetSeconds;
  private boolean dayOnly;
  private boolean timed;

  /// Sets a text unless it is empty.
  Posting word(Text text, String value) {
    if (!value.isBlank()) {
      words.put(text, value.strip());
    }
    return this;
  }

  /// Sets a text unless it is empty or already set.
  Posting wordIfNone(Text text, String value) {
    return words.containsKey(text) ? this : word(text, value);
  }

  String word(Text text) {
    return words.getOrDefault(text, "");
  }

  Map<Text, String> words() {
    return words;
  }

  /// The movement happened on this day; the file names no hour.
  void on(LocalDate day, ZoneId zone) {
    at(day.atStartOfDay(), zone);
    dayOnly = true;
  }

  /// The movement happened at this hour of the bank's clock.
  void at(LocalDateTime local, ZoneId zone) {
    at(local.atZone(zone).toOffsetDateTime());
  }

  void at(OffsetDateTime moment) {
    epochSecond = moment.toEpochSecond();
    offsetSeconds = moment.getOffset().getTotalSeconds();
    timed = true;
    dayOnly = false;
  }

  boolean timed() {
    return timed;
  }

  boolean dayOnly() {
    return dayOnly;
  }

  long epochSecond() {
    return epochSecond;
  }

  int offsetSeconds() {
    return offsetSeconds;
  }

  /// The day of the movement at its own offset, as text, for the identity of the facts.
  String day() {
    return timed
        ? Instant.ofEpochSecond(epochSecond + offsetSeconds).toString().substring(0, 10)
        : "";
  }

  /// What the payer's order came to, signed: what moved and what the bank took off before.
  long orderMinor() {
    return Math.addExact(minor, feeMinor);
  }

  /// The fee for [Num#FEE_MILLI], or [Num#NONE].
  long feeMilli() {
    return feeMinor == 0 ? Num.NONE : Math.multiplyExact(feeMinor, 1000);
  }
}
