package guiwei.outcome;

import guiwei.table.Channel;
import java.time.LocalDate;

/// Receipts of which hardly any has an order in the run: the list of orders is missing, rather than
/// that many strangers paid. They are in suspense.
///
/// @param store the store or terminal that the receipts name, or empty
/// @param currency ISO 4217
/// @param first the day of the earliest
/// @param last the day of the latest
public record Unordered(
    Channel channel,
    String account,
    String store,
    String currency,
    LocalDate first,
    LocalDate last,
    long receipts,
    long amountMinor) {
  /// Both together.
  public Unordered and(Unordered other) {
    return new Unordered(
        channel,
        account,
        store,
        currency,
        first.isBefore(other.first) ? first : other.first,
        last.isAfter(other.last) ? last : other.last,
        receipts + other.receipts,
        Math.addExact(amountMinor, other.amountMinor));
  }
}
