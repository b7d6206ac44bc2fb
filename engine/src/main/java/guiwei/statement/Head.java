package guiwei.statement;

import guiwei.table.Encoding;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The first bytes of a text file and the encoding that all of them are valid in.
final class Head {
  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final byte[] bytes;
  private final Charset charset;
  private final int start;

  private Head(byte[] bytes, Charset charset, int start) {
    this.bytes = bytes;
    this.charset = charset;
    this.start = start;
  }

  /// Decides between UTF-8 and GB18030, which holds GBK and GB2312: whatever is valid UTF-8 is
  /// UTF-8, because Chinese text in GBK practically never is.
  ///
  /// @return null when the bytes are text in neither
  static @Nullable Head of(byte[] bytes) {
    int start = bytes.length >= 3 && java.util.Arrays.equals(bytes, 0, 3, MARK, 0, 3) ? 3 : 0;
    if (Encoding.readable(bytes, start, StandardCharsets.UTF_8)) {
      return new Head(bytes, StandardCharsets.UTF_8, start);
    }
    return start == 0 && Encoding.readable(bytes, 0, Encoding.GB18030)
        ? new Head(bytes, Encoding.GB18030, 0)
        : null;
  }

  Charset charset() {
    return charset;
  }

  /// Where the text begins: after a byte-order mark.
  int start() {
    return start;
  }

  /// The line that begins at `from`, without its line end.
  String line(int from) {
    int end = next(from);
    String line = new String(bytes, from, end - from, charset);
    return line.strip();
  }

  /// Where the line after the one at `from` begins: the end of the head if there is none.
  int next(int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        return i + 1;
      }
    }
    return bytes.length;
  }
}
