package guiwei.statement;

import guiwei.table.Layout;
import guiwei.table.Reading;
import guiwei.table.RefusedFile;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// ISO 20022 bank statements (camt.053) and notifications (camt.054), all versions.
///
/// Source: the message definition reports of ISO 20022, cash management, versions 1 to 13.
final class Camt implements Layout {
  private static final Pattern DOCTYPE = Pattern.compile("<!(DOCTYPE(?!\\s+html)|ENTITY)\\b");

  private final String key;
  private final String number;
  private final String message;
  private final String statement;
  private final ZoneId zone;
  private final Pattern start;

  private Camt(String number, String message, String statement, ZoneId zone) {
    this.key = "camt-" + number;
    this.number = number;
    this.message = message;
    this.statement = statement;
    this.zone = zone;
    this.start =
        Pattern.compile(
            "<(?:[\\w.-]+:)?" + message + "[\\s/>]|:camt\\." + number + "\\.\\d{3}\\.\\d{2}");
  }

  static Camt statements(ZoneId zone) {
    return new Camt("053", "BkToCstmrStmt", "Stmt", zone);
  }

  static Camt notifications(ZoneId zone) {
    return new Camt("054", "BkToCstmrDbtCdtNtfctn", "Ntfctn", zone);
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public @Nullable Reading recognise(byte[] head) throws RefusedFile {
    int start = XmlLetters.leading(head);
    boolean markup = start < head.length && (head[start] == '<' || head[start] == 0);
    if (!markup) {
      return null;
    }
    String text = text(head);
    if (DOCTYPE.matcher(text).find()) {
      if (text.contains("<OFX")) {
        return null;
      }
      throw new RefusedFile(RefusedFile.Problem.ENTITIES, "a document type in an XML file");
    }
    if (this.start.matcher(text).find()) {
      return new Reading.Streamed(
          (in, file, name, sink) ->
              BankFile.guarded(
                  () ->
                      new CamtReader(file, name, sink, zone, key.equals("camt-054"))
                          .read(in, CamtField.tree(message, statement))));
    }
    nearMiss(text);
    return null;
  }

  private static String text(byte[] head) throws RefusedFile {
    // names of elements are ASCII in every encoding that a declaration can name in single bytes
    return XmlLetters.charset(head).name().startsWith("UTF-16")
        ? new String(head, XmlLetters.charset(head))
        : new String(head, StandardCharsets.ISO_8859_1);
  }

  private void nearMiss(String text) throws RefusedFile {
    boolean other = number.equals("053") && text.contains("xsd:camt.");
    boolean known = text.contains("BkToCstmrDbtCdtNtfctn") || text.contains(":camt.054.");
    if (other && !known) {
      throw new RefusedFile(
          RefusedFile.Problem.UNRECOGNISED,
          "a camt message that is neither a statement (camt.053) nor a notification (camt.054)");
    }
  }
}
