package guiwei.reconcile;

/// How long after its order a payment comes, as a density per second, learnt from payments that
/// can belong to one order only.
///
/// Bins are narrow near the order and wide far from it. A prior worth a few pairs (most come
/// within two minutes, some before the order is entered) stands in while little is known; far
/// away the density falls with the distance, as in "the next morning".
final class Rhythm {
  /// Pairs further apart than this teach nothing.
  static final int NEAR_SECONDS = 3600;

  /// Payments this far from their order are still thinkable.
  static final int FAR_SECONDS = 3 * 86_400;

  /// The share of payments that come further away than [#NEAR_SECONDS].
  private static final double FAR_SHARE = 0.004;

  private static final double PRIOR_PAIRS = 12;
  private static final int[] EDGES = {
    0, 10, 20, 30, 45, 60, 90, 120, 180, 240, 300, 420, 600, 900, 1800, NEAR_SECONDS
  };
  private static final int HALF = EDGES.length - 1;

  /// Per bin, those before the order first, the farthest first.
  private final double[] counts = new double[2 * HALF];

  private double total;

  Rhythm() {
    for (int bin = 0; bin < counts.length; bin++) {
      double expected = PRIOR_PAIRS * prior(bin);
      counts[bin] = expected;
      total += expected;
    }
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
  void learn(long seconds) {
    if (Math.abs(seconds) < NEAR_SECONDS) {
      counts[bin(seconds)]++;
      total++;
    }
  }

  /// The logarithm of the density at so many seconds after the order.
  double log(long seconds) {
    long distance = Math.abs(seconds);
    if (distance >= FAR_SECONDS) {
      return Double.NEGATIVE_INFINITY;
    }
    double far = FAR_SHARE / (2 * Math.log(FAR_SECONDS / 60.0 + 1) * (distance + 60));
    if (distance >= NEAR_SECONDS) {
      return Math.log(far);
    }
    int bin = bin(seconds);
    int i = bin >= HALF ? bin - HALF : HALF - 1 - bin;
    double width = EDGES[i + 1] - EDGES[i];
    return Math.log((1 - FAR_SHARE) * counts[bin] / (total * width) + far);
  }

  private static int bin(long seconds) {
    long distance = Math.abs(seconds);
    int i = 0;
    while (i + 1 < HALF && distance >= EDGES[i + 1]) {
      i++;
    }
    return seconds >= 0 ? HALF + i : HALF - 1 - i;
  }
}
