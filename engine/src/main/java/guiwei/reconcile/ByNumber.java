package guiwei.reconcile;

import guiwei.outcome.Kind;
import guiwei.outcome.Place;
import guiwei.outcome.Reason;
import guiwei.table.Book;
import guiwei.table.Currencies;
import guiwei.table.LineKind;
import guiwei.table.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Settles every order that lines name: one payment, several, refunds. What a group cannot
/// explain by itself (an amount that may belong to another order) is left to [Crossing] with
/// its number.
final class ByNumber {
  /// Orders of one customer and amount nearer than this are one, submitted twice.
  private static final int APART_SECONDS = 600;

  private final Board board;
  private final Homes homes;
  private final Refunds refunds;
  private final Unpaid unpaid;

  ByNumber(Board board, Homes homes) {
    this.board = board;
    this.homes = homes;
    this.refunds = new Refunds(board);
    this.unpaid = board.unpaid();
  }

  void run() {
    for (Due due : board.dues) {
      if (!due.placed() && !due.payments.isEmpty()) {
        due.payments.sort(
            Comparator.comparingLong((Paid p) -> p.line.epochSecond).thenComparing(p -> p.line.id));
        settle(due);
      }
    }
  }

  private void settle(Due due) {
    if (isOver(due)) {
      cancelled(due);
    } else {
      settlePaid(due);
    }
  }

  /// Whether the order was cancelled before the money came, as far as the books tell.
  static boolean isOver(Due due) {
    return due.order.state == State.CANCELLED
        && !Wording.reinstated(due.order.remark)
        && !promisedBack(due);
  }

  /// Whether the books of a cancelled order that was paid in full promise that back, or a part of
  /// it: it was cancelled after the money came, and what is not promised stays with us.
  private static boolean promisedBack(Due due) {
    long promised = due.order.promisedMinor();
    return promised > 0
        && promised <= due.due()
        && due.payments.size() == 1
        && due.payments.getFirst().amount() == due.due();
  }

  private void settlePaid(Due due) {
    List<Paid> kept = explain(due);
    if (kept.isEmpty()) {
      return;
    }
    foreignAccounts(due, kept);
    extras(due, kept);
    refunds.settle(due, kept);
  }

  /// The payments that pay this order exactly: one, or the only ones that do together.
  private List<Paid> explain(Due due) {
    List<Paid> candidates =
        due.payments.stream().filter(p -> p.line.currency == due.order.currency).toList();
    List<Paid> full = candidates.stream().filter(p -> p.amount() == due.due()).toList();
    if (full.isEmpty()) {
      // a channel that gave the discount itself prints the amount before it
      full = candidates.stream().filter(p -> p.amount() == due.order.listMinor).toList();
    }
    if (!full.isEmpty()) {
      // a payment that was given back is not the one that pays
      boolean several = full.size() > 1;
      Paid kept =
          full.stream()
              .min(
                  Comparator.comparing((Paid p) -> several && p.givenBackMinor >= p.amount())
                      .thenComparing(p -> homes.isStrange(due, p))
                      .thenComparingLong(p -> p.line.epochSecond)
                      .thenComparing(p -> p.line.id))
              .orElseThrow();
      return List.of(kept);
    }
    // several sums that fit are no answer: what another order wants is taken away first
    Split split = Split.of(due, candidates);
    return split.isUnique() ? split.payments() : List.of();
  }

  /// Payments beside those that pay the order: given back already, or too many.
  private void extras(Due due, List<Paid> kept) {
    for (Paid extra : List.copyOf(due.payments)) {
      if (kept.contains(extra) || extra.placed()) {
        continue;
      }
      if (extra.givenBackMinor == extra.amount()) {
        giveBackTogether(due, extra);
      } else if (extra.amount() == due.due()
          && extra.givenBackMinor == 0
          && !isMeantFor(extra, due)) {
        duplicate(due, kept.getFirst(), extra);
      }
      // any other amount may be meant for another order: Crossing decides
    }
  }

