package guiwei.profile;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a late payer owes on top of the amount due: `违约金`, `滞纳金`. Whether a column of it comes on
/// top, or is part of the amount already, is told by what was paid.
record Surcharge(Figures figures) {
  private static final Pattern HEADING =
      Pattern.compile(
          "(逾期|迟交|应收|应缴|)(违约金|滞纳金|逾期费|罚息|罚金)(金额|合计|)"
              + "|(late|penalty|overdue)(fee|fees|charge|charges|amount|)|(säumnis|mahn)(zuschlag|gebühr|gebühren|kosten)");

  private static final int MOST_PERCENT = 80;

  /// What the rows say of a column of surcharges.
  enum Answer {
    /// It comes on top of the amount due.
    ON_TOP,
    /// It is none, or part of the amount due.
    NONE,
    /// Nothing tells.
    OPEN
  }

  /// The column of surcharges, -1 where there is none or no row has any.
  int column() {
    return figures
        .columns()
        .filter(column -> HEADING.matcher(figures.plain(column)).matches())
        .filter(column -> figures.body().stream().anyMatch(row -> amount(row, column) != 0))
        .findFirst()
        .orElse(-1);
  }

  /// @param paid the column of what was received, null without one
  /// @param discount the column of what was given up, null without one
  Answer of(int surcharge, int due, @Nullable Integer paid, @Nullable Integer discount) {
    if (figures.columns().anyMatch(other -> isRest(other, surcharge, due))) {
      return Answer.NONE;
    }
    if (paid == null) {
      return Answer.OPEN;
    }
    int asked = 0;
    int onTop = 0;
    int without = 0;
    for (List<String> row : figures.body()) {
      long more = amount(row, surcharge);
      long received = amount(row, paid);
      if (more == 0 || received == 0) {
        continue;
      }
      long owed = amount(row, due);
      long less = discount == null ? 0 : amount(row, discount);
      asked++;
      onTop += received == owed + more || received == owed - less + more ? 1 : 0;
      without += received == owed || received == owed - less ? 1 : 0;
    }
    if (asked > 0 && onTop * 100 >= asked * MOST_PERCENT) {
      return Answer.ON_TOP;
    }
    return asked > 0 && without * 100 >= asked * MOST_PERCENT ? Answer.NONE : Answer.OPEN;
  }

  /// Whether a column and the surcharge come to what is due: then it is in there.
  private boolean isRest(int other, int surcharge, int due) {
    List<List<String>> late =
        figures.body().stream().filter(row -> amount(row, surcharge) != 0).toList();
    long same =
        late.stream()
            .filter(row -> amount(row, other) + amount(row, surcharge) == amount(row, due))
            .count();
    return other != surcharge && other != due && same * 2 > late.size();
  }

  private long amount(List<String> row, int column) {
    return figures.amount(row, column, 0);
  }
}
