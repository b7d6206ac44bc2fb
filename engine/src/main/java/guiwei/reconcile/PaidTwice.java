package guiwei.reconcile;

import guiwei.outcome.Kind;
import guiwei.outcome.Place;
import guiwei.outcome.Reason;
import guiwei.sift.Directory;
import guiwei.sift.Twins;
import guiwei.table.Book;
import guiwei.table.Channel;
import guiwei.table.Currencies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An order paid by its number, and once more by the same payer without one: the page seemed to
/// hang, and the static code beside the till was scanned as well.
final class PaidTwice {
  /// A shorter name may be many people's, as may one that pays as often as this.
  private static final int SHORTEST_PAYER = 6;

  private static final int MOST_LINES = 20;

  /// The rest bought the same again, and nobody entered the order.
  private static final double TWICE = 0.95;

  private final Board board;
  private final Directory directory;
  private final Unpaid unpaid;
  private final Map<Paid, Due> dueOf = new HashMap<>();
  private final Map<String, List<Paid>> byPayer = new HashMap<>();

  PaidTwice(Board board, Directory directory) {
    this.board = board;
    this.directory = directory;
    this.unpaid = board.unpaid();
    for (Due due : board.dues) {
      if (due.paidBy != null) {
        dueOf.put(due.paidBy, due);
      }
    }
    for (Paid paid : board.lines) {
      if (isKnown(paid)) {
        byPayer.computeIfAbsent(paid.line.payer, p -> new ArrayList<>()).add(paid);
      }
    }
  }

  private static boolean isKnown(Paid paid) {
    return paid.isPayment()
        && paid.happened()
        && paid.place != Place.ECHO
        && paid.line.book != Book.BANK
        && paid.line.payer.length() >= SHORTEST_PAYER;
  }

  void run() {
    byWallet();
    for (Paid paid : board.loosePayments()) {
      if (isKnown(paid) && paid.due == null && paid.givenBackMinor == 0) {
        Paid kept = kept(paid, byPayer.getOrDefault(paid.line.payer, List.of()));
        Due due = kept == null ? null : dueOf.get(kept);
        if (kept != null && due != null && !isWantedElsewhere(paid)) {
          report(paid, kept, due);
        }
      }
    }
  }

  /// Cards that paid at a till what a wallet had paid there minutes before, where the amount is one
  /// that no other payment has.
  private void byWallet() {
    for (Paid paid : board.loosePayments()) {
      boolean slip = paid.line.book == Book.JOURNAL && paid.due == null;
      if (slip && paid.givenBackMinor == 0 && !isWantedElsewhere(paid)) {
        List<Paid> alike =
            board.paymentsByAmount.getOrDefault(paid.amount(), List.of()).stream()
                .filter(p -> p != paid && p.place != Place.ECHO)
                .toList();
        Due due = alike.size() == 1 ? dueOf.get(alike.getFirst()) : null;
        if (due != null && isAtTill(paid, alike.getFirst(), due)) {
          report(paid, alike.getFirst(), due);
        }
      }
    }
  }

  /// Whether the wallet's payment is the whole of a sale at this very till, just before the card's.
  private boolean isAtTill(Paid card, Paid wallet, Due due) {
    long apart = Math.abs(card.second - wallet.second);
    return wallet.line.book == Book.TRADE
        && wallet.line.channel != card.line.channel
        && wallet.place == Place.MATCHED
        && wallet.givenBackMinor == 0
        && wallet.line.currency == card.line.currency
        && due.due() == card.amount()
        && !card.line.terminal.isEmpty()
        && (card.line.terminal.equals(due.order.terminal) || isInStore(card, due))
        && apart <= Runs.WITHIN_SECONDS;
  }

  /// Whether the card paid in the order's store, and the books, which name no till, expect a card.
  private boolean isInStore(Paid card, Due due) {
    return due.order.terminal.isEmpty()
        && due.order.channel == Channel.POS
        && !due.order.store.isEmpty()
        && due.order.store.equals(directory.storeOf(card.line.terminal));
  }

  /// Whether another order of that amount waits for its money just then: it may be this one's.
  private boolean isWantedElsewhere(Paid paid) {
    return unpaid.of(paid.amount()).stream()
        .anyMatch(
            due ->
                due.order.hasTime
                    && due.order.currency == paid.line.currency
                    && due.order.channel.fits(paid.line.channel)
                    && board.mayServe(paid, due)
                    && Math.abs(due.order.epochSecond - paid.second) <= Twins.BESIDE_SECONDS);
  }

  /// The nearest payment of that payer and amount which pays an order of its own.
  private @Nullable Paid kept(Paid paid, List<Paid> lines) {
    Paid found = null;
    for (Paid other : lines.size() > MOST_LINES ? List.<Paid>of() : lines) {
      long apart = Math.abs(other.line.epochSecond - paid.line.epochSecond);
      Due due = dueOf.get(other);
      boolean same =
          due != null
              && due.due() == paid.amount()
              && other.amount() == paid.amount()
              && other.line.currency == paid.line.currency
              && other.line.channel == paid.line.channel
              && other.givenBackMinor == 0
              && other.place == Place.MATCHED;
      if (same
          && apart <= Twins.BESIDE_SECONDS
          && (found == null || apart < Math.abs(found.line.epochSecond - paid.line.epochSecond))) {
        found = other;
      }
    }
    return found;
  }

  private void report(Paid paid, Paid kept, Due due) {
    board.put(paid, Place.DISCREPANT);
    board.report(
        new Finding(Kind.DUPLICATE_CHARGE, TWICE, paid.amount())
            .on(paid)
            .order(due)
            .beside("original", kept)
            .because(why(paid, kept, due)));
  }

  private static Reason why(Paid paid, Paid kept, Due due) {
    String amount = Currencies.text(paid.amount(), paid.line.currency);
    if (paid.line.channel == kept.line.channel) {
      String gap = ByNumber.gap(kept, paid);
      return new Reason(
          "reason.duplicate-same-channel", List.of(due.order.number, amount, gap, kept.line.id));
    }
    return new Reason(
        "reason.duplicate-cross-channel",
        List.of(
            due.order.number,
            amount,
            kept.line.channel.word(),
            paid.line.channel.word(),
            kept.line.id));
  }
}
