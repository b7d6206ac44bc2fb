package guiwei.reconcile;

import java.util.Arrays;
import java.util.List;

/// How far a till's clock is from the order system's, learnt from the till's own sales.
///
/// Every sale and order of one amount within two hours vote for an offset and a drift; true
/// pairs agree on one line, chance pairs scatter (a Hough transform). The line with most votes
/// wins, and the spread of its voters tells how closely payments follow orders at this till.
final class Clock {
  static final int REACH_SECONDS = 2 * 3600;

  private static final int BIN = 20;
  private static final int DAY = 86_400;
  private static final int MAX_DRIFT = 40;
  private static final int DRIFT_STEP = 2;
  private static final int ENOUGH_VOTES = 4;
  private static final int USUAL_SPREAD = 60;
  private static final int MOST_PAIRS = 40_000;

  /// Seconds that the till is ahead at [#origin].
  private final double offset;

  /// Seconds that it gains in a day.
  private final double driftPerDay;

  private final long origin;

  /// Typical distance of a payment from its order after correction.
  final double spreadSeconds;

  /// How many pairs spoke for it.
  final int votes;

  private Clock(double offset, double driftPerDay, long origin, double spread, int votes) {
    this.offset = offset;
    this.driftPerDay = driftPerDay;
    this.origin = origin;
    this.spreadSeconds = spread;
    this.votes = votes;
  }

  /// The second of the order system's clock when the till shows this one.
  long correct(long second) {
    return Math.round(second - offset - driftPerDay * (second - origin) / DAY);
  }

  @Override
  public String toString() {
    return "offset "
        + offset
        + " drift "
        + driftPerDay
        + " spread "
        + spreadSeconds
        + " votes "
        + votes;
  }

  long offsetSeconds() {
    return Math.round(offset);
  }

  /// Learns from sales and orders that are each sorted by time.
  static Clock of(List<Paid> lines, List<Due> dues) {
    long[][] pairs = pairs(lines, dues);
    long origin = lines.isEmpty() ? 0 : lines.getFirst().line.epochSecond;
    int best = 0;
    double bestOffset = 0;
    double bestDrift = 0;
    for (int drift = -MAX_DRIFT; drift <= MAX_DRIFT; drift += DRIFT_STEP) {
      int[] votes = new int[2 * REACH_SECONDS / BIN + 4];
      for (long[] pair : pairs) {
        votes[bin(pair, drift, origin)]++;
      }
      for (int i = 1; i + 1 < votes.length; i++) {
        int sum = votes[i - 1] + votes[i] + votes[i + 1];
        // among equals the smaller correction is the likelier
        boolean calmer = sum == best && Math.abs(drift) < Math.abs(bestDrift);
        if (sum > best || calmer) {
          best = sum;
          bestOffset = (i - 1) * (double) BIN - REACH_SECONDS + BIN / 2.0;
          bestDrift = drift;
        }
      }
    }
    if (best < ENOUGH_VOTES) {
      return new Clock(0, 0, origin, USUAL_SPREAD, best);
    }
    return refined(pairs, bestOffset, bestDrift, origin, best);
  }

  private static int bin(long[] pair, int drift, long origin) {
    double delta = pair[1] - drift * (double) (pair[0] - origin) / DAY;
    int bin = (int) ((delta + REACH_SECONDS) / BIN) + 1;
    return Math.clamp(bin, 0, 2 * REACH_SECONDS / BIN + 3);
  }

  /// The median of the voters within reach of the winning line, and their spread around it.
  private static Clock refined(
      long[][] pairs, double offset, double drift, long origin, int votes) {
    double[] residuals =
        Arrays.stream(pairs)
            .mapToDouble(p -> p[1] - drift * (p[0] - origin) / DAY - offset)
            .filter(r -> Math.abs(r) <= 5.0 * BIN)
            .sorted()
            .toArray();
    double median = residuals[residuals.length / 2];
    double[] distances = Arrays.stream(residuals).map(r -> Math.abs(r - median)).sorted().toArray();
    double spread = Math.max(8, 1.48 * distances[distances.length / 2]);
    return new Clock(offset + median, drift, origin, spread, votes);
  }

  /// Moments and differences of every sale and order of one amount within reach.
  private static long[][] pairs(List<Paid> lines, List<Due> dues) {
    List<long[]> pairs = new java.util.ArrayList<>();
    int from = 0;
    for (Paid paid : lines) {
      long second = paid.line.epochSecond;
      while (from < dues.size() && dues.get(from).order.epochSecond < second - REACH_SECONDS) {
        from++;
      }
      for (int i = from; i < dues.size() && pairs.size() < MOST_PAIRS; i++) {
        Due due = dues.get(i);
        if (due.order.epochSecond > second + REACH_SECONDS) {
          break;
        }
        if (due.due() == paid.amount() && !due.order.dayOnly) {
          pairs.add(new long[] {second, second - due.order.epochSecond});
        }
      }
    }
    return pairs.toArray(new long[0][]);
  }
}
