package guiwei.report;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A cell of a CSV file (RFC 4180) that no spreadsheet takes for a formula.
///
/// A text that begins with a sign of a formula gets an apostrophe in front, unless it is a plain
/// number. A semicolon within one of several values is written `%3B`.
final class Cell {
  private static final Pattern FORMULA = Pattern.compile("(?s)'*[=+\\-@\\t\\r\\n＝＋－＠].*");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
  private static final Pattern QUOTED = Pattern.compile("(?s).*[\",\\r\\n].*");

  private Cell() {}

  static String text(String text) {
    return quoted(harmless(text));
  }

  /// Several values in one cell.
  static String list(List<String> values) {
    return quoted(
        values.stream().map(Cell::value).map(Cell::harmless).collect(Collectors.joining(";")));
  }

  /// Values that are joined already.
  static String list(String joined) {
    return list(Arrays.asList(joined.split(";", -1)));
  }

  /// A value as it stands among others.
  static String value(String text) {
    return text.replace(";", "%3B");
  }

  /// The text with an apostrophe in front where a spreadsheet would compute it.
  static String harmless(String text) {
    boolean formula = FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches();
    return formula ? "'" + text : text;
  }

  private static String quoted(String text) {
    return QUOTED.matcher(text).matches() ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
