package guiwei.reconcile;

import guiwei.order.Order;
import guiwei.table.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Brings refunds that a list of its own promises (after-sales, 售后单) to the orders that they are
/// of. What was refused, withdrawn or not decided yet is no promise.
final class Promises {
  private Promises() {}

  /// The orders themselves, with what was promised back on them; a promise on an order that is not
  /// in the run is nobody's.
  static List<Order> joined(List<Order> orders) {
    if (orders.stream().noneMatch(order -> order.isPromise)) {
      return orders;
    }
    Map<String, Long> promised = new HashMap<>();
    Set<String> seen = new HashSet<>();
    List<Order> themselves = new ArrayList<>();
    for (Order order : orders) {
      if (!order.isPromise) {
        themselves.add(order);
      } else if (isGiven(order.state) && seen.add(order.number + " " + order.payment)) {
        promised.merge(order.number, order.promisedMinor(), Long::sum);
      }
    }
    themselves.forEach(order -> order.promise(promised.getOrDefault(order.number, 0L)));
    return themselves;
  }

  private static boolean isGiven(State state) {
    return state == State.REFUNDED || state == State.PAID || state == State.DONE;
  }
}
