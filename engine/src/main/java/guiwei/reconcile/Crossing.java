package guiwei.reconcile;

import guiwei.number.Numbers;
import guiwei.outcome.Kind;
import guiwei.outcome.Place;
import guiwei.table.Book;
import guiwei.table.Currencies;
import guiwei.table.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/// Explains payments with a number across orders: an amount that another open order of the same
/// customer wants, a payment for several orders, a number with a slip; then amounts that are
/// wrong.
final class Crossing {
  private static final int LARGEST_MERGE = 6;
  private static final int ONE_VISIT_SECONDS = 3600;
  private static final int MOST_SHORT_PERCENT = 30;
  private static final int MOST_CANDIDATES = 18;
  private static final int NEAR_SECONDS = 15 * 86_400;

  /// A shorter name may be many people's.
  private static final int SHORTEST_COMPANY = 4;

  /// Nobody means an order that is entered longer than this after the payment.
  private static final int AHEAD_SECONDS = 86_400;

  private final Board board;
  private final Acceptance acceptance;
  private final WrongSum wrongSum;
  private Unpaid unpaid;

  Crossing(Board board, Acceptance acceptance) {
    this.board = board;
    this.acceptance = acceptance;
    this.wrongSum = new WrongSum(board);
    this.unpaid = board.unpaid();
  }

  /// Payments that name several orders and pay them, or name one and pay others of its customer,
  /// to the fen: the words and the figures agree, and no till needs to be asked.
  void named() {
    board.loosePayments().stream().filter(p -> p.due == null).forEach(this::quoted);
    for (Due due : board.dues) {
      for (Paid paid : List.copyOf(due.payments)) {
        if (!paid.placed() && (elsewhere(paid, due) || merged(paid, due, ONE_VISIT_SECONDS))) {
          due.payments.remove(paid);
        }
      }
    }
  }

  /// Orders that lack a part which came by another road.
  void shares() {
    unpaid = board.unpaid();
    for (Due due : board.dues) {
      List<Paid> left =
          due.payments.stream()
              .filter(p -> !p.placed() && p.line.currency == due.order.currency)
              .toList();
      if (!left.isEmpty() && !due.placed()) {
        wrongSum.joinsLoose(due, left);
      }
    }
  }

  /// Amounts that are wrong, and numbers with a slip.
  void slips() {
    unpaid = board.unpaid();
    for (Due due : board.dues) {
      if (!due.payments.isEmpty()) {
        linked(due);
      }
    }
    List<Paid> loose = board.loosePayments().stream().filter(p -> p.due == null).toList();
    loose.stream().filter(p -> !p.placed()).forEach(this::shortOnPaper);
    Misquotes misquotes = new Misquotes(board.telling, loose, unpaid.all(), board.papers);
    for (Paid paid : loose) {
      if (!paid.placed()) {
        slipped(paid, misquotes);
      }
    }
  }

  /// Numbers typed by hand whose order wants another amount, once no slip of the number
  /// explains them: then the amount is the slip.
  void hints() {
    Set<Due> named = new LinkedHashSet<>();
    for (Paid paid : board.loosePayments()) {
      if (paid.due == null && paid.hint != null && isTooLate(paid, paid.hint)) {
        acceptance.afterCancel(paid, paid.hint);
      } else if (paid.due == null && paid.hint != null) {
        Links.link(paid, paid.hint);
        named.add(paid.hint);
      }
    }
    unpaid = board.unpaid();
    named.forEach(this::linked);
  }

  /// Whether a part is paid of an order that is cancelled, and nothing of it went back.
  private static boolean isTooLate(Paid paid, Due named) {
    return named.order.state == State.CANCELLED
        && !Wording.reinstated(named.order.remark)
        && paid.givenBackMinor == 0
        && paid.amount() <= named.due()
        && paid.line.currency == named.order.currency;
  }

  /// Payments that name this order and do not pay it exactly.
  private void linked(Due due) {
    for (Paid paid : List.copyOf(due.payments)) {
      if (!paid.placed() && (elsewhere(paid, due) || merged(paid, due, NEAR_SECONDS))) {
        due.payments.remove(paid);
      }
    }
    due.payments.removeIf(p -> p.placed() && p.place != Place.MATCHED);
    List<Paid> left = due.payments.stream().filter(p -> !p.placed()).toList();
    if (ByNumber.isOver(due)) {
      left.forEach(paid -> acceptance.afterCancel(paid, due));
      return;
    }
    if (left.size() == 1 && shortForSeveral(left.getFirst(), due)) {
      return;
    }
    if (!left.isEmpty()) {
      wrongSum.settle(due, left);
    }
  }

