package guiwei.reconcile;

import guiwei.table.Book;

/// Tells trades whose credit in the channel's fund bill is missing or another amount. It is told
/// beside whatever else is said of the payment: the payment keeps its place.
final class Levels {
  private final Board board;
  private final Credits credits;

  Levels(Board board, Credits credits) {
    this.board = board;
    this.credits = credits;
  }

  void run() {
    for (Paid paid : board.lines) {
      long difference = credits.difference(paid.line.id);
      boolean traded = paid.line.book == Book.TRADE && paid.isPayment() && paid.place != Place.ECHO;
      if (difference != 0 && traded) {
        long credited = paid.line.settledMinor + difference;
        String settled = Finding.money(paid.line.settledMinor, paid.line.currency);
        Finding finding = new Finding(Kind.PAYOUT_DIFFERS, 0.97, difference).on(paid);
        board.report(
            credited == 0
                ? finding.because("reason.credit-missing", settled)
                : finding.because(
                    "reason.credit-differs", settled, Finding.money(credited, paid.line.currency)));
      }
    }
  }
}
