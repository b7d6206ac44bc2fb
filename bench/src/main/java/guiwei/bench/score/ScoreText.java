package guiwei.bench.score;

import static guiwei.bench.grid.Grid.decimal;
import static guiwei.bench.grid.Grid.figure;

import guiwei.bench.grid.Grid;
import guiwei.outcome.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A score as tables for people. Counts below a hundred come with Wilson's 95% interval.
public final class ScoreText {
  private static final int SMALL = 100;

  private ScoreText() {}

  /// The whole score.
  ///
  /// @param worst how many of each sort of mistake are listed
  public static String of(String title, Score score, int worst) {
    List<String> lines = new ArrayList<>();
    lines.add(title);
    lines.add("");
    lines.addAll(kinds(score));
    lines.add("");
    lines.addAll(facts(score));
    lines.add("");
    lines.addAll(subtypes(score));
    lines.add("");
    lines.add("right of said, by kind and reason");
    score
        .byReason()
        .forEach(
            (name, r) -> lines.add(name + " = " + r.found() + " of " + (r.found() + r.wrong())));
    lines.add("");
    lines.add("planted -> said, where they differ");
    Grid confusion = new Grid();
    score.confusion().forEach((what, count) -> confusion.row(count, what));
    lines.addAll(confusion.lines());
    lines.add("");
    lines.addAll(calibration(score.calibration()));
    lines.addAll(misses(score, worst));
    return String.join("\n", lines) + "\n";
  }

  /// The F1 of several scores of the same worlds, side by side.
  public static String beside(Map<String, Score> scores) {
    Grid grid = new Grid();
    side(grid, "F1", scores, null);
    for (Kind kind : Kind.values()) {
      if (scores.values().stream().anyMatch(score -> score.byKind().containsKey(kind))) {
        side(
            grid,
            kind.name(),
            scores,
            score -> figure(score.byKind().getOrDefault(kind, Rates.NONE).f1(), 4));
      }
    }
    side(grid, "without any number", scores, score -> figure(score.withoutNumber().f1(), 4));
    side(grid, "all (micro)", scores, score -> figure(score.all().f1(), 4));
    side(grid, "precision", scores, score -> figure(score.all().precision(), 4));
    side(grid, "false alarms / 10,000", scores, score -> figure(score.alarmsPer10000(), 2));
    side(
        grid,
        "wrong automatic matches",
        scores,
        score -> new Grid.Figure("" + score.automatic().wrong()));
    side(grid, "calibration error", scores, score -> figure(score.calibration().error(), 4));
    return String.join("\n", grid.lines()) + "\n";
  }

  private static void side(
      Grid grid,
      String name,
      Map<String, Score> scores,
      @Nullable Function<Score, Grid.Figure> figure) {
    List<Object> row = new ArrayList<>(List.of(name));
    scores.forEach(
        (who, score) -> row.add(figure == null ? new Grid.Figure(who) : figure.apply(score)));
    grid.row(row.toArray());
  }

  private static List<String> kinds(Score score) {
    Grid grid =
        new Grid()
            .row(
                "kind",
                new Grid.Figure("planted"),
                new Grid.Figure("precision"),
                new Grid.Figure("recall"),
                new Grid.Figure("F1"),
                new Grid.Figure("numbered"),
                "");
    score
        .byKind()
        .forEach(
            (kind, rates) -> {
              Rates numbered = score.numbered().getOrDefault(kind, Rates.NONE);
              row(grid, kind.name(), rates, figure(numbered.f1(), 4));
            });
    row(grid, "without any number", score.withoutNumber(), new Grid.Figure(""));
    row(grid, "all (micro)", score.all(), new Grid.Figure(""));
    return grid.lines();
  }

  private static void row(Grid grid, String name, Rates r, Grid.Figure numbered) {
    grid.row(
        name,
        r.truth(),
        figure(r.precision(), 4),
        figure(r.recall(), 4),
        figure(r.f1(), 4),
        numbered,
        interval(r));
  }

  private static String interval(Rates r) {
    return r.truth() >= SMALL
        ? ""
        : "P " + words(r.precisionInterval()) + " R " + words(r.recallInterval());
  }

  private static String words(Rates.Interval interval) {
    return decimal(interval.low(), 2) + "-" + decimal(interval.high(), 2);
  }

  private static List<String> facts(Score score) {
    Score.Details d = score.details();
    Score.Automatic a = score.automatic();
    return new Grid()
        .row("false alarms per 10,000 receipts", figure(score.alarmsPer10000(), 2), alarms(score))
        .row("wrong automatic matches", a.wrong(), "of " + a.automatic() + " of " + a.matches())
        .row("calibration error", figure(score.calibration().error(), 4))
        .row("claims of the right kind", d.claims(), "")
        .row("  with the right amount", d.amount(), "")
        .row("  with the right receipts", d.receipts(), "")
        .row("  with the right orders", d.orders(), "")
        .lines();
  }

  private static String alarms(Score score) {
    return score.alarms() + " on " + score.receipts();
  }

  private static List<String> subtypes(Score score) {
    Grid grid = new Grid().row("subtype", new Grid.Figure("planted"), new Grid.Figure("recall"));
    score.bySubtype().forEach((name, r) -> grid.row(name, r.truth(), figure(r.recall(), 4)));
    return grid.lines();
  }

  private static List<String> calibration(Calibration calibration) {
    Grid grid =
        new Grid()
            .row(
                "probability",
                new Grid.Figure("rows"),
                new Grid.Figure("stated"),
                new Grid.Figure("right"));
    for (Calibration.Bin bin : calibration.bins()) {
      grid.row(
          decimal(bin.from(), 2) + " to " + decimal(bin.to(), 2),
          bin.cases(),
          figure(bin.stated(), 4),
          figure(bin.right(), 4));
    }
    return grid.lines();
  }

  private static List<String> misses(Score score, int worst) {
    Map<String, Grid> grids = new java.util.TreeMap<>();
    Map<String, Integer> shown = new HashMap<>();
    for (Score.Miss miss : score.misses()) {
      if (shown.merge(miss.what(), 1, Integer::sum) <= worst) {
        grids
            .computeIfAbsent(miss.what(), what -> new Grid())
            .row(
                "  " + miss.kind(),
                figure(miss.probability(), 3),
                miss.amountMinor(),
                miss.where(),
                miss.note());
      }
    }
    List<String> lines = new ArrayList<>();
    grids.forEach(
        (what, grid) -> {
          lines.add("");
          lines.add(what + ", the worst of " + shown.get(what));
          lines.addAll(grid.lines());
        });
    return lines;
  }
}