  /// The amount is just what another open order of the same customer wants.
  private boolean elsewhere(Paid paid, Due named) {
    List<Due> owed =
        unpaid.of(named.customer()).stream()
            .filter(d -> d != named && d.due() == paid.amount() && existed(d, paid))
            .filter(d -> d.order.currency == paid.line.currency)
            .toList();
    List<Due> soon = owed.stream().filter(d -> near(d, paid, NEAR_SECONDS)).toList();
    // who transfers may be late with an invoice of long ago
    boolean late = soon.isEmpty() && owed.size() == 1 && paid.line.book == Book.BANK;
    List<Due> own = late && unpaid.isOwed(owed.getFirst(), paid) ? owed : soon;
    List<Due> fits = own.isEmpty() ? ofPayer(paid, named) : own;
    if (fits.isEmpty() || paid.givenBackMinor >= paid.amount()) {
      return false;
    }
    if (paid.line.book != Book.BANK
        && List.of(paid).equals(named.payments)
        && wrongSum.joinsLoose(named, List.of(paid))) {
      return true;
    }
    wrongOrder(paid, named, ofRoad(fits, paid));
    return true;
  }

  /// Orders of that amount for which the same company pays as for the named one, and it is the
  /// payer: a fleet's cars have many drivers.
  private List<Due> ofPayer(Paid paid, Due named) {
    String company = paid.line.payerName;
    if (company.length() < SHORTEST_COMPANY || !company.equals(named.order.customerName)) {
      return List.of();
    }
    return unpaid.of(paid.amount()).stream()
        .filter(d -> d != named && company.equals(d.order.customerName))
        .filter(d -> Unpaid.isTransfer(d) && near(d, paid, NEAR_SECONDS) && existed(d, paid))
        .filter(d -> d.order.currency == paid.line.currency)
        .toList();
  }

  /// Whether the order had been entered, or was about to be, when the payment came.
  private static boolean existed(Due due, Paid paid) {
    return !due.order.hasTime || due.order.epochSecond <= paid.latest() + AHEAD_SECONDS;
  }

  /// Of several orders those that the books expect on the payment's channel, if any.
  private static List<Due> ofRoad(List<Due> dues, Paid paid) {
    List<Due> fits = dues.stream().filter(d -> d.order.channel.fits(paid.line.channel)).toList();
    return fits.isEmpty() ? dues : fits;
  }

  private static boolean sameCustomer(Due one, Due other) {
    return !one.customer().isEmpty() && one.customer().equals(other.customer());
  }

  /// Whether the payer is called as the order's customer: then the number is no slip for a
  /// stranger's.
  private static boolean isFrom(Paid paid, Due due) {
    String name = Payers.key(due.order.customerName);
    return !name.isEmpty() && name.equals(Payers.key(paid.line.payerName));
  }

  private void wrongOrder(Paid paid, Due named, List<Due> fits) {
    board.put(paid, Place.DISCREPANT);
    named.excused = true;
    for (Due meant : fits) {
      meant.excused = true;
      board.report(
          Finding.measured(Kind.WRONG_ORDER, paid.amount())
              .sharedBy(fits.size())
              .on(paid)
              .order(named)
              .meant(meant)
              .because(
                  "reason.wrong-order",
                  named.order.number,
                  meant.order.number,
                  Currencies.text(paid.amount(), paid.line.currency)));
    }
    board.put(fits.getFirst(), Place.DISCREPANT);
  }

  private static boolean near(Due due, Paid paid, int seconds) {
    return !due.order.hasTime || Math.abs(due.order.epochSecond - paid.line.epochSecond) <= seconds;
  }

  /// Whether what was paid above the amount due was given back.
  private static boolean wentBack(Paid paid, Due named) {
    return paid.givenBackMinor > 0 && paid.givenBackMinor == paid.amount() - named.due();
  }

