package guiwei.reconcile;

import guiwei.table.Book;
import guiwei.table.Channel;
import guiwei.table.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Explains payments across orders: an amount that another open order of the same customer
/// wants, a payment for several orders, a number with a slip, a payer's name; then amounts that
/// are wrong.
final class Crossing {
  private static final int LARGEST_MERGE = 6;
  private static final int ONE_VISIT_SECONDS = 3600;
  private static final int MOST_SHORT_PERCENT = 30;
  private static final int MOST_CANDIDATES = 18;
  private static final int NEAR_SECONDS = 15 * 86_400;

  /// How many orders are asked whether a part of a number is theirs too.
  private static final int SAMPLE = 500;

  private final Map<String, Boolean> telling = new HashMap<>();
  private final Board board;
  private final Directory directory;
  private final Homes homes;
  private final Ours ours;
  private final Map<String, List<Due>> unpaidByCustomer = new HashMap<>();
  private final Map<Long, List<Due>> unpaidByAmount = new HashMap<>();

  Crossing(Board board, Directory directory, Homes homes, Ours ours) {
    this.ours = ours;
    this.board = board;
    this.directory = directory;
    this.homes = homes;
  }

  /// Payments that name an order and pay others of its customer to the fen: the words and the
  /// figures agree, and no till needs to be asked.
  void named() {
    index();
    for (Due due : board.dues) {
      for (Paid paid : List.copyOf(due.payments)) {
        if (!paid.placed() && (elsewhere(paid, due) || merged(paid, due))) {
          due.payments.remove(paid);
        }
      }
    }
  }

  /// Orders that lack a part which came by another road.
  void shares() {
    for (Due due : board.dues) {
      List<Paid> left =
          due.payments.stream()
              .filter(p -> !p.placed() && p.line.currency == due.order.currency)
              .toList();
      if (!left.isEmpty() && !due.placed()) {
        new WrongSum(board).joinsLoose(due, left);
      }
    }
  }

  void run() {
    index();
    for (Due due : board.dues) {
      if (!due.payments.isEmpty()) {
        linked(due);
      }
    }
    for (Paid paid : board.loosePayments()) {
      if (paid.due == null) {
        loose(paid);
      }
    }
    hints();
    byAmount();
    nameAndSlip();
  }

  private void index() {
    unpaidByCustomer.clear();
    unpaidByAmount.clear();
    for (Due due : board.openDues()) {
      if (due.payments.isEmpty()) {
        if (due.order.state != State.CANCELLED) {
          unpaidByCustomer.computeIfAbsent(due.order.customer, c -> new ArrayList<>()).add(due);
        }
        unpaidByAmount.computeIfAbsent(due.due(), a -> new ArrayList<>()).add(due);
      }
    }
  }

  /// Payments that name this order and do not pay it exactly.
  private void linked(Due due) {
    for (Paid paid : List.copyOf(due.payments)) {
      if (!paid.placed() && (elsewhere(paid, due) || merged(paid, due))) {
        due.payments.remove(paid);
      }
    }
    due.payments.removeIf(p -> p.placed() && p.place != Place.MATCHED);
    List<Paid> left = due.payments.stream().filter(p -> !p.placed()).toList();
    if (left.size() == 1 && shortForSeveral(left.getFirst(), due)) {
      return;
    }
    if (!left.isEmpty()) {
      new WrongSum(board).settle(due, left);
    }
  }

  /// The amount is just what another open order of the same customer wants.
  private boolean elsewhere(Paid paid, Due named) {
    if (named.order.customer.isEmpty()) {
      return false;
    }
    List<Due> fits =
        unpaidByCustomer.getOrDefault(named.order.customer, List.of()).stream()
            .filter(d -> !d.placed() && d != named && d.due() == paid.amount() && near(d, paid))
            .toList();
    if (fits.isEmpty() || paid.givenBackMinor >= paid.amount()) {
      return false;
    }
    wrongOrder(paid, named, fits);
    return true;
  }

  private static boolean sameCustomer(Due one, Due other) {
    return !one.order.customer.isEmpty() && one.order.customer.equals(other.order.customer);
  }

  /// Matches a payment with the orders that it pays exactly, unless it went to an account that
  /// is none of their store's.
  private void accept(String rule, Paid paid, List<Due> dues) {
    Due first = dues.getFirst();
    if (first.order.state == State.CANCELLED) {
      board.put(paid, Place.DISCREPANT);
      board.put(first, Place.DISCREPANT);
      board.report(
          new Finding(Kind.PAID_AFTER_CANCEL, 0.9, paid.amount())
              .on(paid)
              .order(first)
              .because(
                  "reason.paid-after-cancel",
                  first.order.number,
                  Finding.money(paid.amount(), paid.line.currency)));
      return;
    }
    Optional<Reason> strange = homes.strange(first, paid);
    if (strange.isEmpty()) {
      board.match(rule, "unique", List.of(paid), dues);
      return;
    }
    board.put(paid, Place.DISCREPANT);
    dues.forEach(d -> board.put(d, Place.DISCREPANT));
    board.report(
        new Finding(Kind.WRONG_ACCOUNT, 0.95, paid.amount())
            .on(paid)
            .order(first)
            .meant(dues)
            .because(strange.get()));
  }

