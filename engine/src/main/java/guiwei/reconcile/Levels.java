package guiwei.reconcile;

import guiwei.outcome.Kind;
import guiwei.outcome.Place;
import guiwei.sift.Funds;
import guiwei.table.Currencies;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells trades that the channel's fund bill lacks or books as another amount, and refunds that it
/// alone knows. It is told beside whatever else is said of the line: the line keeps its place.
final class Levels {
  private final Board board;
  private final Funds funds;

  /// Receipts of whose fee something was said.
  private final Set<String> feesTold = new HashSet<>();

  Levels(Board board, Funds funds) {
    this.board = board;
    this.funds = funds;
  }

  void run() {
    board.discrepancies.stream()
        .filter(d -> d.kind() == Kind.FEE_DIFFERS)
        .forEach(d -> feesTold.add(d.primaryReceipt()));
    for (Paid paid : board.lines) {
      Funds.Difference difference = funds.difference(paid.line.locator);
      Paid told = difference == null || paid.place != Place.ECHO ? paid : live(paid);
      if (difference != null && told != null) {
        tell(told, difference);
      }
    }
  }

  /// The line that counts where several exports have it.
  private @Nullable Paid live(Paid echo) {
    return board.linesById.getOrDefault(echo.line.id, List.of()).stream()
        .filter(p -> p.place != Place.ECHO && p.amount() == echo.amount())
        .findFirst()
        .orElse(null);
  }

  private void tell(Paid paid, Funds.Difference difference) {
    String traded = money(paid, difference.tradedMinor());
    String booked = money(paid, difference.bookedMinor());
    switch (difference.move()) {
      case PAYMENT -> tell(paid, difference, "credit", traded, booked);
      case REFUND -> {
        if (difference.tradedMinor() != 0) {
          tell(paid, difference, "refund-booked", traded, booked);
        } else if (paid.place == Place.APART) {
          board.report(finding(paid, difference).because("reason.refund-without-trade", booked));
        }
      }
      case FEE -> fee(paid, difference, traded, booked);
    }
  }

  private static String money(Paid paid, long minor) {
    return Currencies.text(Math.abs(minor), paid.line.currency);
  }

  private static Finding finding(Paid paid, Funds.Difference difference) {
    return Finding.measured(Kind.PAYOUT_DIFFERS, difference.minor())
        .on(paid)
        .orders(paid.concerns());
  }

  private void tell(
      Paid paid, Funds.Difference difference, String what, String traded, String booked) {
    Finding finding = finding(paid, difference);
    board.report(
        difference.bookedMinor() == 0
            ? finding.because("reason." + what + "-missing", traded)
            : finding.because("reason." + what + "-differs", traded, booked));
  }

  /// A fee that breaks the contract in the trade bill already was told: see [Fees].
  private void fee(Paid paid, Funds.Difference difference, String told, String taken) {
    if (feesTold.add(paid.line.id)) {
      board.report(
          Finding.measured(Kind.FEE_DIFFERS, difference.minor())
              .on(paid)
              .orders(paid.concerns())
              .because("reason.fee-booked", taken, told));
    }
  }
}