  /// One payment for this order and others of the same customer, to the fen.
  private boolean merged(Paid paid, Due named, int seconds) {
    long others = paid.amount() - named.due();
    if (others <= 0 || named.placed() || wentBack(paid, named)) {
      return false;
    }
    int reach = paid.line.book == Book.BANK ? NEAR_SECONDS : seconds;
    List<Due> candidates =
        unpaid.of(named.customer()).stream()
            .filter(d -> d != named && d.due() <= others && near(d, paid, reach))
            .filter(d -> d.order.currency == paid.line.currency)
            .limit(MOST_CANDIDATES)
            .toList();
    Exact.Answer answer =
        Exact.sets(candidates.stream().mapToLong(Due::due).toArray(), others, LARGEST_MERGE);
    if (answer.sets().isEmpty()) {
      return false;
    }
    if (answer.unique()) {
      List<Due> together = new ArrayList<>(List.of(named));
      together.addAll(answer.pick(candidates));
      board.match("merged", "unique", List.of(paid), together);
    } else {
      board.undecided(
          "merged", answer.word(), List.of(paid), List.of(named), answer.any(candidates));
    }
    return true;
  }

  /// One payment keyed for several sales of one customer at one moment, and too little of it.
  private boolean shortForSeveral(Paid paid, Due named) {
    if (paid.amount() <= named.due() || named.placed() || wentBack(paid, named)) {
      return false;
    }
    List<Due> together = new ArrayList<>(List.of(named));
    for (Due due : unpaid.of(named.customer())) {
      long apart = Math.abs(due.order.epochSecond - named.order.epochSecond);
      if (due != named && apart <= ONE_VISIT_SECONDS) {
        together.add(due);
      }
    }
    long sum = together.stream().mapToLong(Due::due).sum();
    long missing = sum - paid.amount();
    if (together.size() < 2 || missing <= 0 || missing * 100 > sum * MOST_SHORT_PERCENT) {
      return false;
    }
    WrongAmount.several(board, paid, together, WrongAmount.MEASURED);
    return true;
  }

  /// Several orders named in one remark, or standing on the paper that it names, which the amount
  /// pays.
  private void quoted(Paid paid) {
    Set<Due> quoted = new LinkedHashSet<>();
    Set<String> numbers = new LinkedHashSet<>(paid.numbers());
    numbers.add(Numbers.plain(paid.line.reference));
    numbers.addAll(Numbers.listed(paid.words()));
    for (String number : numbers) {
      Due due = board.meant(number);
      if (due != null) {
        quoted.add(due);
      }
      quoted.addAll(board.papers.together(number));
    }
    if (quoted.size() > 1
        && quoted.stream().noneMatch(Due::placed)
        && quoted.stream().mapToLong(Due::due).sum() == paid.amount()) {
      board.match("merged", "unique", List.of(paid), List.copyOf(quoted));
    } else {
      paidInPart(paid, quoted);
    }
  }

  /// Several orders named in one remark, to the fen, of which some were paid before: their part of
  /// it is paid twice.
  private void paidInPart(Paid paid, Set<Due> quoted) {
    List<Due> before = quoted.stream().filter(d -> isPaid(d, paid)).toList();
    List<Due> open = quoted.stream().filter(d -> !d.placed() && d.payments.isEmpty()).toList();
    boolean all = before.size() + open.size() == quoted.size();
    if (before.isEmpty()
        || open.isEmpty()
        || !all
        || paid.givenBackMinor > 0
        || quoted.stream().mapToLong(Due::due).sum() != paid.amount()) {
      return;
    }
    board.put(paid, Place.DISCREPANT);
    open.forEach(due -> board.put(due, Place.DISCREPANT));
    Finding finding =
        Finding.measured(Kind.DUPLICATE_CHARGE, before.stream().mapToLong(Due::due).sum())
            .on(paid)
            .orders(before);
    before.stream()
        .map(d -> d.paidBy)
        .filter(Objects::nonNull)
        .forEach(p -> finding.beside("original", p));
    board.report(
        finding.because(
            "reason.part-paid-before",
            Board.join(quoted.stream().map(d -> d.order.number).toList()),
            Currencies.text(paid.amount(), paid.line.currency),
            Board.join(before.stream().map(d -> d.order.number).toList())));
  }

  /// Whether one payment before this one paid the whole order.
  private static boolean isPaid(Due due, Paid paid) {
    Paid first = due.paidBy;
    return due.place == Place.MATCHED
        && first != null
        && first != paid
        && first.amount() == due.due()
        && first.givenBackMinor == 0
        && first.line.currency == paid.line.currency;
  }

