package guiwei.reconcile;

import guiwei.outcome.Kind;
import guiwei.outcome.Place;
import guiwei.table.Currencies;
import guiwei.table.LineKind;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Joins refunds and voids to the payments that they undo, and lets a payment that was voided
/// as if it had never been disappear together with its void.
final class Backs {
  /// A terminal gives back what it sold this long ago, on the same card.
  private static final int SAME_CARD_SECONDS = 30 * 86_400;

  /// Where the card is not told, only what was sold that day.
  private static final int SAME_TILL_SECONDS = 24 * 3600;

  private final Board board;
  private final Set<Promise> promises = new HashSet<>();

  /// What an order is due and promises to give back.
  private record Promise(long due, long back) {}

  Backs(Board board) {
    this.board = board;
    for (Due due : board.dues) {
      if (due.order.promisedMinor() > 0) {
        promises.add(new Promise(due.due(), due.order.promisedMinor()));
      }
    }
  }

  void run() {
    for (Paid back : board.lines) {
      if (!back.placed() && back.isBack()) {
        Paid payment = payment(back);
        if (payment != null) {
          join(back, payment);
        } else {
          twiceAtTill(back);
        }
      }
    }
    for (Paid back : board.lines) {
      Paid payment = back.undone;
      if (back.line.kind == LineKind.VOID
          && !back.placed()
          && payment != null
          && !payment.placed()
          && payment.amount() == -back.amount()) {
        unlink(back);
        unlink(payment);
        board.match("void", "unique", List.of(payment, back), List.of());
      }
    }
  }

  /// A refund at a till whose sale was given back before, of one card and amount.
  private void twiceAtTill(Paid back) {
    for (Paid first : board.linesByTerminal.getOrDefault(back.line.terminal, List.of())) {
      Paid sale = first.undone;
      if (sale != null
          && first != back
          && first.amount() == back.amount()
          && sale.givenBackMinor >= sale.amount()
          && ((!back.original.isEmpty() && first.original.equals(back.original))
              || (back.original.isEmpty() && first.line.payer.equals(back.line.payer)))) {
        board.put(back, Place.DISCREPANT);
        board.report(
            Finding.measured(Kind.REFUND_TWICE, back.amount())
                .on(back)
                .beside("refund", first)
                .beside("original", sale)
                .because(
                    "reason.refund-repeated-at-till",
                    back.line.terminal,
                    Currencies.text(-back.amount(), back.line.currency),
                    sale.line.id));
        return;
      }
    }
  }

  private static void unlink(Paid paid) {
    Due due = paid.due;
    if (due != null) {
      due.payments.remove(paid);
      due.refunds.remove(paid);
      paid.due = null;
    }
  }

  private static void join(Paid back, Paid payment) {
    back.undone = payment;
    payment.backs.add(back);
    payment.givenBackMinor -= back.amount();
    if (back.due == null && payment.due != null) {
      Links.link(back, payment.due);
    }
  }

  private @Nullable Paid payment(Paid back) {
    if (!back.line.original.isEmpty()) {
      for (Paid paid : board.linesById.getOrDefault(back.line.original, List.of())) {
        if (paid.isPayment() && !paid.placed()) {
          return paid;
        }
      }
    }
    Due due = back.due;
    if (due != null) {
      // the payment of that very amount, the later one first: a duplicate is what one gives back
      return due.payments.stream()
          .filter(p -> p.givenBackMinor == 0 && p.line.epochSecond <= back.line.epochSecond)
          .max(
              Comparator.comparing((Paid p) -> p.amount() == -back.amount())
                  .thenComparingLong(p -> p.line.epochSecond))
          .orElse(null);
    }
    return sameTill(back);
  }

  /// At a till without numbers: the sale that it names, else the last one of that card and
  /// amount before it, else of that card alone for a part of it, else of that amount that day.
  private @Nullable Paid sameTill(Paid back) {
    if (!back.original.isEmpty()) {
      return last(back, p -> Recharges.names(back, p) && left(p) >= -back.amount(), Long.MAX_VALUE);
    }
    Paid found = last(back, p -> sameCard(p, back) && isWhole(p, back), SAME_CARD_SECONDS);
    if (found == null) {
      found = last(back, p -> sameCard(p, back) && isPromised(p, back), SAME_CARD_SECONDS);
    }
    if (found == null) {
      found = last(back, p -> sameCard(p, back) && left(p) > -back.amount(), SAME_CARD_SECONDS);
    }
    return found == null ? last(back, p -> isWhole(p, back), SAME_TILL_SECONDS) : found;
  }

  private @Nullable Paid last(Paid back, Predicate<Paid> wanted, long reach) {
    List<Paid> lines = board.linesByTerminal.getOrDefault(back.line.terminal, List.of());
    for (int i = lines.size() - 1; i >= 0; i--) {
      Paid paid = lines.get(i);
      long before = back.line.epochSecond - paid.line.epochSecond;
      if (before > reach) {
        return null;
      }
      if (before >= 0 && paid.isPayment() && !paid.placed() && wanted.test(paid)) {
        return paid;
      }
    }
    return null;
  }

  private static boolean sameCard(Paid paid, Paid back) {
    return !back.line.payer.isEmpty() && paid.line.payer.equals(back.line.payer);
  }

  /// Whether some order of the sale's amount promises just this refund.
  private boolean isPromised(Paid paid, Paid back) {
    return promises.contains(new Promise(paid.amount(), -back.amount()));
  }

  private static boolean isWhole(Paid paid, Paid back) {
    return paid.amount() == -back.amount() && paid.givenBackMinor == 0;
  }

  private static long left(Paid paid) {
    return paid.amount() - paid.givenBackMinor;
  }
}
