package guiwei.reconcile;

import guiwei.chance.Ascending;
import guiwei.chance.Prices;
import guiwei.table.Book;
import guiwei.table.Channel;
import guiwei.table.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the orders of transfers that name no order's number: by the payer's name, by a sum or an
/// amount that hardly comes about by chance, and then by two half evidences at once (a part of
/// the number, the name, an amount with a slip).
final class Transfers {
  private static final int VISIT_SECONDS = 3600;
  private static final int SHORTEST_NAME = 4;

  /// Orders of customers named together, of which sets are looked for.
  private static final int MOST_OWED = 24;

  /// How much likelier one slip of the hand must be than another, as a logarithm.
  private static final double CLEARLY = Math.log(5);

  private final Board board;
  private final Payers payers;
  private final Acceptance acceptance;
  private final Ours ours;
  private final Prices prices;
  private final Unpaid unpaid;
  private final WrongSum wrongSum;

  Transfers(Board board, Payers payers, Acceptance acceptance, Ours ours, Prices prices) {
    this.prices = prices;
    this.board = board;
    this.payers = payers;
    this.acceptance = acceptance;
    this.ours = ours;
    this.unpaid = board.unpaid();
    this.wrongSum = new WrongSum(board);
  }

  /// What a name and an amount say, or a part of a number and an amount with a slip.
  void byWords() {
    open().forEach(this::byName);
    open().forEach(this::byAllNamed);
    List<Paid> left = open().stream().filter(Transfers::isFree).toList();
    List<Due> transfers = unpaid.all().stream().filter(Unpaid::isTransfer).toList();
    Misquotes misquotes = new Misquotes(board.telling, left, transfers, board.papers);
    left.forEach(paid -> byNumber(paid, misquotes));
  }

  /// What figures alone say, and a name beside an amount with a slip.
  void byFigures() {
    bySum(true);
    new AmountOnly(board, payers, acceptance, ours, prices).run(open());
    bySum(false);
    Bills bills = new Bills(unpaid, acceptance);
    open().stream().filter(p -> isFree(p) && !ours.isForAnother(p)).forEach(bills::settle);
    open().stream().filter(Transfers::isFree).forEach(this::byNameInParts);
    open().stream().filter(Transfers::isFree).forEach(this::byNameAndSlip);
    // who pays a household's bill through a wallet types its number, and pays one bill
    board.loosePayments().stream()
        .filter(p -> p.line.book == Book.TRADE && p.due == null && isFree(p))
        .filter(p -> p.line.reference.isEmpty() && payers.told(p).size() == 1)
        .forEach(this::byCustomerAlone);
  }

  /// Whether no open order is named, whose amount would be the slip.
  static boolean isFree(Paid paid) {
    return paid.hint == null || paid.hint.placed();
  }

  /// Transfers that nothing explains yet.
  private List<Paid> open() {
    return board.loosePayments().stream()
        .filter(p -> p.line.book == Book.BANK && p.due == null)
        .toList();
  }

  /// The payer's name stands in the remark of the only order of that amount: an invoice to a
  /// company.
  private void byName(Paid paid) {
    List<Due> fits = named(paid).stream().filter(d -> d.due() == paid.amount()).toList();
    if (fits.size() == 1) {
      acceptance.accept(ByCustomer.RULE, paid, fits);
    }
  }

  /// Orders of the customers for whom the payment speaks come to just this amount, and each of
  /// them has one among these: a company pays for its rooms, an owner for two houses.
  private void byAllNamed(Paid paid) {
    Set<String> told = payers.spokenFor(paid);
    if (told.isEmpty() || ours.isForAnother(paid)) {
      return;
    }
    List<Due> owed =
        unpaid.of(told, paid).stream()
            .filter(d -> unpaid.isOwed(d, paid) && d.order.state != State.CANCELLED)
            .toList();
    if (owed.size() < Math.max(2, told.size()) || owed.size() > MOST_OWED) {
      return;
    }
    Exact.Answer answer = Exact.sets(amounts(owed), paid.amount(), owed.size());
    List<List<Due>> sets =
        answer.sets().stream()
            .map(set -> Arrays.stream(set).mapToObj(owed::get).toList())
            .filter(set -> set.stream().map(Due::customer).distinct().count() == told.size())
            .filter(set -> isFree(paid) || set.contains(paid.hint))
            .toList();
    if (answer.complete() && sets.size() == 1) {
      acceptance.accept(ByCustomer.RULE, paid, sets.getFirst());
    }
  }

