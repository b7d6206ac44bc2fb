package guiwei.reconcile;

import guiwei.chance.Rhythm;

/// How soon payments follow their orders where a till is so busy that hardly a sale is alone with
/// its order.
///
/// Of all sales and orders of one amount within the hour, so many lie this far apart by chance as
/// lie so on the day before and the day after; what there are more of is the rhythm. The days are
/// compared by what lies furthest apart, which chance alone brings about.
final class Crowd {
  private static final long DAY = 86_400;

  /// What there are more of must be as clear as this many standard deviations.
  private static final double CLEARLY = 3;

  private Crowd() {}

  /// Shows the rhythm what chance does not explain.
  static void teach(TillGroup group, Rhythm rhythm) {
    long[] here = apart(group, 0);
    long[] before = apart(group, -DAY);
    long[] after = apart(group, DAY);
    int last = here.length - 1;
    double others = before[0] + before[last] + (double) after[0] + after[last];
    if (others == 0) {
      return;
    }
    double share = (here[0] + here[last]) / others;
    double[] more = new double[here.length];
    double[] error = new double[here.length];
    boolean[] clear = new boolean[here.length];
    for (int bin = 0; bin <= last; bin++) {
      double chance = share * (before[bin] + after[bin]);
      more[bin] = here[bin] - chance;
      error[bin] = Math.sqrt(here[bin] + share * chance);
      clear[bin] = more[bin] > CLEARLY * error[bin];
    }
    for (int bin = 0; bin <= last; bin++) {
      // beside the clear ones there may be as many as would not be noticed
      boolean beside = (bin > 0 && clear[bin - 1]) || (bin < last && clear[bin + 1]);
      double pairs = clear[bin] ? more[bin] : beside ? Math.max(more[bin], error[bin]) : 0;
      rhythm.learn(bin, (int) Math.round(pairs));
    }
  }

  /// How many sales and orders lie how far apart, by the bins of [Rhythm], were the orders this
  /// much later.
  private static long[] apart(TillGroup group, long shift) {
    long[] counts = new long[Rhythm.BINS];
    group.eachNear(shift, (sale, order) -> counts[Rhythm.bin(group.after(sale, order) - shift)]++);
    return counts;
  }
}
