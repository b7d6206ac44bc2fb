package guiwei.statement;

import guiwei.table.RefusedFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
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

  private final ByteLines lines;
  private final Letters letters;
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
    while (lines.next()) {
      String text = decoded();
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  private String decoded() throws CharacterCodingException {
    String text = letters.decode(lines.bytes(), lines.length()).strip();
    String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
    return plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
  }
}
