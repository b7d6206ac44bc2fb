package guiwei.statement;

import guiwei.table.Footing.Check;
import java.util.ArrayList;
import java.util.List;

/// The checks of one file, in the order they were made. A file with very many statements keeps
/// the first hundreds and every one that disagrees up to a limit; the rest is counted.
final class Checks {
  private static final int SHOWN = 500;
  private static final int DISAGREEING = 100;

  private final List<Check> checks = new ArrayList<>();
  private long agreed;
  private long disagreed;
  private int disagreeing;

  void amount(String what, long declared, long found, int scale) {
    add(Check.amount(what, declared, found, scale));
  }

  void count(String what, long declared, long found) {
    add(Check.count(what, declared, found));
  }

  private void add(Check check) {
    boolean agrees = check.agrees();
    boolean kept = agrees ? checks.size() - disagreeing < SHOWN : disagreeing < DISAGREEING;
    if (kept) {
      checks.add(check);
      disagreeing += agrees ? 0 : 1;
    } else if (agrees) {
      agreed++;
    } else {
      disagreed++;
    }
  }

  /// All checks, ended by one line for those that are not listed.
  List<Check> list() {
    List<Check> all = new ArrayList<>(checks);
    if (agreed + disagreed > 0) {
      all.add(Check.count("further checks that agree", agreed + disagreed, agreed));
    }
    return all;
  }
}
