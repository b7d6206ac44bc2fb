package guiwei.reconcile;

import guiwei.chance.Clock;
import guiwei.chance.Rhythm;
import guiwei.outcome.Kind;
import guiwei.outcome.Match;
import guiwei.outcome.Place;
import guiwei.outcome.Reason;
import guiwei.sift.Directory;
import guiwei.table.Book;
import guiwei.table.Currencies;
import guiwei.table.LineKind;
import guiwei.table.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Sale, refund and sale again at one till: a correction when the money went back to the card
/// that paid and the new amount is what the order wants; otherwise money is missing, by mistake
/// or not.
final class Recharges {
  private static final int WITHIN_SECONDS = 1800;
  private static final int ORDER_REACH_SECONDS = 1200;

  /// An order of the same amount that is no further away than this is as likely.
  private static final int RIVAL_SECONDS = 300;

  private final Board board;
  private final Directory directory;
  private final Map<String, List<Due>> duesByTill = new HashMap<>();

  Recharges(Board board, Directory directory) {
    this.board = board;
    this.directory = directory;
  }

  void run() {
    Set<String> tills =
        board.lines.stream()
            .filter(paid -> paid.line.book == Book.JOURNAL)
            .map(paid -> directory.tillOf(paid.line.terminal))
            .collect(Collectors.toSet());
    for (Due due : board.openDues()) {
      if (due.payments.isEmpty() && due.order.state != State.CANCELLED) {
        // a till that no card terminal is known to stand at may be any of its store's
        boolean known = tills.contains(due.order.terminal);
        String till = known ? due.order.terminal : "@" + due.order.store;
        duesByTill.computeIfAbsent(till, t -> new ArrayList<>()).add(due);
      }
    }
    for (Due due : board.openDues()) {
      if (due.order.state != State.CANCELLED) {
        numbered(due);
      }
    }
    for (String terminal : new TreeSet<>(board.linesByTerminal.keySet())) {
      till(terminal, board.linesByTerminal.get(terminal));
    }
  }

  /// The order's full amount was given back, and soon after it the same payer paid less for the
  /// same order.
  private void numbered(Due due) {
    for (Paid back : due.refunds) {
      Paid sale = only(due, p -> p.amount() == -back.amount() && undoes(back, p));
      Paid again = only(due, p -> p.amount() < due.due() && soonAfter(back, p));
      if (due.refunds.size() == 1
          && due.payments.size() == 2
          && sale != null
          && again != null
          && sale != again
          && sale.amount() == due.due()
          && sale.line.payer.equals(again.line.payer)) {
        due.payments.clear();
        due.refunds.clear();
        lower(sale, back, again, due);
        return;
      }
    }
  }

  private static @Nullable Paid only(Due due, Predicate<Paid> wanted) {
    List<Paid> found = due.payments.stream().filter(p -> !p.placed()).filter(wanted).toList();
    return found.size() == 1 ? found.getFirst() : null;
  }

  private static boolean undoes(Paid back, Paid sale) {
    long after = back.line.epochSecond - sale.line.epochSecond;
    return (back.original.isEmpty() || names(back, sale)) && after >= 0 && after <= WITHIN_SECONDS;
  }

  private static boolean soonAfter(Paid back, Paid again) {
    long after = again.line.epochSecond - back.line.epochSecond;
    return after >= 0 && after <= WITHIN_SECONDS;
  }

  private void till(String terminal, @Nullable List<Paid> lines) {
    if (lines == null || lines.stream().noneMatch(p -> p.isBack() && loose(p))) {
      return;
    }
    List<Due> dues =
        new ArrayList<>(duesByTill.getOrDefault(directory.tillOf(terminal), List.of()));
    String listed = directory.storeOf(terminal);
    String store = listed.isEmpty() ? lines.getFirst().line.store : listed;
    if (!directory.tillOf(terminal).equals(terminal)) {
      // till 1 may be in every store
      dues.removeIf(d -> !d.order.store.isEmpty() && !d.order.store.equals(store));
    }
    dues.addAll(duesByTill.getOrDefault("@" + store, List.of()));
    dues.sort(
        Comparator.comparingLong((Due d) -> d.order.epochSecond)
            .thenComparing(d -> d.order.number));
    List<Paid> sales = lines.stream().filter(p -> p.isPayment() && loose(p)).toList();
    Clock known = board.tillLessons.past(terminal).clock;
    Clock clock = known == null ? TillGroup.clock(sales, dues) : known;
    for (Paid back : lines) {
      if (back.isBack() && loose(back)) {
        story(back, lines, dues, clock);
      }
    }
  }

