package guiwei.bench.score;

import guiwei.outcome.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A discrepancy that truly is there.
///
/// @param subtype how it came about, the generator's word
/// @param primaryReceipt the receipt to act on, or empty where none exists
/// @param numbered whether the money came with an order number of any form
/// @param note the generator's remark, for whoever looks into a miss
record Planted(
    String id,
    Kind kind,
    String subtype,
    long amountMinor,
    String primaryReceipt,
    List<String> receipts,
    List<String> orders,
    List<String> meantOrders,
    boolean numbered,
    String note) {

  /// Whether this is about a customer's payment that carries no number of any order: neither a
  /// missing one nor a channel's payout is.
  boolean isWithoutNumber() {
    return !numbered && !primaryReceipt.isEmpty() && kind != Kind.PAYOUT_DIFFERS;
  }

  /// Whether a claim says this: the same kind about the same receipt, or about the same orders
  /// where one of the two names no receipt.
  boolean saidBy(Claim claim) {
    return claim.kind() == kind && sameSubject(claim);
  }

  boolean sameSubject(Claim claim) {
    if (!primaryReceipt.isEmpty() && !claim.primaryReceipt().isEmpty()) {
      return primaryReceipt.equals(claim.primaryReceipt());
    }
    return touches(claim);
  }

  /// Whether a claim names a receipt or an order that is part of this.
  boolean touches(Claim claim) {
    return meet(receipts, claim.receipts())
        || (!primaryReceipt.isEmpty() && claim.receipts().contains(primaryReceipt))
        || meet(orders, claim.orders());
  }

  /// Whether a claim names exactly these orders, in whatever role.
  boolean sameOrders(Claim claim) {
    return union(orders, meantOrders).equals(union(claim.orders(), claim.meantOrders()));
  }

  private static Set<String> union(List<String> a, List<String> b) {
    Set<String> all = new HashSet<>(a);
    all.addAll(b);
    return all;
  }

  private static boolean meet(List<String> a, List<String> b) {
    for (String value : a) {
      if (b.contains(value)) {
        return true;
      }
    }
    return false;
  }
}
