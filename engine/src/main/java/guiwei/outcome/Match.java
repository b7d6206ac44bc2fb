package guiwei.outcome;

import java.util.List;

/// Lines and orders that explain each other.
///
/// @param group stable over re-runs
/// @param rule which rule joined them, a heading of `docs/rules.md`: `order-number`, `split`
/// @param answer `unique`, `several` or `stopped at the limit`
/// @param amountMinor what the receipts of the group come to, refunds taken off
public record Match(
    String group,
    String rule,
    String answer,
    List<String> receipts,
    List<String> orders,
    long amountMinor,
    String currency) {
  /// The rule of one payment that names its order.
  public static final String BY_NUMBER = "order-number";

  /// The rule of a sale that a till, its amount and its moment join to an order.
  public static final String AT_TILL = "till-amount-time";

  public Match {
    receipts = List.copyOf(receipts);
    orders = List.copyOf(orders);
  }
}
