package guiwei.report;

import guiwei.outcome.FileReport;
import guiwei.outcome.Gap;
import guiwei.outcome.Proof;
import guiwei.outcome.Result;
import guiwei.outcome.Unordered;
import guiwei.table.BadRow;
import guiwei.table.Footing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// `proof.json`: where every cent is, in both directions, and what became of every file. The
/// fields are listed in `docs/results.md`.
final class ProofJson {
  private ProofJson() {}

  static void write(Result result, Path file) throws IOException {
    Json.write(
        file,
        json -> {
          json.writeStartObject();
          json.writeNumberProperty("version", 1);
          fields(json, result);
          json.writeEndObject();
        });
  }

  /// The fields of the proof within an object that is open.
  static void fields(JsonGenerator json, Result result) {
    received(json, result.proof().received());
    givenBack(json, result.proof().givenBack());
    expected(json, result.proof().expected());
    kinds(json, result.proof().kinds());
    rules(json, result);
    decisions(json, result.decided());
    gaps(json, result.gaps());
    unordered(json, result.unordered());
    files(json, result.files());
    badRows(json, result.badRows());
  }

  private static void received(JsonGenerator json, List<Proof.Received> rows) {
    json.writeArrayPropertyStart("received");
    for (Proof.Received row : rows) {
      json.writeStartObject();
      json.writeStringProperty("channel", row.channel().word());
      json.writeStringProperty("account", row.account());
      json.writeStringProperty("currency", row.currency());
      json.writeNumberProperty("rows", row.rows());
      json.writeNumberProperty("received_minor", row.receivedMinor());
      json.writeNumberProperty("matched_rows", row.matchedRows());
      json.writeNumberProperty("matched_minor", row.matchedMinor());
      json.writeNumberProperty("discrepant_rows", row.discrepantRows());
      json.writeNumberProperty("discrepant_minor", row.discrepantMinor());
      json.writeNumberProperty("suspense_rows", row.suspenseRows());
      json.writeNumberProperty("suspense_minor", row.suspenseMinor());
      json.writeNumberProperty(
          "left_minor",
          row.receivedMinor() - row.matchedMinor() - row.discrepantMinor() - row.suspenseMinor());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void givenBack(JsonGenerator json, List<Proof.GivenBack> rows) {
    json.writeArrayPropertyStart("given_back");
    for (Proof.GivenBack row : rows) {
      json.writeStartObject();
      json.writeStringProperty("channel", row.channel().word());
      json.writeStringProperty("account", row.account());
      json.writeStringProperty("currency", row.currency());
      json.writeNumberProperty("rows", row.rows());
      json.writeNumberProperty("given_minor", row.givenMinor());
      json.writeNumberProperty("matched_rows", row.matchedRows());
      json.writeNumberProperty("matched_minor", row.matchedMinor());
      json.writeNumberProperty("discrepant_rows", row.discrepantRows());
      json.writeNumberProperty("discrepant_minor", row.discrepantMinor());
      json.writeNumberProperty("unexplained_rows", row.unexplainedRows());
      json.writeNumberProperty("unexplained_minor", row.unexplainedMinor());
      json.writeNumberProperty(
          "left_minor",
          row.givenMinor() - row.matchedMinor() - row.discrepantMinor() - row.unexplainedMinor());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void expected(JsonGenerator json, List<Proof.Expected> rows) {
    json.writeArrayPropertyStart("expected");
    for (Proof.Expected row : rows) {
      json.writeStartObject();
      json.writeStringProperty("currency", row.currency());
      json.writeNumberProperty("orders", row.orders());
      json.writeNumberProperty("due_minor", row.dueMinor());
      json.writeNumberProperty("matched_orders", row.matchedOrders());
      json.writeNumberProperty("matched_minor", row.matchedMinor());
      json.writeNumberProperty("discrepant_orders", row.discrepantOrders());
      json.writeNumberProperty("discrepant_minor", row.discrepantMinor());
      json.writeNumberProperty("open_orders", row.openOrders());
      json.writeNumberProperty("open_minor", row.openMinor());
      json.writeNumberProperty("none_orders", row.noneOrders());
      json.writeNumberProperty("none_minor", row.noneMinor());
      json.writeNumberProperty(
          "left_minor",
          row.dueMinor()
              - row.matchedMinor()
              - row.discrepantMinor()
              - row.openMinor()
              - row.noneMinor());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void kinds(JsonGenerator json, List<Proof.Kinds> rows) {
    json.writeArrayPropertyStart("kinds");
    for (Proof.Kinds row : rows) {
      json.writeStartObject();
      json.writeStringProperty("kind", row.kind().name());
      json.writeStringProperty("currency", row.currency());
      json.writeNumberProperty("count", row.count());
      json.writeNumberProperty("amount_minor", row.amountMinor());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void decisions(JsonGenerator json, List<Result.Decided> rows) {
    json.writeArrayPropertyStart("decisions");
    for (Result.Decided row : rows) {
      json.writeStartObject();
      json.writeStringProperty("decision", row.verdict());
      json.writeBooleanProperty("applied", row.applied());
      texts(json, "receipts", row.receipts());
      texts(json, "orders", row.orders());
      json.writeNumberProperty("received_minor", row.receivedMinor());
      json.writeNumberProperty("due_minor", row.dueMinor());
      json.writeNumberProperty("difference_minor", row.differenceMinor());
      json.writeStringProperty("currency", row.currency());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void texts(JsonGenerator json, String name, List<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  private static void rules(JsonGenerator json, Result result) {
    json.writeArrayPropertyStart("matched_by_rule");
    result.matchedByRule().values().stream()
        .sorted(
            Comparator.comparing(Result.RuleCount::rule).thenComparing(Result.RuleCount::currency))
        .forEach(
            row -> {
              json.writeStartObject();
              json.writeStringProperty("rule", row.rule());
              json.writeStringProperty("currency", row.currency());
              json.writeNumberProperty("count", row.count());
              json.writeNumberProperty("amount_minor", row.amountMinor());
              json.writeEndObject();
            });
    json.writeEndArray();
  }

  private static void gaps(JsonGenerator json, List<Gap> gaps) {
    json.writeArrayPropertyStart("gaps");
    for (Gap gap : gaps) {
      json.writeStartObject();
      json.writeStringProperty("account", gap.account());
      json.writeStringProperty("currency", gap.currency());
      json.writeStringProperty("closed", gap.closed().toString());
      json.writeNumberProperty("closing_minor", gap.closingMinor());
      json.writeStringProperty("opens", gap.opens().toString());
      json.writeNumberProperty("opening_minor", gap.openingMinor());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void unordered(JsonGenerator json, List<Unordered> rows) {
    json.writeArrayPropertyStart("unordered");
    for (Unordered row : rows) {
      json.writeStartObject();
      json.writeStringProperty("channel", row.channel().word());
      json.writeStringProperty("account", row.account());
      texts(json, "stores", row.stores());
      json.writeStringProperty("currency", row.currency());
      json.writeStringProperty("first", row.first().toString());
      json.writeStringProperty("last", row.last().toString());
      json.writeNumberProperty("receipts", row.receipts());
      json.writeNumberProperty("amount_minor", row.amountMinor());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void files(JsonGenerator json, List<FileReport> files) {
    json.writeArrayPropertyStart("files");
    for (FileReport file : files) {
      json.writeStartObject();
      json.writeStringProperty("name", file.name());
      json.writeStringProperty("format", file.format());
      json.writeNumberProperty("rows", file.rows());
      json.writeNumberProperty("bad_rows", file.badRows());
      json.writeNumberProperty("repeated_rows", file.repeatedRows());
      json.writeStringProperty("same_as", file.sameAs());
      if (file.refusal() == null) {
        json.writeNullProperty("refusal");
      } else {
        json.writeStringProperty("refusal", file.refusal().name());
      }
      json.writeStringProperty("detail", file.detail());
      texts(json, "passed_over", file.passedOver());
      checks(json, file.checks());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void checks(JsonGenerator json, List<Footing.Check> checks) {
    json.writeArrayPropertyStart("checks");
    for (Footing.Check check : checks) {
      json.writeStartObject();
      json.writeStringProperty("what", check.what());
      json.writeStringProperty("declared", check.declared());
      json.writeStringProperty("found", check.found());
      json.writeBooleanProperty("agrees", check.agrees());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void badRows(JsonGenerator json, List<BadRow> rows) {
    json.writeArrayPropertyStart("bad_rows");
    for (BadRow row : rows) {
      json.writeStartObject();
      json.writeStringProperty("file", row.file());
      json.writeNumberProperty("line", row.line());
      json.writeStringProperty("column", row.column());
      json.writeStringProperty("value", row.value());
      json.writeStringProperty("problem", row.problem().name());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
