package guiwei.reconcile;

import guiwei.outcome.Kind;
import guiwei.outcome.Place;
import guiwei.table.Book;
import guiwei.table.Currencies;
import guiwei.table.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An order whose payments do not come to what is due: part of it may still be running, words
/// may explain the difference, or the amount is wrong.
final class WrongSum {
  /// What a remark about rounding or a discount may excuse, in parts of the amount due.
  private static final int MOST_DISCOUNT_PERCENT = 60;

  private static final int HOUR = 3600;
  private static final int MINUTE = 60;
  private static final int LEAST_SPAN = 7 * 86_400;

  /// Who pays in parts pays the last one within this time.
  private static final int PARTS_SECONDS = 15 * 86_400;

  private static final int MOST_PARTS = 16;
  private static final long ROUND_MINOR = 100;
  private static final int LARGEST_SPLIT = 3;

  private final Board board;
  private final Unpaid unpaid;

  WrongSum(Board board) {
    this.board = board;
    this.unpaid = board.unpaid();
  }

  /// @param left the payments that nothing else explains
  void settle(Due due, List<Paid> left) {
    Paid last = left.getLast();
    if (last.line.currency != due.order.currency) {
      currency(due, left, last);
      return;
    }
    if (due.placed()) {
      tooMany(due, rest(due, left));
      return;
    }
    if (joinsLoose(due, left)) {
      return;
    }
    Split split = Split.of(due, left);
    long sum = left.stream().mapToLong(p -> p.amount() - p.givenBackMinor).sum();
    if (sum == due.due()) {
      matchAll("split", due, left);
    } else if (sum == 0) {
      matchAll("given-back", due, left);
    } else if (split.isUnique()) {
      List<Paid> kept = split.payments();
      tooMany(due, left.stream().filter(p -> !kept.contains(p)).toList());
      new Refunds(board).settle(due, kept);
    } else if (left.stream().mapToLong(Paid::amount).sum() == due.due()) {
      new Refunds(board).settle(due, left);
    } else if (isDeposit(due, left.getFirst()) && left.size() > 1) {
      new Refunds(board).settle("part-payment", due, List.of(left.getFirst()));
      tooMany(due, rest(due, left.subList(1, left.size())));
    } else if (isExplained(due, last, sum)) {
      matchAll(rule(due, last), due, left);
    } else {
      wrong(due, left, sum, split);
    }
  }

  /// Whether this is the deposit that the books tell, of an order of which they say that all is
  /// paid: what came after it is held against the rest.
  private static boolean isDeposit(Due due, Paid first) {
    boolean ended = due.order.state == State.PAID || due.order.state == State.DONE;
    return ended
        && due.order.depositMinor > 0
        && first.amount() == due.order.depositMinor
        && first.givenBackMinor == 0;
  }

  /// The rest of the amount came by another road, within an hour of the first part or of the
  /// moment the order tells (a guest settles the bill at leaving): to the fen, and nothing else
  /// wants it.
  boolean joinsLoose(Due due, List<Paid> left) {
    long missing = due.due() - left.stream().mapToLong(Paid::amount).sum();
    if (missing <= 0 || due.placed()) {
      return false;
    }
    Paid last = left.getLast();
    if (isExcused(due, due.due() - missing, words(due, last))) {
      return false;
    }
    if (joinsParts(due, left)) {
      return true;
    }
    List<Paid> all =
        board.paymentsByAmount.getOrDefault(missing, List.of()).stream()
            .filter(p -> !p.placed() && p.happened() && p.due == null && !p.line.dayOnly)
            .filter(p -> !left.contains(p) && apart(p, last, due) <= HOUR)
            .filter(p -> (Transfers.isFree(p) || p.hint == due) && board.mayServe(p, due))
            .toList();
    String till = due.order.terminal;
    // a large house has many such payments in an hour: then only the order's own till decides
    List<Paid> fits =
        all.size() > 1 ? all.stream().filter(p -> p.line.terminal.equals(till)).toList() : all;
    if (fits.size() != 1) {
      return false;
    }
    boolean chance = mayBeChance(fits.getFirst(), last, due);
    if (chance
        && last.line.book == Book.BANK
        && Slip.between(due.due(), due.due() - missing).isTelling(due.due())) {
      return false;
    }
    List<Paid> group = new ArrayList<>(left);
    group.addAll(fits);
    board.match("split", chance ? "several" : "unique", group, List.of(due));
    return true;
  }

