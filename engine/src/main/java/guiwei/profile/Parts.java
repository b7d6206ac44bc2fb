package guiwei.profile;

import guiwei.table.BadRow;
import guiwei.table.Num;
import guiwei.table.Row;
import guiwei.table.RowSink;
import guiwei.table.State;
import guiwei.table.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Makes one row of the rows that an order has for the things in it, which follow each other. Where
/// they have an amount each, what they come to is what is due; the first tells all else.
final class Parts implements RowSink {
  private static final Num[] ADDED = {Num.AMOUNT, Num.DISCOUNT, Num.PAID, Num.PROMISED};

  private final Watch watch;
  private final boolean added;
  private final Row order = new Row();
  private final List<BadRow> bad = new ArrayList<>();
  private Scratch scratch = new Scratch();
  private int parts;

  Parts(Fit fit, Watch watch) {
    this.watch = watch;
    this.added = fit.bound().index(Field.PART) >= 0;
  }

  @Override
  public void row(Row row) {
    if (parts > 0 && sameOrder(row)) {
      add(row);
    } else {
      end();
      order.take(row);
      scratch = new Scratch();
      scratch.adopt(order);
    }
    parts++;
  }

  @Override
  public void bad(BadRow row) {
    bad.add(row);
  }

  /// Passes the last order on.
  void end() {
    if (parts > 0) {
      watch.row(order);
    }
    for (int part = 1; part < parts; part++) {
      watch.skip();
    }
    bad.forEach(watch::bad);
    bad.clear();
    parts = 0;
  }

  private boolean sameOrder(Row row) {
    return row.currency == order.currency
        && Arrays.equals(
            row.bytes,
            row.from(Text.ID),
            row.to(Text.ID),
            order.bytes,
            order.from(Text.ID),
            order.to(Text.ID));
  }

  private void add(Row row) {
    for (Num num : ADDED) {
      if (added && row.has(num)) {
        order.set(num, row.figure(num) + (order.has(num) ? order.figure(num) : 0));
      }
    }
    // a thing that was sent back cancels no order
    if (order.state == State.CANCELLED || order.state == State.REFUNDED) {
      order.state = row.state;
    }
  }
}
