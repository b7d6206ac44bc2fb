package guiwei.reconcile;

import guiwei.outcome.Kind;
import guiwei.outcome.Place;
import guiwei.sift.Contract;
import guiwei.sift.Contracts;
import guiwei.sift.Learnt;
import guiwei.sift.Tariff;
import guiwei.table.Book;
import guiwei.table.Currencies;
import guiwei.table.LineKind;
import guiwei.table.Locator;
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
        int file = Locator.file(paid.line.locator);
        long key = Contract.key(accounts.of(paid.line.account), paid.line.currency);
        Tariff tariff = contracts.of(key, file);
        if (tariff != null && tariff.differs(paid.line.settledMinor, paid.line.feeMilli)) {
          report(paid, tariff);
        }
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

  private void report(Paid paid, Tariff tariff) {
    long expected = tariff.expectedMinor(paid.line.settledMinor);
    long taken = Math.round(paid.line.feeMilli / 1000.0);
    board.report(
        Finding.measured(Kind.FEE_DIFFERS, expected - taken)
            .on(paid)
            .orders(paid.concerns())
            .because(
                "reason.fee-differs",
                Currencies.text(taken, paid.line.currency),
                Currencies.text(expected, paid.line.currency),
                tariff.told(paid.line.currency)));
  }
}