  /// The rest of the amount is in other transfers, days before or after: to the fen.
  boolean joinsParts(Due due, List<Paid> left) {
    long missing = due.due() - left.stream().mapToLong(Paid::amount).sum();
    if (missing <= 0 || due.placed()) {
      return false;
    }
    List<Paid> parts = ownParts(due, left, missing);
    parts = parts.isEmpty() ? namedPart(due, left, missing) : parts;
    if (parts.isEmpty()) {
      return false;
    }
    List<Paid> all = new ArrayList<>(left);
    all.addAll(parts);
    board.match("split", "unique", all, List.of(due));
    return true;
  }

  /// The other transfers of who paid these parts that come to just what is missing, if they are
  /// the only ones and no other order of that customer wants one of them.
  private List<Paid> ownParts(Due due, List<Paid> left, long missing) {
    Paid last = left.getLast();
    if (last.line.book != Book.BANK || last.line.payerName.isEmpty()) {
      return List.of();
    }
    List<Due> others = unpaid.of(due.customer());
    List<Paid> parts =
        board.transfersOf(last.line.payerName).stream()
            .filter(p -> !p.placed() && p.happened() && p.due == null && !left.contains(p))
            .filter(p -> Transfers.isFree(p) || p.hint == due)
            .filter(p -> p.amount() <= missing && p.line.currency == last.line.currency)
            .filter(p -> Tills.account(p).equals(Tills.account(last)))
            .filter(p -> Math.abs(p.line.epochSecond - last.line.epochSecond) <= PARTS_SECONDS)
            .filter(p -> others.stream().noneMatch(d -> d != due && d.due() == p.amount()))
            .limit(MOST_PARTS)
            .toList();
    Exact.Answer answer =
        Exact.sets(parts.stream().mapToLong(Paid::amount).toArray(), missing, LARGEST_SPLIT);
    return answer.unique() ? answer.pick(parts) : strangersPart(due, left, missing);
  }

  /// The only transfer of just what is missing whose words or payer are the customer's name: the
  /// first part may have come by another road, and a relative may transfer the rest.
  private List<Paid> namedPart(Due due, List<Paid> left, long missing) {
    Set<String> names = board.namesOf(due);
    boolean wanted = unpaid.of(due.customer()).stream().anyMatch(d -> d.due() == missing);
    if (names.isEmpty() || wanted) {
      return List.of();
    }
    List<Paid> fits =
        board.paymentsByAmount.getOrDefault(missing, List.of()).stream()
            .filter(p -> p.line.book == Book.BANK && !p.placed() && p.happened() && p.due == null)
            .filter(p -> !left.contains(p) && (Transfers.isFree(p) || p.hint == due))
            .filter(p -> p.line.currency == due.order.currency && board.mayServe(p, due))
            .filter(p -> names.stream().anyMatch(n -> isNamed(n, p)))
            .toList();
    return fits.size() == 1 ? fits : List.of();
  }

  private static boolean isNamed(String name, Paid paid) {
    return paid.line.payerName.equals(name) || paid.line.remark.contains(name);
  }

  /// The only transfer of just what is missing, by whomever: to the fen, and no other order is due
  /// that much. A round amount says nothing.
  private List<Paid> strangersPart(Due due, List<Paid> left, long missing) {
    List<Paid> alike = board.paymentsByAmount.getOrDefault(missing, List.of());
    if (alike.size() != 1 || missing % ROUND_MINOR == 0 || !unpaid.of(missing).isEmpty()) {
      return List.of();
    }
    Paid last = left.getLast();
    Paid part = alike.getFirst();
    boolean fits =
        part.line.book == Book.BANK
            && !left.contains(part)
            && !part.placed()
            && part.happened()
            && part.due == null
            && (Transfers.isFree(part) || part.hint == due)
            && part.line.currency == last.line.currency
            && Tills.account(part).equals(Tills.account(last))
            && Math.abs(part.line.epochSecond - last.line.epochSecond) <= PARTS_SECONDS;
    return fits ? alike : List.of();
  }

  /// Whether payments of this amount are so frequent where the order may be paid that one of them
  /// may come this near to the last part by chance. Two parts at a till follow each other at once;
  /// transfers come when they come.
  private boolean mayBeChance(Paid fit, Paid last, Due due) {
    boolean transfer = fit.line.book == Book.BANK || last.line.book == Book.BANK;
    long apart = transfer ? HOUR : apart(fit, last, due) + MINUTE;
    long others =
        board.paymentsByAmount.getOrDefault(fit.amount(), List.of()).stream()
            .filter(p -> p != fit && board.mayServe(p, due))
            .count();
    long from = board.lines.getFirst().line.epochSecond;
    long to = board.lines.getLast().line.epochSecond;
    return others * 2.0 * apart / Math.max(LEAST_SPAN, to - from) > Balances.CHANCE;
  }

