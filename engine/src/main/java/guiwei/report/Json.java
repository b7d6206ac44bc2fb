package guiwei.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;

/// Writes JSON as a stream.
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

  private static final JsonFactory IN_PAGES =
      JsonFactory.builder().characterEscapes(new ForPages()).build();

  /// Nothing within a text can end the element that holds it.
  private static final class ForPages extends CharacterEscapes {
    private static final long serialVersionUID = 1L;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      codes['<'] = ESCAPE_STANDARD;
      codes['>'] = ESCAPE_STANDARD;
      codes['&'] = ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int letter) {
      return null;
    }
  }

  /// Something that writes one value.
  interface Body {
    void write(JsonGenerator json);
  }

  private Json() {}

  static void write(Path file, Body body) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      write(out, body);
      out.write('\n');
    }
  }

  /// Writes a value and leaves the stream open.
  static void write(OutputStream out, Body body) throws IOException {
    write(FACTORY, out, body);
  }

  /// As [#write(OutputStream, Body)], fit to stand in a script element of a page.
  static void writeInPage(OutputStream out, Body body) throws IOException {
    write(IN_PAGES, out, body);
  }

  private static void write(JsonFactory factory, OutputStream out, Body body) throws IOException {
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), new Kept(out))) {
      body.write(json);
    } catch (JacksonException failed) {
      throw new IOException("cannot write JSON", failed);
    }
  }

  static void list(JsonGenerator json, String name, List<String> values) {
    json.writeName(name);
    json.writeStartArray();
    values.forEach(json::writeString);
    json.writeEndArray();
  }

  /// A text, a list of texts, or a number.
  static void value(JsonGenerator json, String name, Object value) {
    switch (value) {
      case List<?> values -> list(json, name, values.stream().map(String::valueOf).toList());
      case Long number -> json.writeNumberProperty(name, number);
      case BigDecimal number -> json.writeNumberProperty(name, number);
      default -> json.writeStringProperty(name, value.toString());
    }
  }

  /// A stream that somebody else closes.
  private static final class Kept extends OutputStream {
    private final OutputStream out;

    Kept(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int b) throws IOException {
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }
  }
}
