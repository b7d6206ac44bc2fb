package guiwei.world;

/// A card terminal with a clock of its own.
final class Till {
  final String id;
  private final long offsetSeconds;
  private final double driftPerDay;
  private int trace;

  Till(String id, long offsetSeconds, double driftPerDay, int trace) {
    this.id = id;
    this.offsetSeconds = offsetSeconds;
    this.driftPerDay = driftPerDay;
    this.trace = trace;
  }

  /// What the till's clock shows `sinceStart` seconds into the period.
  long shows(long at, long sinceStart) {
    return at + offsetSeconds + Math.round(driftPerDay * sinceStart / Clock.DAY);
  }

  int nextTrace() {
    trace = trace % 999_999 + 1;
    return trace;
  }
}
