package guiwei.world;

/// An account of the merchant at a bank.
///
/// @param currency what the account is kept in
record BankBook(Format format, String number, String owner, String currency, long opening) {
  /// How the bank sends its statements.
  enum Format {
    CAMT,
    MT940,
    CSV
  }
}
