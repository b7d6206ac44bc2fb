package guiwei.order;

import guiwei.table.Channel;
import guiwei.table.Currencies;
import guiwei.table.Num;
import guiwei.table.Row;
import guiwei.table.State;
import guiwei.table.Text;
import guiwei.table.Times;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// What a customer owes. Amounts are in minor units of [#currency].
public final class Order {
  /// Amounts are rounded to tens, ones or tenths of a yuan.
  private static final long LARGEST_UNIT = 1000;

  private static final long SMALLEST_UNIT = 10;

  public final String number;

  /// What the customer owes: the amount of the order, less a discount where the books say beside
  /// it that the rest was received.
  public final long dueMinor;

  /// The amount of the order before that discount: what channels that give the discount
  /// themselves print.
  public final long listMinor;

  public final int currency;
  public final State state;
  public final boolean hasTime;
  public final boolean dayOnly;
  public final long epochSecond;
  public final int offsetSeconds;
  public final String store;
  public final String terminal;
  public final String customer;
  public final String customerName;
  public final String phone;
  public final Channel channel;
  public final String channelWord;
  public final String remark;

  /// The number of its payment as the books tell it: the channel's own, or the one that was sent
  /// to the channel; empty if they do not. Several stand beside each other.
  public final String payment;

  /// What was to be paid ahead of the rest; 0 where the books do not say.
  public final long depositMinor;

  /// What the books themselves give up of the amount due, positive; 0 for none.
  public final long waivedMinor;

  /// What a till asks for: the amount due, less its odd end where the books round it off.
  public final long askedMinor;

  /// Whether the row only tells of a refund, by the number of [#payment], that was promised on an
  /// order of which another row tells.
  public final boolean isPromise;

  public final long locator;

  private long promised;

  public Order(Row row) {
    number = row.text(Text.ID);
    listMinor = row.has(Num.AMOUNT) ? row.figure(Num.AMOUNT) : 0;
    dueMinor = isReduced(row) ? row.figure(Num.PAID) : listMinor;
    currency = row.currency;
    state = row.state;
    hasTime = row.hasTime;
    dayOnly = row.dayOnly;
    epochSecond = row.epochSecond;
    offsetSeconds = row.offsetSeconds;
    store = row.sharedText(Text.STORE);
    terminal = row.sharedText(Text.TERMINAL);
    customer = row.text(Text.CUSTOMER);
    customerName = row.text(Text.PAYER_NAME);
    phone = row.text(Text.PHONE);
    channel = row.channel;
    channelWord = row.sharedText(Text.CHANNEL);
    remark = row.text(Text.REMARK);
    payment = row.text(Text.ORIGINAL);
    promised = row.has(Num.PROMISED) ? Math.abs(row.figure(Num.PROMISED)) : 0;
    depositMinor = row.has(Num.DEPOSIT) ? Math.abs(row.figure(Num.DEPOSIT)) : 0;
    waivedMinor = dueMinor == listMinor ? waived(row) : 0;
    askedMinor = isOddEnd(dueMinor, waivedMinor) ? dueMinor - waivedMinor : dueMinor;
    isPromise = !row.has(Num.AMOUNT) && row.has(Num.PROMISED) && !payment.isEmpty();
    locator = row.locator;
  }

  private static boolean isReduced(Row row) {
    if (!row.has(Num.DISCOUNT) || !row.has(Num.AMOUNT) || !row.has(Num.PAID)) {
      return false;
    }
    long discount = Math.abs(row.figure(Num.DISCOUNT));
    long rest = row.figure(Num.AMOUNT) - discount;
    return discount > 0 && rest > 0 && row.figure(Num.PAID) == rest;
  }

  /// A discount that nothing is said beside counts where it is the odd end of the amount due: most
  /// books have taken other discounts off that amount already.
  private static long waived(Row row) {
    if (!row.has(Num.DISCOUNT) || !row.has(Num.AMOUNT) || row.has(Num.PAID)) {
      return 0;
    }
    long due = row.figure(Num.AMOUNT);
    long discount = Math.abs(row.figure(Num.DISCOUNT));
    return discount < due && isOddEnd(due, discount) ? discount : 0;
  }

  private static boolean isOddEnd(long due, long discount) {
    if (discount == 0) {
      return false;
    }
    for (long unit = LARGEST_UNIT; unit >= SMALLEST_UNIT; unit /= 10) {
      if ((due - discount) % unit == 0) {
        return due % unit == discount;
      }
    }
    return false;
  }

  /// A refund that was promised, positive; 0 for none.
  public long promisedMinor() {
    return promised;
  }

  /// Takes note that another list promised as much back, or more than this one.
  public void promise(long minor) {
    promised = Math.max(promised, minor);
  }

  /// The moment with the offset of the file's zone, or null where the file has none.
  public @Nullable OffsetDateTime time() {
    return Times.at(hasTime, epochSecond, offsetSeconds);
  }

  public String currencyCode() {
    return Currencies.code(currency);
  }
}
