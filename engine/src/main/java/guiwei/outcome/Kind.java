package guiwei.outcome;

/// What went wrong with a payment. Every entry has a heading in `docs/discrepancies.md`.
public enum Kind {
  DUPLICATE_CHARGE,
  OVERPAID,
  UNDERPAID,
  WRONG_ORDER,
  WRONG_ACCOUNT,
  UNIDENTIFIED,
  PAID_AFTER_CANCEL,
  MISSING_RECEIPT,
  REFUND_TWICE,
  REFUND_MISSING,
  REFUND_RECHARGE,
  FEE_DIFFERS,
  PAYOUT_DIFFERS,
  CURRENCY_DIFFERS
}
