package guiwei.profile;

import java.util.regex.Pattern;

/// Whether a table is a channel's list of trades though nothing in it is of acquirers alone: it
/// has the channel's number beside what a channel calls the merchant's, and no heading of orders.
record PlainTrades(Draft draft, Columns columns) {
  private static final Pattern MERCHANTS =
      Pattern.compile("(商户|商家|外部|接入方).+|out(trade|order)no|(merchant|mch|mer).+");

  PlainTrades(Draft draft) {
    this(draft, new Columns(draft, Table.TRADE));
  }

  boolean holds() {
    return columns.any(this::isMerchants)
        && columns.any(c -> !isMerchants(c) && isOwnNumber(c))
        && columns.any(c -> columns.has(c, Field.TIME))
        && columns.any(c -> columns.has(c, Field.AMOUNT))
        && columns.all(this::isChannels);
  }

  private boolean isMerchants(int column) {
    return columns.has(column, Field.REFERENCE)
        && MERCHANTS.matcher(draft.figures.plain(column)).matches();
  }

  /// Whether each trade has a number there.
  private boolean isOwnNumber(int column) {
    Shape shape = draft.shapes.get(column);
    return columns.has(column, Field.ID)
        && shape.filled() == draft.body.size()
        && shape.distinct() == shape.filled();
  }

  /// Whether channels have such a column, and no list of orders alone.
  private boolean isChannels(int column) {
    String plain = draft.figures.plain(column);
    boolean proof =
        Dictionary.shipped().senses(Table.ORDER, plain).stream()
            .anyMatch(s -> s.proof() && s.field() != Field.CUSTOMER && s.field() != Field.STATE);
    return !columns.senses(column).isEmpty()
        && !proof
        && (!columns.has(column, Field.STATE) || isState(column));
  }

  /// Whether its words are those of trades: what waits to be paid is an order.
  private boolean isState(int column) {
    return draft.body.stream()
        .filter(row -> !draft.figures.isEmpty(row, column))
        .allMatch(row -> Vocabulary.lineState().apply(Words.plain(row.get(column))) != null);
  }
}
