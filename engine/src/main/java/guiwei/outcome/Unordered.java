package guiwei.outcome;

import guiwei.table.Channel;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/// Receipts of which hardly any has an order in the run: the list of orders is missing, rather than
/// that many strangers paid. They are in suspense.
///
/// @param stores the stores or terminals that the receipts name, sorted
/// @param currency ISO 4217
/// @param first the day of the earliest
/// @param last the day of the latest
public record Unordered(
    Channel channel,
    String account,
    List<String> stores,
    String currency,
    LocalDate first,
    LocalDate last,
    long receipts,
    long amountMinor) {
  public Unordered {
    stores = List.copyOf(stores);
  }

  /// Both together.
  public Unordered and(Unordered other) {
    return new Unordered(
        channel,
        account,
        Stream.concat(stores.stream(), other.stores.stream()).distinct().sorted().toList(),
        currency,
        first.isBefore(other.first) ? first : other.first,
        last.isAfter(other.last) ? last : other.last,
        receipts + other.receipts,
        Math.addExact(amountMinor, other.amountMinor));
  }
}
