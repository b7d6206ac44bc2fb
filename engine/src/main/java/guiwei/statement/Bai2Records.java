package guiwei.statement;

import guiwei.table.RefusedFile;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Puts the physical records of a BAI2 file together: a record and the continuations (88) after
/// it are one. Fields end at a comma or where a continuation begins.
final class Bai2Records {
  /// One logical record.
  ///
  /// @param line where its first physical record stands
  /// @param physical how many physical records it is
  record Entry(String code, String rest, long line, int physical) {}

  private static final int MAX_RECORD = 1 << 18;

  /// Where a record ends although its line goes on: banks that write blocks of a fixed length
  /// fill them up with blanks.
  private static final Pattern INSIDE =
      Pattern.compile(
          "/\\s+(?=(02,[^,]*,[^,]*,\\d,|03,[^,]*,[A-Z]{0,3},|16,\\d{3},\\d*,|88,"
              + "|49,[+-]?\\d+,\\d+/|9[89],[+-]?\\d+,\\d+,\\d+/))");

  private static final Pattern CODED = Pattern.compile("\\d\\d(\\D|$)");

  private final ByteLines lines;
  private final Letters letters;
  private final Deque<String> sameLine = new ArrayDeque<>();
  private String pending = "";
  private long pendingLine;

  Bai2Records(ByteLines lines, Letters letters) {
    this.lines = lines;
    this.letters = letters;
  }

  /// The next record, or null at the end of the file.
  @Nullable Entry next() throws IOException {
    String first = pending.isEmpty() ? physical() : pending;
    long line = pending.isEmpty() ? lines.number() : pendingLine;
    pending = "";
    if (first.isEmpty()) {
      return null;
    }
    StringBuilder record = new StringBuilder(first);
    int count = 1;
    for (String more = physical(); !more.isEmpty(); more = physical()) {
      boolean wrapped = first.startsWith("16,") && !CODED.matcher(more).lookingAt();
      if (wrapped) {
        // a text with a line end in it
        record.append(' ').append(more);
        continue;
      }
      if (!more.startsWith("88,") && !more.equals("88")) {
        pending = more;
        pendingLine = lines.number();
        break;
      }
      record.append('\n').append(more.substring(Math.min(3, more.length())));
      count++;
      if (record.length() > MAX_RECORD) {
        throw new RefusedFile(
            RefusedFile.Problem.BROKEN, "the record of line " + line + " goes on without end");
      }
    }
    String whole = record.toString();
    int comma = whole.indexOf(',');
    boolean coded = comma == 2 && Character.isDigit(whole.charAt(0));
    if (!coded) {
      throw new RefusedFile(
          RefusedFile.Problem.BROKEN, "line " + line + " does not begin with a record code");
    }
    return new Entry(whole.substring(0, 2), whole.substring(3), line, count);
  }

  /// The next physical record that is not blank, without its closing slash; empty at the end.
  private String physical() throws IOException {
    while (!sameLine.isEmpty() || lines.next()) {
      if (sameLine.isEmpty()) {
        String text = letters.decode(lines.bytes(), lines.length()).strip();
        sameLine.addAll(separated(text.startsWith("\ufeff") ? text.substring(1) : text));
      }
      String text = sameLine.remove().strip();
      if (!text.isEmpty()) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
      }
    }
    return "";
  }

  /// The records of one line, nearly always one.
  static List<String> separated(String line) {
    return List.of(INSIDE.split(line, -1));
  }
}
