package guiwei.reconcile;

import guiwei.outcome.Kind;
import guiwei.outcome.Place;
import guiwei.table.Currencies;
import java.util.List;

/// Names a payment that belongs to an order and is not its amount.
final class WrongAmount {
  /// No figure of the case weighs it: what such a finding usually is worth.
  static final double MEASURED = Double.NaN;

  private WrongAmount() {}

  /// Reports one payment for several orders that comes short of them.
  static void several(Board board, Paid paid, List<Due> together, double probability) {
    long sum = together.stream().mapToLong(Due::due).sum();
    board.put(paid, Place.DISCREPANT);
    Finding finding = new Finding(Kind.UNDERPAID, probability, paid.amount() - sum).on(paid);
    for (Due due : together) {
      board.put(due, Place.DISCREPANT);
      finding.order(due);
    }
    board.report(
        finding.because(
            "reason.several-sales-short",
            Board.join(together.stream().map(d -> d.order.number).toList()),
            Currencies.text(sum, paid.line.currency),
            Currencies.text(paid.amount(), paid.line.currency)));
  }

  /// Reports the payment as over- or underpaid and puts both sides in their place; what is not
  /// wrong after all is a match.
  static void report(Board board, Paid paid, Due due, double probability) {
    long difference = paid.amount() - due.due();
    if (difference == 0) {
      board.match("amount-and-time", "unique", List.of(paid), List.of(due));
      return;
    }
    Slip plain = Slip.between(due.due(), paid.amount());
    Slip slip = plain == Slip.OTHER ? Slip.between(due.asked(), paid.amount()) : plain;
    board.put(paid, Place.DISCREPANT);
    board.put(due, Place.DISCREPANT);
    board.report(
        new Finding(difference > 0 ? Kind.OVERPAID : Kind.UNDERPAID, probability, difference)
            .on(paid)
            .order(due)
            .because(
                "reason.amount-" + slip.key(),
                due.order.number,
                Currencies.text(due.due(), due.order.currency),
                Currencies.text(paid.amount(), paid.line.currency)));
  }
}
