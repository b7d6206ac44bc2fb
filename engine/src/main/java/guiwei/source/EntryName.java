package guiwei.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;

/// Names of archive entries as people can read them: Chinese archives write GBK and do not say
/// so.
final class EntryName {
  private static final Charset GB18030 = Charset.forName("GB18030");

  private EntryName() {}

  static String decode(byte[] name, boolean declaredUtf8) {
    return printable(declaredUtf8 ? new String(name, UTF_8) : guessed(name));
  }

  private static String guessed(byte[] name) {
    for (Charset charset : List.of(UTF_8, GB18030)) {
      try {
        return charset.newDecoder().decode(ByteBuffer.wrap(name)).toString();
      } catch (CharacterCodingException e) {
        // Then it is the next one; the last takes every byte.
      }
    }
    return new String(name, ISO_8859_1);
  }

  /// Names go to terminals and pages: no control characters.
  static String printable(String name) {
    int[] points =
        name.codePoints().map(c -> Character.getType(c) <= 0 || control(c) ? '?' : c).toArray();
    return new String(points, 0, points.length);
  }

  private static boolean control(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
