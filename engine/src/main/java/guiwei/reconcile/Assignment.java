package guiwei.reconcile;

import java.util.Arrays;

/// Joins rows to columns, each at most once, so that the sum of weights is greatest; a row may
/// stay alone for nothing. The Hungarian method with a column of its own for each row to stay
/// alone in.
final class Assignment {
  /// No pair at all.
  static final double NEVER = -1e9;

  private final double[][] weights;
  private final int rows;
  private final int columns;

  private Assignment(double[][] weights, int columns) {
    this.weights = weights;
    this.rows = weights.length;
    this.columns = columns;
  }

  /// Answers the column of each row, or -1.
  static int[] best(double[][] weights, int columns) {
    return new Assignment(weights, columns).solve();
  }

  private double cost(int row, int column) {
    if (column < columns) {
      return -weights[row][column];
    }
    return column - columns == row ? 0 : -NEVER;
  }

  private int[] solve() {
    int width = columns + rows;
    double[] rowPrice = new double[rows + 1];
    double[] columnPrice = new double[width + 1];
    int[] owner = new int[width + 1];
    for (int row = 1; row <= rows; row++) {
      owner[0] = row;
      int[] way = new int[width + 1];
      double[] least = new double[width + 1];
      boolean[] used = new boolean[width + 1];
      Arrays.fill(least, Double.MAX_VALUE);
      int at = 0;
      do {
        used[at] = true;
        int current = owner[at];
        double step = Double.MAX_VALUE;
        int next = 0;
        for (int j = 1; j <= width; j++) {
          if (!used[j]) {
            double reduced = cost(current - 1, j - 1) - rowPrice[current] - columnPrice[j];
            if (reduced < least[j]) {
              least[j] = reduced;
              way[j] = at;
            }
            if (least[j] < step) {
              step = least[j];
              next = j;
            }
          }
        }
        for (int j = 0; j <= width; j++) {
          if (used[j]) {
            rowPrice[owner[j]] += step;
            columnPrice[j] -= step;
          } else {
            least[j] -= step;
          }
        }
        at = next;
      } while (owner[at] != 0);
      do {
        int previous = way[at];
        owner[at] = owner[previous];
        at = previous;
      } while (at != 0);
    }
    return byRow(owner);
  }

  private int[] byRow(int[] owner) {
    int[] found = new int[rows];
    Arrays.fill(found, -1);
    for (int j = 1; j <= columns; j++) {
      if (owner[j] > 0 && weights[owner[j] - 1][j - 1] > 0) {
        found[owner[j] - 1] = j - 1;
      }
    }
    return found;
  }
}
