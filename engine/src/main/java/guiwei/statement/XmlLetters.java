package guiwei.statement;

import guiwei.table.RefusedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Decodes an XML document by its byte order mark or declaration, strictly.
final class XmlLetters {
  private static final int HEAD = 256;
  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");

  /// Names that banks write for another encoding; that of OFX says no more than the letters
  /// that all encodings share.
  private static final Map<String, String> MISNAMED =
      Map.of("GB2312", "GBK", "USASCII", "UTF-8", "ANSI", "windows-1252");

  private XmlLetters() {}

  /// Decodes the stream; bytes that do not exist in the encoding throw
  /// [java.nio.charset.CharacterCodingException] when they are read.
  static Reader reader(InputStream in) throws IOException {
    PushbackInputStream back = new PushbackInputStream(in, HEAD);
    byte[] head = back.readNBytes(HEAD);
    int start = leading(head);
    Charset charset = charset(head);
    back.unread(head, start, head.length - start);
    return new InputStreamReader(
        back,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /// How many bytes of byte order mark and white space stand before the document.
  static int leading(byte[] head) {
    int start = mark(head);
    boolean wide = start == 2;
    while (!wide && start < head.length && " \t\r\n".indexOf(head[start]) >= 0) {
      start++;
    }
    return start;
  }

  private static int mark(byte[] head) {
    if (begins(head, 0xEF, 0xBB, 0xBF)) {
      return 3;
    }
    return begins(head, 0xFE, 0xFF) || begins(head, 0xFF, 0xFE) ? 2 : 0;
  }

  static Charset charset(byte[] head) throws RefusedFile {
    if (begins(head, 0xFE, 0xFF) || begins(head, 0, '<', 0, '?')) {
      return StandardCharsets.UTF_16BE;
    }
    if (begins(head, 0xFF, 0xFE) || begins(head, '<', 0, '?', 0)) {
      return StandardCharsets.UTF_16LE;
    }
    Matcher declared =
        DECLARED.matcher(
            new String(head, 0, Math.min(head.length, HEAD), StandardCharsets.ISO_8859_1));
    if (begins(head, 0xEF, 0xBB, 0xBF) || !declared.find()) {
      return StandardCharsets.UTF_8;
    }
    return named(declared.group(1));
  }

  private static Charset named(String name) throws RefusedFile {
    try {
      Charset charset = Charset.forName(MISNAMED.getOrDefault(name.toUpperCase(Locale.ROOT), name));
      // declared in single bytes, so it cannot be a wide one
      return charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw new RefusedFile(RefusedFile.Problem.ENCODING, "unknown encoding " + name);
    }
  }

  private static boolean begins(byte[] head, int... bytes) {
    if (head.length < bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[i] & 255) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
