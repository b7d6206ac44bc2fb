package guiwei.statement;

import guiwei.table.Currencies;
import guiwei.table.Text;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A name for a movement that the bank gave none: made of its facts, so that another file,
/// format or export of the same movement gives the same name.
final class Facts {
  private static final Text[] WORDS = {
    Text.ACCOUNT, Text.REFERENCE, Text.ORIGINAL, Text.PAYER, Text.PAYER_NAME, Text.REMARK
  };

  private Facts() {}

  /// `facts-` and 16 hexadecimal digits.
  static String name(Posting posting) {
    String[] facts = new String[WORDS.length + 3];
    for (int i = 0; i < WORDS.length; i++) {
      facts[i] = posting.word(WORDS[i]);
    }
    facts[WORDS.length] = Currencies.code(posting.currency);
    facts[WORDS.length + 1] = Long.toString(posting.minor);
    facts[WORDS.length + 2] = posting.day();
    return "facts-" + HexFormat.of().toHexDigits(hash(facts));
  }

  /// The first 64 bits of the SHA-256 of the texts, each closed by a zero byte.
  static long hash(String... facts) {
    MessageDigest digest = sha256();
    for (String fact : facts) {
      digest.update(fact.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return ByteBuffer.wrap(digest.digest()).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
