package guiwei.report;

import guiwei.outcome.Discrepancy;
import guiwei.outcome.Reason;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// `discrepancies.jsonl`: one object a line with the columns of the CSV, lists as arrays, and
/// beside them the reasons as keys with values and the rows of evidence.
final class DiscrepancyJson implements Closeable {
  private final OutputStream out;

  DiscrepancyJson(Path file) throws IOException {
    out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  void row(Discrepancy discrepancy, List<Object> cells) throws IOException {
    Json.write(out, json -> object(json, discrepancy, cells));
    out.write('\n');
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  static void object(JsonGenerator json, Discrepancy discrepancy, List<Object> cells) {
    json.writeStartObject();
    for (int column = 0; column < cells.size(); column++) {
      String name = DiscrepancyRow.COLUMNS.get(column);
      if (name.startsWith("customer")) {
        json.writeNullProperty(name);
      } else {
        Json.value(json, name, cells.get(column));
      }
    }
    reasons(json, discrepancy.reasons());
    lines(json, discrepancy.lines());
    json.writeEndObject();
  }

  private static void reasons(JsonGenerator json, List<Reason> reasons) {
    json.writeArrayPropertyStart("reasons");
    for (Reason reason : reasons) {
      json.writeStartObject();
      json.writeStringProperty("key", reason.key());
      Json.list(json, "values", reason.values());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void lines(JsonGenerator json, List<Discrepancy.Evidence> lines) {
    json.writeArrayPropertyStart("lines");
    for (Discrepancy.Evidence line : lines) {
      json.writeStartObject();
      json.writeStringProperty("role", line.role());
      json.writeStringProperty("id", line.id());
      json.writeStringProperty("time", line.time());
      json.writeNumberProperty("amount_minor", line.amountMinor());
      json.writeStringProperty("currency", line.currency());
      json.writeStringProperty("place", line.place());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
