package guiwei.statement;

/// Where the fields of a line stand that has a fixed number of bytes for each, one space
/// between.
final class FixedWidth {
  private final int[] from;
  private final int[] to;

  FixedWidth(int... widths) {
    from = new int[widths.length];
    to = new int[widths.length];
    int at = 0;
    for (int i = 0; i < widths.length; i++) {
      from[i] = at;
      to[i] = at + widths[i];
      at = to[i] + 1;
    }
  }

  int from(int field) {
    return from[field];
  }

  int to(int field) {
    return to[field];
  }

  /// How long a complete line is.
  int length() {
    return to[to.length - 1];
  }

  /// Whether spaces stand after each of the fields `[0, fields)`.
  boolean spaced(byte[] line, int length, int fields) {
    if (length < to[fields - 1]) {
      return false;
    }
    for (int i = 0; i < fields; i++) {
      if (to[i] < length && line[to[i]] != ' ') {
        return false;
      }
    }
    return true;
  }

  /// Whether the field is all digits.
  boolean digits(byte[] line, int length, int field) {
    if (length < to[field]) {
      return false;
    }
    for (int i = from[field]; i < to[field]; i++) {
      if (line[i] < '0' || line[i] > '9') {
        return false;
      }
    }
    return true;
  }

  /// Where the field begins without its blanks.
  int start(byte[] line, int length, int field) {
    int i = Math.min(from[field], length);
    int end = Math.min(to[field], length);
    while (i < end && line[i] == ' ') {
      i++;
    }
    return i;
  }

  /// Where the field ends without its blanks.
  int end(byte[] line, int length, int field) {
    int start = start(line, length, field);
    int i = Math.min(to[field], length);
    while (i > start && line[i - 1] == ' ') {
      i--;
    }
    return i;
  }
}
