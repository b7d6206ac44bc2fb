package guiwei.table;

/// What a column of figures means to us. Amounts are in minor units of the row's currency.
public enum Num {
  /// What the payer's order came to; for an order, the amount due. Signed: money in is
  /// positive.
  AMOUNT,
  /// What the merchant's account received or gave up, before the fee.
  SETTLED,
  /// The fee in thousandths of a minor unit, positive when it costs the merchant.
  FEE_MILLI,
  /// The balance of the account after the line.
  BALANCE,
  /// A refund that was promised on an order.
  PROMISED,
  /// The rate of the fee in millionths.
  RATE_MICRO,
  /// What the payer did not pay in money: coupons, discounts.
  DISCOUNT,
  /// What an order says it has received.
  PAID,
  /// What of an order is to be paid first, ahead of the rest.
  DEPOSIT;

  static final int COUNT = values().length;
  /// The value of a figure that the row does not have.
  public static final long NONE = Long.MIN_VALUE;
}
