package guiwei.bench.race;

import guiwei.bench.score.Score;
import guiwei.world.Setting;
import guiwei.world.World;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Made-up months, each read by Guiwei and by the SQL rules, each scored against its truth.
public final class Trial {
  /// All months together, by name.
  ///
  /// @param finished whether everybody got through every month
  public record Outcome(Map<String, Score> scores, boolean finished) {}

  private final Path home;
  private final Path work;
  private final int threads;

  /// A trial that works in one folder.
  public Trial(Path home, Path work, int threads) {
    this.home = home;
    this.work = work;
    this.threads = threads;
  }

  /// Makes each month, lets both read it, and scores them.
  public Outcome run(List<Setting> months, PrintStream out, PrintStream progress)
      throws IOException, InterruptedException {
    Map<String, List<Score>> scores = new LinkedHashMap<>();
    boolean finished = true;
    for (Setting month : months) {
      Path folder = work.resolve("seed-" + month.seed());
      progress.println("making seed " + month.seed());
      World.Made made = World.make(month, folder.resolve("world"));
      Race race = race(month, made, folder, progress);
      finished &= race.failed().isEmpty();
      race.failed().forEach((who, why) -> out.println(who.name() + " failed: " + why));
      for (Contestant contestant : race.runs().keySet()) {
        scores
            .computeIfAbsent(contestant.name(), name -> new ArrayList<>())
            .add(Score.of(contestant.out(), made.truth()));
      }
    }
    Map<String, Score> together = new LinkedHashMap<>();
    scores.forEach((name, each) -> together.put(name, Score.together(each)));
    return new Outcome(together, finished);
  }

  private Race race(Setting month, World.Made made, Path folder, PrintStream progress)
      throws IOException, InterruptedException {
    Contestants all = new Contestants(home, folder.resolve("runs"), threads);
    all.build();
    Contestant rules = all.rules(made.in());
    if (!month.isLean()) {
      Path unpacked = folder.resolve("unpacked");
      Unpack.unpack(made.in(), unpacked);
      rules = all.fullRules(unpacked);
    }
    List<Contestant> both = List.of(all.guiwei(made.in(), Optional.empty()), rules);
    Workload workload = Workload.of(made.in(), made.orders(), made.payments());
    return Race.run(workload, both, 1, folder.resolve("runs"), progress::println);
  }
}