  /// Whether the same customer has ordered for just this amount since, and nobody has paid that:
  /// the new order was paid under the old number.
  private boolean isMeantFor(Paid extra, Due named) {
    long waiting =
        unpaid.of(named.customer()).stream()
            .filter(
                d ->
                    d.due() == extra.amount()
                        && d.order.currency == extra.line.currency
                        && d.order.hasTime
                        && d.order.epochSecond > named.order.epochSecond + APART_SECONDS
                        && d.order.epochSecond <= extra.latest()
                        && d.order.channel.fits(extra.line.channel))
            .count();
    return waiting > 0 && waiting > numberless(extra);
  }

  /// How many more payments of this amount the same payer made without a number: they pay what
  /// waits.
  private long numberless(Paid extra) {
    return board.paymentsByAmount.getOrDefault(extra.amount(), List.of()).stream()
        .filter(p -> p != extra && !p.placed() && p.happened() && p.due == null)
        .filter(p -> p.line.currency == extra.line.currency && isSamePayer(p, extra))
        .count();
  }

  private static boolean isSamePayer(Paid one, Paid other) {
    return one.line.book == Book.BANK
        ? !one.line.payerName.isEmpty() && one.line.payerName.equals(other.line.payerName)
        : !one.line.payer.isEmpty() && one.line.payer.equals(other.line.payer);
  }

  /// A payment too many that went back in full is nobody's loss.
  private void giveBackTogether(Due due, Paid extra) {
    List<Paid> both = new ArrayList<>();
    both.add(extra);
    for (Paid back : due.refunds) {
      if (back.undone == extra && !back.placed()) {
        both.add(back);
      }
    }
    due.payments.remove(extra);
    due.refunds.removeAll(both);
    due.companions.addAll(both);
  }

  private void duplicate(Due due, Paid kept, Paid extra) {
    board.put(extra, Place.DISCREPANT);
    Finding finding =
        Finding.measured(Kind.DUPLICATE_CHARGE, extra.amount())
            .on(extra)
            .order(due)
            .beside("original", kept);
    if (extra.line.channel == kept.line.channel) {
      finding.because(
          "reason.duplicate-same-channel",
          due.order.number,
          Currencies.text(extra.amount(), extra.line.currency),
          gap(kept, extra),
          kept.line.id);
    } else {
      finding.because(
          "reason.duplicate-cross-channel",
          due.order.number,
          Currencies.text(extra.amount(), extra.line.currency),
          kept.line.channel.word(),
          extra.line.channel.word(),
          kept.line.id);
    }
    board.report(finding);
    due.payments.remove(extra);
  }

  /// The time between two payments in seconds, as text for a reason.
  static String gap(Paid one, Paid other) {
    return Long.toString(Math.abs(other.line.epochSecond - one.line.epochSecond));
  }

  private void cancelled(Due due) {
    boolean discrepant = false;
    List<Paid> fine = new ArrayList<>();
    for (Paid paid : due.payments) {
      if (paid.givenBackMinor >= paid.amount()) {
        fine.add(paid);
        continue;
      }
      if (paid.amount() != due.due() && isMeantFor(paid, due)) {
        // Crossing tells which order was meant
        continue;
      }
      discrepant = true;
      board.put(paid, Place.DISCREPANT);
      long left = paid.amount() - paid.givenBackMinor;
      board.report(
          Finding.measured(Kind.PAID_AFTER_CANCEL, left)
              .on(paid)
              .order(due)
              .because(
                  "reason.paid-after-cancel",
                  due.order.number,
                  Currencies.text(left, paid.line.currency)));
    }
    for (Paid back : due.refunds) {
      if (!back.placed()) {
        fine.add(back);
      }
    }
    if (discrepant) {
      board.put(due, Place.DISCREPANT);
    }
    if (!fine.isEmpty()) {
      board.match("given-back", "unique", fine, discrepant ? List.of() : List.of(due));
    }
  }

  /// Money that pays this order but went to an account of another store.
  private void foreignAccounts(Due due, List<Paid> kept) {
    for (Paid paid : kept) {
      Optional<Reason> strange = homes.strange(due, paid);
      if (paid.line.kind == LineKind.PAYMENT && strange.isPresent()) {
        board.put(paid, Place.DISCREPANT);
        board.report(
            Finding.measured(Kind.WRONG_ACCOUNT, paid.amount())
                .on(paid)
                .order(due)
                .meant(due)
                .because(strange.get()));
      }
    }
  }
}
