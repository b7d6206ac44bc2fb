package guiwei.bench.score;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The key of the first reason of each row of `discrepancies.jsonl`; nothing where a run writes no
/// such file.
final class FirstReasons {
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]*)\"");
  private static final Pattern KEY = Pattern.compile("\"key\":\"([^\"]*)\"");

  private FirstReasons() {}

  /// Reads them by the row's id.
  static Map<String, String> read(Path file) throws IOException {
    Map<String, String> reasons = new HashMap<>();
    List<String> lines =
        Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    for (String line : lines) {
      Matcher id = ID.matcher(line);
      Matcher key = KEY.matcher(line);
      if (id.find() && key.find()) {
        reasons.put(id.group(1), key.group(1));
      }
    }
    return reasons;
  }
}
