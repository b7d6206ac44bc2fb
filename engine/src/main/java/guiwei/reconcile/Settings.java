package guiwei.reconcile;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What a run may be told. Every entry has a heading in `docs/settings.md`.
///
/// @param threads how many threads read and group
/// @param asOf the moment up to which the run judges what is late; without it, the latest
///     moment in the files
/// @param cutOff how long after an order says it is paid a receipt may still be on its way
/// @param refundTime how long a promised refund may be on its way
public record Settings(int threads, Optional<Instant> asOf, Duration cutOff, Duration refundTime) {
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
        Duration.ofDays(7));
  }
}
