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
  private final Path home;
  private final Path work;
  private final int threads;

  /// A trial that works in one folder.
  public Trial(Path home, Path work, int threads) {
    this.home = home;
    this.work = work;
    this.threads = threads;
  }

  /// The scores of each, all months together, by name.
  public Map<String, Score> run(List<Setting> months, PrintStream out, PrintStream progress)
      throws IOException, InterruptedException {
    Map<String, List<Score>> scores = new LinkedHashMap<>();
    for (Setting month : months) {
      progress.println("making seed " + month.seed());
      World.Made made = World.make(month, work.resolve("seed-" + month.seed()));
      Contestants all =
          new Contestants(home, work.resolve("runs-" + month.seed()), threads);
      List<Contestant> both = List.of(all.guiwei(made.in(), Optional.empty()), all.rules(made.in()));
      Workload workload = Workload.of(made.in(), made.orders(), made.payments());
      Race race =
          Race.run(workload, both, 1, work.resolve("runs-" + month.seed()), progress::println);
      race.failed().forEach((who, why) -> out.println(who.name() + " failed: " + why));
      for (Contestant contestant : race.runs().keySet()) {
        scores
            .computeIfAbsent(contestant.name(), name -> new ArrayList<>())
            .add(Score.of(contestant.out(), made.truth()));
      }
    }
    Map<String, Score> together = new LinkedHashMap<>();
    scores.forEach((name, each) -> together.put(name, Score.together(each)));
    return together;
  }
}
