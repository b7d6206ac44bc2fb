package guiwei.statement;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The encoding of a file that does not name it: decided once, at the first letters that are
/// not ASCII, and then held to strictly.
///
/// Whatever is valid UTF-8 is UTF-8. Else Chinese text in GBK stands in runs of pairs of high
/// bytes, while the letters of western Europe stand alone between ASCII letters.
final class Letters {
  static final Charset GBK = Charset.forName("GB18030");
  private static final int LONGEST_LETTER = 4;

  private @Nullable Charset charset;

  /// @param head the first bytes of the file, possibly cut off within a letter
  Letters(byte[] head) {
    int end = head.length;
    for (int i = 0; i < LONGEST_LETTER && end > 0 && head[end - 1] < 0; i++) {
      end--;
    }
    decide(head, end);
  }

  /// @param named the encoding that the file names
  Letters(Charset named) {
    charset = named;
  }

  /// Decodes bytes of the file; throws where they do not exist in its encoding.
  String decode(byte[] bytes, int length) throws CharacterCodingException {
    if (charset == null) {
      decide(bytes, length);
    }
    return strictly(charset == null ? StandardCharsets.US_ASCII : charset, bytes, length);
  }

  private void decide(byte[] bytes, int length) {
    boolean ascii = true;
    for (int i = 0; i < length; i++) {
      ascii &= bytes[i] >= 0;
    }
    if (ascii) {
      return;
    }
    if (valid(StandardCharsets.UTF_8, bytes, length)) {
      charset = StandardCharsets.UTF_8;
    } else if (chinese(bytes, length) && valid(GBK, bytes, length)) {
      charset = GBK;
    } else {
      charset = StandardCharsets.ISO_8859_1;
    }
  }

  private static boolean chinese(byte[] bytes, int length) {
    int pairs = 0;
    int single = 0;
    int i = 0;
    while (i < length) {
      int start = i;
      while (i < length && bytes[i] < 0) {
        i++;
      }
      int run = i - start;
      boolean between = start > 0 && i < length && letter(bytes[start - 1]) && letter(bytes[i]);
      boolean alone = run % 2 == 1 || (run == 2 && between);
      pairs += alone ? 0 : run / 2;
      single += alone ? 1 : 0;
      i++;
    }
    return pairs > single;
  }

  private static boolean letter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  private static boolean valid(Charset charset, byte[] bytes, int length) {
    try {
      strictly(charset, bytes, length);
      return true;
    } catch (CharacterCodingException invalid) {
      return false;
    }
  }

  private static String strictly(Charset charset, byte[] bytes, int length)
      throws CharacterCodingException {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT)
        .decode(ByteBuffer.wrap(bytes, 0, length))
        .toString();
  }
}
