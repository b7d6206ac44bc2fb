package guiwei.profile;

import guiwei.table.BadRow;
import guiwei.table.Hash;
import guiwei.table.Num;
import guiwei.table.RefusedFile;
import guiwei.table.Row;
import guiwei.table.RowSink;
import guiwei.table.State;
import guiwei.table.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes one row of the rows that an order has for the things in it, which follow each other. Where
/// they have an amount each, what they come to is what is due; the first tells all else. A file in
/// which such rows stand apart is refused: they would be taken for another record of the order.
final class Parts implements RowSink {
  private static final Num[] ADDED = {Num.AMOUNT, Num.DISCOUNT, Num.PAID, Num.PROMISED};

  private final Watch watch;
  private final boolean added;
  /// Hashes of the orders that have ended: two in a million orders are alike once in 37 million
  // files.
  private final Set<Long> ended = new HashSet<>();
  private final Row order = new Row();
  private final List<BadRow> bad = new ArrayList<>();
  private Scratch scratch = new Scratch();
  private int parts;
  private long rows;
  private @Nullable RefusedFile apart;

  Parts(Fit fit, Watch watch) {
    this.watch = watch;
    this.added = fit.bound().index(Field.PART) >= 0;
  }

  @Override
  public void row(Row row) {
    rows++;
    if (parts > 0 && sameOrder(row)) {
      add(row);
    } else {
      pass();
      order.take(row);
      scratch = new Scratch();
      scratch.adopt(order);
      if (added && apart == null && ended.contains(key(order))) {
        apart = new RefusedFile(RefusedFile.Problem.SCATTERED, detail());
      }
    }
    parts++;
  }

  @Override
  public void bad(BadRow row) {
    rows++;
    bad.add(row);
  }

  /// Passes the last order on.
  ///
  /// @throws RefusedFile if rows of one order do not follow each other
  void end() throws RefusedFile {
    pass();
    if (apart != null) {
      throw apart;
    }
  }

  private void pass() {
    if (parts > 0) {
      watch.row(order);
      if (added) {
        ended.add(key(order));
      }
    }
    for (int part = 1; part < parts; part++) {
      watch.skip();
    }
    bad.forEach(watch::bad);
    bad.clear();
    parts = 0;
  }

  private String detail() {
    return "row "
        + rows
        + " below its headings is of order “"
        + order.text(Text.ID)
        + "”, whose other rows stand before those of other orders";
  }

  private static long key(Row row) {
    return Hash.mix(Hash.of(row.bytes, row.from(Text.ID), row.to(Text.ID)), row.currency);
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
