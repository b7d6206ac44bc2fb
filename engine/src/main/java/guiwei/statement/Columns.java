package guiwei.statement;

import guiwei.table.Mapping.Column;
import guiwei.table.Num;
import guiwei.table.RefusedFile;
import guiwei.table.Text;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/// Collects the columns of a header that mean something to us, and what is missing.
final class Columns {
  private final Header header;
  private final List<Column> columns = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  Columns(Header header) {
    this.header = header;
  }

  Columns words(Text text, String... names) {
    int place = header.find(names);
    if (place >= 0) {
      columns.add(new Column.Words(place, header.heading(place), text));
    }
    return this;
  }

  /// A text of the file's head that every row shares; nothing when it is empty.
  Columns constant(Text text, String value, Charset charset) {
    if (!value.isEmpty()) {
      columns.add(new Column.Constant(text, value.getBytes(charset)));
    }
    return this;
  }

  /// A figure that every row must have if the file has the column at all.
  Columns figure(Num num, int scale, String... names) {
    int place = header.find(names);
    if (place >= 0) {
      columns.add(new Column.Figure(place, header.heading(place), num, scale, true));
    }
    return this;
  }

  /// A figure that may be left empty.
  Columns maybeFigure(Num num, int scale, String... names) {
    int place = header.find(names);
    if (place >= 0) {
      columns.add(new Column.Figure(place, header.heading(place), num, scale, false));
    }
    return this;
  }

  Columns moment(String... names) {
    int place = header.find(names);
    if (place >= 0) {
      columns.add(new Column.Moment(place, header.heading(place), true));
    }
    return this;
  }

  Columns summed(int slot, int scale, String... names) {
    int place = header.find(names);
    if (place >= 0) {
      columns.add(new Column.Summed(place, header.heading(place), slot, scale));
    }
    return this;
  }

  /// Notes a column that the layout cannot do without, under any of its names.
  Columns need(String... names) {
    if (!header.has(names)) {
      missing.add(String.join("/", names));
    }
    return this;
  }

  /// The columns in the order they were asked for.
  ///
  /// @throws RefusedFile when one that is needed is missing
  List<Column> list(String key) throws RefusedFile {
    if (!missing.isEmpty()) {
      throw new RefusedFile(
          RefusedFile.Problem.UNRECOGNISED,
          "nearly " + key + ", but without the column " + String.join(", ", missing));
    }
    return List.copyOf(columns);
  }
}
