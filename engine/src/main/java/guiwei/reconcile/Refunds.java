package guiwei.reconcile;

import guiwei.outcome.Kind;
import guiwei.outcome.Place;
import guiwei.table.Currencies;
import guiwei.table.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Holds what was given back of an order against what was promised and what was received, and
/// puts the order, its payments and its refunds in their places.
final class Refunds {
  private final Board board;

  Refunds(Board board) {
    this.board = board;
  }

  /// Settles an order that these payments pay in full.
  void settle(Due due, List<Paid> kept) {
    settle(kept.size() > 1 ? "split" : "order-number", due, kept);
  }

  /// The same under another rule.
  void settle(String rule, Due due, List<Paid> kept) {
    List<Paid> backs =
        due.refunds.stream()
            .filter(b -> !b.placed())
            .sorted(Comparator.comparingLong(Paid::latest).thenComparing(b -> b.line.id))
            .toList();
    long received = kept.stream().mapToLong(Paid::amount).sum();
    long promised = promised(due, received);
    List<Paid> fine = new ArrayList<>();
    long given = 0;
    for (Paid back : backs) {
      if (isTooMany(back, fine, given, promised, received)) {
        twice(due, back, fine, given, promised, received);
      } else {
        fine.add(back);
        given -= back.amount();
      }
    }
    missing(due, kept, promised, given);
    List<Paid> group = new ArrayList<>();
    kept.stream().filter(p -> !p.placed()).forEach(group::add);
    group.addAll(fine);
    if (group.isEmpty()) {
      board.put(due, Place.DISCREPANT);
    } else {
      board.match(rule, "unique", group, List.of(due));
    }
  }

  static long promised(Due due, long received) {
    if (due.order.promisedMinor() > 0) {
      return due.order.promisedMinor();
    }
    return due.order.state == State.REFUNDED ? received : 0;
  }

  /// Whether this refund is more than was promised or received, or repeats one before it.
  private static boolean isTooMany(
      Paid back, List<Paid> before, long given, long promised, long received) {
    long total = given - back.amount();
    if (total > received) {
      return true;
    }
    boolean repeats =
        before.stream()
            .anyMatch(
                b ->
                    b.amount() == back.amount()
                        && (sameReason(b, back) || (promised > 0 && total > promised)));
    return repeats || (promised > 0 && total > promised && given > 0);
  }

  private static boolean sameReason(Paid one, Paid other) {
    return !one.line.refundReference.isEmpty()
        && one.line.refundReference.equals(other.line.refundReference);
  }

  private void twice(
      Due due, Paid back, List<Paid> before, long given, long promised, long received) {
    board.put(back, Place.DISCREPANT);
    long allowed = promised > 0 ? Math.min(promised, received) : received;
    long excess = Math.clamp(given - back.amount() - allowed, 1, -back.amount());
    boolean repeated = before.stream().anyMatch(b -> b.amount() == back.amount());
    long tooMuch = repeated ? -back.amount() : excess;
    Finding finding =
        Finding.measured(Kind.REFUND_TWICE, -tooMuch)
            .on(back)
            .order(due)
            .because(
                repeated ? "reason.refund-repeated" : "reason.refund-above-received",
                due.order.number,
                Currencies.text(-back.amount(), back.line.currency),
                Currencies.text(allowed, back.line.currency));
    before.forEach(b -> finding.beside("refund", b));
    board.report(finding);
  }

  /// A promise that no line has kept after the channel's time.
  private void missing(Due due, List<Paid> kept, long promised, long given) {
    if (promised <= given || kept.isEmpty()) {
      return;
    }
    Paid payment = kept.getFirst();
    long age = board.horizon - payment.line.epochSecond;
    if (age < board.settings.refundTime().toSeconds()) {
      return;
    }
    board.report(
        Finding.measured(Kind.REFUND_MISSING, promised - given)
            .on(payment)
            .order(due)
            .because(
                "reason.refund-missing",
                due.order.number,
                Currencies.text(promised, payment.line.currency),
                Currencies.text(given, payment.line.currency)));
  }
}
