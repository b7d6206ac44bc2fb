package guiwei.packed;

import guiwei.table.RefusedFile;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/// The rows of one sheet.
final class SheetRows implements Closeable {
  private static final int LETTERS = 26;

  private final Workbook.Xml xml;
  private final List<String> strings;
  private final SheetFormats formats;
  private int row;
  private int blank;
  private boolean waiting;

  SheetRows(Workbook.Xml xml, List<String> strings, SheetFormats formats) {
    this.xml = xml;
    this.strings = strings;
    this.formats = formats;
  }

  /// Reads the next row; rows that are left out come as empty ones.
  ///
  /// @param mostBlank how many rows may be left out before the sheet counts as broken
  boolean next(Tuple tuple, int mostBlank) throws IOException {
    tuple.clear();
    if (blank > 0) {
      blank--;
      row++;
      return true;
    }
    if (waiting) {
      return cells(tuple);
    }
    while (xml.next()) {
      if (!xml.starts("row")) {
        continue;
      }
      String number = xml.attribute("r");
      int at = number.matches("\\d{1,8}") ? Integer.parseInt(number) : row + 1;
      int left = at - row - 1;
      if (left > mostBlank) {
        throw new RefusedFile(RefusedFile.Problem.BROKEN, "a sheet with row " + at);
      }
      // two empty rows say as much as a million
      blank = Math.max(0, Math.min(left, 2));
      row = Math.max(row, at - 1 - blank);
      if (blank > 0) {
        waiting = true;
        return next(tuple, mostBlank);
      }
      return cells(tuple);
    }
    return false;
  }

  private boolean cells(Tuple tuple) throws IOException {
    waiting = false;
    row++;
    while (xml.next() && !xml.ends("row")) {
      if (xml.starts("c")) {
        cell(tuple);
      }
    }
    return true;
  }

  private void cell(Tuple tuple) throws IOException {
    int column = column(xml.attribute("r"));
    String type = xml.attribute("t");
    String style = xml.attribute("s");
    String value = "";
    while (xml.next() && !xml.ends("c")) {
      if (xml.starts("v")) {
        value = xml.text("v");
      } else if (xml.starts("is")) {
        value = xml.richText("is");
      }
    }
    if (column >= tuple.cells.count) {
      tuple.skipTo(column);
    }
    tuple.put(shown(type, style, value.strip()));
  }

  private String shown(String type, String style, String value) throws RefusedFile {
    return switch (type) {
      case "s" -> shared(value);
      case "b" -> value.equals("1") ? "true" : "false";
      case "e" -> "";
      case "str", "inlineStr", "d" -> value;
      default -> value.isEmpty() ? "" : formats.show(value, style);
    };
  }

  private String shared(String value) throws RefusedFile {
    int index = value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
    if (index < 0 || index >= strings.size()) {
      throw new RefusedFile(
          RefusedFile.Problem.BROKEN, "a cell points to a text that is not there");
    }
    return strings.get(index).strip();
  }

  /// The column of `AB12` from 0, or -1 for a cell that stands behind the last one.
  private static int column(String reference) throws RefusedFile {
    int column = 0;
    int i = 0;
    while (i < reference.length() && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z') {
      column = column * LETTERS + reference.charAt(i++) - 'A' + 1;
      if (column > Tuple.MAX_COLUMNS) {
        throw new RefusedFile(
            RefusedFile.Problem.TOO_LARGE, "a row of more than " + Tuple.MAX_COLUMNS + " columns");
      }
    }
    return column - 1;
  }

  @Override
  public void close() throws IOException {
    xml.close();
  }
}
