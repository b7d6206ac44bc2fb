package guiwei.profile;

/// Whether a table without balances and without columns for both sides is a bank's list all the
/// same: every heading is one that banks use, and nothing in it is of orders alone.
record PlainBank(Draft draft, Columns columns) {
  PlainBank(Draft draft) {
    this(draft, new Columns(draft, Table.BANK));
  }

  /// Whether it may be one: it tells who paid, or money goes out as well.
  boolean mayBe() {
    return isAllBanks() && (columns.any(this::namesPayer) || columns.any(this::goesOut));
  }

  /// Whether it is one: it tells who paid, and money goes out as well, the rows say which way it
  /// went, or nothing numbers them as orders are. Where it does not tell who paid, nothing may
  /// number the rows, and money must go both ways.
  boolean holds() {
    if (!isAllBanks()) {
      return false;
    }
    boolean unnumbered = !columns.any(this::mayNumberOrders);
    return columns.any(this::namesPayer)
        ? unnumbered
            || columns.any(this::goesOut)
            || columns.any(this::isDirected)
            || columns.any(this::isNumbered)
        : unnumbered && (columns.any(this::goesOut) || columns.any(this::isDirected));
  }

  /// Whether the only amounts are of what came in.
  boolean isOfReceipts() {
    return draft.chosen.containsKey(Field.IN) && holds();
  }

  private boolean isAllBanks() {
    return columns.any(c -> columns.has(c, Field.TIME))
        && columns.any(c -> columns.has(c, Field.AMOUNT) || columns.has(c, Field.IN))
        && columns.all(this::isBanks);
  }

  private boolean goesOut(int column) {
    Shape shape = draft.shapes.get(column);
    boolean both = shape.negatives() > 0 && shape.negatives() < shape.amounts();
    return both && shape.allAmounts() && columns.has(column, Field.AMOUNT);
  }

  private boolean isDirected(int column) {
    return columns.has(column, Field.DIRECTION) && draft.directed(column);
  }

  private boolean isNumbered(int column) {
    return columns.senses(column).stream().anyMatch(s -> s.field() == Field.ID && s.proof());
  }

  private boolean mayNumberOrders(int column) {
    return Dictionary.shipped().senses(Table.ORDER, draft.figures.plain(column)).stream()
        .anyMatch(s -> s.field() == Field.ID);
  }

  /// Whether a heading is of who paid, and not of our own customers: an order has these too.
  private boolean namesPayer(int column) {
    return Dictionary.shipped().senses(Table.CUSTOMER, draft.figures.plain(column)).isEmpty()
        && columns.senses(column).stream()
            .anyMatch(
                s -> s.proof() && (s.field() == Field.PAYER_NAME || s.field() == Field.PAYER));
  }

  /// Whether banks have such a column, and no acquirer: no fee, no number of the merchant's.
  private boolean isBanks(int column) {
    return !columns.senses(column).isEmpty()
        && !columns.has(column, Field.FEE)
        && !columns.has(column, Field.REFERENCE);
  }
}
