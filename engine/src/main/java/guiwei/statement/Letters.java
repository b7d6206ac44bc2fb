package guiwei.statement;

import guiwei.table.Western;
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
/// Whatever is valid UTF-8 is UTF-8; the rest is told by [Western].
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
    } else if (!Western.likely(bytes, length, cut) && valid(GBK, bytes, length, cut)) {
      charset = GBK;
    } else {
      charset = StandardCharsets.ISO_8859_1;
    }
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
