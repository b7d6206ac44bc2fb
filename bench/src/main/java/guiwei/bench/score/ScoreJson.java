package guiwei.bench.score;

import java.util.Map;
import tools.jackson.core.JsonGenerator;

/// A score for machines.
public final class ScoreJson {
  private ScoreJson() {}

  /// Writes the score as one object, the worst mistakes left out.
  public static void write(JsonGenerator json, Score score) {
    json.writeStartObject();
    rates(json, "micro", score.all());
    rates(json, "without_number", score.withoutNumber());
    group(json, "kinds", score.byKind());
    group(json, "kinds_numbered", score.numbered());
    group(json, "subtypes", score.bySubtype());
    json.writeNumberProperty("receipts", score.receipts());
    json.writeNumberProperty("false_alarms", score.alarms());
    json.writeNumberProperty("false_alarms_per_10000", score.alarmsPer10000());
    json.writeNumberProperty("matches", score.automatic().matches());
    json.writeNumberProperty("automatic_matches", score.automatic().automatic());
    json.writeNumberProperty("wrong_automatic_matches", score.automatic().wrong());
    json.writeNumberProperty("calibration_error", score.calibration().error());
    calibration(json, score.calibration());
    json.writeObjectPropertyStart("confusion");
    score.confusion().forEach(json::writeNumberProperty);
    json.writeEndObject();
    json.writeNumberProperty("right", score.details().claims());
    json.writeNumberProperty("amount_right", score.details().amount());
    json.writeNumberProperty("receipts_right", score.details().receipts());
    json.writeNumberProperty("orders_right", score.details().orders());
    json.writeEndObject();
  }

  private static void group(JsonGenerator json, String name, Map<?, Rates> group) {
    json.writeObjectPropertyStart(name);
    group.forEach((key, rates) -> rates(json, key.toString(), rates));
    json.writeEndObject();
  }

  private static void rates(JsonGenerator json, String name, Rates rates) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("found", rates.found());
    json.writeNumberProperty("wrong", rates.wrong());
    json.writeNumberProperty("missed", rates.missed());
    json.writeNumberProperty("precision", rates.precision());
    json.writeNumberProperty("recall", rates.recall());
    json.writeNumberProperty("f1", rates.f1());
    json.writeEndObject();
  }

  private static void calibration(JsonGenerator json, Calibration calibration) {
    json.writeArrayPropertyStart("calibration");
    for (Calibration.Bin bin : calibration.bins()) {
      json.writeStartObject();
      json.writeNumberProperty("from", bin.from());
      json.writeNumberProperty("to", bin.to());
      json.writeNumberProperty("rows", bin.cases());
      json.writeNumberProperty("stated", bin.stated());
      json.writeNumberProperty("right", bin.right());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
