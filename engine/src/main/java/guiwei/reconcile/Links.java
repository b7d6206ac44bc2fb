package guiwei.reconcile;

import guiwei.table.Book;
import guiwei.table.Channel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Joins lines to the orders that they name: by the number itself, by the number without a
/// retry's suffix, by the number that theirs wraps, or by a number in the words of a remark.
final class Links {
  private static final Pattern CREDITOR_REFERENCE = Pattern.compile("RF\\d\\d([0-9A-Z]{1,21})");

  /// A number of another paper (an invoice, a contract) is believed from this many digits on.
  private static final int SHORTEST_PAPER = 6;

  /// An order's number without its letters is believed from this many digits on.
  private static final int SHORTEST_BARE = 10;

  /// The end of a number is believed from this many characters on.
  private static final int SHORTEST_END = 6;

  /// The number of a payment is believed from this many characters on.
  private static final int SHORTEST_PAYMENT = 8;

  /// A running number without its zeros is believed from this many digits on.
  private static final int SHORTEST_TAIL = 5;

  private static final Pattern BESIDE = Pattern.compile("[\\s,;|+]+");

  private final Board board;
  private final Directory directory;
  private final Wrapping wrapping;
  private final Set<String> sharedPapers = new HashSet<>();
  private final Map<String, Due> firstOnPaper = new HashMap<>();
  private final Set<String> sharedPayments = new HashSet<>();
  private final Map<String, Due> dueByTail = new HashMap<>();
  private final Set<String> sharedTails = new HashSet<>();

