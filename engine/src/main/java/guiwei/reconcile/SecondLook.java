package guiwei.reconcile;

import guiwei.outcome.Kind;
import guiwei.outcome.Place;
import guiwei.table.Book;
import guiwei.table.Currencies;
import guiwei.table.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a customer's payment is that none of the open orders wants to the fen: less than due for
/// a reason that is told, money for a cancelled order, an order paid already, a slip of the hand.
final class SecondLook {
  /// The same amount from the same customer again within these days, and nothing else it may be.
  private static final int AGAIN_SECONDS = 31 * 86_400;

  private final Board board;
  private final Payers payers;
  private final Acceptance acceptance;
  private final Unpaid unpaid;
  private final WrongSum wrongSum;
  private final Set<Due> quoted = new HashSet<>();
  private final Map<String, List<Due>> settled = new HashMap<>();

  SecondLook(Board board, Payers payers, Acceptance acceptance) {
    this.board = board;
    this.payers = payers;
    this.acceptance = acceptance;
    this.unpaid = board.unpaid();
    this.wrongSum = new WrongSum(board);
    board.loosePayments().stream().filter(p -> p.hint != null).forEach(p -> quoted.add(p.hint));
    for (Due due : board.dues) {
      if (due.place == Place.MATCHED) {
        settled.computeIfAbsent(due.customer(), c -> new ArrayList<>()).add(due);
      }
    }
  }

  void run() {
    for (Paid paid : board.loosePayments()) {
      boolean spoken = paid.line.book == Book.BANK || payers.speaks(paid);
      if (spoken && !paid.placed() && paid.due == null && Transfers.isFree(paid)) {
        look(paid, payers.of(paid));
      }
    }
  }

  private void look(Paid paid, Set<String> customers) {
    List<Due> open =
        unpaid.of(customers, paid).stream()
            .filter(d -> ByCustomer.isOwed(unpaid, d, paid))
            .toList();
    List<Due> cancelled =
        unpaid.of(paid.amount()).stream()
            .filter(d -> d.order.state == State.CANCELLED && customers.contains(d.customer()))
            .filter(d -> d.order.currency == paid.line.currency)
            .filter(d -> ByCustomer.isOwed(unpaid, d, paid))
            .toList();
    if (cancelled.size() == 1) {
      acceptance.accept(ByCustomer.RULE, paid, cancelled);
      return;
    }
    if (!again(paid, customers) && !sibling(paid)) {
      excused(paid, Wording.narrowed(open, paid));
    }
  }

  /// A transfer that names a customer who owes nothing any more, and comes to just what another one
  /// owes beside whose order the payer's name stands as well: a parent named the other child.
  private boolean sibling(Paid paid) {
    Set<String> told = payers.told(paid);
    Set<String> family = payers.besides(paid);
    if (family.isEmpty()) {
      family = neighbours(paid, told);
    }
    if (told.size() != 1 || family.size() < 2 || !family.containsAll(told)) {
      return false;
    }
    List<Due> named = settled.getOrDefault(told.iterator().next(), List.of());
    List<Due> meant =
        unpaid.of(family, paid).stream()
            .filter(d -> d.due() == paid.amount() && unpaid.isOwed(d, paid))
            .toList();
    if (named.size() != 1 || meant.size() != 1 || !unpaid.of(told, paid).isEmpty()) {
      return false;
    }
    board.put(paid, Place.DISCREPANT);
    board.put(meant.getFirst(), Place.DISCREPANT);
    board.report(
        Finding.measured(Kind.WRONG_ORDER, paid.amount())
            .on(paid)
            .order(named.getFirst())
            .meant(meant.getFirst())
            .because(
                "reason.wrong-order",
                named.getFirst().order.number,
                meant.getFirst().order.number,
                Currencies.text(paid.amount(), paid.line.currency)));
    return true;
  }

  /// Who is named and who pays, where the payer is one customer and the number in the words is
  /// another's.
  private Set<String> neighbours(Paid paid, Set<String> told) {
    Set<String> own = payers.own(paid);
    Set<String> both = new HashSet<>(told);
    both.addAll(own);
    return own.size() == 1 && both.size() == 2 ? both : Set.of();
  }

  private void excused(Paid paid, List<Due> open) {
    List<Due> excused =
        open.stream()
            .filter(d -> !d.placed() && !quoted.contains(d))
            .filter(d -> WrongSum.isExplained(d, paid, paid.amount()))
            .toList();
    if (excused.size() != 1) {
      return;
    }
    Due due = excused.getFirst();
    if (!wrongSum.joinsParts(due, List.of(paid))) {
      board.match(WrongSum.rule(due, paid), "unique", parts(paid, due), List.of(due));
    }
  }

  /// This part and the payer's other transfers that are parts by their words as well, if they are
  /// no more than is due.
  private List<Paid> parts(Paid paid, Due due) {
    List<Paid> parts =
        board.transfersOf(paid.line.payerName).stream()
            .filter(p -> !p.placed() && p.happened() && p.due == null && Transfers.isFree(p))
            .filter(p -> p.line.currency == paid.line.currency && unpaid.isOwed(due, p))
            .filter(
                p -> p == paid || (Wording.part(p.words()) && payers.of(p).equals(payers.of(paid))))
            .toList();
    long sum = parts.stream().mapToLong(Paid::amount).sum();
    return parts.contains(paid) && sum < due.due() ? parts : List.of(paid);
  }

  private boolean again(Paid paid, Set<String> customers) {
    if (paid.givenBackMinor > 0) {
      return false;
    }
    for (String customer : customers) {
      for (Due due : settled.getOrDefault(customer, List.of())) {
        Paid kept = due.paidBy;
        if (kept != null
            && kept.amount() == paid.amount()
            && due.due() == paid.amount()
            && kept.givenBackMinor == 0
            && kept.line.currency == paid.line.currency
            && Math.abs(kept.line.epochSecond - paid.line.epochSecond) <= AGAIN_SECONDS) {
          duplicate(paid, kept, due);
          return true;
        }
      }
    }
    return false;
  }

  private void duplicate(Paid paid, Paid kept, Due due) {
    board.put(paid, Place.DISCREPANT);
    board.report(
        Finding.measured(Kind.DUPLICATE_CHARGE, paid.amount())
            .on(paid)
            .order(due)
            .beside("original", kept)
            .because(
                "reason.duplicate-by-customer",
                due.order.number,
                Currencies.text(paid.amount(), paid.line.currency),
                kept.line.id));
  }
}
