package guiwei.profile;

import java.util.List;
import java.util.function.Predicate;

/// Whether a table without balances and without columns for both sides is a bank's list all the
/// same: every heading is one that banks use, and nothing in it is of orders alone.
record PlainBank(Draft draft) {
  /// Whether it may be one: it tells who paid, or money goes out as well.
  boolean mayBe() {
    return isAllBanks() && (any(this::namesPayer) || any(this::goesOut));
  }

  /// Whether it is one: it tells who paid, and money goes out as well, the rows say which way it
  /// went, or nothing numbers them as orders are. Where it does not tell who paid, nothing may
  /// number the rows, and money must go both ways.
  boolean holds() {
    if (!isAllBanks()) {
      return false;
    }
    boolean unnumbered = !any(this::mayNumberOrders);
    return any(this::namesPayer)
        ? unnumbered || any(this::goesOut) || any(this::isDirected) || any(this::isNumbered)
        : unnumbered && (any(this::goesOut) || any(this::isDirected));
  }

  /// Whether the only amounts are of what came in.
  boolean isOfReceipts() {
    return draft.chosen.containsKey(Field.IN) && holds();
  }

  private boolean isAllBanks() {
    return any(c -> has(c, Field.TIME))
        && any(c -> has(c, Field.AMOUNT) || has(c, Field.IN))
        && draft.figures.columns().filter(this::isFilled).allMatch(this::isBanks);
  }

  private boolean any(Predicate<Integer> column) {
    return draft.figures.columns().filter(this::isFilled).boxed().anyMatch(column);
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

  private boolean mayNumberOrders(int column) {
    return Dictionary.shipped().senses(Table.ORDER, draft.figures.plain(column)).stream()
        .anyMatch(s -> s.field() == Field.ID);
  }

  /// Whether a heading is of who paid, and not of our own customers: an order has these too.
  private boolean namesPayer(int column) {
    return Dictionary.shipped().senses(Table.CUSTOMER, draft.figures.plain(column)).isEmpty()
        && senses(column).stream()
            .anyMatch(
                s -> s.proof() && (s.field() == Field.PAYER_NAME || s.field() == Field.PAYER));
  }

  /// Whether banks have such a column, and no acquirer: no fee, no number of the merchant's.
  private boolean isBanks(int column) {
    return !senses(column).isEmpty() && !has(column, Field.FEE) && !has(column, Field.REFERENCE);
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
