package guiwei.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Exact sums: which of these amounts make up that one, to the last unit.
final class Exact {
  /// How many sets are looked at before the search gives up and says so.
  private static final int LIMIT = 200_000;

  private static final int MOST_ANSWERS = 8;

  private final long[] amounts;
  private final long target;
  private final int largest;

  /// Whether equal amounts that stand beside each other are one and the same choice.
  private final boolean alike;

  private final List<int[]> answers = new ArrayList<>();
  private final int[] chosen;
  private int looked;

  private Exact(long[] amounts, long target, int largest, boolean alike) {
    this.amounts = amounts;
    this.target = target;
    this.largest = Math.min(largest, amounts.length);
    this.alike = alike;
    this.chosen = new int[this.largest];
  }

  /// What a search found.
  ///
  /// @param sets indexes into the amounts, each ascending
  /// @param complete whether every set was looked at
  record Answer(List<int[]> sets, boolean complete) {
    boolean unique() {
      return complete && sets.size() == 1;
    }

    /// The members of the first set.
    <T> List<T> pick(List<T> candidates) {
      List<T> picked = new ArrayList<>();
      for (int index : sets.getFirst()) {
        picked.add(candidates.get(index));
      }
      return picked;
    }

    /// The members of any set.
    <T> List<T> any(List<T> candidates) {
      return sets.stream()
          .flatMapToInt(Arrays::stream)
          .distinct()
          .sorted()
          .mapToObj(candidates::get)
          .toList();
    }

    String word() {
      return !complete ? "stopped at the limit" : sets.size() == 1 ? "unique" : "several";
    }
  }

  /// Finds every set of 1 to `largest` of these positive amounts that adds up to the target, up
  /// to eight of them.
  static Answer sets(long[] amounts, long target, int largest) {
    return new Exact(amounts, target, largest, false).search();
  }

  /// The same of amounts that stand in ascending order, where it does not matter which of equal
  /// ones is taken: of each choice the first.
  static Answer sums(long[] ascending, long target, int largest) {
    return new Exact(ascending, target, largest, true).search();
  }

  private Answer search() {
    boolean complete = from(0, 0, 0);
    return new Answer(answers, complete && answers.size() < MOST_ANSWERS);
  }

  private boolean from(int index, int depth, long sum) {
    if (sum == target && depth > 0) {
      answers.add(Arrays.copyOf(chosen, depth));
      return answers.size() < MOST_ANSWERS;
    }
    if (depth == largest) {
      return true;
    }
    for (int i = index; i < amounts.length; i++) {
      if (++looked > LIMIT) {
        return false;
      }
      boolean again = alike && i > index && amounts[i] == amounts[i - 1];
      if (!again && sum + amounts[i] <= target) {
        chosen[depth] = i;
        if (!from(i + 1, depth + 1, sum + amounts[i])) {
          return false;
        }
      }
    }
    return true;
  }
}
