package guiwei.statement;

import guiwei.table.RefusedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a file of SWIFT messages into fields: with blocks (`{1:`…`{4:`…`-}`) or as bare tags,
/// one message or many, with or without a line `-` between them.
final class MtMessages {
  /// Hears of messages and their fields in order.
  interface Listener {
    /// A message begins.
    ///
    /// @param type three digits of block 2, or empty where there is none
    void began(String type, long line) throws IOException;

    /// A field: its bytes with line ends as `\n`.
    void field(String tag, byte[] bytes, long line) throws IOException;

    /// A message ends.
    ///
    /// @param closed with the mark that must end it
    void ended(boolean closed, boolean blocks) throws IOException;
  }

  /// Tags that may begin a field anywhere; others look like words of a field 86.
  private static final Set<String> TAGS =
      Set.of(
          "20", "21", "25", "25P", "28", "28C", "13", "13D", "34F", "60F", "60M", "61", "86", "62F",
          "62M", "64", "65", "90D", "90C", "NS", "940", "942", "950");

  private static final Set<String> MESSAGE_STARTS = Set.of("20", "940", "942", "950");
  private static final Pattern TAG = Pattern.compile(":([0-9]{2,3}[A-Z]?|NS):");

  /// The mark at the end of a message; some banks add to it, or write a brace in letters of
  /// their own.
  private static final Pattern END = Pattern.compile("-(XXX|\u00e5|\u00c3\u00a5)?");

  private static final Pattern TYPE = Pattern.compile("\\{2:[IO](\\d{3})");
  private static final String MARK = "\u00ef\u00bb\u00bf";
  private static final int MAX_FIELD = 1 << 15;

  private final ByteLines lines;
  private final Listener listener;
  private final ByteArrayOutputStream field = new ByteArrayOutputStream();
  private String tag = "";
  private long tagLine;
  private String type = "";
  private boolean open;
  private boolean blocks;
  private boolean hasReference;

  MtMessages(ByteLines lines, Listener listener) {
    this.lines = lines;
    this.listener = listener;
  }

  void read() throws IOException {
    while (lines.next()) {
      line(lines.ascii());
    }
    end(false);
  }

  private void line(String ascii) throws IOException {
    String text = ascii.strip();
    int junk = lines.number() == 1 && ascii.startsWith(MARK) ? MARK.length() : 0;
    while (junk < text.length() && (text.charAt(junk) <= ' ' || text.charAt(junk) == '$')) {
      junk++;
    }
    if (text.startsWith("-}", junk)) {
      end(true);
      int more = text.indexOf("{1:", junk);
      if (more >= 0) {
        header(text.substring(more));
      }
    } else if (text.startsWith("{", junk) && header(text.substring(junk))) {
      return;
    } else if (open && END.matcher(text).matches()) {
      end(true);
    } else {
      body(ascii, 0);
    }
  }

  /// Reads block headers; false when the line is none.
  private boolean header(String text) throws IOException {
    if (!text.matches("\\{[1-5S]:.*")) {
      return false;
    }
    if (text.startsWith("{1:")) {
      end(false);
    }
    Matcher found = TYPE.matcher(text);
    type = found.find() ? found.group(1) : type;
    String ascii = lines.ascii();
    int block4 = ascii.lastIndexOf("{4:");
    if (block4 >= 0) {
      begin();
      blocks = true;
      String rest = ascii.substring(block4 + 3);
      if (!rest.isBlank()) {
        body(rest, block4 + 3);
      }
    }
    return true;
  }

  private void body(String ascii, int skip) throws IOException {
    Matcher found = TAG.matcher(ascii);
    // a byte order mark may stand before the very first tag
    int start = lines.number() == 1 && ascii.startsWith(MARK) ? MARK.length() : 0;
    found.region(start, ascii.length());
    boolean tagged = found.lookingAt() && (TAGS.contains(found.group(1)) || !tag.equals("86"));
    if (tagged) {
      flush();
      take(found.group(1));
      field.write(lines.bytes(), skip + found.end(), ascii.length() - found.end());
    } else if (!tag.isEmpty()) {
      field.write('\n');
      field.write(lines.bytes(), skip, ascii.length());
    }
    if (field.size() > MAX_FIELD) {
      throw new RefusedFile(
          RefusedFile.Problem.BROKEN,
          "field " + tag + " of line " + tagLine + " is longer than " + MAX_FIELD);
    }
  }

  private void take(String next) throws IOException {
    boolean starts = MESSAGE_STARTS.contains(next);
    if (starts && hasReference) {
      end(false);
    }
    begin();
    hasReference |= next.equals("20");
    tag = next;
    tagLine = lines.number();
  }

  private void begin() throws IOException {
    if (!open) {
      open = true;
      listener.began(type, lines.number());
    }
  }

  private void flush() throws IOException {
    if (!tag.isEmpty()) {
      listener.field(tag, field.toByteArray(), tagLine);
    }
    tag = "";
    field.reset();
  }

  private void end(boolean closed) throws IOException {
    flush();
    if (open) {
      listener.ended(closed, blocks);
    }
    open = false;
    blocks = false;
    hasReference = false;
    type = "";
  }
}
