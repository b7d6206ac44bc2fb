package guiwei.reconcile;

import guiwei.number.Numbers;
import guiwei.sift.Directory;
import guiwei.sift.Wrapping;
import guiwei.table.Book;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Joins lines to the orders that they name: by the number itself, by the number without a
/// retry's suffix, by the number that theirs wraps, or by a number in the words of a remark.
final class Links {
  private static final Pattern CREDITOR_REFERENCE = Pattern.compile("RF\\d\\d([0-9A-Z]{1,21})");

  /// The end of a number is believed from this many characters on.
  private static final int SHORTEST_END = 6;

  private static final Pattern BESIDE = Pattern.compile("[\\s,;|+]+");

  private final Board board;
  private final Directory directory;
  private final Wrapping wrapping;

  Links(Board board, Directory directory, Wrapping wrapping) {
    this.board = board;
    this.directory = directory;
    this.wrapping = wrapping;
    board.dues.forEach(board.papers::note);
  }

  void run() {
    join();
    misquoted();
  }

  /// Two payers typed one order's number and its amount; another order of that amount, which
  /// nobody paid, has a number that differs by one slip: the payer whose order it is, or who is
  /// not the first order's customer, meant that.
  private void misquoted() {
    Map<Long, List<Due>> unpaid = new HashMap<>();
    for (Due due : board.dues) {
      if (!due.placed() && due.payments.isEmpty()) {
        unpaid.computeIfAbsent(due.due(), a -> new ArrayList<>()).add(due);
      }
    }
    for (Due due : board.dues) {
      if (due.payments.size() < 2) {
        continue;
      }
      List<Paid> typed =
          due.payments.stream()
              .filter(p -> p.line.book == Book.BANK && p.amount() == due.due())
              .toList();
      if (typed.size() < 2) {
        continue;
      }
      for (Due other : unpaid.getOrDefault(due.due(), List.of())) {
        if (other.payments.isEmpty() && Numbers.oneSlip(due.plainNumber, other.plainNumber)) {
          move(due, other, typed);
        }
      }
    }
  }

  private void move(Due due, Due other, List<Paid> typed) {
    String first = directory.nameOf(due.order.customer);
    String second = directory.nameOf(other.order.customer);
    List<Paid> meant = typed.stream().filter(p -> p.line.payerName.equals(second)).toList();
    List<Paid> strangers = typed.stream().filter(p -> !p.line.payerName.equals(first)).toList();
    List<Paid> found = second.isEmpty() || meant.isEmpty() ? strangers : meant;
    if (found.size() == 1 && typed.size() == 2) {
      due.payments.remove(found.getFirst());
      link(found.getFirst(), other);
    }
  }

  private void join() {
    for (Paid paid : board.lines) {
      if (!paid.placed() && (paid.isPayment() || paid.isBack())) {
        Due due = find(paid);
        if (due != null && !due.placed()) {
          link(paid, due);
        }
      }
    }
    promises();
  }

  /// Refunds by the bank that quote no whole number: the only promise of that very amount to
  /// whoever got it, or to an order whose number's end the words quote.
  private void promises() {
    Map<Long, List<Due>> promised = new HashMap<>();
    for (Due due : board.dues) {
      if (!due.placed() && Refunds.promised(due, due.due()) > 0) {
        long amount = Refunds.promised(due, due.due());
        promised.computeIfAbsent(amount, a -> new ArrayList<>()).add(due);
      }
    }
    for (Paid paid : board.lines) {
      if (!paid.placed() && paid.returned && paid.due == null) {
        List<Due> fits =
            promised.getOrDefault(-paid.amount(), List.of()).stream()
                .filter(d -> isFor(paid, d))
                .toList();
        List<Due> named =
            fits.stream()
                .filter(d -> isNamed(d.order.customerName, paid) || isNamed(d.order.customer, paid))
                .toList();
        List<Due> meant = fits.size() > 1 ? named : fits;
        if (meant.size() == 1) {
          link(paid, meant.getFirst());
        }
      }
    }
  }

  private boolean isFor(Paid back, Due due) {
    String name = back.line.payerName;
    boolean customer =
        directory.customersNamed(name).contains(due.order.customer)
            || (!name.isEmpty()
                && (name.equals(due.order.customerName) || name.equals(due.order.customer)));
    customer |= isNamed(due.order.customerName, back) || isNamed(due.order.customer, back);
    customer |= !name.isEmpty() && List.of(BESIDE.split(due.order.remark, 0)).contains(name);
    boolean timely =
        due.order.currency == back.line.currency && due.order.epochSecond <= back.latest();
    return timely && (customer || quotesEnd(back, due.plainNumber));
  }

  /// Whether the words say to whom something is given back: `退王小明伙食费`.
  private static boolean isNamed(String name, Paid back) {
    return name.length() > 1
        && name.codePoints().allMatch(Character::isIdeographic)
        && back.words().contains(name);
  }

