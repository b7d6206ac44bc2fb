package guiwei.packed;

import guiwei.table.RefusedFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The sheets of an XLSX workbook, streamed; only the shared strings are held in memory.
///
/// Source: ECMA-376, Office Open XML, part 1 §18 (SpreadsheetML).
final class Workbook implements Tables {
  private static final long MAX_PART = 4L << 30;
  private static final long MAX_STRINGS = 1L << 27;
  private static final int MAX_STRING_COUNT = 1 << 22;
  private static final int MAX_SHEETS = 256;
  private static final int MAX_ROWS_AFTER_BLANK = 1 << 21;

  private final Spool spool;
  private final ZipFile zip;
  private final List<Sheet> sheets;
  private final List<String> strings;
  private final SheetFormats formats;
  private int sheet = -1;
  private @Nullable SheetRows rows;

  /// @param part where its rows are in the package
  private record Sheet(String name, String part, boolean hidden) {}

  private Workbook(Spool spool, ZipFile zip) throws IOException {
    this.spool = spool;
    this.zip = zip;
    Map<String, String> targets = targets();
    this.sheets = sheets(targets);
    this.strings = strings();
    this.formats = formats();
  }

  static Tables open(InputStream in) throws IOException {
    Spool spool = Spool.of(in);
    ZipFile zip = null;
    try {
      zip = new ZipFile(spool.path().toFile());
      return new Workbook(spool, zip);
    } catch (ZipException broken) {
      spool.close();
      throw new RefusedFile(RefusedFile.Problem.TRUNCATED, "not a whole workbook");
    } catch (IOException | RuntimeException failed) {
      if (zip != null) {
        zip.close();
      }
      spool.close();
      throw failed;
    }
  }

  @Override
  public boolean nextTable() throws IOException {
    if (rows != null) {
      rows.close();
      rows = null;
    }
    sheet++;
    if (sheet >= sheets.size()) {
      return false;
    }
    rows = new SheetRows(part(sheets.get(sheet).part, MAX_PART), strings, formats);
    return true;
  }

  @Override
  public String name() {
    return sheets.get(sheet).name;
  }

  @Override
  public boolean isHidden() {
    return sheets.get(sheet).hidden;
  }

  @Override
  public boolean next(Tuple tuple) throws IOException {
    return rows != null && rows.next(tuple, MAX_ROWS_AFTER_BLANK);
  }

  @Override
  public void close() throws IOException {
    try {
      if (rows != null) {
        rows.close();
      }
      zip.close();
    } finally {
      spool.close();
    }
  }

