package guiwei.statement;

import guiwei.table.Book;
import guiwei.table.Channel;
import guiwei.table.Currencies;
import guiwei.table.LineKind;
import guiwei.table.Num;
import guiwei.table.Row;
import guiwei.table.Side;
import guiwei.table.State;
import guiwei.table.Text;
import guiwei.table.Times;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// One row kept: a fact of a statement, or a line of the directory of stores and customers.
///
/// Amounts are in minor units of [#currency], signed from the merchant's side: money in is
/// positive. Texts are empty where the file has none.
public final class StatementLine {
  public final Side side;
  public final Channel channel;
  public final Book book;
  public final LineKind kind;
  public final State state;
  public final int currency;
  public final boolean hasTime;
  public final boolean dayOnly;
  public final long epochSecond;
  public final int offsetSeconds;
  public final long amountMinor;

  /// What moved on the account before the fee; the amount where the file does not say.
  public final long settledMinor;

  /// Thousandths of a minor unit; 0 where the file does not say.
  public final long feeMilli;

  /// Millionths, or [Num#NONE].
  public final long rateMicro;

  public final boolean hasFee;
  public final String id;
  public final String reference;
  public final String refundReference;
  public final String original;
  public final String account;
  public final String subAccount;
  public final String store;
  public final String terminal;
  public final String trace;
  public final String payer;
  public final String payerName;
  public final String bank;
  public final String remark;
  public final String goods;
  public final String type;
  public final String list;

  /// What the batch is called that the line stands for as a whole, a name a line.
  public final String batch;

  /// What the batch is called that the line is one of, a name a line.
  public final String partOf;

  public final long locator;

  public StatementLine(Row row) {
    side = row.side;
    channel = row.channel;
    book = row.book;
    kind = row.kind;
    state = row.state;
    currency = row.currency;
    hasTime = row.hasTime;
    dayOnly = row.dayOnly;
    epochSecond = row.epochSecond;
    offsetSeconds = row.offsetSeconds;
    amountMinor = row.has(Num.AMOUNT) ? row.figure(Num.AMOUNT) : 0;
    settledMinor = row.has(Num.SETTLED) ? row.figure(Num.SETTLED) : amountMinor;
    hasFee = row.has(Num.FEE_MILLI);
    feeMilli = hasFee ? row.figure(Num.FEE_MILLI) : 0;
    rateMicro = row.figure(Num.RATE_MICRO);
    reference = row.text(Text.REFERENCE);
    refundReference = row.text(Text.REFUND_REFERENCE);
    original = row.text(Text.ORIGINAL);
    account = row.sharedText(Text.ACCOUNT);
    subAccount = row.sharedText(Text.SUB_ACCOUNT);
    store = row.sharedText(Text.STORE);
    terminal = row.sharedText(Text.TERMINAL);
    trace = row.text(Text.TRACE);
    id = row.has(Text.ID) || trace.isEmpty() ? row.text(Text.ID) : printed();
    payer = row.text(Text.PAYER);
    payerName = row.text(Text.PAYER_NAME);
    bank = row.sharedText(Text.BANK);
    remark = row.text(Text.REMARK);
    goods = row.sharedText(Text.GOODS);
    type = row.sharedText(Text.TYPE);
    list = row.text(Text.LIST);
    batch = row.text(Text.BATCH);
    partOf = row.text(Text.PART_OF);
    locator = row.locator;
  }

  /// How a line that has only a terminal's trace is named: `terminal-yyyyMMdd-trace`.
  private String printed() {
    String day = "";
    if (hasTime) {
      long local = Math.floorDiv(epochSecond + offsetSeconds, 86_400L);
      LocalDate date = LocalDate.ofEpochDay(local);
      // the digits of yyyyMMdd: a formatter costs more than the rest of the line
      day = "" + (date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth());
    }
    return terminal + "-" + day + "-" + trace;
  }

  /// The moment with the offset of the file's zone, or null where the file has none.
  public @Nullable OffsetDateTime time() {
    return Times.at(hasTime, epochSecond, offsetSeconds);
  }

  public String currencyCode() {
    return Currencies.code(currency);
  }
}
