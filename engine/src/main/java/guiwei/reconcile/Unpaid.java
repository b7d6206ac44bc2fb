package guiwei.reconcile;

import guiwei.table.Channel;
import guiwei.table.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Orders that no payment names, by customer, by amount and by time.
final class Unpaid {
  private static final int BEFORE_SECONDS = 2 * 86_400;
  private static final int AFTER_SECONDS = 7 * 86_400;

  private final Map<String, List<Due>> byCustomer = new HashMap<>();
  private final Map<Long, List<Due>> byAmount = new HashMap<>();

  /// Those that a transfer may pay, in order of time.
  private final List<Due> transfers = new ArrayList<>();

  private final long[] times;

  Unpaid(Board board) {
    for (Due due : board.openDues()) {
      if (due.payments.isEmpty()) {
        if (due.order.state != State.CANCELLED) {
          byCustomer.computeIfAbsent(due.order.customer, c -> new ArrayList<>()).add(due);
        }
        byAmount.computeIfAbsent(due.due(), a -> new ArrayList<>()).add(due);
        boolean open = due.order.state != State.CANCELLED;
        if (open && due.order.hasTime && isTransfer(due)) {
          transfers.add(due);
        }
      }
    }
    transfers.sort(
        Comparator.comparingLong((Due d) -> d.order.epochSecond)
            .thenComparing(d -> d.order.number));
    times = transfers.stream().mapToLong(d -> d.order.epochSecond).toArray();
  }

  private static boolean isTransfer(Due due) {
    return due.order.channel == Channel.BANK || due.order.channel == Channel.OTHER;
  }

  /// Open orders of a known customer.
  List<Due> of(String customer) {
    return customer.isEmpty() ? List.of() : open(byCustomer.getOrDefault(customer, List.of()));
  }

  /// Open and cancelled orders of that amount.
  List<Due> of(long amount) {
    return open(byAmount.getOrDefault(amount, List.of()));
  }

  /// Open orders that this transfer may pay by its time: it follows its order within days, or
  /// comes a little before it is entered.
  List<Due> around(Paid paid) {
    int from = Timeline.first(times, paid.line.epochSecond - AFTER_SECONDS);
    int to = Timeline.first(times, paid.line.epochSecond + BEFORE_SECONDS);
    return open(transfers.subList(from, to)).stream()
        .filter(d -> d.order.currency == paid.line.currency)
        .toList();
  }

  /// Every order that a transfer may pay.
  List<Due> transfers() {
    return open(transfers);
  }

  static boolean isSoon(Due due, Paid paid) {
    long after = paid.line.epochSecond - due.order.epochSecond;
    return due.order.hasTime && after >= -BEFORE_SECONDS && after <= AFTER_SECONDS;
  }

  private static List<Due> open(List<Due> dues) {
    return dues.stream().filter(d -> !d.placed()).toList();
  }
}
