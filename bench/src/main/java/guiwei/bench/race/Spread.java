package guiwei.bench.race;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// The least, the middle and the greatest of several figures.
record Spread(double min, double median, double max) {
  static Spread of(List<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    int n = sorted.size();
    if (n == 0) {
      return new Spread(Double.NaN, Double.NaN, Double.NaN);
    }
    double median = (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
    return new Spread(sorted.getFirst(), median, sorted.getLast());
  }

  static <T> Spread of(List<T> things, ToDoubleFunction<T> figure) {
    return of(things.stream().map(figure::applyAsDouble).toList());
  }

  /// One thing's figure divided by another's, round by round.
  static <T> Spread paired(List<T> over, List<T> under, ToDoubleFunction<T> figure) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < Math.min(over.size(), under.size()); i++) {
      ratios.add(figure.applyAsDouble(over.get(i)) / figure.applyAsDouble(under.get(i)));
    }
    return of(ratios);
  }
}
