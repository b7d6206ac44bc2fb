package guiwei.bench.score;

import java.util.List;
import java.util.Set;

/// A row of `matches.csv`: lines and orders that a run says explain each other.
record Joined(
    String group,
    String rule,
    String answer,
    List<String> receipts,
    List<String> orders,
    long amountMinor) {
  static Joined of(Csv.Line line) {
    return new Joined(
        line.get("group"),
        line.get("rule"),
        line.get("answer"),
        line.list("receipts"),
        line.list("orders"),
        line.minor("amount_minor"));
  }

  /// Whether nobody is asked: the run calls it the only explanation.
  boolean isAutomatic() {
    return answer.equals("unique");
  }

  /// Whether the truth says otherwise: a receipt stands beside orders that are not its own, an
  /// order has no receipt that pays it, or a receipt that belongs nowhere is explained away.
  /// Lines that come to nothing together, a payment and its refund, need no order.
  boolean contradicts(Truth truth) {
    if (receipts.isEmpty() || (orders.isEmpty() && amountMinor == 0)) {
      return false;
    }
    for (String receipt : receipts) {
      Set<String> own = truth.ordersOf().getOrDefault(receipt, Set.of());
      if (truth.unexplained().contains(receipt) || own.isEmpty() != orders.isEmpty()) {
        return true;
      }
      if (!orders.isEmpty() && orders.stream().noneMatch(own::contains)) {
        return true;
      }
    }
    for (String order : orders) {
      if (receipts.stream()
          .noneMatch(r -> truth.ordersOf().getOrDefault(r, Set.of()).contains(order))) {
        return true;
      }
    }
    return false;
  }
}
