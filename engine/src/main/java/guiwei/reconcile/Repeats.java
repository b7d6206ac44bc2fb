package guiwei.reconcile;

import guiwei.outcome.Place;
import guiwei.sift.SlipKeys;
import guiwei.sift.Sums;
import guiwei.statement.StatementLine;
import guiwei.table.Book;
import guiwei.table.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The same fact from two exports counts once: lines of one number, kind and amount in one
/// book; a terminal's slip that an acquirer's bill tells of as well; orders of one number,
/// where the later state counts. Lines that moved nothing are set apart.
final class Repeats {
  private final Board board;
  private final Sums slips;

  Repeats(Board board, Sums slips) {
    this.board = board;
    this.slips = slips;
  }

  void run() {
    for (List<Paid> sameId : board.linesById.values()) {
      if (sameId.size() > 1 && !sameId.getFirst().line.id.isEmpty()) {
        lines(sameId);
      }
    }
    board.forgetEchoes();
    for (Paid paid : board.lines) {
      if (!paid.placed() && paid.line.book == Book.JOURNAL && isBilled(paid.line)) {
        board.put(paid, Place.ECHO);
      } else if (!paid.placed() && !paid.happened()) {
        board.put(paid, Place.APART);
      }
    }
    orders();
  }

  /// Whether a trade bill tells of the same slip.
  private boolean isBilled(StatementLine line) {
    if (line.trace.isEmpty() || line.terminal.isEmpty() || !line.hasTime) {
      return false;
    }
    int day = board.coverage.day(line.epochSecond);
    return slips.count(SlipKeys.of(line, day)) > 0
        || slips.count(SlipKeys.of(line, day - 1)) > 0
        || slips.count(SlipKeys.of(line, day + 1)) > 0;
  }

  private void lines(List<Paid> sameId) {
    for (int i = 0; i < sameId.size(); i++) {
      for (int k = 0; k < i; k++) {
        Paid one = sameId.get(i);
        Paid other = sameId.get(k);
        if (!one.placed() && !other.placed() && same(one, other)) {
          // of two that say as much either counts
          board.put(says(one) > says(other) ? other : one, Place.ECHO);
        }
      }
    }
  }

  /// How much a line says of one fact: its state is more or less final, and a batch of one says
  /// less than the payment in it.
  private static int says(Paid paid) {
    return rank(paid.line.state) * 2 + (paid.line.batch.isEmpty() ? 1 : 0);
  }

  private static boolean same(Paid one, Paid other) {
    return one.line.kind == other.line.kind
        && one.line.book == other.line.book
        && one.line.channel == other.line.channel
        && one.amount() == other.amount()
        && one.line.account.equals(other.line.account)
        && one.line.original.equals(other.line.original)
        && !(one.isBack() && moveApart(one.line, other.line));
  }

  /// Whether each is a movement of its own, though both go by the number of one payment: several
  /// refunds of it in a channel's account bill.
  private static boolean moveApart(StatementLine one, StatementLine other) {
    return !one.trace.isEmpty() && !other.trace.isEmpty() && !one.trace.equals(other.trace);
  }

  private static int rank(State state) {
    return switch (state) {
      case DONE, FAILED -> 3;
      case PENDING -> 2;
      default -> 1;
    };
  }

  private void orders() {
    Map<String, Due> latest = new HashMap<>();
    for (Due due : board.dues) {
      Due before = latest.get(due.order.number);
      if (before == null) {
        latest.put(due.order.number, due);
      } else if (finality(due) >= finality(before)) {
        board.put(before, Place.ECHO);
        latest.put(due.order.number, due);
      } else {
        board.put(due, Place.ECHO);
      }
    }
    for (Due due : latest.values().stream().toList()) {
      board.dueByNumber.merge(
          due.plainNumber, due, (a, b) -> a.order.number.compareTo(b.order.number) <= 0 ? a : b);
    }
  }

  private static int finality(Due due) {
    return switch (due.order.state) {
      case UNKNOWN -> 0;
      case OPEN, PENDING, FAILED -> 1;
      case PART_PAID -> 2;
      case PAID, DONE -> 3;
      case CANCELLED -> 4;
      case REFUNDED -> 5;
    };
  }
}
