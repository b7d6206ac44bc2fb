package guiwei.packed;

import guiwei.table.RefusedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a table may be packed in that is no plain text.
public enum Packed {
  WORKBOOK,
  JSON,
  PARQUET;

  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] PAR1 = {'P', 'A', 'R', '1'};
  private static final byte[] OLE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

  /// What a file that begins so is packed in, or null.
  public static @Nullable Packed of(byte[] head) throws RefusedFile {
    if (workbook(head)) {
      return WORKBOOK;
    }
    if (parquet(head)) {
      return PARQUET;
    }
    return json(head) ? JSON : null;
  }

  /// The name of the layout.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Opens a file; refused when it is not what its beginning promised.
  public Tables open(InputStream in) throws IOException {
    return switch (this) {
      case WORKBOOK -> Workbook.open(in);
      case JSON -> JsonRows.open(in);
      case PARQUET -> ParquetRows.open(in);
    };
  }

  /// A zip file that begins with parts of an Office package.
  private static boolean workbook(byte[] head) throws RefusedFile {
    if (starts(head, OLE)) {
      String text = new String(head, StandardCharsets.UTF_16LE);
      if (text.contains("EncryptedPackage")) {
        throw new RefusedFile(RefusedFile.Problem.ENCRYPTED, "a workbook with a password");
      }
      throw new RefusedFile(
          RefusedFile.Problem.UNRECOGNISED, "an old workbook (.xls): save it as .xlsx or CSV");
    }
    String names = new String(head, StandardCharsets.ISO_8859_1);
    return starts(head, ZIP)
        && (names.contains("[Content_Types].xml")
            || names.contains("xl/")
            || names.contains("_rels/.rels")
            || names.contains("docProps/"));
  }

  private static boolean parquet(byte[] head) {
    return starts(head, PAR1);
  }

  private static boolean json(byte[] head) {
    int at = head.length >= 3 && (head[0] & 0xff) == 0xef ? 3 : 0;
    while (at < head.length && (head[at] == ' ' || (head[at] >= '\t' && head[at] <= '\r'))) {
      at++;
    }
    return at + 1 < head.length && (head[at] == '{' || head[at] == '[') && opens(head, at + 1);
  }

  /// Whether a name, an object or an end follows the first bracket.
  private static boolean opens(byte[] head, int from) {
    int at = from;
    while (at < head.length && (head[at] == ' ' || (head[at] >= '\t' && head[at] <= '\r'))) {
      at++;
    }
    return at < head.length && (head[at] == '"' || head[at] == '{');
  }

  private static boolean starts(byte[] head, byte[] magic) {
    return head.length >= magic.length
        && java.util.Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
  }
}
