package guiwei.reconcile;

import java.util.List;

/// Names a payment that belongs to an order and is not its amount.
final class WrongAmount {
  private WrongAmount() {}

  /// Reports the payment as over- or underpaid and puts both sides in their place; what is not
  /// wrong after all is a match.
  static void report(Board board, Paid paid, Due due, double probability) {
    long difference = paid.amount() - due.due();
    if (difference == 0) {
      board.match("amount-and-time", "unique", List.of(paid), List.of(due));
      return;
    }
    Slip slip = Slip.between(due.due(), paid.amount());
    board.put(paid, Place.DISCREPANT);
    board.put(due, Place.DISCREPANT);
    board.report(
        new Finding(difference > 0 ? Kind.OVERPAID : Kind.UNDERPAID, probability, difference)
            .on(paid)
            .order(due)
            .because(
                "reason.amount-" + slip.key(),
                due.order.number,
                Finding.money(due.due(), due.order.currency),
                Finding.money(paid.amount(), paid.line.currency)));
  }
}
