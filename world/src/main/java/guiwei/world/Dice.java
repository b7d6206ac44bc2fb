package guiwei.world;

import java.util.List;

/// Chance that falls the same way on every machine for the same seed (SplitMix64).
final class Dice {
  private static final long STEP = 0x9E3779B97F4A7C15L;
  private long state;

  Dice(long seed) {
    state = mix(seed + STEP);
  }

  /// A number that looks random and depends only on its argument.
  static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  long next() {
    state += STEP;
    return mix(state);
  }

  /// From 0 up to, not including, `bound`.
  int below(int bound) {
    return (int) (((next() >>> 33) * bound) >>> 31);
  }

  /// From `low` to `high`, both included.
  long between(long low, long high) {
    return low + (long) (unit() * (high - low + 1));
  }

  /// From 0 up to, not including, 1.
  double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  <T> T pick(List<T> list) {
    return list.get(below(list.size()));
  }

  @SafeVarargs
  final <T> T pick(T... choices) {
    return choices[below(choices.length)];
  }

  /// An index that prefers the beginning the more, the greater `skew` is (1 is even).
  int skewed(int bound, double skew) {
    return (int) (bound * Math.pow(unit(), skew));
  }
}
