package guiwei.profile;

import guiwei.packed.Packed;
import guiwei.packed.Tables;
import guiwei.packed.Tuple;
import guiwei.table.BadRow;
import guiwei.table.Footing;
import guiwei.table.Mapping;
import guiwei.table.Reading;
import guiwei.table.RefusedFile;
import guiwei.table.Row;
import guiwei.table.RowSink;
import guiwei.table.Tally;
import guiwei.table.Totals;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads sheets, JSON and Parquet: looks at the first rows, finds the profile that fits, and
/// maps every row through it.
final class TableReader implements Reading.RowReader {
  private static final int SAMPLE = 300;
  private static final int MAX_FOOTER = 200;

  /// A table that is worth telling of has so many rows of so many cells, the headings among them.
  private static final int FEWEST_ROWS = 3;

  private static final int FEWEST_CELLS = 3;

  private final Supplier<List<Profile>> profiles;
  private final Unsaid unsaid;
  private final Packed packed;

  TableReader(Supplier<List<Profile>> profiles, Unsaid unsaid, Packed packed) {
    this.profiles = profiles;
    this.unsaid = unsaid;
    this.packed = packed;
  }

  @Override
  public List<Footing.Check> read(InputStream in, int file, String name, RowSink sink)
      throws IOException {
    List<Footing.Check> checks = new ArrayList<>();
    boolean found = false;
    String guess = "it has no table";
    long ordinal = 0;
    try (Tables tables = packed.open(in)) {
      while (tables.nextTable()) {
        One table = new One(tables, name);
        Fit fit = tables.isHidden() ? null : table.fit();
        if (fit != null) {
          found = true;
          Watch watch = new Watch(file, sink, ordinal);
          checks.addAll(table.rows(fit, watch));
          ordinal = watch.ordinal();
        } else {
          guess =
              tables.isHidden()
                  ? "its sheet “" + tables.name() + "” is hidden"
                  : Nearest.guess(profiles.get(), table.sample);
          if (table.hasRows()) {
            sink.passedOver(tables.name());
          }
        }
      }
    }
    if (!found) {
      throw new RefusedFile(RefusedFile.Problem.UNRECOGNISED, guess);
    }
    return checks;
  }

  /// The first rows of a table.
  static List<List<String>> sample(Tables tables) throws IOException {
    List<List<String>> sample = new ArrayList<>();
    Tuple tuple = new Tuple();
    while (sample.size() < SAMPLE && tables.next(tuple)) {
      sample.add(tuple.texts());
    }
    return sample;
  }

  /// One table of the file.
  private final class One {
    private final Tables tables;
    private final String name;
    private final List<List<String>> sample;
    private final Tuple tuple = new Tuple();
    private final List<List<String>> outside = new ArrayList<>();

    One(Tables tables, String name) throws IOException {
      this.tables = tables;
      this.name = name;
      this.sample = TableReader.sample(tables);
    }

    /// Whether it looks like more than a note.
    boolean hasRows() {
      return sample.stream()
              .filter(row -> row.stream().filter(cell -> !cell.isEmpty()).count() >= FEWEST_CELLS)
              .count()
          >= FEWEST_ROWS;
    }

    @Nullable Fit fit() throws RefusedFile {
      Fit known = Fit.ofAny(profiles.get(), sample);
      if (known == null) {
        Saved.refuse(sample);
      }
      Fit fit = known == null ? Fit.proposed(sample, unsaid) : known;
      if (fit != null) {
        Rounded.refuse(fit, sample);
      }
      return fit;
    }

    List<Footing.Check> rows(Fit fit, Watch watch) throws IOException {
      Mapping mapping = fit.bound().mapping((byte) 0);
      Totals totals =
          new Totals(fit.bound().profile().format().footers(), tuple.cells.charset, mapping);
      Tally tally = new Tally();
      outside.addAll(fit.above());
      watch.startAt(fit.headerRow() + 2L);
      Parts parts = new Parts(fit, watch);
      RowSink sink = fit.inParts() ? parts : watch;
      for (List<String> texts : sample.subList(fit.headerRow() + 1, sample.size())) {
        tuple.set(texts);
        row(mapping, totals, tally, watch, sink);
      }
      while (tables.next(tuple)) {
        row(mapping, totals, tally, watch, sink);
      }
      parts.end();
      watch.tallied(tally);
      return fit.declarations((byte) ',', watch.oneAccount()).checks(tally, outside);
    }

    private final Row row = new Row();

    private void row(Mapping mapping, Totals totals, Tally tally, Watch watch, RowSink sink) {
      if (isEmpty()) {
        watch.skip();
        return;
      }
      if (totals.take(tuple.cells, true)) {
        below(watch);
        return;
      }
      if (mapping.goesOn(tuple.cells)) {
        watch.skip();
        return;
      }
      BadRow.Problem problem = mapping.apply(tuple.cells, row, tally);
      if (problem == null) {
        sink.row(row);
      } else if (totals.takeUnread(tuple.cells, problem)) {
        below(watch);
      } else if (mapping.repeatsHeadings(tuple.cells)) {
        watch.skip();
      } else {
        String value = tuple.cells.text(mapping.failedColumn());
        sink.bad(new BadRow(name, 0, mapping.failedHeading(), value, problem));
      }
    }

    private void below(Watch watch) {
      watch.skip();
      if (outside.size() < MAX_FOOTER) {
        outside.add(tuple.texts());
      }
    }

    private boolean isEmpty() {
      for (int i = 0; i < tuple.cells.count; i++) {
        if (tuple.cells.from[i] < tuple.cells.to[i] && !tuple.cells.text(i).isEmpty()) {
          return false;
        }
      }
      return true;
    }
  }
}
