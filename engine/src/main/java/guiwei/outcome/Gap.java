package guiwei.outcome;

import java.time.LocalDate;

/// Two statements of an account that do not follow each other: what moved between them is in no
/// file of the run.
///
/// @param account the merchant's own account
/// @param currency ISO 4217
/// @param closed the day of the closing balance of the earlier one
/// @param opens the day of the opening balance of the later one, which may be the same
public record Gap(
    String account,
    String currency,
    LocalDate closed,
    long closingMinor,
    LocalDate opens,
    long openingMinor) {
  /// Whether whole days are missing. Else the statements follow each other by their days, and only
  /// the balances do not.
  public boolean hasDays() {
    return closed.plusDays(1).isBefore(opens);
  }
}
