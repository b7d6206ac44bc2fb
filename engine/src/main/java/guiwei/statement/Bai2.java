package guiwei.statement;

import guiwei.table.Layout;
import guiwei.table.Reading;
import guiwei.table.RefusedFile;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// BAI2 cash management reports.
///
/// Source: Cash Management Balance Reporting Specifications, version 2, of the Bank
/// Administration Institute, and the guides of several banks.
final class Bai2 implements Layout {
  private static final Pattern HEADER = Pattern.compile("01,[^,]*,[^,]*,\\d{6},.*");

  private final ZoneId zone;

  Bai2(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public String key() {
    return "bai2";
  }

  @Override
  public @Nullable Reading recognise(byte[] head) throws RefusedFile {
    String text =
        new String(head, StandardCharsets.ISO_8859_1)
            .replaceFirst("^(\u00ef\u00bb\u00bf)?\\s*", "");
    List<String> lines =
        text.lines()
            .map(String::strip)
            .flatMap(line -> Bai2Records.separated(line).stream())
            .filter(l -> !l.isEmpty())
            .limit(9)
            .toList();
    if (lines.isEmpty() || !HEADER.matcher(lines.getFirst()).matches()) {
      return null;
    }
    String[] fields = lines.getFirst().replaceFirst("/$", "").split(",", -1);
    boolean continued = lines.size() > 1 && lines.get(1).startsWith("88,");
    boolean group = lines.stream().anyMatch(line -> line.startsWith("02,"));
    if (fields.length < 9 && !continued) {
      return null;
    }
    if (!continued && fields[8].equals("1")) {
      throw new RefusedFile(
          RefusedFile.Problem.UNRECOGNISED, "BAI version 1; the bank's version 2 is wanted");
    }
    return group || lines.size() == 1 ? reading(head) : null;
  }

  private Reading reading(byte[] head) {
    return new Reading.Streamed(
        (in, file, name, sink) ->
            BankFile.guarded(() -> new Bai2Reader(file, name, sink, zone).read(in, head)));
  }
}
