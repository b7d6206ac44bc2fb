package guiwei.sift;

import guiwei.table.Book;
import guiwei.table.Locator;
import guiwei.table.Mapping;
import guiwei.table.Reading;
import guiwei.table.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Rows that say once more what another row says, because exports overlap: stage 1 lays them
/// aside, so that the run goes on as if they had not been given. Stage 2 does the same with what
/// only the rows as a whole show to be one.
public final class Copies {
  private static final int CHUNK = 20_000;

  private final Map<Integer, Long> byFile = new TreeMap<>();
  private final Sums nets = new Sums();

  private Copies() {}

  static Copies of(Grouping[] groups, Intake intake, Crew crew, Desk desk) {
    Copies copies = new Copies();
    long[] places =
        Arrays.stream(groups).flatMapToLong(g -> Arrays.stream(g.copies())).sorted().toArray();
    List<Sums> parts = new ArrayList<>();
    List<Crew.Task> tasks = new ArrayList<>();
    for (int from = 0, to; from < places.length; from = to) {
      int file = Locator.file(places[from]);
      Intake.Entry entry = intake.entries().get(file);
      int most = entry.source.plain().isPresent() ? from + CHUNK : places.length;
      to = from;
      while (to < places.length && to < most && Locator.file(places[to]) == file) {
        to++;
      }
      copies.byFile.merge(file, (long) (to - from), Long::sum);
      if (!isTraded(entry.reading)) {
        continue;
      }
      Sums part = new Sums();
      parts.add(part);
      int begin = from;
      int end = to;
      tasks.add(
          clerk ->
              new Recall()
                  .read(entry, places, begin, end)
                  .lines
                  .forEach(line -> Nets.takeOut(line, desk.days, desk.accounts, part)));
    }
    crew.run(tasks);
    parts.forEach(copies.nets::addAll);
    return copies;
  }

  /// Whether the file may show what channels traded.
  private static boolean isTraded(@Nullable Reading reading) {
    if (!(reading instanceof Reading.Cut cut)) {
      return true;
    }
    Mapping.Defaults shown = cut.plan().mapping().defaults();
    return shown.side() == Side.LINE && (shown.book() == Book.TRADE || shown.book() == Book.FUND);
  }

  /// How many rows of each file they are, by its number.
  public Map<Integer, Long> byFile() {
    return byFile;
  }

  /// What is to be added to the net of each account's day.
  Sums nets() {
    return nets;
  }
}
