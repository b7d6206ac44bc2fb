package guiwei.statement;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
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
    decide(head, head.length, true);
  }

  /// @param named the encoding that the file names
  Letters(Charset named) {
    charset = named;
  }

  /// Decodes bytes of the file; throws where they do not exist in its encoding.
  String decode(byte[] bytes, int length) throws CharacterCodingException {
    if (charset == null) {
      decide(bytes, length, false);
    }
    return strictly(charset == null ? StandardCharsets.US_ASCII : charset, bytes, length);
  }

  /// @param cut whether the bytes may end within a letter
  private void decide(byte[] bytes, int length, boolean cut) {
    boolean ascii = true;
    for (int i = 0; i < length - (cut ? LONGEST_LETTER : 0); i++) {
      ascii &= bytes[i] >= 0;
    }
    if (ascii) {
      return;
    }
    if (valid(StandardCharsets.UTF_8, bytes, length, cut)) {
      charset = StandardCharsets.UTF_8;
    } else if (chinese(bytes, length, cut) && valid(GBK, bytes, length, cut)) {
      charset = GBK;
    } else {
      charset = StandardCharsets.ISO_8859_1;
    }
  }

  private static boolean chinese(byte[] bytes, int length, boolean cut) {
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
      boolean half = run % 2 == 1 && !(cut && i == length && run > 1);
      boolean alone = half || (run == 2 && between);
      pairs += alone ? 0 : run / 2;
      single += alone ? 1 : 0;
      i++;
    }
    return pairs > single;
  }

  private static boolean letter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  /// A letter that the end cuts off is none that does not exist.
  private static boolean valid(Charset charset, byte[] bytes, int length, boolean cut) {
    CharBuffer letters = CharBuffer.allocate(length + 1);
    ByteBuffer written = ByteBuffer.wrap(bytes, 0, length);
    return !strict(charset).decode(written, letters, !cut).isError();
  }

  private static String strictly(Charset charset, byte[] bytes, int length)
      throws CharacterCodingException {
    return strict(charset).decode(ByteBuffer.wrap(bytes, 0, length)).toString();
  }

  private static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }
}
