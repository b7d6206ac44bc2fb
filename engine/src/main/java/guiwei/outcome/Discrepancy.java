package guiwei.outcome;

import guiwei.table.Channel;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// One thing that is out of place, or one of several rival readings of it.
///
/// @param id stable over re-runs: made from the identity of the facts, not from their places
/// @param probability that this reading is right, from 0 to 1; rivals share a primary receipt
/// @param amountMinor in minor units; positive when the merchant holds too much
/// @param primaryReceipt the receipt to act on, empty where no line exists (a missing receipt)
/// @param receipts every receipt in error, the primary one among them
/// @param orders the orders that the receipts name or are booked on
/// @param meantOrders the orders that the money was meant for, where that differs
/// @param firstTime when the first of the facts happened, with its offset
/// @param lines where the facts stand, for whoever opens the evidence
public record Discrepancy(
    String id,
    Kind kind,
    double probability,
    long amountMinor,
    String currency,
    Channel channel,
    String account,
    String store,
    String primaryReceipt,
    List<String> receipts,
    List<String> orders,
    List<String> meantOrders,
    @Nullable OffsetDateTime firstTime,
    List<Reason> reasons,
    List<Evidence> lines) {

  /// A row behind a discrepancy, as its file has it.
  ///
  /// @param role what the row is to the discrepancy: `receipt`, `order`, `refund`, `original`
  /// @param id the channel's number or the order's number
  /// @param time as in the file, with its offset, empty where it has none
  /// @param place `file:line`
  public record Evidence(
      String role, String id, String time, long amountMinor, String currency, String place) {}

  /// The same with the place of each piece of evidence looked up by its locator.
  public Discrepancy at(LongFunction<String> places) {
    List<Evidence> found =
        lines.stream()
            .map(
                e ->
                    new Evidence(
                        e.role,
                        e.id,
                        e.time,
                        e.amountMinor,
                        e.currency,
                        places.apply(Long.parseLong(e.place))))
            .toList();
    return new Discrepancy(
        id,
        kind,
        probability,
        amountMinor,
        currency,
        channel,
        account,
        store,
        primaryReceipt,
        receipts,
        orders,
        meantOrders,
        firstTime,
        reasons,
        found);
  }

  public Discrepancy {
    receipts = List.copyOf(receipts);
    orders = List.copyOf(orders);
    meantOrders = List.copyOf(meantOrders);
    reasons = List.copyOf(reasons);
    lines = List.copyOf(lines);
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(id + ": a probability of " + probability);
    }
  }
}
