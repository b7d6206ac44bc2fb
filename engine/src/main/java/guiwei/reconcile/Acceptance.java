package guiwei.reconcile;

import guiwei.outcome.Kind;
import guiwei.outcome.Place;
import guiwei.outcome.Reason;
import guiwei.table.Currencies;
import guiwei.table.State;
import java.util.List;
import java.util.Optional;

/// Puts a payment and the orders that it pays exactly in their places: matched and held against
/// what was promised back, unless the order was cancelled or the money reached another store.
final class Acceptance {
  private final Board board;
  private final Homes homes;
  private final Refunds refunds;

  Acceptance(Board board, Homes homes) {
    this.board = board;
    this.homes = homes;
    this.refunds = new Refunds(board);
  }

  /// Places a payment with the orders that this rule found.
  void accept(String rule, Paid paid, List<Due> dues) {
    Due first = dues.getFirst();
    boolean left = first.order.promisedMinor() > 0 && first.order.promisedMinor() < first.due();
    if (first.order.state == State.CANCELLED && !left) {
      afterCancel(paid, first);
      return;
    }
    Optional<Reason> strange = homes.strange(first, paid);
    if (strange.isEmpty() && dues.size() == 1) {
      paid.due = first;
      paid.backs.stream().filter(b -> !b.placed() && b.due == null).forEach(first.refunds::add);
      refunds.settle(rule, first, List.of(paid));
      return;
    }
    if (strange.isEmpty()) {
      board.match(rule, "unique", List.of(paid), dues);
      return;
    }
    board.put(paid, Place.DISCREPANT);
    dues.forEach(d -> board.put(d, Place.DISCREPANT));
    board.report(
        Finding.measured(Kind.WRONG_ACCOUNT, paid.amount())
            .on(paid)
            .order(first)
            .meant(dues)
            .because(strange.get()));
  }

  /// Reports money for a cancelled order, to which more of it may have come already.
  void afterCancel(Paid paid, Due due) {
    board.put(paid, Place.DISCREPANT);
    if (!due.placed()) {
      board.put(due, Place.DISCREPANT);
    }
    board.report(
        Finding.measured(Kind.PAID_AFTER_CANCEL, paid.amount())
            .on(paid)
            .order(due)
            .because(
                "reason.paid-after-cancel",
                due.order.number,
                Currencies.text(paid.amount(), paid.line.currency)));
  }
}
