package guiwei.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which encoding a file of text is in, by its bytes alone.
public final class Encoding {
  public static final Charset GB18030 = Charset.forName("GB18030");

  private static final char ASCII = 0x80;

  /// From here on UTF-8 takes three bytes.
  private static final char LONG = 0x800;

  private Encoding() {}

  /// Whether rows can be cut in this encoding as they are: a separator's byte is never part of
  /// another letter, or is looked at twice.
  public static boolean isCutAsItIs(Charset charset) {
    return charset.equals(StandardCharsets.UTF_8) || charset.equals(GB18030);
  }

  /// Which of the encodings a file is in.
  ///
  /// @param b the file's first bytes
  /// @param cut whether it goes on behind them
  /// @return null where they are text in none of them
  public static @Nullable Charset of(byte[] b, boolean cut) {
    if (b.length >= 2 && (b[0] & 0xff) == 0xff && (b[1] & 0xff) == 0xfe) {
      return StandardCharsets.UTF_16LE;
    }
    if (b.length >= 2 && (b[0] & 0xff) == 0xfe && (b[1] & 0xff) == 0xff) {
      return StandardCharsets.UTF_16BE;
    }
    int zeros = 0;
    int evenZeros = 0;
    for (int i = 0; i < b.length; i++) {
      if (b[i] == 0) {
        zeros++;
        evenZeros += 1 - (i & 1);
      }
    }
    if (zeros > 0) {
      if (zeros < b.length / 8 || (evenZeros > 0 && evenZeros < zeros)) {
        return null;
      }
      return evenZeros > 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }
    if (readable(b, 0, StandardCharsets.UTF_8)) {
      return chance(b) && readable(b, 0, GB18030) ? GB18030 : StandardCharsets.UTF_8;
    }
    if (Big5.likely(b) && readable(b, 0, Big5.CHARSET)) {
      return Big5.CHARSET;
    }
    if (Western.likely(b, b.length, cut) && readable(b, 0, Western.CHARSET)) {
      return Western.CHARSET;
    }
    return readable(b, 0, GB18030) ? GB18030 : null;
  }

  /// Whether bytes are UTF-8 by chance alone: a few Chinese words in GBK may read as a jumble
  /// of scripts, of which no file is written.
  private static boolean chance(byte[] bytes) {
    Set<Character.UnicodeScript> scripts = EnumSet.noneOf(Character.UnicodeScript.class);
    String text = new String(bytes, StandardCharsets.UTF_8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= LONG && c != '\ufffd') {
        return false;
      }
      if (c >= ASCII && c != '\ufffd') {
        scripts.add(Character.UnicodeScript.of(c));
      }
    }
    scripts.remove(Character.UnicodeScript.COMMON);
    return scripts.size() > 1 || scripts.contains(Character.UnicodeScript.INHERITED);
  }

  /// Whether the bytes from there on exist in the encoding; a character cut off at the end does
  /// not matter.
  public static boolean readable(byte[] bytes, int from, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate(bytes.length + 8);
    return !decoder.decode(ByteBuffer.wrap(bytes, from, bytes.length - from), out, false).isError();
  }
}