  private static boolean loose(Paid paid) {
    return !paid.placed() && paid.due == null && paid.happened();
  }

  private void story(Paid back, List<Paid> lines, List<Due> dues, Clock clock) {
    Paid sale = saleBefore(back, lines);
    if (sale == null) {
      later(back, lines, dues, clock);
      return;
    }
    Due due = order(sale, sale.amount(), dues, clock);
    Paid again = null;
    Paid otherCard = null;
    for (Paid later : lines) {
      if (later == sale || !later.isPayment() || !loose(later) || !soonAfter(back, later)) {
        continue;
      }
      Due wanted = order(sale, later.amount(), dues, clock);
      boolean sameCard = later.line.payer.equals(sale.line.payer);
      if (wanted != null && isEnteredAfter(back, wanted, clock)) {
        continue;
      }
      if (wanted != null && sameCard && (due == null || !isNearer(due, wanted, sale, clock))) {
        settled(sale, back, later, wanted, hasRival(wanted, sale, dues, clock));
        return;
      }
      boolean slipped = due == null && Slip.between(later.amount(), sale.amount()) != Slip.OTHER;
      if (wanted != null && slipped && otherCard == null) {
        otherCard = later;
      }
      if (again == null && due != null && later.amount() < sale.amount() && sameCard) {
        again = later;
      }
    }
    if (again != null && due != null) {
      lower(sale, back, again, due);
    } else if (otherCard != null) {
      settled(
          sale,
          back,
          otherCard,
          Objects.requireNonNull(order(sale, otherCard.amount(), dues, clock)),
          false);
    } else if (due != null && isAstray(back, sale, lines)) {
      astray(sale, back, due);
    }
  }

  /// A refund that comes hours or days after the sale that it names may go astray as well.
  private void later(Paid back, List<Paid> lines, List<Due> dues, Clock clock) {
    List<Paid> named = lines.stream().filter(sale -> isNamed(sale, back)).toList();
    if (named.size() != 1) {
      return;
    }
    Paid sale = named.getFirst();
    Due due = order(sale, sale.amount(), dues, clock);
    if (due != null && !hasRival(due, sale, dues, clock) && isAstray(back, sale, lines)) {
      astray(sale, back, due);
    }
  }

  private static boolean isNamed(Paid sale, Paid back) {
    return sale.isPayment()
        && loose(sale)
        && sale.amount() == -back.amount()
        && sale.line.epochSecond <= back.line.epochSecond
        && names(back, sale);
  }

  /// Whether the order was only entered when the sale was void already: then the sale was
  /// another one's, that was cancelled, and not the first try at this.
  private static boolean isEnteredAfter(Paid back, Due wanted, Clock clock) {
    return back.line.kind == LineKind.VOID
        && clock.isSharp()
        && wanted.order.hasTime
        && wanted.order.epochSecond > clock.correct(back.line.epochSecond);
  }

  /// Whether this order lies nearer to the sale than the other: where amounts are few, another
  /// customer's order has just the new one.
  private static boolean isNearer(Due due, Due other, Paid sale, Clock clock) {
    long second = clock.correct(sale.line.epochSecond);
    return Math.abs(due.order.epochSecond - second) < Math.abs(other.order.epochSecond - second);
  }

  /// Whether another order of that amount lies as near.
  private static boolean hasRival(Due due, Paid sale, List<Due> dues, Clock clock) {
    long second = clock.correct(sale.line.epochSecond);
    long reach = Math.abs(due.order.epochSecond - second) + RIVAL_SECONDS;
    return dues.stream()
        .anyMatch(
            d ->
                !d.equals(due)
                    && !d.placed()
                    && d.due() == due.due()
                    && Math.abs(d.order.epochSecond - second) <= reach
                    && d.order.channel.fits(sale.line.channel));
  }

  /// The new amount is what the order wants: fine if the money went back to where it came from.
  ///
  /// @param rival whether another order may want it as well, which is left to the till's whole day
  private void settled(Paid sale, Paid back, Paid again, Due due, boolean rival) {
    if (Objects.equals(sale.line.payer, back.line.payer) || back.line.payer.isEmpty()) {
      board.match("till-correction", "unique", List.of(sale, back), List.of());
      if (!rival) {
        board.match(Match.AT_TILL, "unique", List.of(again), List.of(due));
      }
      return;
    }
    for (Paid paid : List.of(sale, back, again)) {
      board.put(paid, Place.DISCREPANT);
    }
    board.put(due, Place.DISCREPANT);
    board.report(
        Finding.measured(Kind.REFUND_RECHARGE, back.amount())
            .on(back)
            .on(sale)
            .on(again)
            .order(due)
            .because(otherCard(sale, back, due)));
  }

