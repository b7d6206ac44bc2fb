package guiwei.report;

import guiwei.outcome.Discrepancy;
import guiwei.outcome.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the screen says, for machines: `--json`. The fields are listed in `docs/results.md`.
public final class Summary {
  private static final int WORST = 10;

  private Summary() {}

  /// Writes one JSON object and a line end; leaves the stream open.
  public static void write(Result result, @Nullable Path folder, OutputStream out)
      throws IOException {
    List<List<Discrepancy>> largest = Figures.largestFirst(result);
    Json.write(
        out,
        json -> {
          json.writeStartObject();
          json.writeNumberProperty("version", 1);
          json.writeNumberProperty("discrepancies", (long) largest.size());
          if (folder == null) {
            json.writeNullProperty("folder");
          } else {
            json.writeStringProperty("folder", folder.toString());
          }
          ProofJson.fields(json, result);
          json.writeArrayPropertyStart("worst");
          largest.stream()
              .limit(WORST)
              .map(List::getFirst)
              .forEach(found -> DiscrepancyJson.object(json, found, DiscrepancyRow.cells(found)));
          json.writeEndArray();
          json.writeEndObject();
        });
    out.write('\n');
    out.flush();
  }
}
