package guiwei.table;

import java.time.ZoneId;
import java.util.List;

/// How the columns of a record become a [Row]: which column is what, then the layout's own rules.
///
/// Built once per file from its header. [#copy] gives each thread its own.
public final class Mapping {
  /// One column of the file that means something to us.
  public sealed interface Column {
    int index();

    /// The heading as the file writes it, for messages.
    String heading();

    /// A text, taken as it stands.
    record Words(int index, String heading, Text text) implements Column {}

    /// An exact amount: `scale` decimals make one unit of the figure.
    record Figure(int index, String heading, Num num, int scale, boolean required)
        implements Column {}

    /// A date with or without a time.
    record Moment(int index, String heading, boolean required) implements Column {}

    /// A time of day that belongs to the date in another column before it.
    record TimeOfDay(int index, String heading) implements Column {}

    /// A column whose plain sum the file declares: added up exactly in units of `10^-scale`.
    record Summed(int index, String heading, int slot, int scale) implements Column {}
  }

  /// The layout's own rules for one row: its kind, state and signs.
  @FunctionalInterface
  public interface Refiner {
    /// Finishes the row; answers what is wrong with it, or null.
    BadRow.@org.jspecify.annotations.Nullable Problem refine(Cells cells, Row row);
  }

  /// What every row of the file has in common.
  public record Defaults(Side side, Channel channel, Book book, int currency) {}

  private final List<Column> columns;
  private final Column[] steps;
  private final Defaults defaults;
  private final ZoneId zone;
  private final Times.Order order;
  private final Refiner refiner;
  private final byte lead;
  private final Times times;
  private int failed;

  public Mapping(
      List<Column> columns,
      Defaults defaults,
      ZoneId zone,
      Times.Order order,
      byte lead,
      Refiner refiner) {
    this.columns = List.copyOf(columns);
    this.steps = columns.toArray(new Column[0]);
    this.defaults = defaults;
    this.zone = zone;
    this.order = order;
    this.lead = lead;
    this.refiner = refiner;
    this.times = new Times(zone, order);
  }

  /// The same mapping with its own working state, for another thread.
  public Mapping copy() {
    return new Mapping(columns, defaults, zone, order, lead, refiner);
  }

  public Defaults defaults() {
    return defaults;
  }

  /// Turns a record into a row and adds it to the tally.
  ///
  /// @return what is wrong with the record, or null; [#failedColumn] then names the column
  public BadRow.@org.jspecify.annotations.Nullable Problem apply(
      Cells cells, Row row, Tally tally) {
    row.clear();
    row.bytes = cells.bytes;
    row.charset = cells.charset;
    row.side = defaults.side;
    row.channel = defaults.channel;
    row.book = defaults.book;
    row.currency = defaults.currency;
    for (int i = 0; i < cells.count; i++) {
      cells.trim(i, lead);
    }
    failed = -1;
    for (Column step : steps) {
      BadRow.Problem problem = take(step, cells, row, tally);
      if (problem != null) {
        failed = step.index();
        return problem;
      }
    }
    BadRow.Problem problem = refiner.refine(cells, row);
    if (problem == null) {
      tally.add(row);
    }
    return problem;
  }

  private BadRow.@org.jspecify.annotations.Nullable Problem take(
      Column step, Cells cells, Row row, Tally tally) {
    int index = step.index();
    int from = index < cells.count ? cells.from[index] : 0;
    int to = index < cells.count ? cells.to[index] : 0;
    switch (step) {
      case Column.Words words -> row.set(words.text, from, to);
      case Column.Figure figure -> {
        if (from == to) {
          return figure.required ? BadRow.Problem.MISSING : null;
        }
        long value = guiwei.money.Decimals.parse(cells.bytes, from, to, figure.scale);
        if (value == guiwei.money.Decimals.UNREADABLE) {
          return BadRow.Problem.AMOUNT;
        }
        row.set(figure.num, value);
      }
      case Column.Moment moment -> {
        if (from == to) {
          return moment.required ? BadRow.Problem.MISSING : null;
        }
        if (!times.read(row, cells.bytes, from, to)) {
          return BadRow.Problem.TIME;
        }
      }
      case Column.TimeOfDay time -> {
        if (from != to && !times.addTimeOfDay(row, cells.bytes, from, to)) {
          return BadRow.Problem.TIME;
        }
      }
      case Column.Summed summed -> {
        long value =
            from == to ? 0 : guiwei.money.Decimals.parse(cells.bytes, from, to, summed.scale);
        if (value == guiwei.money.Decimals.UNREADABLE) {
          return BadRow.Problem.AMOUNT;
        }
        tally.addRaw(summed.slot, value);
      }
    }
    return null;
  }

  /// The index of the column that [#apply] could not read, or -1 when the row as a whole is wrong.
  public int failedColumn() {
    return failed;
  }

  /// The heading of the column that could not be read.
  public String failedHeading() {
    for (Column column : columns) {
      if (column.index() == failed) {
        return column.heading();
      }
    }
    return "";
  }
}
