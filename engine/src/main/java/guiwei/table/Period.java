package guiwei.table;

import java.time.LocalDate;

/// What one statement says of an account before its first movement and after its last.
///
/// @param opening the day of the opening balance: the statement's first day, or the day before
/// @param closing the day of the closing balance
/// @param currency packed, see [Currencies]
/// @param openingMinor in minor units, negative where the account is overdrawn
public record Period(
    String account,
    int currency,
    LocalDate opening,
    LocalDate closing,
    long openingMinor,
    long closingMinor) {}
