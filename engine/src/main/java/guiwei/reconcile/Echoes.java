package guiwei.reconcile;

import guiwei.outcome.Place;
import guiwei.sift.Nets;
import guiwei.table.Names;

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
        Nets.takeOut(paid.line, board.coverage.calendar(), accounts, board.nets);
      }
    }
  }
}