  private static boolean quotesEnd(Paid back, String number) {
    return Numbers.inRemark(back.line.remark).stream()
        .anyMatch(word -> word.length() >= SHORTEST_END && number.endsWith(word));
  }

  /// The order of just this amount beside which the only number stands that a transfer quotes,
  /// however the order should have been paid.
  private @Nullable Due ofPaper(Paid paid) {
    Due found = only(paid.numbers().stream().map(board.papers::ofLong));
    return found != null && isOf(found, paid) ? found : null;
  }

  /// The order of just this amount whose running number stands in the words of a transfer.
  private @Nullable Due ofTail(Paid paid) {
    return only(
        paid.numbers().stream()
            .map(board.papers::ofTail)
            .filter(due -> due != null && isOf(due, paid))
            .filter(due -> due.order.epochSecond <= paid.latest()));
  }

  private static boolean isOf(Due due, Paid paid) {
    return due.due() == paid.amount() && due.order.currency == paid.line.currency;
  }

  /// The only one of these orders, or null.
  private static @Nullable Due only(Stream<? extends @Nullable Due> named) {
    List<? extends Due> found = named.filter(Objects::nonNull).distinct().toList();
    return found.size() == 1 ? found.getFirst() : null;
  }

  /// The order whose books name this very payment, by the channel's number or by ours.
  private @Nullable Due bookedAs(Paid paid) {
    Due due = board.papers.ofPayment(Numbers.plain(paid.line.reference));
    for (String base : Numbers.withoutSuffix(paid.line.reference)) {
      due = due == null ? board.papers.ofPayment(base) : due;
    }
    boolean bank = paid.line.book == Book.BANK;
    return due == null && !bank ? board.papers.ofPayment(Numbers.plain(paid.line.id)) : due;
  }

  static void link(Paid paid, Due due) {
    paid.due = due;
    (paid.isPayment() ? due.payments : due.refunds).add(paid);
  }

  private @Nullable Due find(Paid paid) {
    if (!paid.line.reference.isEmpty()) {
      Due exact = board.named(Numbers.plain(paid.line.reference));
      if (exact != null) {
        return exact;
      }
      Due paper = paid.line.book == Book.BANK ? onPaper(paid.line.reference) : sent(paid);
      if (paper != null) {
        return paper;
      }
      for (String base : Numbers.withoutSuffix(paid.line.reference)) {
        Due due = board.named(base);
        if (due != null) {
          return due;
        }
      }
      for (String wrapped : wrapping.of(paid.line.channel, paid.line.reference)) {
        Due due = board.named(wrapped);
        if (due != null) {
          return due;
        }
      }
    }
    Due booked = bookedAs(paid);
    booked = booked == null ? ofRefund(paid) : booked;
    return booked == null ? typed(paid) : booked;
  }

  /// The order that a refund's own number holds, where nothing else names it.
  private @Nullable Due ofRefund(Paid back) {
    boolean bare = back.line.reference.isEmpty() && back.line.original.isEmpty();
    if (!bare || !back.isBack() || back.line.refundReference.isEmpty()) {
      return null;
    }
    for (String number : Numbers.inRefund(back.line.refundReference)) {
      Due due = board.named(number);
      if (due != null && due.due() >= -back.amount() && due.order.epochSecond <= back.latest()) {
        return due;
      }
    }
    return null;
  }

  /// The order in whose words alone the number stands by which whoever collects calls it: a
  /// parcel's waybill.
  private @Nullable Due sent(Paid paid) {
    return board.papers.ofCollector(Numbers.plain(paid.line.reference));
  }

  /// The order whose paper has this reference: a slip's (QR, ISR) or an invoice's number, which a
  /// creditor reference (ISO 11649) holds behind its check digits.
  private @Nullable Due onPaper(String reference) {
    String number = Numbers.plain(reference);
    Due due = board.meant(number);
    Matcher creditor = CREDITOR_REFERENCE.matcher(number);
    return due == null && creditor.matches() ? board.meant(creditor.group(1)) : due;
  }

  /// A number in the words of a transfer was typed by hand: where the amount is not the
  /// order's, the number itself may be the slip, and it is only a hint.
  private @Nullable Due typed(Paid paid) {
    boolean byHand = paid.line.book == Book.BANK;
    Set<Due> named =
        paid.numbers().stream()
            .map(board::meant)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    if (named.size() > 1) {
      // several orders in one remark: a merged payment, weighed later
      return null;
    }
    Due found = named.isEmpty() ? ofLetters(paid) : named.iterator().next();
    if (byHand && paid.isPayment()) {
      found = found == null ? ofTail(paid) : found;
      found = found == null ? ofPaper(paid) : found;
    }
    if (found != null && paid.isPayment() && byHand && found.due() != paid.amount()) {
      paid.hint = found;
      return null;
    }
    return found;
  }

  /// The order whose number has no digit and stands in the words.
  private @Nullable Due ofLetters(Paid paid) {
    return only(Numbers.letters(paid.words()).stream().map(board::named));
  }
}
