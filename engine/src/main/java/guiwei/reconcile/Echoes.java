package guiwei.reconcile;

import guiwei.statement.StatementLine;
import guiwei.table.Book;
import guiwei.table.Names;
import guiwei.table.State;

/// Takes rows that stand in several exports out of the net of their day as often as they were
/// counted too much: whole files are summed while they are read, before anything is known of
/// repeats.
final class Echoes {
  private final Board board;
  private final Names accounts;

  Echoes(Board board, Names accounts) {
    this.board = board;
    this.accounts = accounts;
  }

  void run() {
    for (Paid paid : board.lines) {
      if (paid.place == Place.ECHO && counted(paid.line)) {
        takeOut(paid.line, accounts.of(paid.line.account));
        if (!paid.line.subAccount.isEmpty() && !paid.line.subAccount.equals(paid.line.account)) {
          takeOut(paid.line, accounts.of(paid.line.subAccount));
        }
      }
    }
  }

  /// Whether the line was one of a channel's day when it was read: see [Clerk].
  private static boolean counted(StatementLine line) {
    return line.book == Book.TRADE
        && line.hasTime
        && line.state != State.FAILED
        && line.state != State.PENDING;
  }

  private void takeOut(StatementLine line, int account) {
    int day = board.coverage.day(line.epochSecond);
    board.nets.add(
        Payouts.key(line.channel, account, line.currency, day),
        line.feeMilli - line.settledMinor * 1000);
  }
}
