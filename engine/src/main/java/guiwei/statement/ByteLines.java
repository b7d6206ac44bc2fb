package guiwei.statement;

import guiwei.table.RefusedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Gives the lines of a file as bytes, whatever their line ends; a line without end is refused.
final class ByteLines {
  private static final int MAX_LINE = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int filled;
  private int next;
  private byte[] line = new byte[256];
  private int length;
  private long number;
  private boolean afterReturn;

  ByteLines(InputStream in) {
    this.in = in;
  }

  /// Goes to the next line; false at the end of the file.
  boolean next() throws IOException {
    length = 0;
    number++;
    boolean any = false;
    while (next < filled || fill()) {
      byte one = buffer[next++];
      if (one == '\n' && afterReturn) {
        afterReturn = false;
        continue;
      }
      afterReturn = one == '\r';
      if (one == '\n' || one == '\r') {
        return true;
      }
      any = true;
      append(one);
    }
    return any;
  }

  private boolean fill() throws IOException {
    filled = Math.max(0, in.read(buffer));
    next = 0;
    return filled > 0;
  }

  private void append(byte one) throws RefusedFile {
    if (length == MAX_LINE) {
      throw new RefusedFile(
          RefusedFile.Problem.BROKEN, "line " + number + " is longer than " + MAX_LINE);
    }
    if (length == line.length) {
      line = Arrays.copyOf(line, length * 2);
    }
    line[length++] = one;
  }

  /// The line's bytes; valid until [#next].
  byte[] bytes() {
    return line;
  }

  int length() {
    return length;
  }

  /// The line's number from 1.
  long number() {
    return number;
  }

  /// The line with each byte as one character, for what is ASCII in every encoding.
  String ascii() {
    return new String(line, 0, length, StandardCharsets.ISO_8859_1);
  }
}
