package guiwei.chance;

import java.util.Arrays;

/// How long after its order a payment comes, as a density per second, learnt from payments that
/// can belong to one order only.
///
/// Bins are narrow near the order and wide far from it. A prior worth a few pairs (most come
/// within two minutes, some before the order is entered) stands in while little is known; far
/// away the density falls with the distance, as in "the next morning".
public final class Rhythm {
  /// Pairs further apart than this teach nothing.
  public static final int NEAR_SECONDS = 3600;

  /// Payments this far from their order are still thinkable.
  public static final int FAR_SECONDS = 3 * 86_400;

  private static final int[] FAR_EDGES = {
    NEAR_SECONDS,
    6 * 3600,
    12 * 3600,
    18 * 3600,
    30 * 3600,
    54 * 3600,
    78 * 3600,
    102 * 3600,
    150 * 3600,
    200 * 3600,
    400 * 3600,
    800 * 3600
  };

  /// Pairs further apart than this teach nothing either.
  public static final int LONGEST_SECONDS = FAR_EDGES[FAR_EDGES.length - 1];

  /// How clearly more pairs must lie after their orders than chance puts before them.
  private static final double CLEARLY = 3;

  /// The share of payments that come further away than [#NEAR_SECONDS] where nothing is learnt.
  private static final double FAR_SHARE = 0.004;

  private static final double PRIOR_PAIRS = 12;
  private static final int[] EDGES = {
    0, 10, 20, 30, 45, 60, 90, 120, 180, 240, 300, 420, 600, 900, 1800, NEAR_SECONDS
  };
  private static final int HALF = EDGES.length - 1;

  /// Bins of pairs within [#NEAR_SECONDS], see [#bin].
  public static final int BINS = 2 * HALF;

  /// Per bin, those before the order first, the farthest first.
  private final double[] counts = new double[BINS];

  /// The same without the prior.
  private final int[] learnt = new int[BINS];

  private double total;

  /// Lonely sales and orders of one amount that lie far apart: the sale after the order, and the
  /// sale before it, which is what chance alone brings about.
  private final double[] farAfter = new double[FAR_EDGES.length - 1];

  private final double[] farBefore = new double[FAR_EDGES.length - 1];
  private final double[] excess = new double[FAR_EDGES.length - 1];
  private double lateShare;
  private boolean isLate;
  private boolean weighed;

  /// Knows the prior alone.
  public Rhythm() {
    for (int bin = 0; bin < counts.length; bin++) {
      double expected = PRIOR_PAIRS * prior(bin);
      counts[bin] = expected;
      total += expected;
    }
  }

  /// Takes over what another has learnt.
  public void learnAll(Rhythm other) {
    for (int bin = 0; bin < counts.length; bin++) {
      learn(bin, other.learnt[bin]);
    }
    for (int bin = 0; bin < farAfter.length; bin++) {
      farAfter[bin] += other.farAfter[bin];
      farBefore[bin] += other.farBefore[bin];
    }
  }

  /// Takes note of so many pairs of a [#bin].
  public void learn(int bin, int pairs) {
    weighed = false;
    learnt[bin] += pairs;
    counts[bin] += pairs;
    total += pairs;
  }

  /// What a stranger to this merchant would guess for a bin.
  private static double prior(int bin) {
    boolean after = bin >= HALF;
    int i = after ? bin - HALF : HALF - 1 - bin;
    double mean = after ? 60 : 120;
    double quick = Math.exp(-EDGES[i] / mean) - Math.exp(-EDGES[i + 1] / mean);
    double slow = (Math.log(EDGES[i + 1] + 30) - Math.log(EDGES[i] + 30)) / Math.log(121);
    return (after ? 0.65 : 0.25) * quick + 0.05 * slow;
  }

  /// Takes note of a payment so many seconds after its order.
  public void learn(long seconds) {
    if (Math.abs(seconds) < NEAR_SECONDS) {
      learn(bin(seconds), 1);
    }
  }

  /// Takes note of a sale and an order of one amount that lie far apart and have nothing nearer.
  ///
  /// @param share of one sale, which may fit several orders
  public void learnFar(long seconds, double share) {
    int bin = farBin(Math.abs(seconds));
    if (bin >= 0) {
      (seconds > 0 ? farAfter : farBefore)[bin] += share;
      weighed = false;
    }
  }

  private static int farBin(long distance) {
    for (int i = 0; i + 1 < FAR_EDGES.length; i++) {
      if (distance >= FAR_EDGES[i] && distance < FAR_EDGES[i + 1]) {
        return i;
      }
    }
    return -1;
  }

  /// Adds up what was learnt of late payments since it was last asked for. Once weighed, any
  /// number of threads may ask.
  public void weigh() {
    if (weighed) {
      return;
    }
    double after = Arrays.stream(farAfter).sum();
    double before = Arrays.stream(farBefore).sum();
    isLate = after - before > CLEARLY * Math.sqrt(after + before + 1);
    double late = 0;
    for (int bin = 0; bin < excess.length; bin++) {
      double more = farAfter[bin] - farBefore[bin];
      boolean clear = isLate && more > Math.sqrt(farAfter[bin] + farBefore[bin] + 1);
      excess[bin] = clear ? more : 0;
      late += excess[bin];
    }
    lateShare = late / (total + late);
    weighed = true;
  }

  /// How many pairs of this bin chance does not explain: guests who pay when they leave. Whether
  /// there is such a custom at all, all bins say together.
  private double excess(int bin) {
    weigh();
    return excess[bin];
  }

  /// Whether paying days after the order is a custom here.
  public boolean isLate() {
    weigh();
    return isLate;
  }

  /// How far after its order a payment is thinkable at this merchant.
  public long reachSeconds() {
    long reach = FAR_SECONDS;
    for (int bin = 0; bin < farAfter.length; bin++) {
      if (excess(bin) > 0) {
        reach = Math.max(reach, FAR_EDGES[bin + 1]);
      }
    }
    return reach;
  }

  private double lateShare() {
    weigh();
    return lateShare;
  }

  /// Whether payments so many seconds after their order are more than chance brings about.
  public boolean isCustom(long seconds) {
    return late(seconds) > 0;
  }

  /// The density of the custom of paying late.
  private double late(long seconds) {
    int bin = seconds > 0 ? farBin(seconds) : -1;
    if (bin < 0 || excess(bin) == 0) {
      return 0;
    }
    double late = lateShare();
    double all = late / (1 - late) * total;
    return late * excess(bin) / all / (FAR_EDGES[bin + 1] - FAR_EDGES[bin]);
  }

  /// The logarithm of the density at so many seconds after the order.
  public double log(long seconds) {
    long distance = Math.abs(seconds);
    double late = late(seconds);
    if (distance >= FAR_SECONDS) {
      return Math.log(late);
    }
    double far = late + FAR_SHARE / (2 * Math.log(FAR_SECONDS / 60.0 + 1) * (distance + 60));
    if (distance >= NEAR_SECONDS) {
      return Math.log(far);
    }
    int bin = bin(seconds);
    int i = bin >= HALF ? bin - HALF : HALF - 1 - bin;
    double width = EDGES[i + 1] - EDGES[i];
    return Math.log((1 - FAR_SHARE) * (1 - lateShare()) * counts[bin] / (total * width) + far);
  }

  /// The bin of a payment so many seconds after its order, less than [#NEAR_SECONDS] away.
  public static int bin(long seconds) {
    long distance = Math.abs(seconds);
    int i = 0;
    while (i + 1 < HALF && distance >= EDGES[i + 1]) {
      i++;
    }
    return seconds >= 0 ? HALF + i : HALF - 1 - i;
  }
}
