package guiwei.bench;

import static guiwei.bench.grid.Grid.figure;

import guiwei.bench.grid.Grid;
import guiwei.bench.score.Month;
import guiwei.bench.score.Score;
import guiwei.bench.score.ScoreText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `guiwei bench months`: Guiwei on the months of other merchants that the project keeps.
final class MonthsCommand {
  private static final List<String> KNOWN = List.of("--only", "--misses");

  private MonthsCommand() {}

  /// Whether every month holds what is asked of it.
  static boolean run(List<String> args) throws Exception {
    Options options = Options.of(args, KNOWN);
    int misses = Integer.parseInt(options.text("--misses", "0"));
    List<String> only = options.list("--only", "");
    Grid table = new Grid().row("month", "F1", "precision", "alarms", "wrong matches", "ECE", "");
    boolean good = true;
    for (Month month : Month.all(Folders.home().resolve("bench/months"))) {
      if (!only.isEmpty() && !only.contains(month.name())) {
        continue;
      }
      Score score = score(month);
      good &= month.holds(score);
      table.row(
          month.name(),
          figure(score.all().f1(), 4),
          figure(score.all().precision(), 4),
          score.alarms(),
          score.automatic().wrong(),
          figure(score.calibration().error(), 3),
          month.holds(score) ? "" : "worse than it was");
      if (misses > 0) {
        System.out.println(ScoreText.of(month.name(), score, misses));
      }
    }
    table.lines().forEach(System.out::println);
    return good;
  }

  private static Score score(Month month) throws IOException {
    Path work = Folders.work(Optional.empty());
    try {
      return month.score(work);
    } finally {
      Folders.delete(work);
    }
  }
}
