package guiwei.bench.race;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Several runs of everybody, in turn: A B C A B C. A machine that slows down for a while then
/// slows everybody, and the ratio inside a round stays what it is.
///
/// @param runs what each took, in the order of rounds
/// @param failed of those who did not finish, what they said last
record Race(
    Workload workload,
    Stopwatch stopwatch,
    Map<Contestant, List<Stopwatch.Took>> runs,
    Map<Contestant, String> failed) {

  /// How many of the last lines of a failed run are kept.
  private static final int LAST_LINES = 8;

  static Race run(
      Workload workload,
      List<Contestant> contestants,
      int rounds,
      Path logs,
      Consumer<String> progress)
      throws IOException, InterruptedException {
    Stopwatch stopwatch = Stopwatch.find();
    Map<Contestant, List<Stopwatch.Took>> runs = new LinkedHashMap<>();
    Map<Contestant, String> failed = new LinkedHashMap<>();
    contestants.forEach(contestant -> runs.put(contestant, new ArrayList<>()));
    workload.warm();
    for (int round = 1; round <= rounds; round++) {
      for (Contestant contestant : contestants) {
        if (failed.containsKey(contestant)) {
          continue;
        }
        progress.accept("round " + round + " of " + rounds + ": " + contestant.name());
        Path log = logs.resolve(contestant.name().replace(' ', '-') + ".log");
        clear(contestant.out());
        Stopwatch.Took took = stopwatch.time(contestant.command(), log, Map.of(), logs);
        if (contestant.good().contains(took.exit())) {
          runs.computeIfAbsent(contestant, c -> new ArrayList<>()).add(took);
        } else {
          failed.put(contestant, "exit " + took.exit() + "\n" + lastLines(log));
          runs.remove(contestant);
        }
      }
    }
    return new Race(workload, stopwatch, runs, failed);
  }

  private static String lastLines(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }

  private static void clear(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
