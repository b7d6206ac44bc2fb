package guiwei.command;

import guiwei.outcome.Discrepancy;
import guiwei.outcome.Kind;
import guiwei.outcome.Result;
import guiwei.report.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// How a demo's result compares with what was planted. `bench` has the exact scorer; this one shows
/// the idea: a claim is right when it has the kind of a planted mistake and acts on its receipt, or
/// on its order where there is no receipt.
final class Truth {
  private static final int KIND = 1;
  private static final int PRIMARY = 5;
  private static final int ORDERS = 7;

  /// Columns of a terminal for the longest name of a kind.
  private static final int NAME = 26;

  /// How often a kind was planted, said, and said rightly.
  private static final class Count {
    int planted;
    int said;
    int right;
  }

  private final Map<Kind, Count> counts = new EnumMap<>(Kind.class);

  private Truth() {}

  /// Compares the most probable reading of each receipt with the planted mistakes.
  static Truth compare(Result result, Path truth) throws IOException {
    var compared = new Truth();
    Map<String, Integer> planted = compared.planted(truth.resolve("discrepancies.csv"));
    for (Discrepancy said : likeliest(result.discrepancies())) {
      Count count = compared.count(said.kind());
      count.said++;
      String key = key(said.kind().name(), said.primaryReceipt(), said.orders());
      if (planted.merge(key, -1, Integer::sum) >= 0) {
        count.right++;
      }
    }
    return compared;
  }

  private Map<String, Integer> planted(Path file) throws IOException {
    var planted = new HashMap<String, Integer>();
    for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
      String[] cells = line.split(",", -1);
      count(Kind.valueOf(cells[KIND])).planted++;
      List<String> orders = Arrays.asList(cells[ORDERS].split(";", -1));
      planted.merge(key(cells[KIND], cells[PRIMARY], orders), 1, Integer::sum);
    }
    return planted;
  }

  private static String key(String kind, String receipt, List<String> orders) {
    return kind + " " + (receipt.isEmpty() ? orders.stream().sorted().toList() : receipt);
  }

  /// Of rival readings of one receipt, the first of the most probable ones.
  private static List<Discrepancy> likeliest(List<Discrepancy> all) {
    Set<String> seen = new HashSet<>();
    return all.stream()
        .sorted(Comparator.comparingDouble(Discrepancy::probability).reversed())
        .filter(d -> d.primaryReceipt().isEmpty() || seen.add(d.primaryReceipt()))
        .toList();
  }

  private Count count(Kind kind) {
    return counts.computeIfAbsent(kind, k -> new Count());
  }

  /// A small table: per kind and in all, planted, found, precision and recall.
  String text(Words words, Terminal terminal) {
    var text = new StringBuilder("\n").append(terminal.phrases().say("demo.truth")).append('\n');
    String head = terminal.phrases().say("demo.columns");
    text.append("  ").append(" ".repeat(NAME)).append(head).append('\n');
    var all = new Count();
    counts.forEach(
        (kind, count) -> {
          line(text, words.kind(kind), count);
          all.planted += count.planted;
          all.said += count.said;
          all.right += count.right;
        });
    line(text, terminal.phrases().say("demo.all"), all);
    return text.toString();
  }

  private static void line(StringBuilder text, String name, Count count) {
    int wide = (int) name.codePoints().filter(c -> c > 0x2e80).count();
    text.append("  ").append(name).append(" ".repeat(Math.max(1, NAME - name.length() - wide)));
    text.append(
        String.format(
            Locale.ROOT,
            "%8d %8d %10s %8s%n",
            count.planted,
            count.said,
            share(count.right, count.said),
            share(count.right, count.planted)));
  }

  private static String share(int part, int whole) {
    return whole == 0 ? "-" : String.format(Locale.ROOT, "%.1f%%", 100.0 * part / whole);
  }
}
