package guiwei.reconcile;

import guiwei.number.Identifiers;
import guiwei.number.Numbers;
import guiwei.order.Order;
import guiwei.outcome.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An order of the rest while it is thought about.
final class Due {
  final Order order;

  /// Payments and refunds that name this order or were found to belong to it.
  final List<Paid> payments = new ArrayList<>(0);

  final List<Paid> refunds = new ArrayList<>(0);

  /// Lines that cancel each other out and belong to this order's story: matched together with
  /// it.
  final List<Paid> companions = new ArrayList<>(0);

  /// A discrepancy says why this order's own money may be elsewhere: no receipt is missing.
  boolean excused;

  /// A payment named this order when the pass began: see [Unpaid].
  boolean named;

  /// The first of the payments that it was matched with.
  @Nullable Paid paidBy;

  @Nullable Place place;

  /// What the parts of it came to that were matched so far, where they are not the whole.
  long receivedMinor;

  /// The order's number in plain spelling.
  final String plainNumber;

  /// What the customer gave on top of what is due, as the order's words tell.
  private final long tipMinor;

  private final String customer;

  Due(Order order) {
    this.order = order;
    this.plainNumber = Numbers.plain(order.number);
    this.tipMinor = Wording.tip(order.remark);
    String told = order.customer.isEmpty() ? order.customerName : order.customer;
    this.customer = told.isEmpty() ? Identifiers.plate(order.remark) : told;
  }

  /// Whose order it is: the customer's number, or the name where books have no numbers, or the
  /// plate of the car where they have neither; empty if they say nothing of it.
  String customer() {
    return customer;
  }

  /// Whether nothing but the plate of a car tells whose order it is.
  boolean isCars() {
    return order.customer.isEmpty() && order.customerName.isEmpty();
  }

  boolean placed() {
    return place != null;
  }

  long due() {
    return order.dueMinor;
  }

  long asked() {
    return order.askedMinor + tipMinor;
  }
}
