package guiwei.statement;

import guiwei.table.RefusedFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;

/// Cuts OFX into tags and values, as SGML without closing tags and as XML alike. Bytes below
/// 0x40 never belong to a Chinese letter, so tags are found before anything is decoded.
final class OfxTags {
  /// Hears of tags in order.
  interface Listener {
    /// `<NAME>`.
    void opened(String name, long line) throws IOException;

    /// The words after `<NAME>` up to the next tag, if there are any.
    ///
    /// @param length how many of the bytes; -1 when there are more than any value has
    void value(String name, byte[] bytes, int length, long line) throws IOException;

    /// `</NAME>`.
    void closed(String name, long line) throws IOException;
  }

  private static final String CDATA = "![CDATA[";
  private static final String COMMENT = "!--";
  private static final int MAX_TAG = 200;
  private static final int MAX_VALUE = Postings.MAX_TEXT;

  private final InputStream in;
  private final Listener listener;
  private final byte[] buffer = new byte[1 << 16];
  private int filled;
  private int next;
  private final byte[] value = new byte[MAX_VALUE];
  private int length;
  private boolean tooLong;
  private String name = "";
  private long line = 1;

  OfxTags(InputStream in, Listener listener) {
    this.in = in;
    this.listener = listener;
  }

  void read() throws IOException {
    for (int one = take(); one >= 0; one = take()) {
      if (one == '<') {
        tag();
      } else {
        append(one);
      }
    }
  }

  private int take() throws IOException {
    if (next == filled) {
      filled = Math.max(0, in.read(buffer));
      next = 0;
      if (filled == 0) {
        return -1;
      }
    }
    int one = buffer[next++] & 255;
    line += one == '\n' ? 1 : 0;
    return one;
  }

  private void append(int one) {
    if (name.isEmpty()) {
      return;
    }
    if (length == MAX_VALUE) {
      tooLong = true;
    } else {
      value[length++] = (byte) one;
    }
  }

  private void tag() throws IOException {
    StringBuilder tag = new StringBuilder();
    int one = take();
    while (one >= 0 && one != '>') {
      tag.append((char) one);
      if (tag.length() == CDATA.length() && CDATA.contentEquals(tag)) {
        words();
        return;
      }
      if (tag.length() == COMMENT.length() && COMMENT.contentEquals(tag)) {
        skipComment();
        return;
      }
      if (tag.length() > MAX_TAG) {
        throw new RefusedFile(RefusedFile.Problem.BROKEN, "line " + line + ": an endless tag");
      }
      one = take();
    }
    if (one >= 0) {
      take(tag.toString());
    }
  }

  private void take(String tag) throws IOException {
    if (tag.startsWith("!")) {
      throw new RefusedFile(RefusedFile.Problem.ENTITIES, "line " + line);
    }
    if (tag.startsWith("?")) {
      return;
    }
    flush();
    String plain = tag.strip().toUpperCase(Locale.ROOT);
    if (plain.startsWith("/")) {
      listener.closed(plain.substring(1).strip(), line);
      return;
    }
    String[] words = plain.split("[\\s/]", 2);
    name = words[0];
    listener.opened(name, line);
    if (plain.endsWith("/")) {
      listener.closed(name, line);
      name = "";
    }
  }

  private void flush() throws IOException {
    int from = 0;
    while (from < length && value[from] >= 0 && value[from] <= ' ') {
      from++;
    }
    if (tooLong) {
      listener.value(name, value, -1, line);
    } else if (from < length) {
      listener.value(name, Arrays.copyOfRange(value, from, length), length - from, line);
    }
    name = "";
    length = 0;
    tooLong = false;
  }

  /// The content of a CDATA section, up to `]]>`.
  private void words() throws IOException {
    int closing = 0;
    for (int one = take(); one >= 0; one = take()) {
      if (one == '>' && closing >= 2) {
        return;
      }
      if (one == ']') {
        closing++;
        continue;
      }
      for (; closing > 0; closing--) {
        append(']');
      }
      append(one);
    }
  }

  private void skipComment() throws IOException {
    int dashes = 0;
    for (int one = take(); one >= 0; one = take()) {
      if (one == '>' && dashes >= 2) {
        return;
      }
      dashes = one == '-' ? dashes + 1 : 0;
    }
  }
}
