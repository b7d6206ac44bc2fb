package guiwei.profile;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what stands beside a label in the lines above or below a table: `账号：6222…` in one
/// cell, or the value in the cell after its label.
final class Labels {
  private static final Pattern VALUE =
      Pattern.compile(
          "\\s*+(?:[(（\\[【][^)）\\]】\\d]*[)）\\]】])?+[:：=\\[【\\s]*+([^\\s,，;；\\]】]+).*",
          Pattern.DOTALL);
  private static final Pattern REST =
      Pattern.compile("\\s*+(?:[(（\\[【][^)）\\]】\\d]*[)）\\]】])?+[:：=\\[【\\s]*+(.+)", Pattern.DOTALL);
  private static final Pattern FIGURE =
      Pattern.compile(
          "\\s*+(?:[(（\\[【][^)）\\]】\\d]*[)）\\]】])?+[:：=\\[【\\s]*+(?:[¥￥]|人民币|CNY|RMB)?\\s*"
              + "([-+]?\\d[\\d,]*(?:\\.\\d+)?)\\s*(?:元|笔|条|CNY)?.*",
          Pattern.DOTALL);

  private Labels() {}

  /// The word beside the first label that has one, or an empty text.
  static String word(List<List<String>> rows, List<String> labels) {
    return find(rows, labels, VALUE);
  }

  /// Everything beside the first label that has something, or an empty text.
  static String rest(List<List<String>> rows, List<String> labels) {
    return find(rows, labels, REST);
  }

  /// The figure beside the first label that has one, without its commas, or an empty text.
  static String figure(List<List<String>> rows, List<String> labels) {
    return find(rows, labels, FIGURE).replace(",", "");
  }

  private static String find(List<List<String>> rows, List<String> labels, Pattern value) {
    for (String label : labels) {
      for (List<String> row : rows) {
        for (int i = 0; i < row.size(); i++) {
          String found = beside(row, i, label, value);
          if (!found.isEmpty()) {
            return found;
          }
        }
      }
    }
    return "";
  }

  private static String beside(List<String> row, int index, String label, Pattern value) {
    String cell = row.get(index);
    int at = cell.indexOf(label);
    if (at < 0 || (at > 0 && Character.isLetter(cell.charAt(at - 1)))) {
      return "";
    }
    String rest = cell.substring(at + label.length());
    if (!rest.isEmpty() && Character.isLetter(rest.charAt(0))) {
      return "";
    }
    Matcher inCell = value.matcher(rest);
    if (inCell.matches()) {
      return inCell.group(1);
    }
    for (String next : row.subList(index + 1, row.size())) {
      if (!next.isEmpty()) {
        Matcher after = value.matcher(next);
        return after.matches() ? after.group(1) : "";
      }
    }
    return "";
  }
}
