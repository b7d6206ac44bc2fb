package guiwei.reconcile;

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

/// Orders that no payment names, by customer, by amount and by time. Filed once; which of them
/// payments name is as it was when the pass began.
final class Unpaid {
  private static final int ENOUGH = 10;
  private static final int BEFORE_SECONDS = 2 * 86_400;
  private static final int AFTER_SECONDS = 7 * 86_400;

  /// A customer whom the words name may pay this long after the order, or before it.
  private static final int OWED_SECONDS = 200 * 86_400;

  private static final int ADVANCE_SECONDS = 10 * 86_400;

  private static final Comparator<Due> BY_TIME =
      Comparator.comparingLong((Due d) -> d.order.epochSecond).thenComparing(d -> d.order.number);

  private final Map<String, List<Due>> byCustomer = new HashMap<>();
  private final Map<Long, List<Due>> byAmount = new HashMap<>();

  private final List<Due> all = new ArrayList<>();

  private final List<Paid> transfers;

  /// How long after its order a transfer may come at this merchant.
  private long afterSeconds;

  Unpaid(Board board) {
    transfers =
        board.lines.stream().filter(p -> p.line.book == Book.BANK && p.isPayment()).toList();
    for (Due due : board.openDues()) {
      if (due.order.state != State.CANCELLED) {
        byCustomer.computeIfAbsent(due.customer(), c -> new ArrayList<>(1)).add(due);
      }
      byAmount.computeIfAbsent(due.due(), a -> new ArrayList<>(1)).add(due);
      all.add(due);
    }
    all.sort(BY_TIME);
  }

  /// Takes note of what payments name now.
  void refresh() {
    for (Due due : all) {
      due.named = !due.payments.isEmpty();
    }
    afterSeconds = custom();
  }

  /// Who sells on credit waits longer than a week: most of the transfers that name their orders
  /// tell how long.
  private long custom() {
    long[] delays = new long[transfers.size()];
    int count = 0;
    for (Paid paid : transfers) {
      Due due = paid.due;
      if (due != null && due.order.hasTime && paid.amount() == due.due()) {
        delays[count++] = paid.line.epochSecond - due.order.epochSecond;
      }
    }
    Arrays.sort(delays, 0, count);
    long usual = count < ENOUGH ? 0 : delays[count * 9 / 10];
    return Math.clamp(usual * 3 / 2, AFTER_SECONDS, OWED_SECONDS);
  }

  /// Whether a transfer may pay the order at all.
  static boolean isTransfer(Due due) {
    boolean transfer = due.order.channel == Channel.BANK || due.order.channel == Channel.OTHER;
    return transfer && due.order.state != State.CANCELLED && !due.placed();
  }

  /// Open orders of a known customer.
  List<Due> of(String customer) {
    return customer.isEmpty() ? List.of() : open(byCustomer.getOrDefault(customer, List.of()));
  }

  /// Open orders of these customers in the payment's currency, in order of time.
  List<Due> of(Set<String> customers, Paid paid) {
    return customers.stream()
        .flatMap(customer -> of(customer).stream())
        .filter(d -> d.order.currency == paid.line.currency)
        .distinct()
        .sorted(BY_TIME)
        .toList();
  }

  /// Open and cancelled orders of that amount.
  List<Due> of(long amount) {
    return open(byAmount.getOrDefault(amount, List.of()));
  }

  /// Open and cancelled orders, in order of time.
  List<Due> all() {
    return open(all);
  }

  /// Whether this transfer may pay the order by its time: it follows its order within days, or
  /// comes a little before it is entered.
  boolean mayPay(Paid paid, Due due) {
    return isTransfer(due) && isSoon(due, paid) && due.order.currency == paid.line.currency;
  }

  boolean isSoon(Due due, Paid paid) {
    long after = paid.line.epochSecond - due.order.epochSecond;
    return !due.order.hasTime || (after >= -BEFORE_SECONDS && after <= afterSeconds);
  }

  /// The share of all orders that is soon enough for one transfer, if they are spread evenly.
  double soonShare() {
    long span =
        all.isEmpty() ? 0 : all.getLast().order.epochSecond - all.getFirst().order.epochSecond;
    return Math.min(1, (BEFORE_SECONDS + afterSeconds) / (double) Math.max(1, span));
  }

  /// Whether somebody who is known to pay for this order may do so now.
  boolean isOwed(Due due, Paid paid) {
    long after = paid.line.epochSecond - due.order.epochSecond;
    return !due.order.hasTime || (after >= -ADVANCE_SECONDS && after <= OWED_SECONDS);
  }

  private static List<Due> open(List<Due> dues) {
    return dues.isEmpty() ? dues : dues.stream().filter(d -> !d.placed() && !d.named).toList();
  }
}