  /// One part of the package as XML without entities, never longer than the limit.
  private Xml part(String name, long limit) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new RefusedFile(RefusedFile.Problem.BROKEN, "the workbook has no " + name);
    }
    return new Xml(new Capped(zip.getInputStream(entry), limit));
  }

  private Map<String, String> targets() throws IOException {
    Map<String, String> targets = new HashMap<>();
    try (Xml xml = part("xl/_rels/workbook.xml.rels", MAX_STRINGS)) {
      while (xml.next()) {
        if (xml.starts("Relationship") && targets.size() < 1 << 12) {
          targets.put(xml.attribute("Id"), resolved(xml.attribute("Target")));
        }
      }
    }
    return targets;
  }

  private boolean date1904;

  /// The name of the part that a path of the workbook means: `worksheets/sheet1.xml`,
  /// `./worksheets/sheet1.xml`, `../xl/worksheets/sheet1.xml` and `/xl/worksheets/sheet1.xml`.
  private static String resolved(String target) {
    Deque<String> steps = new ArrayDeque<>(target.startsWith("/") ? List.of() : List.of("xl"));
    for (String step : target.split("/", -1)) {
      if (step.equals("..")) {
        steps.pollLast();
      } else if (!step.isEmpty() && !step.equals(".")) {
        steps.addLast(step);
      }
    }
    return String.join("/", steps);
  }

  private List<Sheet> sheets(Map<String, String> targets) throws IOException {
    List<Sheet> found = new ArrayList<>();
    try (Xml xml = part("xl/workbook.xml", MAX_STRINGS)) {
      while (xml.next()) {
        if (xml.starts("workbookPr")) {
          date1904 = xml.attribute("date1904").matches("1|true");
        } else if (xml.starts("sheet")) {
          if (found.size() == MAX_SHEETS) {
            throw new RefusedFile(
                RefusedFile.Problem.TOO_LARGE, "a workbook of more than " + MAX_SHEETS + " sheets");
          }
          String name = xml.attribute("name");
          String part = targets.getOrDefault(xml.attribute("id"), "");
          if (zip.getEntry(part) == null) {
            throw new RefusedFile(
                RefusedFile.Problem.BROKEN,
                "the workbook lists “" + name + "” and does not hold it");
          }
          found.add(new Sheet(name, part, xml.attribute("state").endsWith("idden")));
        }
      }
    }
    return found;
  }

  private List<String> strings() throws IOException {
    List<String> found = new ArrayList<>();
    if (zip.getEntry("xl/sharedStrings.xml") == null) {
      return found;
    }
    try (Xml xml = part("xl/sharedStrings.xml", MAX_STRINGS)) {
      while (xml.next()) {
        if (xml.starts("si")) {
          found.add(xml.richText("si"));
          limit(found.size());
        }
      }
    }
    return found;
  }

  private static void limit(int strings) throws RefusedFile {
    if (strings > MAX_STRING_COUNT) {
      throw new RefusedFile(RefusedFile.Problem.TOO_LARGE, "a workbook of too many texts");
    }
  }

  private SheetFormats formats() throws IOException {
    SheetFormats found = new SheetFormats(date1904);
    if (zip.getEntry("xl/styles.xml") != null) {
      try (Xml xml = part("xl/styles.xml", MAX_STRINGS)) {
        found.read(xml);
      }
    }
    return found;
  }

  /// A stream that refuses to unpack more than its limit.
  private static final class Capped extends java.io.FilterInputStream {
    private final long limit;
    private long read;

    Capped(InputStream in, long limit) {
      super(in);
      this.limit = limit;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      int got = super.read(into, from, length);
      count(Math.max(0, got));
      return got;
    }

    private void count(int more) throws RefusedFile {
      read += more;
      if (read > limit) {
        throw new RefusedFile(
            RefusedFile.Problem.TOO_LARGE, "a part of the workbook unpacks to more than " + limit);
      }
    }
  }

  /// A walk over XML that knows no document types and no entities.
  static final class Xml implements java.io.Closeable {
    private static final XMLInputFactory FACTORY = factory();

    private final InputStream in;
    private final XMLStreamReader reader;

    private static XMLInputFactory factory() {
      XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
      factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
      factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
      factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
      // without a reporter the JDK prints what it finds to the terminal
      factory.setXMLReporter((message, error, about, location) -> {});
      return factory;
    }

    Xml(InputStream in) throws IOException {
      this.in = in;
      try {
        this.reader = FACTORY.createXMLStreamReader(text(in));
      } catch (XMLStreamException broken) {
        throw broken(broken);
      }
    }

    /// The part as text without its byte order mark. Bytes that are no UTF-8 become replacement
    /// characters: the JDK's own decoder would print about them to the terminal.
    private static Reader text(InputStream in) throws IOException {
      Reader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      text.mark(1);
      if (text.read() != '\ufeff') {
        text.reset();
      }
      return text;
    }

    /// Goes to the next start or end of an element, or text; answers whether there is one.
    boolean next() throws IOException {
      try {
        if (!reader.hasNext()) {
          return false;
        }
        if (reader.next() == XMLStreamConstants.DTD) {
          throw new RefusedFile(RefusedFile.Problem.ENTITIES, "XML with a document type");
        }
        return true;
      } catch (XMLStreamException broken) {
        throw broken(broken);
      }
    }

    boolean starts(String element) {
      return reader.isStartElement() && reader.getLocalName().equals(element);
    }

    boolean ends(String element) {
      return reader.isEndElement() && reader.getLocalName().equals(element);
    }

    String attribute(String name) {
      for (int i = 0; i < reader.getAttributeCount(); i++) {
        if (reader.getAttributeLocalName(i).equals(name)) {
          return reader.getAttributeValue(i);
        }
      }
      return "";
    }

    /// All text up to the end of the element.
    String text(String element) throws IOException {
      StringBuilder text = new StringBuilder();
      while (next() && !ends(element)) {
        append(text);
      }
      return text.toString();
    }

    /// The text of all runs up to the end of the element, without the readings of characters.
    String richText(String element) throws IOException {
      StringBuilder text = new StringBuilder();
      boolean inText = false;
      boolean reading = false;
      while (next() && !ends(element)) {
        inText = starts("t") || (inText && !ends("t"));
        reading = starts("rPh") || (reading && !ends("rPh"));
        if (inText && !reading) {
          append(text);
        }
      }
      return text.toString();
    }

    private void append(StringBuilder text) throws RefusedFile {
      if (reader.isCharacters()) {
        text.append(reader.getText());
        if (text.length() > Tuple.MAX_CELL) {
          throw new RefusedFile(RefusedFile.Problem.TOO_LARGE, "a cell longer than any has");
        }
      }
    }

    private static IOException broken(XMLStreamException broken) {
      if (broken.getNestedException() instanceof RefusedFile refused) {
        return refused;
      }
      return new RefusedFile(RefusedFile.Problem.BROKEN, "a part of the workbook is not XML");
    }

    @Override
    public void close() throws IOException {
      try {
        reader.close();
      } catch (XMLStreamException closed) {
        throw broken(closed);
      } finally {
        in.close();
      }
    }
  }
}