  private void wrongOrder(Paid paid, Due named, List<Due> fits) {
    board.put(paid, Place.DISCREPANT);
    named.excused = true;
    for (Due meant : fits) {
      board.report(
          new Finding(Kind.WRONG_ORDER, 0.97 / fits.size(), paid.amount())
              .on(paid)
              .order(named)
              .meant(meant)
              .because(
                  "reason.wrong-order",
                  named.order.number,
                  meant.order.number,
                  Finding.money(paid.amount(), paid.line.currency)));
    }
    board.put(fits.getFirst(), Place.DISCREPANT);
  }

  private static boolean near(Due due, Paid paid) {
    return !due.order.hasTime
        || Math.abs(due.order.epochSecond - paid.line.epochSecond) <= NEAR_SECONDS;
  }

  /// One payment for this order and others of the same customer, to the fen.
  private boolean merged(Paid paid, Due named) {
    long others = paid.amount() - named.due();
    if (others <= 0 || named.placed() || named.order.customer.isEmpty()) {
      return false;
    }
    List<Due> candidates =
        unpaidByCustomer.getOrDefault(named.order.customer, List.of()).stream()
            .filter(d -> !d.placed() && d != named && d.due() <= others && near(d, paid))
            .limit(MOST_CANDIDATES)
            .toList();
    return mergedWith(paid, List.of(named), candidates, others);
  }

  /// One payment keyed for several sales of one customer at one moment, and too little of it.
  private boolean shortForSeveral(Paid paid, Due named) {
    if (paid.amount() <= named.due() || named.placed() || named.order.customer.isEmpty()) {
      return false;
    }
    List<Due> together = new ArrayList<>(List.of(named));
    for (Due due : unpaidByCustomer.getOrDefault(named.order.customer, List.of())) {
      long apart = Math.abs(due.order.epochSecond - named.order.epochSecond);
      if (!due.placed() && due != named && apart <= ONE_VISIT_SECONDS) {
        together.add(due);
      }
    }
    long sum = together.stream().mapToLong(Due::due).sum();
    long missing = sum - paid.amount();
    if (together.size() < 2 || missing <= 0 || missing * 100 > sum * MOST_SHORT_PERCENT) {
      return false;
    }
    WrongAmount.several(board, paid, together, 0.9);
    return true;
  }

  private boolean mergedWith(Paid paid, List<Due> sure, List<Due> candidates, long others) {
    Exact.Answer answer =
        Exact.sets(candidates.stream().mapToLong(Due::due).toArray(), others, LARGEST_MERGE);
    if (answer.sets().isEmpty()) {
      return false;
    }
    List<Due> together = new ArrayList<>(sure);
    for (int index : answer.sets().getFirst()) {
      together.add(candidates.get(index));
    }
    board.match("merged", answer.word(), List.of(paid), together);
    return true;
  }

  /// Payments without any usable number.
  private void loose(Paid paid) {
    Set<Due> quoted = quoted(paid);
    if (quoted.size() > 1
        && quoted.stream().noneMatch(Due::placed)
        && quoted.stream().mapToLong(Due::due).sum() == paid.amount()) {
      board.match("merged", "unique", List.of(paid), List.copyOf(quoted));
      return;
    }
    if (paid.hint != null && elsewhere(paid, paid.hint)) {
      return;
    }
    Due slipped = slipped(paid);
    if (slipped != null && paid.hint != null && sameCustomer(paid.hint, slipped)) {
      wrongOrder(paid, paid.hint, List.of(slipped));
      return;
    }
    if (slipped != null) {
      accept("number-with-slip", paid, List.of(slipped));
      return;
    }
    if (paid.line.book == Book.BANK) {
      byName(paid);
    }
  }

  /// Numbers typed by hand whose order wants another amount, once no slip of the number
  /// explains them: then the amount is the slip.
  private void hints() {
    Set<Due> named = new java.util.LinkedHashSet<>();
    for (Paid paid : board.loosePayments()) {
      if (paid.due == null && paid.hint != null) {
        Links.link(paid, paid.hint);
        named.add(paid.hint);
      }
    }
    named.forEach(this::linked);
  }

  /// Transfers without any words: the one open order of that very amount and account, if there
  /// is one and no other transfer wants it.
  private void byAmount() {
    Map<Long, List<Paid>> transfers = new HashMap<>();
    for (Paid paid : board.loosePayments()) {
      if (paid.line.book == Book.BANK && paid.due == null) {
        transfers.computeIfAbsent(paid.amount(), a -> new ArrayList<>()).add(paid);
      }
    }
    for (List<Paid> same : transfers.values()) {
      for (Paid paid : same) {
        List<Due> fits =
            unpaidByAmount.getOrDefault(paid.amount(), List.of()).stream()
                .filter(d -> !d.placed() && d.order.channel == Channel.BANK && soon(d, paid))
                .filter(d -> d.order.state != State.CANCELLED)
                .filter(d -> d.order.currency == paid.line.currency)
                .toList();
        boolean alone =
            fits.size() == 1
                && same.stream()
                    .noneMatch(p -> p != paid && !p.placed() && soon(fits.getFirst(), p));
        if (alone && !ours.isForAnother(paid)) {
          accept("amount-and-time", paid, fits);
        }
      }
    }
  }

