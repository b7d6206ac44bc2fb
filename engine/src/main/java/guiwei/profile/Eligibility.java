package guiwei.profile;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/// Whether the columns that were found make a table of their kind, and nothing says that it is of
/// another.
record Eligibility(Draft draft) {
  boolean holds() {
    Set<Field> wanted = draft.table.obligatory();
    if (draft.table == Table.BANK) {
      boolean two = draft.chosen.containsKey(Field.IN) && draft.chosen.containsKey(Field.OUT);
      PlainBank plain = new PlainBank(draft);
      boolean proof = two || draft.chosen.containsKey(Field.BALANCE) || plain.holds();
      if (two || plain.isOfReceipts()) {
        wanted.remove(Field.AMOUNT);
      }
      if (two && isChannelsAccount()) {
        return false;
      }
      return proof && draft.chosen.keySet().containsAll(wanted);
    }
    if (draft.table == Table.ORDER
        && (says(Table.TRADE, Field.DIRECTION, draft::directed)
            || new PlainBank(draft).holds()
            || new PlainTrades(draft).holds())) {
      // what is owed only comes in: rows that say in or out are of an account
      return false;
    }
    if (draft.table == Table.STORE || draft.table == Table.CUSTOMER) {
      if (isOwed() || says(Table.TRADE, Field.AMOUNT, this::filledAmounts)) {
        return false;
      }
      Set<Field> one =
          draft.table == Table.STORE
              ? EnumSet.of(Field.ACCOUNT, Field.TERMINAL)
              : EnumSet.of(Field.PHONE, Field.PAYER_NAME, Field.PAYER);
      return draft.chosen.containsKey(Field.ID)
          && (one.stream().anyMatch(draft.chosen::containsKey) || isNamedStores());
    }
    if (draft.table == Table.PROMISE
        && (!draft.isProved() || says(Table.ORDER, Field.AMOUNT, this::mayBeDue))) {
      return false;
    }
    if (draft.table == Table.TRADE
        && draft.chosen.containsKey(Field.IN)
        && draft.chosen.containsKey(Field.OUT)) {
      wanted.remove(Field.AMOUNT);
    }
    boolean proved =
        draft.table != Table.TRADE || draft.isProved() || draft.chosen.containsKey(Field.REFERENCE);
    return proved && draft.chosen.keySet().containsAll(wanted);
  }

  /// Whether money in and out is that of an account at a channel: nothing tells a balance or who
  /// paid, as banks do, and fees stand beside the numbers of trades.
  private boolean isChannelsAccount() {
    boolean banks =
        draft.chosen.containsKey(Field.BALANCE)
            || draft.chosen.containsKey(Field.PAYER)
            || draft.chosen.containsKey(Field.PAYER_NAME);
    return !banks
        && says(Table.TRADE, Field.FEE, this::filledAmounts)
        && says(Table.TRADE, Field.ID, column -> draft.shapes.get(column).filled() > 0);
  }

  /// Whether each row has a store's number and name, and no column is of anything but stores.
  private boolean isNamedStores() {
    Integer number = draft.chosen.get(Field.ID);
    return draft.table == Table.STORE
        && number != null
        && draft.chosen.containsKey(Field.STORE)
        && heads(Table.ORDER, Field.STORE, draft.figures.plain(number))
        && draft.shapes.get(number).distinct() == draft.body.size()
        && draft.figures.columns().noneMatch(this::unknownHere);
  }

  /// Whether it rather lists orders: amounts with their currencies or moments, or numbers that only
  /// orders have beside what is told of orders alone.
  private boolean isOwed() {
    boolean moments = says(Table.ORDER, Field.TIME, this::filledMoments);
    boolean amounts = says(Table.ORDER, Field.AMOUNT, this::filledAmounts);
    boolean currencies = says(Table.ORDER, Field.CURRENCY, this::allCurrencies);
    boolean numbers = says(Table.ORDER, Field.ID, this::unknownHere);
    return (amounts && (currencies || moments))
        || (numbers && moments && (provesOrders() || showsMoney()));
  }

  private boolean unknownHere(int column) {
    return draft.shapes.get(column).filled() > 0
        && Dictionary.shipped().senses(draft.table, draft.figures.plain(column)).isEmpty();
  }

  /// Whether a column that is known here for nothing holds amounts with decimals.
  private boolean showsMoney() {
    return draft
        .figures
        .columns()
        .filter(this::unknownHere)
        .anyMatch(column -> filledAmounts(column) && draft.shapes.get(column).decimals() > 0);
  }

  private boolean provesOrders() {
    return draft
        .figures
        .columns()
        .mapToObj(column -> Dictionary.shipped().senses(Table.ORDER, draft.figures.plain(column)))
        .flatMap(List::stream)
        .anyMatch(sense -> sense.proof() && sense.field() != Field.CUSTOMER);
  }

  /// Whether a column is headed like this field of another kind of draft.table and its values
  // agree.
  private boolean says(Table other, Field field, IntPredicate column) {
    return draft
        .figures
        .columns()
        .filter(c -> heads(other, field, draft.figures.plain(c)))
        .anyMatch(column);
  }

  private static boolean heads(Table other, Field field, String plain) {
    return Dictionary.shipped().senses(other, plain).stream()
        .anyMatch(sense -> sense.field() == field);
  }

  /// Whether the column may tell what is due, and is no refund.
  private boolean mayBeDue(int column) {
    Integer promised = draft.chosen.get(Field.PROMISED);
    return filledAmounts(column) && (promised == null || promised != column);
  }

  private boolean filledAmounts(int column) {
    return draft.shapes.get(column).filled() > 0 && draft.shapes.get(column).allAmounts();
  }

  private boolean filledMoments(int column) {
    return draft.shapes.get(column).filled() > 0 && draft.shapes.get(column).allMoments();
  }

  private boolean allCurrencies(int column) {
    return draft.shapes.get(column).filled() > 0
        && draft.shapes.get(column).currencies() == draft.shapes.get(column).filled();
  }
}
