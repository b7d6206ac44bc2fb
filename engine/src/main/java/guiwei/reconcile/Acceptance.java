package guiwei.reconcile;

import guiwei.table.State;
import java.util.List;
import java.util.Optional;

/// Puts a payment and the orders that it pays exactly in their places: matched, unless the order
/// was cancelled or the money reached another store.
final class Acceptance {
  private final Board board;
  private final Homes homes;

  Acceptance(Board board, Homes homes) {
    this.board = board;
    this.homes = homes;
  }

  /// @param probability that these are the orders
  void accept(String rule, double probability, Paid paid, List<Due> dues) {
    Due first = dues.getFirst();
    if (first.order.state == State.CANCELLED) {
      afterCancel(probability, paid, first);
      return;
    }
    Optional<Reason> strange = homes.strange(first, paid);
    if (strange.isEmpty()) {
      board.match(rule, "unique", List.of(paid), dues);
      return;
    }
    board.put(paid, Place.DISCREPANT);
    dues.forEach(d -> board.put(d, Place.DISCREPANT));
    board.report(
        new Finding(Kind.WRONG_ACCOUNT, probability, paid.amount())
            .on(paid)
            .order(first)
            .meant(dues)
            .because(strange.get()));
  }

  private void afterCancel(double probability, Paid paid, Due due) {
    board.put(paid, Place.DISCREPANT);
    board.put(due, Place.DISCREPANT);
    board.report(
        new Finding(Kind.PAID_AFTER_CANCEL, probability, paid.amount())
            .on(paid)
            .order(due)
            .because(
                "reason.paid-after-cancel",
                due.order.number,
                Finding.money(paid.amount(), paid.line.currency)));
  }
}
