package guiwei.world;

/// How a payment says which order it is for.
enum Quote {
  /// The order number as it is.
  EXACT,
  /// The order number with the mark of another attempt: `-2`, `_1`, `R2`, `01`.
  RETRY,
  /// An aggregator's own number, ours in the data that comes with it.
  ATTACHED,
  /// An aggregator's own number, ours among the words about the goods.
  IN_GOODS,
  /// An aggregator's own number and nothing of ours.
  FOREIGN,
  /// No number at all.
  NONE,
  /// In a bank's remark, as people type.
  SPACED,
  DASHED,
  LOWER,
  PART,
  SLIP,
  /// The invoice's number, which the order's remark also has.
  INVOICE;

  /// Whether any field of the payment carries some order's number.
  boolean isNumbered() {
    return this != FOREIGN && this != NONE && this != INVOICE;
  }
}
