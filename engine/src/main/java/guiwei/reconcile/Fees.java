package guiwei.reconcile;

import guiwei.table.Book;
import guiwei.table.LineKind;
import guiwei.table.Names;

/// Holds the fee of every payment against the rate that its account pays. A fee that differs is
/// told beside whatever else is said of the payment: the payment keeps its place.
final class Fees {
  private final Board board;
  private final Contracts contracts;
  private final Names accounts;

  Fees(Board board, Learnt learnt) {
    this.board = board;
    this.contracts = learnt.contracts();
    this.accounts = learnt.accounts();
  }

  void run() {
    for (Paid paid : board.lines) {
      if (hasFee(paid)) {
        int account = accounts.of(paid.line.account);
        check(paid, contracts.rate(account), contracts.leastMilli(account));
      }
    }
  }

  private static boolean hasFee(Paid paid) {
    return paid.line.hasFee
        && paid.line.book == Book.TRADE
        && paid.line.kind == LineKind.PAYMENT
        && paid.place != Place.ECHO
        && paid.place != Place.APART;
  }

  private void check(Paid paid, long rateMicro, long leastMilli) {
    long settled = paid.line.settledMinor;
    if (rateMicro < 0 || !Contract.differs(settled, paid.line.feeMilli, rateMicro, leastMilli)) {
      return;
    }
    long expected = Math.max(Contract.expectedMinor(settled, rateMicro), leastMilli / 1000);
    long taken = Math.round(paid.line.feeMilli / 1000.0);
    board.report(
        Finding.measured(Kind.FEE_DIFFERS, expected - taken)
            .on(paid)
            .orders(paid.concerns())
            .because(
                "reason.fee-differs",
                Finding.money(taken, paid.line.currency),
                Finding.money(expected, paid.line.currency),
                java.math.BigDecimal.valueOf(rateMicro, 4).toPlainString() + "%"));
  }
}
