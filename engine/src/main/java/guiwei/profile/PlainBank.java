package guiwei.profile;

import java.util.List;

/// Whether a table with one column of amounts and without balances is a bank's list all the same:
/// it tells who paid, and every heading is one that banks use.
record PlainBank(Draft draft) {
  /// Whether it may be one: nothing in it is of orders alone.
  boolean mayBe() {
    return says(Field.TIME)
        && says(Field.AMOUNT)
        && draft.figures.columns().anyMatch(this::namesPayer)
        && draft.figures.columns().filter(this::isFilled).allMatch(this::isBanks);
  }

  /// Whether it is one: money goes out as well, the rows say which way it went, or they are
  /// numbered as a bank numbers them.
  boolean holds() {
    return mayBe()
        && draft
            .figures
            .columns()
            .filter(this::isFilled)
            .anyMatch(c -> goesOut(c) || isDirected(c) || isNumbered(c));
  }

  private boolean goesOut(int column) {
    Shape shape = draft.shapes.get(column);
    boolean both = shape.negatives() > 0 && shape.negatives() < shape.amounts();
    return both && shape.allAmounts() && has(column, Field.AMOUNT);
  }

  private boolean isDirected(int column) {
    return has(column, Field.DIRECTION) && draft.directed(column);
  }

  private boolean isNumbered(int column) {
    return senses(column).stream().anyMatch(s -> s.field() == Field.ID && s.proof());
  }

  /// Whether a heading is of who paid, and not of our own customers: an order has these too.
  private boolean namesPayer(int column) {
    return isFilled(column)
        && Dictionary.shipped().senses(Table.CUSTOMER, draft.figures.plain(column)).isEmpty()
        && senses(column).stream()
            .anyMatch(
                s -> s.proof() && (s.field() == Field.PAYER_NAME || s.field() == Field.PAYER));
  }

  /// Whether banks have such a column, and no acquirer: no fee, no number of the merchant's.
  private boolean isBanks(int column) {
    return !senses(column).isEmpty() && !has(column, Field.FEE) && !has(column, Field.REFERENCE);
  }

  private boolean says(Field field) {
    return draft.figures.columns().anyMatch(c -> isFilled(c) && has(c, field));
  }

  private boolean has(int column, Field field) {
    return senses(column).stream().anyMatch(sense -> sense.field() == field);
  }

  private List<Dictionary.Sense> senses(int column) {
    return Dictionary.shipped().senses(Table.BANK, draft.figures.plain(column));
  }

  private boolean isFilled(int column) {
    return draft.shapes.get(column).filled() > 0;
  }
}
