package guiwei.bench.race;

import guiwei.bench.race.Stopwatch.Took;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tools.jackson.core.JsonGenerator;

/// A race for machines: every run of everybody, and the ratios to Guiwei.
final class RaceJson {
  private RaceJson() {}

  static void write(JsonGenerator json, Race race, int threads) {
    json.writeStartObject();
    json.writeNumberProperty("orders", race.workload().orders());
    json.writeNumberProperty("payments", race.workload().payments());
    json.writeNumberProperty("bytes", race.workload().bytes());
    json.writeNumberProperty("threads", threads);
    json.writeNumberProperty("processors", Runtime.getRuntime().availableProcessors());
    json.writeStringProperty("times_by", race.stopwatch().words());
    List<Took> guiwei =
        race.runs().entrySet().stream()
            .filter(entry -> entry.getKey().name().equals(Contestants.GUIWEI))
            .findFirst()
            .map(java.util.Map.Entry::getValue)
            .orElse(List.of());
    json.writeArrayPropertyStart("contestants");
    race.runs().forEach((contestant, runs) -> one(json, contestant, runs, guiwei));
    json.writeEndArray();
    json.writeObjectPropertyStart("failed");
    race.failed().forEach((contestant, why) -> json.writeStringProperty(contestant.name(), why));
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void one(
      JsonGenerator json, Contestant contestant, List<Took> runs, List<Took> guiwei) {
    json.writeStartObject();
    json.writeStringProperty("name", contestant.name());
    figures(json, "wall_seconds", runs, Took::wallSeconds);
    figures(json, "cpu_seconds", runs, Took::cpuSeconds);
    figures(json, "peak_bytes", runs, Took::peakBytes);
    if (!guiwei.isEmpty()) {
      ratio(json, "guiwei_wall_ratio", guiwei, runs, Took::wallSeconds);
      ratio(json, "guiwei_cpu_ratio", guiwei, runs, Took::cpuSeconds);
    }
    json.writeEndObject();
  }

  private static void figures(
      JsonGenerator json, String name, List<Took> runs, ToDoubleFunction<Took> figure) {
    json.writeArrayPropertyStart(name);
    runs.forEach(took -> json.writeNumber(figure.applyAsDouble(took)));
    json.writeEndArray();
  }

  private static void ratio(
      JsonGenerator json,
      String name,
      List<Took> over,
      List<Took> under,
      ToDoubleFunction<Took> figure) {
    Spread paired = Spread.paired(over, under, figure);
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty(
        "of_medians", Spread.of(over, figure).median() / Spread.of(under, figure).median());
    json.writeNumberProperty("min", paired.min());
    json.writeNumberProperty("median", paired.median());
    json.writeNumberProperty("max", paired.max());
    json.writeEndObject();
  }
}
