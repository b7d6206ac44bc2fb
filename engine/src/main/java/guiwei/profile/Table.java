package guiwei.profile;

import guiwei.table.Book;
import guiwei.table.Channel;
import guiwei.table.Side;
import java.util.EnumSet;
import java.util.Set;

/// The kinds of table that a profile can be proposed for.
enum Table {
  ORDER(Side.ORDER, Book.TRADE, Channel.OTHER, EnumSet.of(Field.ID, Field.AMOUNT)),
  /// What was promised back on orders that other files tell of.
  PROMISE(
      Side.ORDER,
      Book.TRADE,
      Channel.OTHER,
      EnumSet.of(Field.ID, Field.ORIGINAL, Field.PROMISED, Field.STATE)),
  JOURNAL(
      Side.LINE,
      Book.JOURNAL,
      Channel.POS,
      EnumSet.of(Field.TERMINAL, Field.TRACE, Field.TIME, Field.AMOUNT)),
  TRADE(Side.LINE, Book.TRADE, Channel.OTHER, EnumSet.of(Field.ID, Field.TIME, Field.AMOUNT)),
  /// The amount may also stand in two columns.
  BANK(Side.LINE, Book.BANK, Channel.BANK, EnumSet.of(Field.TIME, Field.AMOUNT)),
  STORE(Side.STORE, Book.TRADE, Channel.OTHER, EnumSet.of(Field.ID)),
  CUSTOMER(Side.CUSTOMER, Book.TRADE, Channel.OTHER, EnumSet.of(Field.ID));

  final Side side;
  final Book book;
  final Channel channel;

  @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody changes
  private final Set<Field> obligatory;

  Table(Side side, Book book, Channel channel, Set<Field> obligatory) {
    this.side = side;
    this.book = book;
    this.channel = channel;
    this.obligatory = obligatory;
  }

  /// The fields without which rows of this kind mean nothing.
  Set<Field> obligatory() {
    return EnumSet.copyOf(obligatory);
  }

  /// How a row without a number of its own is named.
  String recipe() {
    return switch (this) {
      case JOURNAL -> "{terminal}-{date}-{trace}";
      case BANK -> Recipe.FACTS_WORD;
      case ORDER, PROMISE, TRADE, STORE, CUSTOMER -> "";
    };
  }
}
