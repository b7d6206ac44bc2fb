package guiwei.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that happened to money, before it is written the way its channel writes it. Its
/// number is given when the day closes, in the order of time.
final class Line {
  final Way way;
  final Doing doing;
  final long at;
  /// What the payer's order came to, unsigned.
  final long amount;
  Store store;
  @Nullable Till till;
  /// The bank account it went through, for lines of a bank.
  @Nullable BankBook book;

  String currency = "CNY";
  /// The channel's own coupon: part of the amount, not of what is settled.
  long coupon;
  /// What the channel took, signed: plus costs the merchant.
  long fee;
  /// The customer who paid, -1 for somebody unknown.
  int payer = -1;
  /// Which of the payer's cards or accounts.
  int instrument;
  /// The payer's name where it is not the customer's own.
  String payerName = "";
  /// The account on the other side where it is no customer's.
  String counterAccount = "";
  List<Order> named = List.of();
  Quote quote = Quote.NONE;
  int variant;
  /// The payment that this line undoes.
  @Nullable Line original;
  /// Not yet done when the statement was made.
  boolean pending;

  /// Whether the channel's trade bill has it.
  boolean traded = true;
  /// Whether the channel's fund bill has it.
  boolean booked = true;
  /// The fee that the fund bill takes where it is another.
  long bookedFee = Long.MIN_VALUE;

  String words = "";
  /// Nothing in the files tells this line from another, or its order from another.
  boolean twin;

  String what = "match";
  String subtype = "";
  String id = "";
  String refundNumber = "";
  /// The merchant's order number as the channel shows it.
  String reference = "";
  int trace;
  /// The channel that pays out, and how much it says it does.
  @Nullable Way from;
  long declared;

  Line(Way way, Doing doing, long at, long amount, Store store) {
    this.way = way;
    this.doing = doing;
    this.at = at;
    this.amount = amount;
    this.store = store;
  }

  long settled() {
    return amount - coupon;
  }

  /// What the account at the channel pays for the line.
  long feeTaken() {
    return bookedFee == Long.MIN_VALUE ? fee : bookedFee;
  }

  String id() {
    if (id.isEmpty()) {
      throw new IllegalStateException("a line at " + at + " is named before its day closed");
    }
    return id;
  }
}