  /// How far the rest is from the last part, or from the moment of the order.
  private static long apart(Paid rest, Paid last, Due due) {
    long parts = Math.abs(rest.second - last.second);
    boolean moment = due.order.hasTime && !due.order.dayOnly && rest.line.book != Book.BANK;
    return moment ? Math.min(parts, Math.abs(rest.second - due.order.epochSecond)) : parts;
  }

  /// Whether words or the order's state say why less than the amount due has come.
  static boolean isExplained(Due due, Paid last, long sum) {
    String words = words(due, last);
    if (isTip(due, sum, words)) {
      return true;
    }
    boolean slip = Slip.between(due.due(), sum).isTelling(due.due());
    boolean running = Wording.part(words) || (due.order.state == State.PART_PAID && !slip);
    return sum < due.due() && (running || isExcused(due, sum, words));
  }

  private static boolean isTip(Due due, long sum, String words) {
    return sum > due.due() && sum - due.due() == Wording.tip(words);
  }

  /// The rule behind [#isExplained].
  static String rule(Due due, Paid last) {
    String words = words(due, last);
    if (isTip(due, last.amount(), words)) {
      return "tip";
    }
    long missing = due.due() - last.amount();
    boolean part = Wording.part(words) || Wording.otherMeans(words, missing);
    if (due.order.state == State.PART_PAID || part) {
      return "part-payment";
    }
    return Wording.rounded(words) ? "rounding" : "discount";
  }

  private static String words(Due due, Paid last) {
    return due.order.remark + " " + last.words();
  }

  private static boolean isExcused(Due due, long sum, String words) {
    long missing = due.due() - sum;
    if (missing == due.order.waivedMinor) {
      return true;
    }
    boolean named = Wording.rounded(words) || Wording.discount(words) || Wording.creditNote(words);
    if (named && Wording.states(words, missing)) {
      return true;
    }
    boolean rounding = Wording.rounded(words) && missing * 100 <= due.due() * 10 + 1000;
    long takenOff = Wording.takenOff(words);
    boolean discount =
        Wording.discount(words)
            && missing * 100 <= due.due() * MOST_DISCOUNT_PERCENT
            && (takenOff == 0 || missing <= takenOff);
    return rounding || discount || Wording.otherMeans(words, missing);
  }

  private void matchAll(String rule, Due due, List<Paid> left) {
    List<Paid> group = new ArrayList<>(left);
    due.refunds.stream().filter(b -> !b.placed()).forEach(group::add);
    board.match(rule, "unique", group, List.of(due));
  }

  /// Of an order that is paid in part these payments are the rest, one after the other.
  ///
  /// @return those that are more than the rest
  List<Paid> rest(Due due, List<Paid> left) {
    List<Paid> more = new ArrayList<>();
    List<Paid> parts = new ArrayList<>();
    long missing = due.place == Place.MATCHED ? due.due() - due.receivedMinor : 0;
    for (Paid paid : left) {
      long amount = paid.amount() - paid.givenBackMinor;
      if (amount > 0 && amount <= missing) {
        parts.add(paid);
        missing -= amount;
      } else {
        more.add(paid);
      }
    }
    if (missing > 0 && more.size() == 1) {
      surplus(due, more.removeFirst(), missing);
      missing = 0;
    }
    if (parts.isEmpty()) {
      due.receivedMinor = due.due() - missing;
      return more;
    }
    Paid last = parts.getLast();
    boolean ended = due.order.state == State.PAID || due.order.state == State.DONE;
    if (missing > 0 && ended && !isExcused(due, due.due() - missing, words(due, last))) {
      shortBy(due, parts.removeLast(), missing);
    }
    due.receivedMinor = due.due() - missing;
    if (!parts.isEmpty()) {
      board.matchRest("part-payment", parts, due);
    }
    return more;
  }

  /// The last part is more than was left to pay.
  private void surplus(Due due, Paid paid, long missing) {
    long amount = paid.amount() - paid.givenBackMinor;
    rest(due, paid, Kind.OVERPAID, amount - missing, missing);
  }

  /// The last part is less, though the books say that all is paid.
  private void shortBy(Due due, Paid paid, long missing) {
    rest(due, paid, Kind.UNDERPAID, -missing, paid.amount() + missing);
  }

  private void rest(Due due, Paid paid, Kind kind, long difference, long asked) {
    board.put(paid, Place.DISCREPANT);
    board.report(
        Finding.measured(kind, difference)
            .on(paid)
            .order(due)
            .because(
                "reason.rest-differs",
                due.order.number,
                Currencies.text(asked, due.order.currency),
                Currencies.text(paid.amount(), paid.line.currency)));
  }