  Links(Board board, Directory directory, Wrapping wrapping) {
    this.board = board;
    this.directory = directory;
    this.wrapping = wrapping;
    board.dues.forEach(this::papers);
    board.dueByPaper.keySet().removeAll(sharedPapers);
    board.dues.forEach(this::tail);
    dueByTail.keySet().removeAll(sharedTails);
    board.dues.forEach(this::payments);
    board.dueByPayment.keySet().removeAll(sharedPayments);
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

  /// Notes the numbers in the order's own remark, an invoice's or a batch's say, that payers quote
  /// instead. What stands on one order alone is only believed of a transfer.
  private void papers(Due due) {
    boolean transfer = due.order.channel == Channel.BANK || due.order.channel == Channel.OTHER;
    if (transfer && !due.placed()) {
      bare(due);
    }
    if (due.order.remark.isEmpty() || due.placed()) {
      return;
    }
    for (String number : Numbers.inRemark(due.order.remark)) {
      if (number.chars().filter(Character::isDigit).count() < SHORTEST_PAPER) {
        continue;
      }
      Due other = transfer ? board.dueByPaper.put(number, due) : null;
      if (other != null && other != due) {
        sharedPapers.add(number);
      }
      onPaper(number, due);
      String digits = number.replaceFirst("^[A-Z]+", "");
      if (digits.length() < number.length() && digits.length() >= SHORTEST_BARE) {
        onPaper(digits, due);
      }
    }
  }

  private void onPaper(String number, Due due) {
    Due first = firstOnPaper.putIfAbsent(number, due);
    if (first != null && first != due) {
      board.duesByPaper.computeIfAbsent(number, n -> new ArrayList<>(List.of(first))).add(due);
    }
  }

  /// The order of just this amount beside which the only number stands that a transfer quotes,
  /// however the order should have been paid.
  private @Nullable Due ofPaper(Paid paid) {
    List<String> numbers = paid.numbers();
    if (paid.line.book != Book.BANK || !paid.isPayment()) {
      return null;
    }
    Due found = null;
    for (String number : numbers) {
      boolean telling = number.length() >= SHORTEST_BARE && !board.duesByPaper.containsKey(number);
      Due due = telling ? firstOnPaper.get(number) : null;
      if (due != null && found != null && due != found) {
        return null;
      }
      found = due == null ? found : due;
    }
    if (found == null || found.due() != paid.amount()) {
      return null;
    }
    return found.order.currency == paid.line.currency ? found : null;
  }

  /// Notes the numbers of the order's payment: a shop pays under a number of its own and keeps it.
  private void payments(Due due) {
    if (due.order.payment.isEmpty()) {
      return;
    }
    for (String written : BESIDE.split(due.order.payment, 0)) {
      String number = Numbers.plain(written);
      boolean telling = number.length() >= SHORTEST_PAYMENT && !due.placed();
      Due other = telling ? board.dueByPayment.putIfAbsent(number, due) : null;
      if (other != null && other != due) {
        sharedPayments.add(number);
        // one payment for several orders: an insurer's, a collective transfer
        board.duesByPaper.computeIfAbsent(number, n -> new ArrayList<>(List.of(other))).add(due);
      }
    }
  }

  /// The order's own number without the letters before it, which payers leave out.
  private void bare(Due due) {
    int letters = 0;
    while (letters < due.plainNumber.length()
        && Character.isLetter(due.plainNumber.charAt(letters))) {
      letters++;
    }
    String digits = due.plainNumber.substring(letters);
    boolean number = digits.chars().allMatch(Character::isDigit);
    if (letters > 0 && number && digits.length() >= SHORTEST_BARE) {
      Due other = board.dueByPaper.put(digits, due);
      if (other != null && other != due) {
        sharedPapers.add(digits);
      }
    }
  }

  /// The order's running number as people write it: without what stands before it, nor zeros.
  private void tail(Due due) {
    int from = due.plainNumber.length();
    while (from > 0 && Character.isDigit(due.plainNumber.charAt(from - 1))) {
      from--;
    }
    String tail = due.plainNumber.substring(from).replaceFirst("^0+", "");
    boolean transfer = due.order.channel == Channel.BANK || due.order.channel == Channel.OTHER;
    if (transfer && tail.length() >= SHORTEST_TAIL && tail.length() < due.plainNumber.length()) {
      Due other = dueByTail.put(tail, due);
      if (other != null && other != due) {
        sharedTails.add(tail);
      }
    }
  }

  /// The order of just this amount whose running number stands in the words of a transfer.
  private @Nullable Due ofTail(Paid paid) {
    if (paid.line.book != Book.BANK || !paid.isPayment()) {
      return null;
    }
    Due found = null;
    for (String word : paid.numbers()) {
      Due due = dueByTail.get(word);
      boolean fits =
          due != null
              && due.due() == paid.amount()
              && due.order.currency == paid.line.currency
              && due.order.epochSecond <= paid.latest();
      if (fits && found != null && due != found) {
        return null;
      }
      found = fits ? due : found;
    }
    return found;
  }

  /// The order whose books name this very payment, by the channel's number or by ours.
  private @Nullable Due bookedAs(Paid paid) {
    Due due = board.dueByPayment.get(Numbers.plain(paid.line.reference));
    for (String base : Numbers.withoutSuffix(paid.line.reference)) {
      due = due == null ? board.dueByPayment.get(base) : due;
    }
    boolean bank = paid.line.book == Book.BANK;
    return due == null && !bank ? board.dueByPayment.get(Numbers.plain(paid.line.id)) : due;
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
    return booked == null ? typed(paid) : booked;
  }

  /// The order in whose words alone the number stands by which whoever collects calls it: a
  /// parcel's waybill.
  private @Nullable Due sent(Paid paid) {
    String number = Numbers.plain(paid.line.reference);
    boolean telling = number.chars().filter(Character::isDigit).count() >= SHORTEST_PAYMENT;
    return telling && !board.duesByPaper.containsKey(number) ? firstOnPaper.get(number) : null;
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
    Due found = null;
    for (String number : paid.numbers()) {
      Due due = board.meant(number);
      if (due != null && found != null && due != found) {
        // several orders in one remark: a merged payment, weighed later
        return null;
      }
      found = due == null ? found : due;
    }
    found = found == null ? ofLetters(paid) : found;
    found = found == null ? ofTail(paid) : found;
    found = found == null ? ofPaper(paid) : found;
    boolean byHand = paid.line.book == Book.BANK;
    if (found != null && paid.isPayment() && byHand && found.due() != paid.amount()) {
      paid.hint = found;
      return null;
    }
    return found;
  }

  /// The order whose number has no digit and stands in the words.
  private @Nullable Due ofLetters(Paid paid) {
    Due found = null;
    for (String word : Numbers.letters(paid.words())) {
      Due due = board.named(word);
      if (due != null && found != null && due != found) {
        return null;
      }
      found = due == null ? found : due;
    }
    return found;
  }
}
