package guiwei.profile;

import guiwei.table.Row;
import guiwei.table.Times;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// Which columns of times an order is read from: the one that its headings speak for, unless that
/// tells days and another tells the hours of the same days, and one more for the rows without it.
final class OrderTimes {
  private static final int DAY = 86_400;

  private final List<Shape> shapes;
  private final List<List<String>> body;
  private final Times times = new Times(ZoneOffset.UTC, Times.Order.YEAR_FIRST);

  OrderTimes(List<Shape> shapes, List<List<String>> body) {
    this.shapes = shapes;
    this.body = body;
  }

  /// The columns in the order in which a row is asked for its time.
  ///
  /// @param columns that may be the time, the most telling first
  List<Integer> of(List<Integer> columns) {
    int first = columns.getFirst();
    if (days(first)) {
      first =
          columns.stream().filter(c -> tellsHours(columns.getFirst(), c)).findFirst().orElse(first);
    }
    List<Integer> all = new ArrayList<>(List.of(first));
    if (gaps(first)) {
      int chosen = first;
      columns.stream()
          .filter(c -> c != chosen && !gaps(c) && shapes.get(c).allMoments())
          .findFirst()
          .ifPresent(all::add);
    }
    return all;
  }

  private boolean days(int column) {
    return shapes.get(column).filled() > 0
        && shapes.get(column).days() == shapes.get(column).filled();
  }

  private boolean gaps(int column) {
    return shapes.get(column).filled() < body.size();
  }

  /// Whether the column tells the hour of nine in ten of these days.
  private boolean tellsHours(int dayColumn, int column) {
    if (shapes.get(column).days() > 0) {
      return false;
    }
    int told = 0;
    int same = 0;
    for (List<String> row : body) {
      long day = day(row, dayColumn);
      long other = day(row, column);
      if (day != Long.MIN_VALUE && other != Long.MIN_VALUE) {
        told++;
        same += day == other ? 1 : 0;
      }
    }
    return told * 2 > body.size() && same * 10 >= told * 9;
  }

  private long day(List<String> row, int column) {
    Row read = new Row();
    byte[] written = (column < row.size() ? row.get(column) : "").getBytes(StandardCharsets.UTF_8);
    boolean moment = written.length > 0 && times.read(read, written, 0, written.length);
    return moment ? Math.floorDiv(read.epochSecond, DAY) : Long.MIN_VALUE;
  }
}
