package guiwei.statement;

import guiwei.table.Layout;
import guiwei.table.Reading;
import guiwei.table.RefusedFile;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// OFX and QFX: version 1 as SGML, version 2 as XML.
///
/// Source: Open Financial Exchange, versions 1.0.2 to 2.2.
final class Ofx implements Layout {
  private static final Pattern HEADER =
      Pattern.compile("(OFXHEADER\\s*:|<\\?OFX\\b|<OFX>|<\\?XML[^>]*\\?>\\s*(<\\?OFX|<OFX>))");
  private static final Pattern UTF8 = Pattern.compile("ENCODING\\s*[:=]\\s*[\"']?(UTF-8|UNICODE)");
  private static final Pattern CHINESE =
      Pattern.compile("(CHARSET|ENCODING)\\s*[:=]\\s*[\"']?(936|GBK|GB2312|GB18030)");
  private static final Pattern LOCKED = Pattern.compile("(SECURITY|COMPRESSION)\\s*:\\s*TYPE1");

  private final ZoneId zone;

  Ofx(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public String key() {
    return "ofx";
  }

  @Override
  public @Nullable Reading recognise(byte[] head) throws RefusedFile {
    String text =
        new String(head, StandardCharsets.ISO_8859_1)
            .replaceFirst("^(\u00ef\u00bb\u00bf)?\\s*", "")
            .toUpperCase(Locale.ROOT);
    if (!HEADER.matcher(text).lookingAt()) {
      return null;
    }
    int body = text.indexOf("<OFX>");
    String header = body < 0 ? text : text.substring(0, body);
    if (header.contains("<!")) {
      throw new RefusedFile(RefusedFile.Problem.ENTITIES, "a document type in an OFX file");
    }
    if (LOCKED.matcher(header).find()) {
      throw new RefusedFile(RefusedFile.Problem.ENCRYPTED, "the OFX header says SECURITY:TYPE1");
    }
    return new Reading.Streamed(
        (in, file, name, sink) ->
            BankFile.guarded(
                () -> new OfxReader(letters(header, head), file, name, sink, zone).read(in)));
  }

  /// A header that says UTF-8 or GBK is believed; one that says 1252 is not, because banks
  /// write Chinese under it.
  private static Letters letters(String header, byte[] head) {
    if (UTF8.matcher(header).find()) {
      return new Letters(StandardCharsets.UTF_8);
    }
    return CHINESE.matcher(header).find() ? new Letters(Letters.GBK) : new Letters(head);
  }
}
