package guiwei.statement;

import guiwei.table.Layout;
import guiwei.table.Reading;
import guiwei.table.RefusedFile;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// SWIFT customer statements (MT940, MT950) and interim reports (MT942).
///
/// Source: SWIFT Standards MT, category 9; guides of German, Dutch, Polish and Chinese banks.
final class Mt implements Layout {
  private static final int FIRST_TAG_WITHIN = 2000;
  private static final Pattern BLOCK = Pattern.compile("\\{2:[IO](\\d{3})");
  private static final Pattern START = Pattern.compile("(?m)^(\\{4:)?:20:");
  private static final Pattern BALANCE = Pattern.compile("(?m)^:60[FM]:");
  private static final Pattern REPORT = Pattern.compile("(?m)^:(34F|13D?|90[CD]):");

  private final String number;
  private final ZoneId zone;

  private Mt(String number, ZoneId zone) {
    this.number = number;
    this.zone = zone;
  }

  static Mt statements(ZoneId zone) {
    return new Mt("940", zone);
  }

  static Mt reports(ZoneId zone) {
    return new Mt("942", zone);
  }

  @Override
  public String key() {
    return "mt-" + number;
  }

  @Override
  public @Nullable Reading recognise(byte[] head) throws RefusedFile {
    String text =
        new String(head, StandardCharsets.ISO_8859_1)
            .replaceFirst("^(\u00ef\u00bb\u00bf)?[\\s\\x01$]*", "")
            .replace('\r', '\n');
    Matcher block = BLOCK.matcher(text);
    if (text.startsWith("{1:") && block.find()) {
      return blocks(block.group(1), head);
    }
    Matcher start = START.matcher(text);
    boolean bare = start.find() && start.start() < FIRST_TAG_WITHIN && preamble(text, start);
    return bare && number.equals(bareType(text)) ? reading(head) : null;
  }

  /// Lines before the first tag are short words of the bank, never columns of a table.
  private static boolean preamble(String text, Matcher start) {
    String before = text.substring(0, start.start());
    return before.lines().allMatch(line -> line.length() <= 80 && line.matches("[^,;\t<]*"));
  }

  /// The first message decides; the same file may hold both types.
  private static String bareType(String text) {
    Matcher balance = BALANCE.matcher(text);
    Matcher report = REPORT.matcher(text);
    int first = balance.find() ? balance.start() : Integer.MAX_VALUE;
    int other = report.find() ? report.start() : Integer.MAX_VALUE;
    return other < first ? "942" : "940";
  }

  private @Nullable Reading blocks(String type, byte[] head) throws RefusedFile {
    String as = type.equals("950") ? "940" : type;
    if (as.equals(number)) {
      return reading(head);
    }
    if (number.equals("942") && !as.equals("940")) {
      throw new RefusedFile(
          RefusedFile.Problem.UNRECOGNISED,
          "an MT" + type + " is no statement; the bank's MT940 or MT942 is wanted");
    }
    return null;
  }

  private Reading reading(byte[] head) {
    return new Reading.Streamed(
        (in, file, name, sink) ->
            BankFile.guarded(() -> new MtReader(head, file, name, sink, zone).read(in)));
  }
}
