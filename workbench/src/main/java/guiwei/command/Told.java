package guiwei.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// A discrepancy as an earlier run wrote it: an object with values, lists of values, and rows.
///
/// @param values every single value as text
/// @param lists every list of values
/// @param rows the objects of the list `lines`
record Told(Map<String, String> values, Map<String, List<String>> lists, List<Told> rows) {
  private static final JsonFactory JSON = new JsonFactory();

  Told {
    values = Map.copyOf(values);
    lists = Map.copyOf(lists);
    rows = List.copyOf(rows);
  }

  /// From one line of `discrepancies.jsonl`.
  static Told of(String line) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
      parser.nextToken();
      return object(parser);
    }
  }

  private static Told object(JsonParser parser) {
    var values = new HashMap<String, String>();
    var lists = new HashMap<String, List<String>>();
    var rows = new ArrayList<Told>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      switch (parser.nextToken()) {
        case START_ARRAY -> lists.put(name, list(parser, name.equals("lines") ? rows : null));
        case START_OBJECT -> object(parser);
        case VALUE_NULL -> {}
        default -> values.put(name, parser.getString());
      }
    }
    return new Told(values, lists, rows);
  }

  private static List<String> list(JsonParser parser, @Nullable List<Told> rows) {
    var list = new ArrayList<String>();
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      if (t == JsonToken.START_OBJECT) {
        Told row = object(parser);
        if (rows != null) {
          rows.add(row);
        }
      } else {
        list.add(parser.getString());
      }
    }
    return list;
  }

  String text(String name) {
    return values.getOrDefault(name, "");
  }

  /// Whether the discrepancy, one of its receipts or one of its orders has this number.
  boolean names(String id) {
    return text("id").equals(id)
        || lists.values().stream().anyMatch(list -> list.contains(id))
        || rows.stream().anyMatch(row -> row.text("id").equals(id));
  }
}