  /// A payer whose name is a customer's with one order open in those days: the amount is the
  /// slip.
  private void nameAndSlip() {
    for (Paid paid : board.loosePayments()) {
      if (paid.line.book != Book.BANK || paid.due != null) {
        continue;
      }
      List<Due> open = new ArrayList<>();
      for (String customer : directory.customersNamed(paid.line.payerName)) {
        unpaidByCustomer.getOrDefault(customer, List.of()).stream()
            .filter(d -> !d.placed() && soon(d, paid) && isTransfer(d))
            .forEach(open::add);
      }
      List<Due> alike =
          open.stream().filter(d -> Slip.between(d.due(), paid.amount()).isTyping()).toList();
      Due due = alike.size() == 1 ? alike.getFirst() : open.size() == 1 ? open.getFirst() : null;
      if (due != null && due.order.currency == paid.line.currency && alike(due, paid)) {
        WrongAmount.report(board, paid, due, alike.size() == 1 ? 0.95 : 0.85);
      }
    }
  }

  private static boolean isTransfer(Due due) {
    return due.order.channel == Channel.BANK || due.order.channel == Channel.OTHER;
  }

  /// A typing slip, or amounts of one size.
  private static boolean alike(Due due, Paid paid) {
    return Slip.between(due.due(), paid.amount()).isTyping()
        || (paid.amount() * 3 > due.due() && paid.amount() < due.due() * 3);
  }

  /// A transfer follows its order within days, or comes a little before it is entered.
  private static boolean soon(Due due, Paid paid) {
    long after = paid.line.epochSecond - due.order.epochSecond;
    return due.order.hasTime && after >= -2 * 86_400L && after <= 7 * 86_400L;
  }

  private Set<Due> quoted(Paid paid) {
    Set<Due> quoted = new java.util.LinkedHashSet<>();
    for (String number : Numbers.inRemark(paid.line.remark + " " + paid.line.goods)) {
      Due due = board.named(number);
      if (due != null) {
        quoted.add(due);
      }
    }
    return quoted;
  }

  /// An open order of this very amount whose number stands in the remark with one slip or in
  /// part.
  private @Nullable Due slipped(Paid paid) {
    Set<String> words = new HashSet<>(Numbers.inRemark(paid.line.remark + " " + paid.line.goods));
    if (!paid.line.reference.isEmpty()) {
      words.add(Numbers.plain(paid.line.reference));
    }
    Due found = null;
    for (Due due : unpaidByAmount.getOrDefault(paid.amount(), List.of())) {
      String number = Numbers.plain(due.order.number);
      boolean fits = words.stream().anyMatch(w -> Numbers.oneSlip(w, number) || isPart(w, number));
      if (!due.placed() && fits && due.order.currency == paid.line.currency) {
        if (found != null) {
          return null;
        }
        found = due;
      }
    }
    return found;
  }

  private boolean isPart(String word, String number) {
    return word.length() >= 5
        && word.length() < number.length()
        && number.contains(word)
        && tells(word);
  }

  /// Whether a part of a number tells orders apart: a date or a store's digits stand in many.
  private boolean tells(String word) {
    return telling.computeIfAbsent(
        word,
        w -> {
          int step = Math.max(1, board.dues.size() / SAMPLE);
          int looked = 0;
          int found = 0;
          for (int i = 0; i < board.dues.size(); i += step) {
            looked++;
            found += Numbers.plain(board.dues.get(i).order.number).contains(w) ? 1 : 0;
          }
          return found <= 1 || found * 100 <= looked;
        });
  }

  /// A payer whose name is a customer's, and that customer's open orders.
  private void byName(Paid paid) {
    List<Due> candidates = new ArrayList<>();
    for (String customer : directory.customersNamed(paid.line.payerName)) {
      unpaidByCustomer.getOrDefault(customer, List.of()).stream()
          .filter(d -> !d.placed() && near(d, paid) && d.due() <= paid.amount())
          .sorted(Comparator.comparing((Due d) -> d.order.number))
          .limit(MOST_CANDIDATES)
          .forEach(candidates::add);
    }
    if (candidates.isEmpty()) {
      return;
    }
    Exact.Answer answer =
        Exact.sets(candidates.stream().mapToLong(Due::due).toArray(), paid.amount(), LARGEST_MERGE);
    if (answer.unique()) {
      List<Due> together = new ArrayList<>();
      for (int index : answer.sets().getFirst()) {
        together.add(candidates.get(index));
      }
      accept("payer-name", paid, together);
    }
  }
}
