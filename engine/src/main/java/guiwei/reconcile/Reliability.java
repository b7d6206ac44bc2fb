package guiwei.reconcile;

import guiwei.outcome.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/// How often what is said for a reason turned out to be so, counted on generated months: the
/// probability of findings that no figure of the case at hand can weigh.
///
/// The table `reliability.properties` tells its origin; `docs/bench.md` tells how it is made.
final class Reliability {
  private static final Map<String, Double> TABLE = read();

  /// What is stated for a reason that the table does not know.
  private static final double UNKNOWN = 0.9;

  private Reliability() {}

  /// The probability of a finding of this kind for this reason.
  static double of(Kind kind, String reason) {
    return TABLE.getOrDefault(kind + "." + reason, UNKNOWN);
  }

  private static Map<String, Double> read() {
    Properties counts = new Properties();
    try (InputStream in = Reliability.class.getResourceAsStream("reliability.properties")) {
      if (in == null) {
        throw new IllegalStateException("reliability.properties is missing");
      }
      counts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, Double> table = new HashMap<>();
    for (String key : counts.stringPropertyNames()) {
      String[] rightOfSaid = counts.getProperty(key).strip().split(" of ", 2);
      double right = Double.parseDouble(rightOfSaid[0]);
      double said = Double.parseDouble(rightOfSaid[1]);
      // half a case each way: ten of ten is not certainty
      table.put(key, (right + 0.5) / (said + 1));
    }
    return table;
  }
}
