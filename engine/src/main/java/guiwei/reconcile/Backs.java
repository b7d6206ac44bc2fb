package guiwei.reconcile;

import guiwei.table.LineKind;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Joins refunds and voids to the payments that they undo, and lets a payment that was voided
/// as if it had never been disappear together with its void.
final class Backs {
  private static final int SAME_TILL_SECONDS = 24 * 3600;

  private final Board board;

  Backs(Board board) {
    this.board = board;
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
          && (first.line.original.equals(back.line.original)
              || (back.line.original.isEmpty() && first.line.payer.equals(back.line.payer)))) {
        board.put(back, Place.DISCREPANT);
        board.report(
            new Finding(Kind.REFUND_TWICE, 0.93, back.amount())
                .on(back)
                .beside("refund", first)
                .beside("original", sale)
                .because(
                    "reason.refund-repeated-at-till",
                    back.line.terminal,
                    Finding.money(-back.amount(), back.line.currency),
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

  /// At a till without numbers: the last sale of that card and amount before it.
  private @Nullable Paid sameTill(Paid back) {
    Paid found = null;
    if (!back.line.original.isEmpty()) {
      for (Paid paid : board.linesByTerminal.getOrDefault(back.line.terminal, List.of())) {
        if (paid.isPayment()
            && !paid.placed()
            && Recharges.names(back, paid)
            && paid.givenBackMinor - back.amount() <= paid.amount()) {
          return paid;
        }
      }
      return null;
    }
    for (Paid paid : board.linesByTerminal.getOrDefault(back.line.terminal, List.of())) {
      if (paid.line.epochSecond > back.line.epochSecond) {
        break;
      }
      if (paid.isPayment()
          && !paid.placed()
          && paid.amount() == -back.amount()
          && back.line.epochSecond - paid.line.epochSecond <= SAME_TILL_SECONDS
          && paid.givenBackMinor == 0
          && (found == null || paid.line.payer.equals(back.line.payer))) {
        found = paid;
      }
    }
    return found;
  }
}
