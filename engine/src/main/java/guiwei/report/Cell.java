package guiwei.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// A cell of a CSV file (RFC 4180) that no spreadsheet takes for a formula.
///
/// A text that begins with a sign of a formula gets an apostrophe in front, unless it is a
/// plain number. A semicolon within one of several values is written `%3B`.
final class Cell {
  private static final String SIGNS = "=+-@\t\r\n＝＋－＠";

  private Cell() {}

  static String text(String text) {
    return quoted(harmless(text));
  }

  /// Several values in one cell.
  static String list(List<String> values) {
    return values.size() == 1
        ? text(value(values.getFirst()))
        : quoted(
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
    int at = 0;
    while (at < text.length() && text.charAt(at) == '\'') {
      at++;
    }
    boolean sign = at < text.length() && SIGNS.indexOf(text.charAt(at)) >= 0;
    return sign && !isNumber(text) ? "'" + text : text;
  }

  /// Digits with at most one point between them and at most one sign before.
  private static boolean isNumber(String text) {
    int point = -1;
    int from = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    for (int at = from; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (letter == '.' && point < 0 && at > from) {
        point = at;
      } else if (letter < '0' || letter > '9') {
        return false;
      }
    }
    return text.length() > from && point != text.length() - 1;
  }

  private static String quoted(String text) {
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (letter == '"' || letter == ',' || letter == '\r' || letter == '\n') {
        return '"' + text.replace("\"", "\"\"") + '"';
      }
    }
    return text;
  }
}
