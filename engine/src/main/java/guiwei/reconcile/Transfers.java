package guiwei.reconcile;

import guiwei.table.Book;
import guiwei.table.Channel;
import guiwei.table.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the orders of transfers that name no order's number: by the payer's name, by a sum or an
/// amount that hardly comes about by chance, and then by two half evidences at once (a part of
/// the number, the name, an amount with a slip).
final class Transfers {
  private static final int LARGEST_MERGE = 6;
  private static final int MOST_CANDIDATES = 18;
  private static final int VISIT_SECONDS = 3600;
  private static final int SHORTEST_NAME = 4;

  private final Board board;
  private final Directory directory;
  private final Acceptance acceptance;
  private final Misquotes misquotes;
  private final Ours ours;
  private final Unpaid unpaid;

  Transfers(
      Board board, Directory directory, Acceptance acceptance, Misquotes misquotes, Ours ours) {
    this.board = board;
    this.directory = directory;
    this.acceptance = acceptance;
    this.misquotes = misquotes;
    this.ours = ours;
    this.unpaid = new Unpaid(board);
  }

  /// What a name and an amount say, or a part of a number and an amount with a slip.
  void byWords() {
    open().forEach(this::byName);
    open().stream().filter(Transfers::isFree).forEach(this::byNumber);
  }

  /// What figures alone say, and a name beside an amount with a slip.
  void byFigures() {
    byAmount();
    bySum();
    open().stream().filter(Transfers::isFree).forEach(this::byNameAndSlip);
  }

  /// Whether no open order is named, whose amount would be the slip.
  private static boolean isFree(Paid paid) {
    return paid.hint == null || paid.hint.placed();
  }

  /// Transfers that nothing explains yet.
  private List<Paid> open() {
    return board.loosePayments().stream()
        .filter(p -> p.line.book == Book.BANK && p.due == null)
        .toList();
  }

  /// A payer whose name is a customer's, or stands in an order's remark, and those open orders.
  private void byName(Paid paid) {
    List<Due> candidates =
        named(paid).stream()
            .filter(d -> d.due() <= paid.amount())
            .sorted(Comparator.comparing((Due d) -> d.order.number))
            .limit(MOST_CANDIDATES)
            .toList();
    if (candidates.isEmpty()) {
      return;
    }
    Exact.Answer answer =
        Exact.sets(candidates.stream().mapToLong(Due::due).toArray(), paid.amount(), LARGEST_MERGE);
    if (answer.unique()) {
      acceptance.accept("payer-name", paid, answer.pick(candidates));
    }
  }

  /// Open orders that the payer's name speaks for.
  private List<Due> named(Paid paid) {
    String name = paid.line.payerName;
    List<Due> named = new ArrayList<>();
    for (String customer : directory.customersNamed(name)) {
      unpaid.of(customer).stream().filter(d -> Unpaid.isSoon(d, paid)).forEach(named::add);
    }
    if (name.length() >= SHORTEST_NAME) {
      for (Due due : unpaid.of(paid.amount())) {
        if (due.order.remark.contains(name)
            && due.order.state != State.CANCELLED
            && !named.contains(due)) {
          named.add(due);
        }
      }
    }
    return named;
  }

  /// The one open order of that very amount, if no other transfer wants it.
  private void byAmount() {
    Map<Long, List<Paid>> transfers = new HashMap<>();
    open().forEach(p -> transfers.computeIfAbsent(p.amount(), a -> new ArrayList<>()).add(p));
    for (Paid paid : open()) {
      List<Due> fits = unpaid.around(paid).stream().filter(d -> d.due() == paid.amount()).toList();
      boolean alone =
          fits.size() == 1
              && transfers.getOrDefault(paid.amount(), List.of()).stream()
                  .noneMatch(p -> p != paid && !p.placed() && Unpaid.isSoon(fits.getFirst(), p));
      if (alone && !ours.isForAnother(paid)) {
        acceptance.accept("amount-and-time", paid, fits);
      }
    }
  }

  /// Orders of one customer at one visit that come to just this amount.
  private void bySum() {
    Map<Long, List<List<Due>>> sums = new HashMap<>();
    Map<String, List<Due>> byCustomer = new HashMap<>();
    for (Due due : unpaid.transfers()) {
      if (due.order.channel == Channel.BANK && !due.order.customer.isEmpty()) {
        byCustomer.computeIfAbsent(due.order.customer, c -> new ArrayList<>()).add(due);
      }
    }
    for (List<Due> ofOne : byCustomer.values()) {
      for (int from = 0; from < ofOne.size(); from++) {
        long sum = ofOne.get(from).due();
        for (int to = from + 1; to < ofOne.size() && isVisit(ofOne, from, to); to++) {
          sum += ofOne.get(to).due();
          sums.computeIfAbsent(sum, s -> new ArrayList<>()).add(ofOne.subList(from, to + 1));
        }
      }
    }
    for (Paid paid : open()) {
      List<List<Due>> fits =
          sums.getOrDefault(paid.amount(), List.of()).stream()
              .filter(set -> set.stream().noneMatch(Due::placed))
              .filter(set -> set.stream().allMatch(d -> Unpaid.isSoon(d, paid)))
              .filter(set -> set.getFirst().order.currency == paid.line.currency)
              .toList();
      if (fits.size() == 1 && !ours.isForAnother(paid)) {
        acceptance.accept("merged", paid, List.copyOf(fits.getFirst()));
      }
    }
  }

  private static boolean isVisit(List<Due> dues, int from, int to) {
    return dues.get(to).order.epochSecond - dues.get(from).order.epochSecond <= VISIT_SECONDS;
  }

  /// The amount is wrong, and the number in part or with a slip says whose it is.
  private void byNumber(Paid paid) {
    List<Due> meant = misquotes.meant(Misquotes.words(paid), unpaid.around(paid));
    if (meant.size() == 1 && isAlike(meant.getFirst(), paid)) {
      WrongAmount.report(board, paid, meant.getFirst(), WrongAmount.MEASURED);
    }
  }

  /// The amount is wrong, and the payer's name says whose it is.
  private void byNameAndSlip(Paid paid) {
    List<Due> near = unpaid.around(paid);
    List<Due> named = named(paid).stream().filter(near::contains).toList();
    List<Due> typed =
        named.stream().filter(d -> Slip.between(d.due(), paid.amount()).isTyping()).toList();
    Due due = typed.size() == 1 ? typed.getFirst() : named.size() == 1 ? named.getFirst() : null;
    if (due != null && isAlike(due, paid)) {
      WrongAmount.report(board, paid, due, WrongAmount.MEASURED);
    }
  }

  /// A typing slip, or amounts of one size.
  private static boolean isAlike(Due due, Paid paid) {
    return Slip.between(due.due(), paid.amount()).isTelling(due.due())
        || (paid.amount() * 3 > due.due() && paid.amount() < due.due() * 3);
  }
}
