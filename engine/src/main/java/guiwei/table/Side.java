package guiwei.table;

/// Which side of the books a row belongs to.
public enum Side {
  /// A fact of a statement.
  LINE,
  /// An order: what we expect.
  ORDER,
  /// A store with its accounts and terminals.
  STORE,
  /// A customer, used for tracing.
  CUSTOMER
}
