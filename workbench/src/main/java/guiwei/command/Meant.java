package guiwei.command;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// What was meant by a word that was mistyped.
final class Meant {
  private static final int MOST_SLIPS = 2;

  private Meant() {}

  /// The nearest of the words that are known, where it is near enough to be meant.
  static Optional<String> among(Stream<String> known, String typed) {
    int most = Math.min(MOST_SLIPS, typed.length() / 2 - 1);
    return known
        .filter(word -> slips(word, typed) <= most)
        .min(Comparator.comparingInt((String word) -> slips(word, typed)).thenComparing(w -> w));
  }

  /// How many letters must be put in, left out, changed or swapped with their neighbour to make one
  /// word of the other (optimal string alignment).
  private static int slips(String one, String other) {
    int[][] rows = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int k = 0; k <= other.length(); k++) {
        if (i == 0 || k == 0) {
          rows[i][k] = i + k;
          continue;
        }
        boolean same = one.charAt(i - 1) == other.charAt(k - 1);
        int best = Math.min(rows[i - 1][k] + 1, rows[i][k - 1] + 1);
        best = Math.min(best, rows[i - 1][k - 1] + (same ? 0 : 1));
        boolean swapped =
            i > 1
                && k > 1
                && one.charAt(i - 1) == other.charAt(k - 2)
                && one.charAt(i - 2) == other.charAt(k - 1);
        rows[i][k] = swapped ? Math.min(best, rows[i - 2][k - 2] + 1) : best;
      }
    }
    return rows[one.length()][other.length()];
  }
}
