package guiwei.table;

/// What a statement line did.
public enum LineKind {
  /// Money in from somebody.
  PAYMENT,
  /// Money back to a payer.
  REFUND,
  /// A payment undone as if it had never been (撤销, 冲正).
  VOID,
  /// What the channel charged.
  FEE,
  /// A fee that the channel gave back.
  FEE_BACK,
  /// From the channel to our bank account (提现, 结算).
  PAYOUT,
  /// Between accounts of ours, or out to others: wages, suppliers, profit sharing.
  TRANSFER,
  INTEREST,
  /// Money that we put in ourselves.
  TOP_UP,
  /// Money reserved on a card; nothing moved.
  PREAUTH,
  /// A reservation turned into a payment.
  PREAUTH_DONE,
  OTHER
}
