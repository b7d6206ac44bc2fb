package guiwei.sift;

import guiwei.outcome.Discrepancy;
import guiwei.table.Locator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/// Turns locators into places a person can open: `file:line`, or `file#record` where the file
/// has no lines. Lines are counted once per file, and only for the rows that are told of.
final class Whereabouts {
  private final Intake intake;
  private final Crew crew;
  private final Map<Long, String> places = new ConcurrentHashMap<>();

  Whereabouts(Intake intake, Crew crew) {
    this.intake = intake;
    this.crew = crew;
  }

  /// The same discrepancies with readable places in their evidence.
  List<Discrepancy> of(List<Discrepancy> discrepancies) {
    Map<Integer, TreeSet<Long>> wanted = new HashMap<>();
    for (Discrepancy discrepancy : discrepancies) {
      for (Discrepancy.Evidence line : discrepancy.lines()) {
        long locator = Long.parseLong(line.place());
        wanted
            .computeIfAbsent(Locator.file(locator), f -> new TreeSet<>())
            .add(Locator.place(locator));
      }
    }
    List<Crew.Task> tasks = new ArrayList<>();
    wanted.forEach((file, rows) -> tasks.add(clerk -> look(file, rows)));
    crew.run(tasks);
    List<Discrepancy> readable = new ArrayList<>();
    discrepancies.forEach(d -> readable.add(d.at(l -> places.getOrDefault(l, ""))));
    return readable;
  }

  private void look(int file, NavigableSet<Long> rows) {
    Intake.Entry entry = intake.entries().get(file);
    LineNumbers.of(entry, rows)
        .forEach((row, words) -> places.put(Locator.of(file, row), entry.source.name() + words));
  }
}