  /// Whether the money went to a card that had not paid that amount here. A price that the till
  /// takes often may be that of an older sale, before these statements begin.
  private static boolean isAstray(Paid back, Paid sale, List<Paid> lines) {
    String card = back.line.payer;
    if (card.isEmpty() || sale.line.payer.isEmpty() || card.equals(sale.line.payer)) {
      return false;
    }
    List<Paid> sales = lines.stream().filter(Paid::isPayment).toList();
    boolean own =
        sales.stream()
            .anyMatch(
                p ->
                    p.line.payer.equals(card)
                        && p.amount() >= -back.amount()
                        && p.line.epochSecond <= back.line.epochSecond);
    boolean rare = sales.stream().filter(p -> p.amount() == sale.amount()).count() == 1;
    return !own && (rare || names(back, sale));
  }

  /// The order stays paid, and its money left again on another card.
  private void astray(Paid sale, Paid back, Due due) {
    if (Refunds.promised(due, due.due()) > 0) {
      return;
    }
    board.put(back, Place.DISCREPANT);
    board.match(Match.AT_TILL, "unique", List.of(sale), List.of(due));
    board.report(
        new Finding(Kind.REFUND_RECHARGE, 0.9, back.amount())
            .on(back)
            .beside("original", sale)
            .order(due)
            .because(otherCard(sale, back, due)));
  }

  private static Reason otherCard(Paid sale, Paid back, Due due) {
    return Reason.of(
        "reason.recharge-other-card",
        due.order.number,
        Currencies.text(-back.amount(), back.line.currency),
        tail(sale.line.payer),
        tail(back.line.payer));
  }

  private void lower(Paid sale, Paid back, Paid again, Due due) {
    for (Paid paid : List.of(sale, back, again)) {
      board.put(paid, Place.DISCREPANT);
    }
    board.put(due, Place.DISCREPANT);
    board.report(
        Finding.measured(Kind.REFUND_RECHARGE, again.amount() - sale.amount())
            .on(again)
            .on(sale)
            .on(back)
            .order(due)
            .because(
                "reason.recharge-lower",
                due.order.number,
                Currencies.text(sale.amount(), sale.line.currency),
                Currencies.text(again.amount(), again.line.currency)));
  }

  /// The last four of a card: what a slip of paper shows.
  private static String tail(String card) {
    return card.substring(Math.max(0, card.length() - 4));
  }

  /// The sale that this refund undoes: the one it names, else the last of that amount before
  /// it, of the same card if there is one.
  private static @Nullable Paid saleBefore(Paid back, List<Paid> lines) {
    Paid found = null;
    for (Paid sale : lines) {
      long before = back.line.epochSecond - sale.line.epochSecond;
      if (!sale.isPayment() || !loose(sale) || before < 0 || before > WITHIN_SECONDS) {
        continue;
      }
      if (sale.amount() == -back.amount()) {
        boolean named = !back.original.isEmpty() && names(back, sale);
        boolean same = sale.line.payer.equals(back.line.payer);
        if (named) {
          return sale;
        }
        if (found == null || same || !found.line.payer.equals(back.line.payer)) {
          found = sale;
        }
      }
    }
    return found;
  }

  static boolean names(Paid back, Paid sale) {
    String named = back.original;
    return named.equals(sale.line.id)
        || named.equals(sale.line.trace)
        || (!named.isEmpty() && named.equals(sale.line.original));
  }

  private static @Nullable Due order(Paid sale, long amount, List<Due> dues, Clock clock) {
    long second = clock.correct(sale.line.epochSecond);
    Due found = null;
    for (Due due : dues) {
      long distance = Math.abs(due.order.epochSecond - second);
      if (!due.placed()
          && due.due() == amount
          && distance <= (clock.isSharp() ? ORDER_REACH_SECONDS : Rhythm.NEAR_SECONDS)
          && (amount == sale.amount() || due.order.channel.fits(sale.line.channel))) {
        if (found == null || distance < Math.abs(found.order.epochSecond - second)) {
          found = due;
        }
      }
    }
    return found;
  }
}
