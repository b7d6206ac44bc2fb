package guiwei.bench.race;

import static guiwei.bench.grid.Grid.decimal;
import static guiwei.bench.grid.Grid.figure;

import guiwei.bench.grid.Grid;
import guiwei.bench.race.Stopwatch.Took;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// A race as tables for people.
final class RaceText {
  private static final double MEGABYTE = 1_000_000.0;

  private RaceText() {}

  static String of(Race race, int threads) {
    List<String> lines = new ArrayList<>();
    lines.add(title(race, threads));
    lines.add("");
    lines.addAll(took(race));
    Optional<Contestant> guiwei =
        race.runs().keySet().stream()
            .filter(contestant -> contestant.name().equals(Contestants.GUIWEI))
            .findFirst();
    guiwei.ifPresent(
        contestant -> {
          lines.add("");
          lines.addAll(ratios(race, contestant));
        });
    race.failed()
        .forEach((contestant, why) -> lines.add("\n" + contestant.name() + " failed: " + why));
    return String.join("\n", lines) + "\n";
  }

  private static String title(Race race, int threads) {
    Workload w = race.workload();
    return w.orders()
        + " orders, "
        + w.payments()
        + " payments, "
        + decimal(w.bytes() / MEGABYTE, 0)
        + " MB, "
        + threads
        + " threads of "
        + Runtime.getRuntime().availableProcessors()
        + " processors; times by "
        + race.stopwatch().words();
  }

  private static List<String> took(Race race) {
    Grid grid =
        new Grid()
            .row(
                "",
                new Grid.Figure("wall s"),
                "min-max",
                new Grid.Figure("CPU s"),
                "min-max",
                new Grid.Figure("peak MB"),
                new Grid.Figure("runs"),
                "");
    race.runs()
        .forEach(
            (contestant, runs) -> {
              Spread wall = Spread.of(runs, Took::wallSeconds);
              Spread cpu = Spread.of(runs, Took::cpuSeconds);
              Spread peak = Spread.of(runs, took -> took.peakBytes() / MEGABYTE);
              grid.row(
                  contestant.name(),
                  figure(wall.median(), 2),
                  range(wall),
                  figure(cpu.median(), 2),
                  range(cpu),
                  figure(peak.max(), 0),
                  runs.size(),
                  contestant.does());
            });
    return grid.lines();
  }

  private static List<String> ratios(Race race, Contestant guiwei) {
    Grid grid =
        new Grid()
            .row(
                "guiwei /",
                new Grid.Figure("wall"),
                "in rounds, min median max",
                new Grid.Figure("CPU"),
                "in rounds, min median max");
    List<Took> own = race.runs().getOrDefault(guiwei, List.of());
    race.runs()
        .forEach(
            (other, runs) -> {
              if (!other.equals(guiwei)) {
                grid.row(
                    other.name(),
                    medians(own, runs, Took::wallSeconds),
                    rounds(own, runs, Took::wallSeconds),
                    medians(own, runs, Took::cpuSeconds),
                    rounds(own, runs, Took::cpuSeconds));
              }
            });
    return grid.lines();
  }

  private static Grid.Figure medians(
      List<Took> over, List<Took> under, ToDoubleFunction<Took> what) {
    return figure(Spread.of(over, what).median() / Spread.of(under, what).median(), 3);
  }

  private static String rounds(List<Took> over, List<Took> under, ToDoubleFunction<Took> what) {
    Spread paired = Spread.paired(over, under, what);
    return decimal(paired.min(), 3)
        + " "
        + decimal(paired.median(), 3)
        + " "
        + decimal(paired.max(), 3);
  }

  private static String range(Spread spread) {
    return decimal(spread.min(), 2) + "-" + decimal(spread.max(), 2);
  }
}
