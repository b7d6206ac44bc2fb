package guiwei.table;

/// What a column of text means to us, whichever file it comes from.
public enum Text {
  /// The line's own number at the channel or bank; the number of an order.
  ID,
  /// The merchant's order number as the line quotes it.
  REFERENCE,
  /// The merchant's own number of a refund.
  REFUND_REFERENCE,
  /// The channel's number of the payment that this line undoes or belongs to.
  ORIGINAL,
  /// The account of ours that the money went through: merchant number, bank account.
  ACCOUNT,
  /// A merchant below the account (特约商户, 二级商户).
  SUB_ACCOUNT,
  STORE,
  TERMINAL,
  /// The trace or voucher number that a terminal printed.
  TRACE,
  /// Whatever identifies the payer at the channel: openid, masked account, card or bank
  /// account.
  PAYER,
  PAYER_NAME,
  /// The payer's bank or the card's issuer.
  BANK,
  /// Words that somebody wrote: remark, purpose, 附言.
  REMARK,
  /// What was sold.
  GOODS,
  /// The customer's number in the merchant's own books.
  CUSTOMER,
  PHONE,
  EMAIL,
  /// The firm that a customer buys for.
  COMPANY,
  /// The channel an order says it was paid through.
  CHANNEL,
  /// The kind of business as the file words it.
  TYPE,
  /// The state as the file words it.
  STATE,
  CURRENCY,
  /// Several orders' or accounts' numbers in one field, as the file separates them.
  LIST,
  /// What the batch is called that the line stands for as a whole, a name a line.
  BATCH,
  /// What the batch is called that the line is one of, a name a line.
  PART_OF;

  static final int COUNT = values().length;
}
