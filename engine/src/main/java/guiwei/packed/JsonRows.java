package guiwei.packed;

import guiwei.table.Encoding;
import guiwei.table.RefusedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/// Objects of JSON, one a line, one after the other, or in one array. Names become headings;
/// an object within an object gives `outer_inner`.
final class JsonRows implements Tables {
  private static final int SAMPLE = 200;
  private static final int MAX_DEPTH = 20;
  private static final int HEAD = 1 << 12;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(Tuple.MAX_CELL)
                  .maxNameLength(1 << 10)
                  .maxNumberLength(100)
                  .build())
          .build();

  private final JsonParser parser;
  private final Map<String, Integer> names = new HashMap<>();
  private final List<String> headings = new ArrayList<>();
  private final Deque<List<String>> waiting = new ArrayDeque<>();
  private boolean started;
  private boolean sampled;

  private JsonRows(JsonParser parser) {
    this.parser = parser;
  }

  static Tables open(InputStream in) throws IOException {
    PushbackInputStream again = new PushbackInputStream(in, HEAD);
    byte[] head = again.readNBytes(HEAD);
    again.unread(head);
    Charset charset = Encoding.of(head, head.length == HEAD);
    try {
      boolean unicode = charset == null || charset.name().startsWith("UTF");
      return new JsonRows(
          !unicode
              ? FACTORY.createParser(
                  ObjectReadContext.empty(), new InputStreamReader(again, charset))
              : FACTORY.createParser(ObjectReadContext.empty(), again));
    } catch (JacksonException broken) {
      throw refused(broken);
    }
  }

  @Override
  public boolean nextTable() {
    boolean first = !started;
    started = true;
    return first;
  }

  /// The first record holds the headings that the first objects have.
  @Override
  public boolean next(Tuple tuple) throws IOException {
    try {
      if (!sampled) {
        sampled = true;
        sample();
        tuple.set(headings);
        return !headings.isEmpty();
      }
      if (!waiting.isEmpty()) {
        tuple.set(waiting.removeFirst());
        return true;
      }
      String[] values = object(false);
      if (values.length == 0) {
        return false;
      }
      tuple.set(List.of(values));
      return true;
    } catch (JacksonException broken) {
      throw refused(broken);
    }
  }

  private void sample() throws RefusedFile {
    for (int i = 0; i < SAMPLE; i++) {
      String[] values = object(true);
      if (values.length == 0) {
        return;
      }
      waiting.add(List.of(values));
    }
  }

  private static final String[] END = {};

  /// The values of the next object by heading; none at the end of the file.
  private String[] object(boolean learning) throws RefusedFile {
    while (true) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return END;
      }
      if (token == JsonToken.START_OBJECT) {
        List<String> values = new ArrayList<>();
        fields("", values, learning);
        while (values.size() < Math.max(1, headings.size())) {
          values.add("");
        }
        return values.toArray(END);
      }
      if (token.isScalarValue()) {
        throw new RefusedFile(RefusedFile.Problem.BROKEN, "JSON that is no list of objects");
      }
    }
  }

  private void fields(String outer, List<String> values, boolean learning) throws RefusedFile {
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = outer + parser.currentName();
      switch (parser.nextToken()) {
        case START_OBJECT -> fields(name + "_", values, learning);
        case START_ARRAY -> put(name, list(), values, learning);
        case VALUE_NULL -> put(name, "", values, learning);
        default -> put(name, scalar(), values, learning);
      }
    }
  }

  private String scalar() {
    String text = parser.getString();
    boolean exponent =
        parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
            && (text.indexOf('e') >= 0 || text.indexOf('E') >= 0);
    return exponent ? plain(text) : text.replace('\n', ' ');
  }

  private static String plain(String number) {
    BigDecimal value = new BigDecimal(number);
    return Math.abs(value.scale()) > MAX_DEPTH ? number : value.toPlainString();
  }

  /// The plain values of a list, joined; lists of objects are details that no row needs.
  private String list() {
    StringBuilder joined = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      JsonToken token = parser.nextToken();
      if (token == null) {
        break;
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth == 1 && token.isScalarValue() && joined.length() < Tuple.MAX_CELL) {
        joined.append(joined.isEmpty() ? "" : ";").append(parser.getString());
      }
    }
    return joined.length() > Tuple.MAX_CELL ? "" : joined.toString();
  }

  private void put(String name, String value, List<String> values, boolean learning)
      throws RefusedFile {
    Integer index = names.get(name);
    if (index == null) {
      if (!learning) {
        return;
      }
      if (headings.size() >= Tuple.MAX_COLUMNS) {
        throw new RefusedFile(
            RefusedFile.Problem.TOO_LARGE, "objects of more than " + Tuple.MAX_COLUMNS + " names");
      }
      index = headings.size();
      names.put(name, index);
      headings.add(name);
    }
    while (values.size() <= index) {
      values.add("");
    }
    values.set(index, value);
  }

  private static RefusedFile refused(JacksonException broken) {
    TokenStreamLocation at = broken.getLocation();
    String where = at == null ? "its lines" : "line " + at.getLineNr();
    if (broken instanceof UnexpectedEndOfInputException) {
      return new RefusedFile(RefusedFile.Problem.TRUNCATED, "JSON breaks off in " + where);
    }
    if (broken instanceof StreamConstraintsException) {
      return new RefusedFile(RefusedFile.Problem.TOO_LARGE, "JSON beyond every limit in " + where);
    }
    return new RefusedFile(RefusedFile.Problem.BROKEN, "not JSON in " + where);
  }

  @Override
  public void close() {
    parser.close();
  }
}
