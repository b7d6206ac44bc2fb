package guiwei.table;

import guiwei.table.Mapping.Held;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;

/// Which records of a table are no rows: the footer, and totals between rows.
///
/// Remembers where it stands, so records come in their order. Not for several threads.
public final class Totals {
  private final byte[][] words;
  private final boolean[] starts = new boolean[256];
  private final Mapping mapping;
  private final Row scratch = new Row();
  private boolean below;

  /// @param words what begins the footer, a row of totals or a note
  /// @param charset the encoding of the cells
  public Totals(List<String> words, Charset charset, Mapping mapping) {
    this.words = words.stream().map(word -> word.getBytes(charset)).toArray(byte[][]::new);
    this.mapping = mapping;
    for (byte[] word : this.words) {
      starts[word[0] & 0xff] = true;
    }
  }

  /// Whether the record begins the footer, goes on with it, or sums up rows. After totals the rows
  /// go on with the first record that holds what rows hold.
  ///
  /// @param wide whether the record has as many cells as rows have
  public boolean take(Cells cells, boolean wide) {
    if (beginsWithWord(cells)) {
      below = !(wide && isNamedLikeOne(cells));
    } else if (below) {
      below = !(wide && isRow(cells));
    }
    return below;
  }

  /// Whether a record that could not be read is one of totals: it has no number of its own, its
  /// moment or its amount is none, and a cell of it begins with one of the words.
  ///
  /// @param problem what [Mapping#apply] answered
  public boolean takeUnread(Cells cells, BadRow.Problem problem) {
    boolean unreadable = problem == BadRow.Problem.MISSING || problem == BadRow.Problem.AMOUNT;
    below = unreadable && mapping.number(cells) < 0 && hasWord(cells);
    return below;
  }

  private boolean beginsWithWord(Cells cells) {
    for (int i = 0; i < Math.min(cells.count, cells.from.length); i++) {
      int from = cells.from[i];
      while (from < cells.to[i] && isBlank(cells.bytes[from])) {
        from++;
      }
      if (from < cells.to[i]) {
        return starts[cells.bytes[from] & 0xff] && isWord(cells.bytes, from, cells.to[i]);
      }
    }
    return false;
  }

  private static boolean isBlank(byte c) {
    return c == ' ' || c == '\t';
  }

  private boolean hasWord(Cells cells) {
    for (int i = 0; i < cells.count; i++) {
      if (isWord(cells.bytes, cells.from[i], cells.to[i])) {
        return true;
      }
    }
    return false;
  }

  private boolean isWord(byte[] bytes, int from, int to) {
    for (byte[] word : words) {
      int end = from + word.length;
      if (end <= to && Arrays.equals(bytes, from, end, word, 0, word.length)) {
        return true;
      }
    }
    return false;
  }

  /// Whether the record is a row although its first cell begins like one of totals, as a customer
  /// called Total does: it has a moment, a figure, and further on a number of its own.
  private boolean isNamedLikeOne(Cells cells) {
    Mapping.Sketch sketch = mapping.sketch(cells, scratch);
    return sketch.moment() == Held.READ && mayBeFigure(sketch) && mapping.number(cells) > 0;
  }

  /// Whether the record holds what rows hold, or so much of it that it is to be told as one that
  /// cannot be read: of moment, figure and number two. Notes below a table do not.
  private boolean isRow(Cells cells) {
    Mapping.Sketch sketch = mapping.sketch(cells, scratch);
    int number = mapping.number(cells);
    if (sketch.moment() == Held.READ) {
      return mayBeFigure(sketch) || hasDigit(cells, number);
    }
    boolean numbered =
        switch (sketch.moment()) {
          case NOWHERE -> number >= 0;
          case UNREAD -> hasDigit(cells, number);
          case EMPTY, READ -> false;
        };
    return numbered && sketch.figure() == Held.READ;
  }

  /// Whether a figure was read, or stands in columns of which only the rules know: money in and
  /// money out.
  private static boolean mayBeFigure(Mapping.Sketch sketch) {
    return sketch.figure() == Held.READ || sketch.figure() == Held.NOWHERE;
  }

  private static boolean hasDigit(Cells cells, int column) {
    if (column < 0) {
      return false;
    }
    for (int i = cells.from[column]; i < cells.to[column]; i++) {
      if (cells.bytes[i] >= '0' && cells.bytes[i] <= '9') {
        return true;
      }
    }
    return false;
  }
}
