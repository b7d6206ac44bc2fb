package guiwei.sift;

import guiwei.table.Period;
import guiwei.table.Tally;
import java.util.ArrayList;
import java.util.List;

/// Between which balances the statements of one file stand.
final class Periods {
  /// A file of more statements than that is not asked whether one of them is missing.
  private static final int MOST = 50_000;

  /// What its rows show where each has the balance after it.
  ///
  /// @param firstSecond the moment of the earliest row
  record Chain(long firstSecond, long lastSecond, long openingMinor, long closingMinor) {}

  private final List<Period> told = new ArrayList<>();
  private final List<Chain> shown = new ArrayList<>();
  private boolean many;

  synchronized void add(Period period) {
    if (told.size() < MOST) {
      told.add(period);
    } else {
      many = true;
    }
  }

  /// Takes the rows of a whole table, if all of their balances follow from each other.
  synchronized void add(Tally tally) {
    boolean dated = tally.firstSecond() <= tally.lastSecond();
    if (tally.chained() && tally.chainBreaks() == 0 && dated) {
      shown.add(
          new Chain(tally.firstSecond(), tally.lastSecond(), tally.opening(), tally.closing()));
    }
  }

  /// What the statements tell of themselves.
  List<Period> told() {
    return many ? List.of() : List.copyOf(told);
  }

  List<Chain> shown() {
    return List.copyOf(shown);
  }
}
