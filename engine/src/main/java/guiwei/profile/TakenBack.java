package guiwei.profile;

import guiwei.money.Decimals;
import guiwei.table.Cells;
import guiwei.table.Channel;
import guiwei.table.Num;
import guiwei.table.Row;
import guiwei.table.Side;
import guiwei.table.State;
import guiwei.table.Text;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row of a list of orders that takes back what another row sold: a return at a counter, a
/// cancelled registration. It has a negative amount, or names the order that it is of. Such a row
/// is no order: it promises the money back on the one that it is of.
final class TakenBack {
  private final int order;
  private final boolean inParts;
  private final Scratch scratch = new Scratch();

  TakenBack(Bound bound) {
    this.order = bound.profile().origin().side() == Side.ORDER ? bound.index(Field.ORDER) : -1;
    this.inParts = bound.index(Field.PART) >= 0 || bound.index(Field.ITEM) >= 0;
  }

  /// Turns such a row into the promise of a refund; leaves every other as it is.
  void read(Cells cells, Row row) {
    if (inParts || !row.has(Num.AMOUNT) || !row.has(Text.ID) || row.figure(Num.AMOUNT) == 0) {
      return;
    }
    boolean negative = row.figure(Num.AMOUNT) < 0;
    boolean given = row.state == State.REFUNDED || (negative && row.state == State.CANCELLED);
    if (isNamed(cells, row) && (negative || given)) {
      row.set(Text.ORIGINAL, row.from(Text.ID), row.to(Text.ID));
      row.set(Text.ID, cells.from[order], cells.to[order]);
      promise(row);
    } else if (negative && given) {
      // the same number as the order's, or that of an order in another list
      byte[] own =
          (row.epochSecond + "/" + row.figure(Num.AMOUNT)).getBytes(StandardCharsets.UTF_8);
      scratch.adopt(row);
      scratch.add(row, Text.ORIGINAL, own);
      promise(row);
    }
  }

  /// What was given back over the counter, no statement has to show.
  private static void promise(Row row) {
    boolean cash = row.channel == Channel.CASH;
    row.set(Num.PROMISED, cash ? 0 : Math.abs(row.figure(Num.AMOUNT)));
    row.set(Num.AMOUNT, Num.NONE);
    row.set(Num.PAID, Num.NONE);
    row.set(Num.DISCOUNT, Num.NONE);
    row.set(Num.DEPOSIT, Num.NONE);
    row.state = State.REFUNDED;
  }

  /// Whether the row names an order other than itself.
  private boolean isNamed(Cells cells, Row row) {
    return order >= 0
        && order < cells.count
        && cells.from[order] < cells.to[order]
        && !Arrays.equals(
            cells.bytes,
            cells.from[order],
            cells.to[order],
            row.bytes,
            row.from(Text.ID),
            row.to(Text.ID));
  }

  /// Whether a row that a header was seen above is one, as far as its cells tell.
  ///
  /// @param order the column that names the order, null without one
  static boolean is(
      List<String> row, int amount, @Nullable Integer state, @Nullable Integer order) {
    String said = amount < row.size() ? row.get(amount) : "";
    long figure = Decimals.parse(said, 2);
    if (figure == Decimals.UNREADABLE || figure >= 0) {
      return false;
    }
    boolean named = order != null && order < row.size() && !row.get(order).isEmpty();
    State word =
        state == null || state >= row.size()
            ? null
            : Vocabulary.orderState().apply(Words.plain(row.get(state)));
    return named || word == State.REFUNDED || word == State.CANCELLED;
  }
}
