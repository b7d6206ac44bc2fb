package guiwei.table;

/// Where a line or an order stands, as its file says.
public enum State {
  /// The file does not say.
  UNKNOWN,
  /// Line: the money moved.
  DONE,
  /// Line: accepted, not yet moved.
  PENDING,
  /// Line: nothing moved and nothing will.
  FAILED,
  /// Order: waiting for money.
  OPEN,
  /// Order: the books say paid.
  PAID,
  /// Order: paid in part, more to come.
  PART_PAID,
  /// Order: cancelled or closed.
  CANCELLED,
  /// Order: the books say paid and given back.
  REFUNDED
}
