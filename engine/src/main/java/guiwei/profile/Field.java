package guiwei.profile;

import guiwei.table.Num;
import guiwei.table.Text;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a column may mean, as profiles name it under `columns:`.
enum Field {
  ID(Text.ID),
  REFERENCE(Text.REFERENCE),
  REFUND_REFERENCE(Text.REFUND_REFERENCE),
  ORIGINAL(Text.ORIGINAL),
  ACCOUNT(Text.ACCOUNT),
  SUB_ACCOUNT(Text.SUB_ACCOUNT),
  STORE(Text.STORE),
  TERMINAL(Text.TERMINAL),
  TRACE(Text.TRACE),
  PAYER(Text.PAYER),
  PAYER_NAME(Text.PAYER_NAME),
  BANK(Text.BANK),
  REMARK(Text.REMARK),
  GOODS(Text.GOODS),
  CUSTOMER(Text.CUSTOMER),
  PHONE(Text.PHONE),
  EMAIL(Text.EMAIL),
  COMPANY(Text.COMPANY),
  CHANNEL(Text.CHANNEL),
  TYPE(Text.TYPE),
  STATE(Text.STATE),
  CURRENCY(Text.CURRENCY),
  LIST(Text.LIST),
  AMOUNT(Num.AMOUNT),
  /// Money in, where a statement has a column for each direction.
  IN(Num.AMOUNT),
  /// Money out, written without or with its sign.
  OUT(Num.AMOUNT),
  SETTLED(Num.SETTLED),
  FEE(Num.FEE_MILLI),
  BALANCE(Num.BALANCE),
  PROMISED(Num.PROMISED),
  DISCOUNT(Num.DISCOUNT),
  PAID(Num.PAID),
  DEPOSIT(Num.DEPOSIT),
  /// A word that says whether the amount came in or went out.
  DIRECTION,
  /// The merchant order number that a refund belongs to, where its own number stands in
  /// [#REFERENCE].
  ORDER,
  /// Whether an order is cancelled, beside the column that tells whether it is paid.
  CANCELLED,
  /// What of an order was paid by which means: a column of amounts for each, headed by its name,
  /// or one that lists them with their amounts.
  MEANS,
  /// The number of one thing in an order that has a row, and an amount, for each: the rows of one
  /// order are one, their amounts added up.
  PART,
  /// The number of one thing in an order that has a row for each, with the order's amounts in all
  /// of them: the rows of one order are one.
  ITEM,
  /// What a late payer owes on top of the amount due.
  SURCHARGE,
  /// The rate of the fee, as the row prints it.
  RATE,
  /// When an order was paid: it says so where the state leaves that open.
  PAID_AT,
  /// A date, with or without the time of day.
  TIME,
  /// A time of day, where it stands apart from its date.
  CLOCK;

  private static final Field[] ALL = values();

  private final @Nullable Text text;
  private final @Nullable Num num;

  Field() {
    this.text = null;
    this.num = null;
  }

  Field(Text text) {
    this.text = text;
    this.num = null;
  }

  Field(Num num) {
    this.text = null;
    this.num = num;
  }

  @Nullable Text text() {
    return text;
  }

  @Nullable Num num() {
    return num;
  }

  /// How profiles write it.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static @Nullable Field of(String word) {
    for (Field field : ALL) {
      if (field.word().equals(word)) {
        return field;
      }
    }
    return null;
  }
}
