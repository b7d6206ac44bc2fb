package guiwei.report;

import guiwei.outcome.Discrepancy;
import guiwei.outcome.Kind;
import guiwei.outcome.Reason;
import guiwei.outcome.Result;
import guiwei.table.Channel;
import guiwei.table.Currencies;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;

/// What the page's table is made from: the words of both languages and the discrepancies, the
/// largest first, rivals within their likeliest reading.
final class PageData {
  /// More than this would make the page slow to open.
  static final int LIMIT = 20_000;

  private final Result result;
  private final List<Figures.Day> days;
  private final List<List<Discrepancy>> largest;

  PageData(Result result, List<Figures.Day> days) {
    this.result = result;
    this.days = days;
    this.largest = Figures.largestFirst(result);
  }

  /// How many discrepancies there are, rivals counted once.
  int count() {
    return largest.size();
  }

  /// Writes the data as JSON that may stand in a script element.
  void write(OutputStream out, Words words, String title) throws IOException {
    Json.writeInPage(out, json -> write(json, words, title));
  }

  private void write(JsonGenerator json, Words words, String title) {
    json.writeStartObject();
    json.writeStringProperty("lang", words.language());
    json.writeStringProperty("title", title);
    json.writeStringProperty("currency", days.isEmpty() ? "CNY" : days.getFirst().currency());
    json.writeNumberProperty("currencies", days.size());
    digits(json);
    words(json);
    List<List<Discrepancy>> rows = largest.subList(0, Math.min(LIMIT, largest.size()));
    Json.list(
        json,
        "kinds",
        Arrays.stream(Kind.values())
            .filter(kind -> rows.stream().anyMatch(row -> row.getFirst().kind() == kind))
            .map(Kind::name)
            .toList());
    Json.list(
        json,
        "channels",
        Arrays.stream(Channel.values())
            .filter(channel -> rows.stream().anyMatch(row -> row.getFirst().channel() == channel))
            .map(Channel::name)
            .toList());
    json.writeArrayPropertyStart("rows");
    rows.forEach(rivals -> row(json, rivals));
    json.writeEndArray();
    json.writeEndObject();
  }

  private void digits(JsonGenerator json) {
    TreeSet<String> currencies = new TreeSet<>();
    currencies.add("CNY");
    for (Discrepancy found : result.discrepancies()) {
      currencies.add(found.currency());
      found.lines().forEach(line -> currencies.add(line.currency()));
    }
    json.writeObjectPropertyStart("digits");
    for (String currency : currencies) {
      json.writeNumberProperty(currency, Currencies.digits(Currencies.pack(currency)));
    }
    json.writeEndObject();
  }

  private static void words(JsonGenerator json) {
    json.writeObjectPropertyStart("words");
    for (Words words : Words.all()) {
      json.writeObjectPropertyStart(words.language());
      new TreeSet<>(words.keys()).forEach(key -> json.writeStringProperty(key, words.raw(key)));
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void row(JsonGenerator json, List<Discrepancy> rivals) {
    Discrepancy found = rivals.getFirst();
    json.writeStartObject();
    json.writeStringProperty("i", found.id());
    reading(json, found);
    json.writeNumberProperty("a", found.amountMinor());
    json.writeStringProperty("c", found.currency());
    json.writeStringProperty("ch", found.channel().name());
    json.writeStringProperty("ac", found.account());
    json.writeStringProperty("s", found.store());
    json.writeStringProperty("r", found.primaryReceipt());
    Json.list(json, "rs", found.receipts());
    Json.list(json, "o", found.orders());
    json.writeStringProperty("t", DiscrepancyRow.time(found.firstTime()));
    reasons(json, found.reasons());
    evidence(json, found.lines());
    json.writeArrayPropertyStart("rivals");
    for (Discrepancy rival : rivals.subList(1, rivals.size())) {
      json.writeStartObject();
      reading(json, rival);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /// What rivals differ in.
  private static void reading(JsonGenerator json, Discrepancy found) {
    json.writeStringProperty("k", found.kind().name());
    json.writeNumberProperty("p", DiscrepancyRow.probability(found.probability()));
    Json.list(json, "m", found.meantOrders());
  }

  private static void reasons(JsonGenerator json, List<Reason> reasons) {
    json.writeArrayPropertyStart("w");
    for (Reason reason : reasons) {
      json.writeStartArray();
      json.writeString(reason.key());
      reason.values().forEach(json::writeString);
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void evidence(JsonGenerator json, List<Discrepancy.Evidence> lines) {
    json.writeArrayPropertyStart("e");
    for (Discrepancy.Evidence line : lines) {
      json.writeStartArray();
      json.writeString(line.role());
      json.writeString(line.id());
      json.writeString(line.time());
      json.writeNumber(line.amountMinor());
      json.writeString(line.currency());
      json.writeString(line.place());
      json.writeEndArray();
    }
    json.writeEndArray();
  }
}
