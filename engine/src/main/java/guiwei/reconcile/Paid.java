package guiwei.reconcile;

import guiwei.number.Numbers;
import guiwei.outcome.Place;
import guiwei.statement.StatementLine;
import guiwei.table.Book;
import guiwei.table.LineKind;
import guiwei.table.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A statement line of the rest while it is thought about.
final class Paid {
  final StatementLine line;

  /// The order it names, or was found to belong to.
  @Nullable Due due;

  /// The orders that it was matched with, if that is certain.
  List<Due> pays = List.of();

  /// The payment that this refund or void undoes.
  @Nullable Paid undone;

  /// The order that a number typed by hand names although the amount is another: a slip of the
  /// number or of the amount.
  @Nullable Due hint;

  /// Words say that a channel paid out what it had collected.
  boolean payout;

  /// Money that went out of a bank account to give something back.
  boolean returned;

  /// The refunds and voids of this payment.
  final List<Paid> backs = new ArrayList<>(0);

  /// What has been given back of this payment, positive.
  long givenBackMinor;

  @Nullable Place place;

  /// When the story began: the reservation of a completed payment, else the line itself.
  long since;

  /// The terminal where it began, which took the reservation perhaps.
  String till;

  /// Whether the error of its till's own clock is known and taken off.
  boolean timed;

  /// The moment by the statement's own clock, after the terminal's error has been taken off.
  long second;

  /// Customers whom the words name, once [Payers] looked.
  @Nullable Set<String> customers;

  /// The number of another line that it names; a terminal's own number of this line is none.
  String original;

  private @Nullable List<String> numbers;

  Paid(StatementLine line) {
    this.line = line;
    this.original = line.original;
    this.second = line.epochSecond;
    this.since = line.epochSecond;
    this.till = line.terminal;
  }

  /// Everything in the words beside it that may be an order's number.
  List<String> numbers() {
    List<String> found = numbers;
    if (found == null) {
      String words = words();
      found = Numbers.inRemark(words);
      List<String> marked = Numbers.marked(words);
      if (!marked.isEmpty()) {
        found = Stream.concat(found.stream(), marked.stream()).distinct().toList();
      }
      numbers = found;
    }
    return found;
  }

  /// The payment and what gave it back and has no other place.
  List<Paid> withBacks() {
    List<Paid> both = new ArrayList<>(List.of(this));
    backs.stream().filter(b -> !b.placed()).forEach(both::add);
    return both;
  }

  /// The orders that it pays for certain, or of which it gives money back.
  List<Due> concerns() {
    return pays.isEmpty() && undone != null ? undone.pays : pays;
  }

  /// What people wrote beside it; a bank has one column for short words and another for long ones.
  String words() {
    boolean more = line.book == Book.BANK && !line.remark.contains(line.type);
    return line.remark + " " + line.goods + (more ? " ; " + line.type : "");
  }

  /// When it happened at the latest: a line that tells only its day may be of that evening.
  long latest() {
    return line.dayOnly ? line.epochSecond + 86_399 : line.epochSecond;
  }

  boolean placed() {
    return place != null;
  }

  long amount() {
    return line.amountMinor;
  }

  /// Money that came in and stayed in.
  boolean isPayment() {
    return line.kind == LineKind.PAYMENT || line.kind == LineKind.PREAUTH_DONE;
  }

  /// A receipt: a payment, or whatever else a bank booked as money in (a payout, interest).
  boolean isReceipt() {
    return isPayment() || (line.book == Book.BANK && amount() > 0 && !isBack());
  }

  boolean isBack() {
    return line.kind == LineKind.REFUND || line.kind == LineKind.VOID || returned;
  }

  /// Whether money went back to a payer: accepted alone is not done.
  boolean hasGoneBack() {
    return isBack() && happened() && line.state != State.PENDING;
  }

  boolean happened() {
    return line.state != State.FAILED;
  }
}
