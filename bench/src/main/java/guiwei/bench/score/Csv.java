package guiwei.bench.score;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Reads a result or truth file row by row, fields by heading (RFC 4180, UTF-8, header first).
final class Csv {
  /// One row. A heading that the file does not have is a failure, not an empty value.
  record Line(Path file, long number, Map<String, Integer> headings, List<String> fields) {
    String get(String heading) {
      Integer index = headings.get(heading);
      if (index == null) {
        throw new IllegalArgumentException(file + " has no column " + heading);
      }
      if (index >= fields.size()) {
        throw new IllegalArgumentException(file + ":" + number + " ends before " + heading);
      }
      return fields.get(index);
    }

    /// The value, or empty when the file has no such column.
    String getIfPresent(String heading) {
      return headings.containsKey(heading) ? get(heading) : "";
    }

    /// Values joined by `;`, empty ones left out.
    List<String> list(String heading) {
      String joined = get(heading);
      if (joined.isEmpty()) {
        return List.of();
      }
      List<String> values = new ArrayList<>(1);
      int from = 0;
      for (int to; (to = joined.indexOf(';', from)) >= 0; from = to + 1) {
        addUnlessBlank(values, joined.substring(from, to));
      }
      addUnlessBlank(values, joined.substring(from));
      return values;
    }

    private static void addUnlessBlank(List<String> values, String value) {
      if (!value.isBlank()) {
        values.add(value.strip());
      }
    }

    long minor(String heading) {
      try {
        return Long.parseLong(get(heading));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(
            file + ":" + number + " " + heading + " is no whole number: " + get(heading), e);
      }
    }
  }

  private Csv() {}

  static void read(Path file, Consumer<Line> taker) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(file)) {
      List<String> header = next(in);
      if (header == null) {
        throw new IllegalArgumentException(file + " is empty");
      }
      Map<String, Integer> headings = new HashMap<>();
      for (String heading : header) {
        headings.put(heading.replace("\uFEFF", ""), headings.size());
      }
      long number = 1;
      for (List<String> fields; (fields = next(in)) != null; ) {
        number++;
        if (fields.size() > 1 || !fields.getFirst().isEmpty()) {
          taker.accept(new Line(file, number, headings, fields));
        }
      }
    }
  }

  private static @org.jspecify.annotations.Nullable List<String> next(BufferedReader in)
      throws IOException {
    String line = in.readLine();
    if (line == null) {
      return null;
    }
    List<String> fields = new ArrayList<>();
    int at = 0;
    while (true) {
      if (at < line.length() && line.charAt(at) == '"') {
        StringBuilder value = new StringBuilder();
        at++;
        while (true) {
          int quote = line.indexOf('"', at);
          if (quote < 0) {
            value.append(line, at, line.length()).append('\n');
            line = in.readLine();
            if (line == null) {
              throw new IllegalArgumentException("the file ends inside a quoted value");
            }
            at = 0;
          } else if (quote + 1 < line.length() && line.charAt(quote + 1) == '"') {
            value.append(line, at, quote + 1);
            at = quote + 2;
          } else {
            value.append(line, at, quote);
            at = quote + 1;
            break;
          }
        }
        fields.add(value.toString());
      } else {
        int comma = line.indexOf(',', at);
        int end = comma < 0 ? line.length() : comma;
        fields.add(line.substring(at, end));
        at = end;
      }
      if (at >= line.length()) {
        return fields;
      }
      at++;
    }
  }
}