  /// Open orders that the payer's name speaks for.
  private List<Due> named(Paid paid) {
    String name = paid.line.payerName;
    List<Due> named = new ArrayList<>();
    for (String customer : payers.of(paid)) {
      unpaid.of(customer).stream().filter(d -> unpaid.isSoon(d, paid)).forEach(named::add);
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

  /// Orders of one customer at one visit that come to just this amount.
  ///
  /// @param likely whether only sums that chance would hardly bring about are settled
  private void bySum(boolean likely) {
    Map<Long, List<List<Due>>> sums = visits();
    long[] all =
        sums.values().stream()
            .flatMap(List::stream)
            .mapToLong(visit -> visit.stream().mapToLong(Due::due).sum())
            .sorted()
            .toArray();
    for (Paid paid : open()) {
      List<List<Due>> fits = soon(sums.getOrDefault(paid.amount(), List.of()), paid);
      if (fits.size() == 1 && !ours.isForAnother(paid)) {
        List<Due> visit = fits.getFirst();
        List<Due> together = together(visit, paid);
        Exact.Answer answer = Exact.sets(amounts(together), paid.amount(), together.size());
        if (!answer.complete() || answer.sets().size() > 1) {
          board.undecided("merged", answer.word(), List.of(paid), List.of(), answer.any(together));
        } else if (chance(all, visit, paid.amount()) <= Balances.CHANCE) {
          acceptance.accept("merged", paid, List.copyOf(visit));
        } else if (!likely) {
          board.match("merged", "several", List.of(paid), List.copyOf(visit));
        }
      }
    }
  }

  /// The orders of this visit, of which others than those beside each other may come to it too.
  private List<Due> together(List<Due> visit, Paid paid) {
    long first = visit.getFirst().order.epochSecond;
    long last = visit.getLast().order.epochSecond;
    boolean byBank = visit.stream().allMatch(Transfers::isByBank);
    return unpaid.of(visit.getFirst().customer()).stream()
        .filter(d -> (isByBank(d) || !byBank) && unpaid.mayPay(paid, d))
        .filter(d -> d.due() > 0 && d.due() <= paid.amount())
        .filter(d -> d.order.epochSecond >= last - VISIT_SECONDS)
        .filter(d -> d.order.epochSecond <= first + VISIT_SECONDS)
        .toList();
  }

  private static long[] amounts(List<Due> dues) {
    return dues.stream().mapToLong(Due::due).toArray();
  }

  /// How many visits may come to the amount by chance: those of about this size, as many as fall
  /// into the days that transfers take, by how round the amounts are.
  private double chance(long[] sums, List<Due> visit, long amount) {
    int about =
        Ascending.first(sums, amount + amount / 4) - Ascending.first(sums, amount - amount / 4);
    return about * unpaid.soonShare() * Balances.step(visit) / (amount / 2.0);
  }

  private List<List<Due>> soon(List<List<Due>> visits, Paid paid) {
    return visits.stream()
        .filter(set -> set.stream().noneMatch(Due::placed))
        .filter(set -> set.stream().allMatch(d -> unpaid.isSoon(d, paid)))
        .filter(set -> set.getFirst().order.currency == paid.line.currency)
        .toList();
  }

  /// What the orders of one customer at one visit come to, some that follow each other or all:
  /// those to be paid by transfer, or these and others of which the books do not say how.
  private Map<Long, List<List<Due>>> visits() {
    Map<Long, List<List<Due>>> sums = new HashMap<>();
    Map<String, List<Due>> byCustomer = new HashMap<>();
    for (Due due : unpaid.all()) {
      if (Unpaid.isTransfer(due) && !due.customer().isEmpty()) {
        byCustomer.computeIfAbsent(due.customer(), c -> new ArrayList<>()).add(due);
      }
    }
    for (List<Due> ofOne : byCustomer.values()) {
      List<Due> byBank = ofOne.stream().filter(Transfers::isByBank).toList();
      visits(byBank, sums);
      if (!byBank.isEmpty() && byBank.size() < ofOne.size()) {
        visits(ofOne, sums);
      }
    }
    return sums;
  }

  private static void visits(List<Due> ofOne, Map<Long, List<List<Due>>> sums) {
    for (int from = 0; from < ofOne.size(); from++) {
      long sum = ofOne.get(from).due();
      for (int to = from + 1; to < ofOne.size() && isVisit(ofOne, from, to); to++) {
        sum += ofOne.get(to).due();
        List<Due> visit = ofOne.subList(from, to + 1);
        boolean known = sums.getOrDefault(sum, List.of()).contains(visit);
        if (visit.stream().anyMatch(Transfers::isByBank) && !known) {
          sums.computeIfAbsent(sum, s -> new ArrayList<>()).add(visit);
        }
      }
    }
  }

  private static boolean isByBank(Due due) {
    return due.order.channel == Channel.BANK;
  }

  private static boolean isVisit(List<Due> dues, int from, int to) {
    return dues.get(to).order.epochSecond - dues.get(from).order.epochSecond <= VISIT_SECONDS;
  }

  /// The amount is wrong, and the number in part or with a slip says whose it is.
  private void byNumber(Paid paid, Misquotes misquotes) {
    List<Due> alike =
        misquotes.of(paid).stream()
            .filter(d -> unpaid.mayPay(paid, d) && isAlike(d, paid))
            .toList();
    List<Due> slipped = alike.stream().filter(d -> isSlip(d, paid)).toList();
    List<Due> meant = slipped.isEmpty() ? alike : slipped;
    if (meant.size() == 1 && !paid.placed()) {
      wrong(paid, meant.getFirst());
    }
  }

  /// The amount is wrong, and the payer's name says whose it is: the order whose amount a hand
  /// would make into this one, if no other comes near.
  private void byNameAndSlip(Paid paid) {
    List<Due> named =
        named(paid).stream()
            .filter(d -> unpaid.mayPay(paid, d) && isAlike(d, paid))
            .sorted(Comparator.comparingDouble(d -> -Slip.log(d.due(), paid.amount())))
            .toList();
    if (named.isEmpty()) {
      return;
    }
    Due due = named.getFirst();
    double margin =
        named.size() == 1
            ? Double.POSITIVE_INFINITY
            : Slip.log(due.due(), paid.amount()) - Slip.log(named.get(1).due(), paid.amount());
    if (margin >= CLEARLY && !paid.placed()) {
      wrong(paid, due);
    }
  }

  /// The amount is wrong, and the customer that the words name owes one order only.
  private void byCustomerAlone(Paid paid) {
    List<Due> owed =
        unpaid.of(payers.told(paid), paid).stream().filter(d -> unpaid.isOwed(d, paid)).toList();
    if (owed.size() == 1 && isAlike(owed.getFirst(), paid) && !paid.placed()) {
      wrong(paid, owed.getFirst());
    }
  }

  /// The amount is wrong, unless the rest of it is in another transfer.
  private void wrong(Paid paid, Due due) {
    if (!wrongSum.joinsParts(due, List.of(paid))) {
      WrongAmount.report(board, paid, due, WrongAmount.MEASURED);
    }
  }

  /// The payer's name says whose it is, and with other transfers of that payer it makes one order.
  private void byNameInParts(Paid paid) {
    for (Due due : named(paid)) {
      if (!paid.placed() && unpaid.mayPay(paid, due)) {
        wrongSum.joinsParts(due, List.of(paid));
      }
    }
  }

  /// A typing slip, or amounts of one size.
  private static boolean isAlike(Due due, Paid paid) {
    return isSlip(due, paid) || (paid.amount() * 3 > due.due() && paid.amount() < due.due() * 3);
  }

  private static boolean isSlip(Due due, Paid paid) {
    return Slip.between(due.due(), paid.amount()).isTelling(due.due());
  }
}
