package guiwei.table;

/// Which of the channel's books a statement is an extract of.
public enum Book {
  /// What was sold and refunded, line by line (交易账单, 业务明细).
  TRADE,
  /// How the account at the channel moved (资金账单, 账务明细).
  FUND,
  /// How a bank account moved.
  BANK,
  /// What a terminal printed; echoes lines of an acquirer's trade book where there is one.
  JOURNAL
}
