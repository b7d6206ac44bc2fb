package guiwei.reconcile;

import guiwei.outcome.Gap;
import guiwei.table.Channel;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Days that the statements of a bank account leave out between others: what was transferred in
/// these days is in no file, so no order that may have been paid then is missing its money.
final class Holes {
  /// Who pays by transfer does so within two months.
  private static final int LONGEST_WAIT_DAYS = 60;

  private final Board board;
  private final List<Gap> holes;

  /// @param gaps statements that do not follow each other
  Holes(Board board, List<Gap> gaps) {
    Set<String> used =
        board.lines.stream()
            .filter(paid -> !paid.pays.isEmpty())
            .map(paid -> paid.line.account)
            .collect(Collectors.toSet());
    this.board = board;
    holes = gaps.stream().filter(gap -> gap.hasDays() && used.contains(gap.account())).toList();
  }

  /// Whether the money for this order may have come in days that no statement tells of.
  boolean mayHide(Due due) {
    boolean byBank = due.order.channel == Channel.BANK || due.order.channel == Channel.OTHER;
    if (!byBank || holes.isEmpty()) {
      return false;
    }
    LocalDate day = LocalDate.ofEpochDay(board.coverage.day(due.order.epochSecond));
    return holes.stream()
        .anyMatch(
            hole ->
                !day.isAfter(hole.opens())
                    && !day.isBefore(hole.closed().minusDays(LONGEST_WAIT_DAYS)));
  }
}