  /// The order is settled; these payments quote it all the same and no other order wants them.
  private void tooMany(Due due, List<Paid> left) {
    for (Paid extra : left) {
      if (extra.givenBackMinor >= extra.amount()) {
        board.match("given-back", "unique", extra.withBacks(), List.of());
        continue;
      }
      Paid first = partTwice(due, extra);
      board.put(extra, Place.DISCREPANT);
      if (first != null) {
        board.report(
            Finding.measured(Kind.DUPLICATE_CHARGE, extra.amount() - extra.givenBackMinor)
                .on(extra)
                .order(due)
                .beside("original", first)
                .because(
                    "reason.part-twice",
                    due.order.number,
                    Currencies.text(extra.amount(), extra.line.currency),
                    first.line.id));
        continue;
      }
      board.report(
          Finding.measured(Kind.OVERPAID, extra.amount() - extra.givenBackMinor)
              .on(extra)
              .order(due)
              .because(
                  "reason.paid-beside",
                  due.order.number,
                  Currencies.text(extra.amount(), extra.line.currency)));
    }
  }

  /// The part of the order, not the whole of it, that was paid by a transfer of just this amount.
  private @Nullable Paid partTwice(Due due, Paid extra) {
    List<Paid> parts =
        board.paymentsByAmount.getOrDefault(extra.amount(), List.of()).stream()
            .filter(p -> p != extra && p.place == Place.MATCHED && p.amount() != due.due())
            .filter(p -> p.givenBackMinor == 0 && p.pays.equals(List.of(due)))
            .toList();
    return parts.size() == 1 ? parts.getFirst() : null;
  }

  private void wrong(Due due, List<Paid> left, long sum, Split split) {
    if (left.size() == 1) {
      Paid paid = left.getFirst();
      long takenOff = Wording.takenOff(words(due, paid));
      if (takenOff > 0 && paid.amount() < due.due() - takenOff) {
        tookTooMuchOff(due, paid, takenOff);
      } else {
        WrongAmount.report(board, paid, due, WrongAmount.MEASURED);
      }
      return;
    }
    long difference = sum - due.due();
    board.put(due, Place.DISCREPANT);
    Finding finding =
        Finding.measured(difference > 0 ? Kind.OVERPAID : Kind.UNDERPAID, difference).order(due);
    for (Paid paid : left.reversed()) {
      board.put(paid, Place.DISCREPANT);
      finding.on(paid);
    }
    board.report(
        finding.because(
            reason(split),
            due.order.number,
            Currencies.text(due.due(), due.order.currency),
            Currencies.text(sum, left.getFirst().line.currency),
            split.told()));
  }

  /// Less came than what is due after the discount that the words tell.
  private void tookTooMuchOff(Due due, Paid paid, long takenOff) {
    board.put(paid, Place.DISCREPANT);
    board.put(due, Place.DISCREPANT);
    long asked = due.due() - takenOff;
    board.report(
        Finding.measured(Kind.UNDERPAID, paid.amount() - asked)
            .on(paid)
            .order(due)
            .because(
                "reason.discount-exceeded",
                due.order.number,
                Currencies.text(due.due(), due.order.currency),
                Currencies.text(takenOff, due.order.currency),
                Currencies.text(paid.amount(), paid.line.currency)));
  }

  private static String reason(Split split) {
    if (split.isSeveral()) {
      return "reason.several-splits";
    }
    return split.isNone() ? "reason.payments-do-not-add-up" : "reason.splits-untried";
  }

  /// Whether the line states a rate, or the amount due as it was before the bank converted it.
  private static boolean isConverted(Due due, Paid last) {
    String words = words(due, last);
    boolean before =
        last.words().contains(due.order.currencyCode()) && Wording.states(last.words(), due.due());
    return before || Wording.rate(words);
  }

  private void currency(Due due, List<Paid> left, Paid last) {
    if (!due.placed() && isConverted(due, last)) {
      matchAll("converted", due, left);
      return;
    }
    for (Paid paid : left) {
      board.put(paid, Place.DISCREPANT);
      board.report(
          Finding.measured(Kind.CURRENCY_DIFFERS, paid.amount())
              .on(paid)
              .order(due)
              .because(
                  "reason.currency-differs",
                  due.order.number,
                  due.order.currencyCode(),
                  paid.line.currencyCode()));
    }
    if (!due.placed()) {
      board.put(due, Place.DISCREPANT);
    }
  }
}
