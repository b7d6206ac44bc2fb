package guiwei.statement;

/// Takes the fields of a BAI2 record one after the other; missing fields are empty.
final class Bai2Fields {
  private final String record;
  private int next;

  Bai2Fields(String record) {
    this.record = record;
  }

  boolean more() {
    return next < record.length();
  }

  String next() {
    int end = next;
    while (end < record.length() && record.charAt(end) != ',' && record.charAt(end) != '\n') {
      end++;
    }
    String field = next < record.length() ? record.substring(next, end) : "";
    next = Math.min(end, record.length()) + 1;
    return field.strip();
  }

  /// Passes over a funds type and what belongs to it.
  ///
  /// @return false when the type is none of the standard's
  boolean funds() {
    String type = next();
    return switch (type) {
      case "", "Z", "0", "1", "2" -> true;
      case "S" -> skip(3);
      case "V" -> skip(2);
      case "D" -> {
        String count = next();
        yield count.matches("\\d{1,3}") && skip(2 * Integer.parseInt(count));
      }
      default -> false;
    };
  }

  private boolean skip(int fields) {
    for (int i = 0; i < fields; i++) {
      next();
    }
    return true;
  }

  /// All that is left, continuations joined by spaces: text may hold commas.
  String rest() {
    return next >= record.length()
        ? ""
        : record.substring(next).replace("\n ", " ").replace('\n', ' ').strip();
  }
}
