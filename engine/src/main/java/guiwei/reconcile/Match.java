package guiwei.reconcile;

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
  public Match {
    receipts = List.copyOf(receipts);
    orders = List.copyOf(orders);
  }
}
