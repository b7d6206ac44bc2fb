package guiwei.table;

import guiwei.money.Decimals;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// How the columns of a record become a [Row]: which column is what, then the layout's own
/// rules.
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

    /// A text that every row of the file has in common and that stands outside of the rows,
    /// such as the account in the file's head. See [Mapping#constants].
    @SuppressWarnings("ArrayRecordComponent") // its owner never changes it
    record Constant(Text text, byte[] value) implements Column {
      @Override
      public int index() {
        return -1;
      }

      @Override
      public String heading() {
        return "";
      }
    }

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
    /// Finishes the row; answers what is wrong with it, or null, and names the field it is
    /// about with [Cells#blame].
    BadRow.@org.jspecify.annotations.Nullable Problem refine(Cells cells, Row row);

    /// Whether the record is no row of its own and goes on with the one above it.
    default boolean goesOn(Cells cells) {
      return false;
    }

    /// The columns that [#refine] looks at besides the mapped ones; null if it may look at any.
    /// Only these are stripped of blanks, so naming them saves time on wide files.
    default int @org.jspecify.annotations.Nullable [] reads() {
      return null;
    }

    /// Whether the file writes a comma before the decimals of its amounts.
    default boolean decimalComma() {
      return false;
    }

    /// The same rules for another thread; rules with working memory of their own give new ones.
    default Refiner copy() {
      return this;
    }
  }

  /// What every row of the file has in common.
  public record Defaults(Side side, Channel channel, Book book, int currency) {}

  // one step per column as plain numbers: a switch over the records costs three times as much
  private static final int WORDS = 0;
  private static final int FIGURE = 1;
  private static final int MOMENT = 2;
  private static final int TIME_OF_DAY = 3;
  private static final int SUMMED = 4;
  private static final int SAME_SUMMED = 5;
  private static final int CONSTANT = 6;
  private static final int MAX_CONSTANTS = 4096;

  // the numbers of payments and orders come first among the texts
  private static final int LAST_NUMBER = Text.ORIGINAL.ordinal();
  private static final int SHORTEST_ROUNDED = "2E+15".length();

  private final List<Column> columns;
  private final int[] action;
  private final int[] place;
  private final int[] target;
  private final int[] scale;
  private final boolean[] required;
  private final int[] summedFigure;
  private final int[] constantEnd;
  private final int[] wordPlace;
  private final int[] wordTarget;
  private final int[] others;
  private byte[] constants = {};
  private final int @org.jspecify.annotations.Nullable [] trimmed;
  private final Defaults defaults;
  private final ZoneId zone;
  private final Times.Order order;
  private final Refiner refiner;
  private final byte lead;
  private final boolean decimalComma;
  private final Times times;
  private int failed;
  private String refinedHeading = "";

  public Mapping(
      List<Column> columns,
      Defaults defaults,
      ZoneId zone,
      Times.Order order,
      byte lead,
      Refiner refiner) {
    this.columns = List.copyOf(columns);
    int count = columns.size();
    this.action = new int[count];
    this.place = new int[count];
    this.target = new int[count];
    this.scale = new int[count];
    this.required = new boolean[count];
    this.summedFigure = new int[count];
    this.constantEnd = new int[count];
    for (int i = 0; i < count; i++) {
      compile(i, columns.get(i));
    }
    if (constants.length > MAX_CONSTANTS) {
      throw new IllegalArgumentException("constants of " + constants.length + " bytes");
    }
    int[] words = steps(true);
    this.wordPlace = IntStream.of(words).map(step -> place[step]).toArray();
    this.wordTarget = IntStream.of(words).map(step -> target[step]).toArray();
    this.others = steps(false);
    int[] reads = refiner.reads();
    this.trimmed =
        reads == null
            ? null
            : IntStream.concat(IntStream.of(reads), IntStream.of(place))
                .filter(i -> i >= 0)
                .sorted()
                .distinct()
                .toArray();
    this.defaults = defaults;
    this.zone = zone;
    this.order = order;
    this.lead = lead;
    this.refiner = refiner;
    this.decimalComma = refiner.decimalComma();
    this.times = new Times(zone, order);
  }

  private int[] steps(boolean words) {
    return IntStream.range(0, action.length)
        .filter(step -> (action[step] == WORDS) == words)
        .toArray();
  }

  private void compile(int step, Column column) {
    place[step] = column.index() < 0 ? Integer.MAX_VALUE : column.index();
    switch (column) {
      case Column.Words words -> {
        action[step] = WORDS;
        target[step] = words.text.ordinal();
      }
      case Column.Constant constant -> {
        action[step] = CONSTANT;
        target[step] = constant.text.ordinal();
        scale[step] = constants.length;
        constantEnd[step] = constants.length + constant.value.length;
        constants = Arrays.copyOf(constants, constants.length + constant.value.length);
        System.arraycopy(constant.value, 0, constants, scale[step], constants.length - scale[step]);
      }
      case Column.Figure figure -> {
        action[step] = FIGURE;
        target[step] = figure.num.ordinal();
        scale[step] = figure.scale;
        required[step] = figure.required;
      }
      case Column.Moment moment -> {
        action[step] = MOMENT;
        required[step] = moment.required;
      }
      case Column.TimeOfDay time -> action[step] = TIME_OF_DAY;
      case Column.Summed summed -> {
        action[step] = SUMMED;
        target[step] = summed.slot;
        scale[step] = summed.scale;
        shareFigure(step);
      }
    }
  }

  /// A column that is both a figure and summed is read once, if no later column of the same
  /// meaning has taken the figure's place.
  private void shareFigure(int step) {
    for (int i = 0; i < step; i++) {
      if (action[i] != FIGURE) {
        continue;
      }
      if (place[i] == place[step] && scale[i] == scale[step]) {
        action[step] = SAME_SUMMED;
        summedFigure[step] = target[i];
      } else if (action[step] == SAME_SUMMED && target[i] == summedFigure[step]) {
        action[step] = SUMMED;
      }
    }
  }

  /// The same mapping with its own working state, for another thread.
  public Mapping copy() {
    return new Mapping(columns, defaults, zone, order, lead, refiner.copy());
  }

  /// The texts that all rows share, in the file's encoding. Whoever calls [#apply] with
  /// constants keeps these bytes at the very front of the cells' bytes: rows point at them
  /// there.
  byte[] constants() {
    return constants;
  }

  public Defaults defaults() {
    return defaults;
  }

  /// Whether the record is no row of its own and goes on with the one above it.
  public boolean goesOn(Cells cells) {
    return refiner.goesOn(cells);
  }

  /// How much a record holds of something: the table has no column of it, the cell is empty or
  /// cannot be read, or it was read.
  enum Held {
    NOWHERE,
    EMPTY,
    UNREAD,
    READ
  }

  /// What a record holds of what makes it a row. What cannot be read counts before what was, and
  /// that before what is empty.
  record Sketch(Held moment, Held figure) {}

  /// Looks at a record that may be no row.
  ///
  /// @param scratch is written over
  Sketch sketch(Cells cells, Row scratch) {
    trim(cells);
    scratch.clear();
    Held moment = Held.NOWHERE;
    Held figure = Held.NOWHERE;
    for (int step : others) {
      int index = place[step];
      boolean filled = index < cells.count && cells.from[index] < cells.to[index];
      if (action[step] == MOMENT) {
        boolean read =
            filled && times.read(scratch, cells.bytes, cells.from[index], cells.to[index]);
        moment = both(moment, filled, read);
      } else if (action[step] == FIGURE) {
        boolean read = filled && cells.amount(index, scale[step]) != Decimals.UNREADABLE;
        figure = both(figure, filled, read);
      }
    }
    return new Sketch(moment, figure);
  }

  private static Held both(Held before, boolean filled, boolean read) {
    if (before == Held.UNREAD || (filled && !read)) {
      return Held.UNREAD;
    }
    return read || before == Held.READ ? Held.READ : Held.EMPTY;
  }

  /// The column of the record's own number, -1 where it has none.
  int number(Cells cells) {
    for (int i = 0; i < wordPlace.length; i++) {
      if (wordTarget[i] == Text.ID.ordinal()) {
        int index = wordPlace[i];
        boolean filled = index >= 0 && index < cells.count && cells.from[index] < cells.to[index];
        return filled ? index : -1;
      }
    }
    return -1;
  }

  /// Whether the record is the header once more, as tables that were made for printing have it on
  /// every page.
  public boolean repeatsHeadings(Cells cells) {
    int same = 0;
    for (Column column : columns) {
      if (column.index() >= 0 && !cells.text(column.index()).equals(column.heading().strip())) {
        return false;
      }
      same += column.index() >= 0 ? 1 : 0;
    }
    return same > 1;
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
    cells.decimalComma = decimalComma;
    trim(cells);
    refinedHeading = "";
    failed = words(cells, row);
    if (failed >= 0) {
      return BadRow.Problem.ROUNDED;
    }
    for (int step : others) {
      BadRow.Problem problem = take(step, cells, row, tally);
      if (problem != null) {
        failed = place[step];
        return problem;
      }
    }
    cells.blame(-1, "");
    BadRow.Problem problem = refiner.refine(cells, row);
    if (problem == null) {
      tally.add(row);
    } else {
      failed = cells.blamed;
      refinedHeading = cells.blamedHeading;
    }
    return problem;
  }

  private void trim(Cells cells) {
    int count = cells.count;
    if (trimmed == null) {
      for (int i = 0; i < count; i++) {
        cells.trim(i, lead);
      }
      return;
    }
    for (int i : trimmed) {
      if (i < count) {
        cells.trim(i, lead);
      }
    }
  }

  /// The texts, in a loop of their own: two thirds of the steps of a trade bill.
  ///
  /// @return the column of a number that has lost its digits, or -1
  private int words(Cells cells, Row row) {
    int[] from = cells.from;
    int[] to = cells.to;
    int count = cells.count;
    for (int i = 0; i < wordPlace.length; i++) {
      int index = wordPlace[i];
      if (index < count) {
        row.setText(wordTarget[i], from[index], to[index]);
        if (wordTarget[i] <= LAST_NUMBER && isRounded(cells.bytes, from[index], to[index])) {
          return index;
        }
      }
    }
    return -1;
  }

  /// Whether a spreadsheet program has written a long number in short, as in `2.02603E+15`: what
  /// it left out cannot be had back, and numbers that were different are now the same.
  private static boolean isRounded(byte[] bytes, int from, int to) {
    if (to - from < SHORTEST_ROUNDED || bytes[to - 3] != '+' || bytes[to - 4] != 'E') {
      return false;
    }
    for (int i = from; i < to; i++) {
      boolean sign = i == to - 3 || i == to - 4 || (i == from + 1 && bytes[i] == '.');
      if (!sign && (bytes[i] < '0' || bytes[i] > '9')) {
        return false;
      }
    }
    return true;
  }

  private BadRow.@org.jspecify.annotations.Nullable Problem take(
      int step, Cells cells, Row row, Tally tally) {
    int index = place[step];
    int from = index < cells.count ? cells.from[index] : 0;
    int to = index < cells.count ? cells.to[index] : 0;
    switch (action[step]) {
      case CONSTANT -> row.setText(target[step], scale[step], constantEnd[step]);
      case FIGURE -> {
        if (from == to) {
          return required[step] ? BadRow.Problem.MISSING : null;
        }
        long value = cells.amount(index, scale[step]);
        if (value == Decimals.UNREADABLE) {
          return BadRow.Problem.AMOUNT;
        }
        row.setFigure(target[step], value);
      }
      case MOMENT -> {
        if (from == to) {
          return required[step] ? BadRow.Problem.MISSING : null;
        }
        if (!times.read(row, cells.bytes, from, to)) {
          return BadRow.Problem.TIME;
        }
      }
      case TIME_OF_DAY -> {
        if (from != to && !times.addTimeOfDay(row, cells.bytes, from, to)) {
          return BadRow.Problem.TIME;
        }
      }
      case SAME_SUMMED -> {
        long value = row.figure(summedFigure[step]);
        tally.addRaw(target[step], value == Num.NONE ? 0 : value);
      }
      default -> {
        long value = from == to ? 0 : cells.amount(index, scale[step]);
        if (value == Decimals.UNREADABLE) {
          return BadRow.Problem.AMOUNT;
        }
        tally.addRaw(target[step], value);
      }
    }
    return null;
  }

  /// The index of the column that [#apply] could not read, or -1 when the row as a whole is
  /// wrong.
  public int failedColumn() {
    return failed;
  }

  /// The heading of the column that could not be read.
  public String failedHeading() {
    if (!refinedHeading.isEmpty()) {
      return refinedHeading;
    }
    for (Column column : columns) {
      if (column.index() == failed) {
        return column.heading();
      }
    }
    return "";
  }
}
