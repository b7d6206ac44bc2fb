package guiwei.reconcile;

import guiwei.statement.StatementLine;
import guiwei.table.Book;
import guiwei.table.LineKind;
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
      if (paid.place == Place.ECHO) {
        takeOut(paid.line, board.coverage.calendar(), accounts, board.nets);
      }
    }
  }

  /// Takes a line out of the nets that it was counted in.
  static void takeOut(StatementLine line, Days calendar, Names accounts, Sums nets) {
    if (counted(line)) {
      if (!line.list.isEmpty()) {
        nets.add(Lots.key(Lots.hash(line.list)), line.feeMilli - line.settledMinor * 1000);
      }
      takeOut(line, calendar, accounts.of(line.account), nets);
      if (!line.subAccount.isEmpty() && !line.subAccount.equals(line.account)) {
        takeOut(line, calendar, accounts.of(line.subAccount), nets);
      }
    }
  }

  /// Whether the line was one of a channel's day when it was read: see [Clerk].
  private static boolean counted(StatementLine line) {
    boolean charged = line.book == Book.JOURNAL && line.feeMilli != 0;
    return (line.book == Book.TRADE || charged)
        && line.kind != LineKind.PAYOUT
        && line.hasTime
        && line.state != State.FAILED
        && line.state != State.PENDING;
  }

  private static void takeOut(StatementLine line, Days calendar, int account, Sums nets) {
    int day = calendar.of(line.epochSecond);
    nets.add(
        Payouts.key(line.channel, account, line.currency, day),
        line.feeMilli - line.settledMinor * 1000);
  }
}
