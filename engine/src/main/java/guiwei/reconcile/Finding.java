package guiwei.reconcile;

import guiwei.outcome.Discrepancy;
import guiwei.outcome.Kind;
import guiwei.outcome.Reason;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A discrepancy in the making: who finds it says what, and the rest follows from the facts.
final class Finding {
  private final Kind kind;
  private final double probability;
  private int rivals = 1;
  private final long amountMinor;
  private @Nullable Paid primary;
  private final List<Paid> receipts = new ArrayList<>();
  private final List<Due> orders = new ArrayList<>();
  private final List<Due> meant = new ArrayList<>();
  private final List<Discrepancy.Evidence> evidence = new ArrayList<>();
  private final List<Reason> reasons = new ArrayList<>();

  /// @param probability from the figures of the case, or not a number where only experience with
  ///     its kind and reason can tell
  Finding(Kind kind, double probability, long amountMinor) {
    this.kind = kind;
    this.probability = probability;
    this.amountMinor = amountMinor;
  }

  /// A finding whose probability is what its kind and first reason turned out to be worth.
  static Finding measured(Kind kind, long amountMinor) {
    return new Finding(kind, Double.NaN, amountMinor);
  }

  /// One of so many rivals of the same weight.
  Finding sharedBy(int count) {
    rivals = count;
    return this;
  }

  private double probability() {
    double known =
        Double.isNaN(probability) ? Reliability.of(kind, reasons.getFirst().key()) : probability;
    return Math.clamp(known / rivals, 0.001, 0.999);
  }

  /// The receipt to act on, also one of the receipts in error.
  Finding on(Paid paid) {
    if (primary == null) {
      primary = paid;
    }
    receipts.add(paid);
    return this;
  }

  Finding order(Due due) {
    orders.add(due);
    return this;
  }

  Finding orders(List<Due> dues) {
    orders.addAll(dues);
    return this;
  }

  Finding meant(Due due) {
    meant.add(due);
    return this;
  }

  Finding meant(List<Due> dues) {
    meant.addAll(dues);
    return this;
  }

  /// A row that speaks for the finding without being in error itself.
  Finding beside(String role, Paid paid) {
    evidence.add(evidence(role, paid));
    return this;
  }

  Finding because(String key, String... values) {
    reasons.add(Reason.of(key, values));
    return this;
  }

  Finding because(Reason reason) {
    reasons.add(reason);
    return this;
  }

  Discrepancy toDiscrepancy() {
    List<Discrepancy.Evidence> lines = new ArrayList<>();
    receipts.forEach(p -> lines.add(evidence("receipt", p)));
    orders.forEach(d -> lines.add(evidence("order", d)));
    meant.forEach(d -> lines.add(evidence("meant", d)));
    lines.addAll(evidence);
    List<String> receiptIds = receipts.stream().map(p -> p.line.id).distinct().toList();
    List<String> orderIds = orders.stream().map(d -> d.order.number).distinct().toList();
    Due due = orders.isEmpty() ? meant.isEmpty() ? null : meant.getFirst() : orders.getFirst();
    return new Discrepancy(
        Board.identity("d", kind.name(), receiptIds, orderIds),
        kind,
        probability(),
        amountMinor,
        primary == null
            ? Objects.requireNonNull(due).order.currencyCode()
            : primary.line.currencyCode(),
        primary == null ? Objects.requireNonNull(due).order.channel : primary.line.channel,
        primary == null ? "" : primary.line.account,
        store(due),
        primary == null ? "" : primary.line.id,
        receiptIds,
        orderIds,
        meant.stream().map(d -> d.order.number).distinct().toList(),
        first(due),
        reasons,
        lines);
  }

  private String store(@Nullable Due due) {
    if (primary != null && !primary.line.store.isEmpty()) {
      return primary.line.store;
    }
    return due == null ? "" : due.order.store;
  }

  private @Nullable OffsetDateTime first(@Nullable Due due) {
    OffsetDateTime first = null;
    for (Paid paid : receipts) {
      OffsetDateTime time = paid.line.time();
      if (time != null && (first == null || time.isBefore(first))) {
        first = time;
      }
    }
    return first == null && due != null ? due.order.time() : first;
  }

  private static Discrepancy.Evidence evidence(String role, Paid paid) {
    return new Discrepancy.Evidence(
        role,
        paid.line.id,
        Objects.toString(paid.line.time(), ""),
        paid.amount(),
        paid.line.currencyCode(),
        Long.toString(paid.line.locator));
  }

  private static Discrepancy.Evidence evidence(String role, Due due) {
    return new Discrepancy.Evidence(
        role,
        due.order.number,
        Objects.toString(due.order.time(), ""),
        due.due(),
        due.order.currencyCode(),
        Long.toString(due.order.locator));
  }
}