  /// A payment that names the paper on which several orders stand, and nothing else names it, and
  /// which comes a little short of them.
  private void shortOnPaper(Paid paid) {
    List<String> papers =
        paid.numbers().stream().filter(board.papers::isShared).distinct().toList();
    if (papers.size() != 1 || paid.numbers().stream().anyMatch(n -> board.named(n) != null)) {
      return;
    }
    List<Due> together = List.copyOf(new LinkedHashSet<>(board.papers.together(papers.getFirst())));
    long sum = together.stream().mapToLong(Due::due).sum();
    long missing = sum - paid.amount();
    // what stands on a paper may be paid one by one
    boolean paysSome =
        together.stream().anyMatch(d -> d.due() == paid.amount() || d.due() == missing);
    boolean open = together.stream().noneMatch(d -> d.placed() || !d.payments.isEmpty());
    boolean little = missing > 0 && missing * 100 <= sum * MOST_SHORT_PERCENT;
    if (open && little && !paysSome && !isNamedElsewhere(papers.getFirst(), paid)) {
      WrongAmount.several(board, paid, together, WrongAmount.MEASURED);
    }
  }

  private boolean isNamedElsewhere(String number, Paid paid) {
    return board.loosePayments().stream().anyMatch(p -> p != paid && p.numbers().contains(number));
  }

  /// Whether the amount is that of the order it quotes but for a slip: that another order, whose
  /// number differs by a slip, has this amount is chance then.
  private static boolean isMistyped(Paid paid) {
    return paid.hint != null
        && !paid.hint.placed()
        && Slip.between(paid.hint.due(), paid.amount()).isTelling(paid.hint.due());
  }

  /// An open order of this very amount whose number stands in the words with one slip or in
  /// part.
  private void slipped(Paid paid, Misquotes misquotes) {
    if (paid.hint != null && elsewhere(paid, paid.hint)) {
      return;
    }
    if (isMistyped(paid)) {
      return;
    }
    List<Due> alike =
        misquotes.of(paid).stream()
            .filter(d -> !d.placed() && d.order.currency == paid.line.currency)
            .filter(d -> existed(d, paid))
            .toList();
    List<Due> meant = alike.stream().filter(d -> d.due() == paid.amount()).toList();
    if (meant.isEmpty()) {
      slippedTogether(paid, alike);
    }
    if (meant.size() != 1) {
      return;
    }
    Due due = meant.getFirst();
    if (paid.hint != null && sameCustomer(paid.hint, due)) {
      wrongOrder(paid, paid.hint, List.of(due));
    } else if (paid.hint == null || !isFrom(paid, paid.hint)) {
      acceptance.accept("number-with-slip", paid, List.of(due));
    }
  }

  /// Orders of one customer, one of which the words quote with a slip or in part, and which come to
  /// just this amount.
  private void slippedTogether(Paid paid, List<Due> alike) {
    Set<Due> quoted = new LinkedHashSet<>(alike);
    paid.numbers().stream()
        .map(board::meant)
        .filter(Objects::nonNull)
        .filter(d -> !d.placed() && d.payments.isEmpty())
        .forEach(quoted::add);
    if (quoted.size() > MOST_CANDIDATES) {
      // a part that so many numbers have quotes none of them
      return;
    }
    Set<List<Due>> sets = new LinkedHashSet<>();
    double tried = 0;
    for (Due one : quoted) {
      List<Due> others =
          unpaid.of(one.customer()).stream()
              .filter(d -> d != one && d.order.currency == paid.line.currency)
              .filter(d -> d.due() < paid.amount() && near(d, paid, NEAR_SECONDS))
              .limit(MOST_CANDIDATES)
              .toList();
      Exact.Answer answer =
          Exact.sets(
              others.stream().mapToLong(Due::due).toArray(),
              paid.amount() - one.due(),
              LARGEST_MERGE - 1);
      tried += Balances.sets(others.size());
      for (int[] indexes : answer.sets()) {
        List<Due> together = new ArrayList<>(List.of(one));
        IntStream.of(indexes).mapToObj(others::get).forEach(together::add);
        together.sort(Comparator.comparing(d -> d.order.number));
        sets.add(together);
      }
    }
    // those that hold more of what is quoted are meant
    long most = sets.stream().mapToLong(set -> inCommon(set, quoted)).max().orElse(0);
    sets.removeIf(set -> inCommon(set, quoted) < most);
    if (sets.size() == 1) {
      List<Due> together = sets.iterator().next();
      if (most > 1 || tried * Balances.step(together) / paid.amount() <= Balances.CHANCE) {
        acceptance.accept("merged", paid, together);
      }
    }
  }

  private static long inCommon(List<Due> dues, Set<Due> quoted) {
    return dues.stream().filter(quoted::contains).count();
  }
}
