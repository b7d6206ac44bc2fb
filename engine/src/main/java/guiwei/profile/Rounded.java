package guiwei.profile;

import guiwei.table.RefusedFile;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Long numbers of orders and payments of which a spreadsheet program has kept fifteen digits: it
/// puts zeros for the others, and numbers that were different become the same.
final class Rounded {
  private static final Set<Field> NUMBERS =
      EnumSet.of(Field.ID, Field.REFERENCE, Field.REFUND_REFERENCE, Field.ORIGINAL, Field.ORDER);
  private static final int KEPT = 15;

  /// As many long numbers end in zeros by chance once in a hundred million files, at the most.
  private static final int ENOUGH = 8;

  /// A moment with its thousandths of a second, which some systems leave at zero.
  private static final String MOMENT =
      "20\\d\\d(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])([01]\\d|2[0-3])[0-5]\\d[0-5]\\d\\d{3}";

  private Rounded() {}

  /// Refuses a table whose long numbers all end in zeros.
  static void refuse(Fit fit, List<List<String>> rows) throws RefusedFile {
    for (Field field : NUMBERS) {
      int column = fit.bound().index(field);
      if (column >= 0 && isRounded(rows.subList(fit.headerRow() + 1, rows.size()), column)) {
        throw new RefusedFile(
            RefusedFile.Problem.ROUNDED, "“" + fit.bound().header().get(column) + "”");
      }
    }
  }

  private static boolean isRounded(List<List<String>> rows, int column) {
    List<String> numbers =
        rows.stream()
            .filter(row -> column < row.size())
            .map(row -> row.get(column).strip())
            .filter(number -> number.length() > KEPT && number.chars().allMatch(Rounded::isDigit))
            .toList();
    return numbers.size() >= ENOUGH
        && numbers.stream().allMatch(n -> n.substring(KEPT).chars().allMatch(c -> c == '0'))
        && !numbers.stream().allMatch(n -> n.matches(MOMENT));
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
