package guiwei.reconcile;

import guiwei.outcome.Kind;
import guiwei.outcome.Place;
import guiwei.outcome.Unordered;
import guiwei.sift.Learnt;
import guiwei.sift.Ordered;
import guiwei.statement.StatementLine;
import guiwei.table.Book;
import guiwei.table.Channel;
import guiwei.table.Currencies;
import guiwei.table.State;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Names what no pass explained: money that nobody ordered, orders whose money never came.
final class Leftovers {
  private static final int DAY = 86_400;
  private static final int HOUR = 3600;

  private final Board board;

  /// Money that nothing explains and an order of just that amount that misses its own: each may be
  /// what it seems, or the other's. Even, for want of anything that tells.
  private static final double EVEN = 0.5;

  /// So many orders for cash must stand in a collector's list before the others are missed.
  private static final int ENOUGH_COLLECTED = 20;

  private final Ours ours;
  private final Holes holes;
  private final Ordered ordered;
  private int collected;
  private int uncollected;

  private final Set<Paid> strangers = new HashSet<>();
  private final Set<Due> missed = new HashSet<>();

  /// Money from before this moment has its order in the run, if it has one.
  private final long lastOrder;

  Leftovers(Board board, Ours ours, Learnt learnt) {
    this.ours = ours;
    this.holes = new Holes(board, learnt.gaps());
    this.ordered = learnt.ordered();
    this.lastOrder =
        Math.max(
            board.tillLessons.lastOrder(),
            board.silent().stream().mapToLong(d -> d.order.epochSecond).max().orElse(0));
    this.board = board;
  }

  void run() {
    rivals();
    for (Paid paid : board.lines) {
      if (paid.isPayment() && paid.happened()) {
        boolean found = paid.place == Place.DISCREPANT || !paid.pays.isEmpty();
        if (found || !paid.placed()) {
          ordered.add(paid.line, found);
        }
      }
    }
    for (Paid paid : board.lines) {
      if (!paid.placed() && paid.isPayment()) {
        payment(paid);
      }
    }
    for (Paid paid : board.lines) {
      if (!paid.placed()) {
        board.put(paid, Place.APART);
      }
    }
    countCollected();
    board.dues.forEach(due -> board.coverage.add(due.order, due.place));
    for (Due due : board.dues) {
      if (!due.placed()) {
        order(due);
      }
    }
  }

  /// Money that nothing explains beside orders that miss their own, of one amount, where and when
  /// the one may have paid the other.
  private void rivals() {
    Map<Long, List<Due>> missing = new HashMap<>();
    for (Due due : board.dues) {
      if (!due.placed() && saysPaid(due)) {
        missing.computeIfAbsent(due.due(), a -> new ArrayList<>()).add(due);
      }
    }
    Unpaid unpaid = board.unpaid();
    for (Paid paid : board.loosePayments()) {
      for (Due due : missing.getOrDefault(paid.amount(), List.of())) {
        boolean timely =
            paid.line.book == Book.BANK
                ? unpaid.isSoon(due, paid)
                : Math.abs(paid.second - due.order.epochSecond) <= DAY;
        if (timely
            && paid.line.currency == due.order.currency
            && due.order.channel.fits(paid.line.channel)
            && board.mayServe(paid, due)) {
          strangers.add(paid);
          missed.add(due);
        }
      }
    }
  }

  private void payment(Paid paid) {
    if (paid.givenBackMinor >= paid.amount()) {
      board.match("given-back", "unique", paid.withBacks(), List.of());
      return;
    }
    boolean young =
        board.horizon - paid.line.epochSecond < DAY && paid.line.epochSecond > lastOrder - HOUR;
    if (board.telling.isEmpty() || (young && !paid.line.reference.isEmpty())) {
      board.put(paid, Place.OPEN);
      return;
    }
    if (!ordered.speaksOf(paid.line)) {
      board.put(paid, Place.OPEN);
      unordered(paid);
      return;
    }
    if (ours.isForAnother(paid)) {
      board.put(paid, Place.DISCREPANT);
      board.report(
          Finding.measured(Kind.WRONG_ACCOUNT, paid.amount())
              .on(paid)
              .because(
                  "reason.meant-for-another", Currencies.text(paid.amount(), paid.line.currency)));
      return;
    }
    board.put(paid, Place.OPEN);
    board.report(
        finding(Kind.UNIDENTIFIED, paid.amount(), strangers.contains(paid))
            .on(paid)
            .because(
                paid.line.reference.isEmpty()
                    ? "reason.unidentified"
                    : "reason.unidentified-number",
                Currencies.text(paid.amount(), paid.line.currency),
                paid.line.reference));
  }

  /// Adds a receipt of a day on which hardly any has an order.
  private void unordered(Paid paid) {
    StatementLine line = paid.line;
    LocalDate day = LocalDate.ofEpochDay(board.coverage.day(line.epochSecond));
    String store = line.store.isEmpty() ? line.terminal : line.store;
    Unordered one =
        new Unordered(
            line.channel,
            line.account,
            store.isEmpty() ? List.of() : List.of(store),
            line.currencyCode(),
            day,
            day,
            1,
            paid.amount());
    String key = String.join("\n", line.channel.name(), line.account, line.currencyCode());
    board.unordered.merge(key, one, Unordered::and);
  }

  private static Finding finding(Kind kind, long amount, boolean rival) {
    return rival ? new Finding(kind, EVEN, amount) : Finding.measured(kind, amount);
  }

  private static boolean saysPaid(Due due) {
    return isPaid(due) && !due.excused && due.order.channel != Channel.CASH;
  }

  private static boolean isPaid(Due due) {
    return due.order.state == State.PAID || due.order.state == State.DONE;
  }

  /// Whether whoever collects cash at the door lists it order by order, nearly all of it, and not
  /// this one, although the time is over.
  private boolean isUncollected(Due due) {
    return due.order.channel == Channel.CASH
        && isPaid(due)
        && !due.excused
        && isLate(due)
        && collected >= ENOUGH_COLLECTED
        && collected * 10 >= (collected + uncollected) * 9;
  }

  private boolean isLate(Due due) {
    return board.horizon - due.order.epochSecond > board.settings.refundTime().toSeconds();
  }

  /// Counts cash orders that a line of their own pays, and those that none does.
  private void countCollected() {
    for (Due due : board.dues) {
      if (due.order.channel == Channel.CASH && isPaid(due) && isLate(due)) {
        Paid by = due.paidBy;
        boolean listed = by != null && by.line.book == Book.TRADE && by.pays.size() == 1;
        collected += listed ? 1 : 0;
        uncollected += due.placed() ? 0 : 1;
      }
    }
  }

  private void order(Due due) {
    long age = board.horizon - due.order.epochSecond;
    boolean uncollected = isUncollected(due);
    boolean none = due.order.state == State.CANCELLED || due.order.channel == Channel.CASH;
    if ((none && !uncollected) || due.due() == 0) {
      board.put(due, Place.APART);
    } else if (uncollected
        || (saysPaid(due)
            && age > board.settings.cutOff().toSeconds()
            && board.coverage.covers(due.order)
            && !holes.mayHide(due))) {
      board.put(due, Place.DISCREPANT);
      board.report(
          finding(Kind.MISSING_RECEIPT, -due.due(), missed.contains(due))
              .order(due)
              .because(
                  "reason.missing-receipt",
                  due.order.number,
                  Currencies.text(due.due(), due.order.currency),
                  Long.toString(age / DAY)));
    } else {
      board.put(due, Place.OPEN);
    }
  }
}
