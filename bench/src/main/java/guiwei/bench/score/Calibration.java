package guiwei.bench.score;

import java.util.ArrayList;
import java.util.List;

/// Whether stated probabilities come true: twenty bins of equal width over 0 to 1.
public final class Calibration {
  public static final int BINS = 20;

  private final long[] cases = new long[BINS];
  private final double[] stated = new double[BINS];
  private final long[] right = new long[BINS];

  /// One bin that holds something.
  ///
  /// @param stated the mean of the stated probabilities
  /// @param right the share that was right
  public record Bin(double from, double to, long cases, double stated, double right) {}

  void add(double probability, boolean wasRight) {
    int bin = Math.clamp((int) (probability * BINS), 0, BINS - 1);
    cases[bin]++;
    stated[bin] += probability;
    right[bin] += wasRight ? 1 : 0;
  }

  void add(Calibration other) {
    for (int i = 0; i < BINS; i++) {
      cases[i] += other.cases[i];
      stated[i] += other.stated[i];
      right[i] += other.right[i];
    }
  }

  public List<Bin> bins() {
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      if (cases[i] > 0) {
        bins.add(
            new Bin(
                (double) i / BINS,
                (double) (i + 1) / BINS,
                cases[i],
                stated[i] / cases[i],
                (double) right[i] / cases[i]));
      }
    }
    return bins;
  }

  /// The mean distance between stated and right, weighed by cases: the expected calibration error.
  public double error() {
    double sum = 0;
    long all = 0;
    for (Bin bin : bins()) {
      sum += bin.cases() * Math.abs(bin.stated() - bin.right());
      all += bin.cases();
    }
    return all == 0 ? 0 : sum / all;
  }
}
