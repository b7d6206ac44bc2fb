package guiwei.outcome;

import guiwei.decision.Decisions;
import guiwei.table.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/// What a run may be told. Every entry has a heading in `docs/settings.md`.
///
/// @param threads how many threads read and group
/// @param asOf the moment up to which the run judges what is late; without it, the latest
///     moment in the files
/// @param cutOff how long after an order says it is paid a receipt may still be on its way
/// @param refundTime how long a promised refund may be on its way
/// @param zone where the merchant's days begin and end
/// @param decisions what people decided about single facts
public record Settings(
    int threads,
    Optional<Instant> asOf,
    Duration cutOff,
    Duration refundTime,
    ZoneId zone,
    Decisions decisions) {
  public Settings {
    if (threads < 1 || threads > 256) {
      throw new IllegalArgumentException("threads must be 1 to 256, not " + threads);
    }
  }

  /// The defaults: both cores of a small machine, cut-off two days, refunds seven days.
  public static Settings standard() {
    return new Settings(
        Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 16),
        Optional.empty(),
        Duration.ofDays(2),
        Duration.ofDays(7),
        Times.BEIJING,
        Decisions.NONE);
  }

  /// The same with so many threads.
  public Settings withThreads(int count) {
    return new Settings(count, asOf, cutOff, refundTime, zone, decisions);
  }

  /// The same, judged as of a moment, or as of the latest in the files.
  public Settings withAsOf(Optional<Instant> moment) {
    return new Settings(threads, moment, cutOff, refundTime, zone, decisions);
  }

  /// The same with days of another zone.
  public Settings withZone(ZoneId other) {
    return new Settings(threads, asOf, cutOff, refundTime, other, decisions);
  }

  /// The same with what people decided.
  public Settings withDecisions(Decisions other) {
    return new Settings(threads, asOf, cutOff, refundTime, zone, other);
  }
}
