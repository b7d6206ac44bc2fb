package guiwei.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes JSON as a stream.
final class Json {
  private static final JsonFactory FACTORY = new JsonFactory();

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
    try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), new Kept(out))) {
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
