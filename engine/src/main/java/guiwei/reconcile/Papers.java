package guiwei.reconcile;

import guiwei.number.Numbers;
import guiwei.table.Channel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The numbers by which others call an order: that of another paper beside it (an invoice, a
/// contract, a waybill), that of its payment, its own without the letters or zeros before it.
final class Papers {
  /// A number of another paper is believed from this many digits on.
  private static final int SHORTEST_PAPER = 6;

  /// An order's number without its letters is believed from this many digits on.
  private static final int SHORTEST_BARE = 10;

  /// A running number without its zeros is believed from this many digits on.
  private static final int SHORTEST_TAIL = 5;

  /// The number of a payment is believed from this many characters on.
  private static final int SHORTEST_PAYMENT = 8;

  private static final Pattern BESIDE = Pattern.compile("[\\s,;|+]+");

  /// What payers of transfers quote: papers, and numbers without their letters.
  private final Sole transfers = new Sole();

  /// Papers of all orders, however they should have been paid.
  private final Sole all = new Sole();

  private final Sole tails = new Sole();
  private final Sole payments = new Sole();
  private final Map<String, List<Due>> several = new HashMap<>();

  /// Takes note of the numbers of an order.
  void note(Due due) {
    if (due.placed()) {
      return;
    }
    boolean transfer = due.order.channel == Channel.BANK || due.order.channel == Channel.OTHER;
    if (transfer) {
      bare(due);
      tail(due);
    }
    for (String number : Numbers.inRemark(due.order.remark)) {
      if (digits(number) >= SHORTEST_PAPER) {
        paper(number, due, transfer);
      }
    }
    for (String written : BESIDE.split(due.order.payment, 0)) {
      String number = Numbers.plain(written);
      if (number.length() >= SHORTEST_PAYMENT) {
        // one payment for several orders: an insurer's, a collective transfer
        shared(number, payments.add(number, due), due);
      }
    }
  }

  /// What stands on one order alone is only believed of a transfer.
  private void paper(String number, Due due, boolean transfer) {
    if (transfer) {
      transfers.add(number, due);
    }
    shared(number, all.add(number, due), due);
    String bare = number.replaceFirst("^[A-Z]+", "");
    if (bare.length() < number.length() && bare.length() >= SHORTEST_BARE) {
      shared(bare, all.add(bare, due), due);
    }
  }

  private void shared(String number, @Nullable Due other, Due due) {
    if (other != null) {
      several.computeIfAbsent(number, n -> new ArrayList<>(List.of(other))).add(due);
    }
  }

  /// The order's own number without the letters before it, which payers leave out.
  private void bare(Due due) {
    String digits = due.plainNumber.replaceFirst("^\\p{L}+", "");
    boolean number = digits.chars().allMatch(Character::isDigit);
    if (digits.length() < due.plainNumber.length() && number && digits.length() >= SHORTEST_BARE) {
      transfers.add(digits, due);
    }
  }

  /// The order's running number as people write it: without what stands before it, nor zeros.
  private void tail(Due due) {
    int from = due.plainNumber.length();
    while (from > 0 && Character.isDigit(due.plainNumber.charAt(from - 1))) {
      from--;
    }
    String tail = due.plainNumber.substring(from).replaceFirst("^0+", "");
    if (tail.length() >= SHORTEST_TAIL && tail.length() < due.plainNumber.length()) {
      tails.add(tail, due);
    }
  }

  /// The only order to be paid by transfer that has this number, or null.
  @Nullable Due of(String number) {
    return transfers.of(number);
  }

  /// The only order of all that has a paper of this number, or null.
  @Nullable Due ofAny(String number) {
    return several.containsKey(number) ? null : all.of(number);
  }

  /// The same where the number is so long that a short one of another sort is not meant.
  @Nullable Due ofLong(String number) {
    return number.length() < SHORTEST_BARE ? null : ofAny(number);
  }

  /// The order of the parcel or collection that has this number, or null.
  @Nullable Due ofCollector(String number) {
    return digits(number) < SHORTEST_PAYMENT ? null : ofAny(number);
  }

  /// The only order to be paid by transfer whose running number this is, or null.
  @Nullable Due ofTail(String number) {
    return tails.of(number);
  }

  /// The only order whose books name the payment of this number, or null.
  @Nullable Due ofPayment(String number) {
    return payments.of(number);
  }

  /// The orders that share a paper or a payment of this number: an invoice of a month.
  List<Due> together(String number) {
    return several.getOrDefault(number, List.of());
  }

  /// Whether orders share a paper or a payment of this number.
  boolean isShared(String number) {
    return several.containsKey(number);
  }

  /// Whether there are numbers that payers of transfers quote.
  boolean tellTransfers() {
    return !transfers.isEmpty();
  }

  /// Shows what payers of transfers quote and the order that each number means.
  void eachOfTransfers(BiConsumer<String, Due> step) {
    transfers.each(step);
  }

  private static long digits(String number) {
    return number.chars().filter(Character::isDigit).count();
  }
}
