package guiwei.report;

import guiwei.outcome.Discrepancy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The columns of the discrepancy files, one list for all of them.
final class DiscrepancyRow {
  static final List<String> COLUMNS =
      List.of(
          "id",
          "kind",
          "probability",
          "amount_minor",
          "currency",
          "channel",
          "account",
          "store",
          "primary_receipt",
          "receipts",
          "orders",
          "meant_orders",
          "customer",
          "customer_probability",
          "first_time",
          "reason_zh",
          "reason_en");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

  private DiscrepancyRow() {}

  /// The cells of a discrepancy: a text, a list of texts, or a number. The customer's cells
  /// stay empty until tracing fills them.
  static List<Object> cells(Discrepancy found) {
    return List.of(
        found.id(),
        found.kind().name(),
        probability(found.probability()),
        found.amountMinor(),
        found.currency(),
        found.channel().word(),
        found.account(),
        found.store(),
        found.primaryReceipt(),
        found.receipts(),
        found.orders(),
        found.meantOrders(),
        "",
        "",
        time(found.firstTime()),
        Words.ZH.reasons(found),
        Words.EN.reasons(found));
  }

  /// At most six decimals, without an exponent.
  static BigDecimal probability(double probability) {
    BigDecimal rounded = BigDecimal.valueOf(probability).setScale(6, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? BigDecimal.ZERO : plain(rounded.stripTrailingZeros());
  }

  private static BigDecimal plain(BigDecimal number) {
    return number.scale() < 0 ? number.setScale(0, RoundingMode.UNNECESSARY) : number;
  }

  /// ISO 8601 with seconds and offset, empty for no time.
  static String time(@Nullable OffsetDateTime time) {
    return time == null ? "" : TIME.format(time);
  }
}
