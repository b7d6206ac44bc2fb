package guiwei.bench.score;

/// Right, wrong and missed, and what follows from them.
///
/// @param found reported and true
/// @param wrong reported and not true
/// @param missed true and not reported
public record Rates(long found, long wrong, long missed) {
  public static final Rates NONE = new Rates(0, 0, 0);

  /// The standard normal value of a two-sided 95% interval.
  private static final double Z = 1.959964;

  /// The share of reports that are true; 1 when nothing was reported.
  public double precision() {
    return share(found, found + wrong);
  }

  /// The share of the truth that was reported; 1 when there was nothing to report.
  public double recall() {
    return share(found, found + missed);
  }

  public double f1() {
    return share(2 * found, 2 * found + wrong + missed);
  }

  /// How many there truly are.
  public long truth() {
    return found + missed;
  }

  public Interval precisionInterval() {
    return Interval.wilson(found, found + wrong);
  }

  public Interval recallInterval() {
    return Interval.wilson(found, found + missed);
  }

  public Rates plus(Rates other) {
    return new Rates(found + other.found, wrong + other.wrong, missed + other.missed);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }

  /// Where a share probably lies when only some cases were seen.
  public record Interval(double low, double high) {
    /// Wilson's score interval at 95%; it stays inside 0 to 1 and is honest for small counts.
    static Interval wilson(long hits, long cases) {
      if (cases == 0) {
        return new Interval(0, 1);
      }
      double p = (double) hits / cases;
      double z2 = Z * Z / cases;
      double middle = (p + z2 / 2) / (1 + z2);
      double half = Z * Math.sqrt(p * (1 - p) / cases + z2 / cases / 4) / (1 + z2);
      return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
    }
  }
}
