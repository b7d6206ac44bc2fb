package guiwei.sift;

import guiwei.table.BadRow;
import guiwei.table.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.PriorityQueue;
import java.util.TreeSet;

/// The first thousand rows that could not be read, by file and place, whoever read them.
final class BadRows {
  private static final int MOST = 1000;

  private static final Comparator<Kept> PLACE =
      Comparator.comparing((Kept k) -> k.row.file()).thenComparingLong(k -> k.row.line());

  /// A row by its place in the file: the byte offset in delimited text.
  private record Kept(BadRow row, int file) {}

  /// The last one on top.
  private final PriorityQueue<Kept> kept = new PriorityQueue<>(PLACE.reversed());

  void add(BadRow row, int file) {
    kept.add(new Kept(row, file));
    if (kept.size() > MOST) {
      kept.remove();
    }
  }

  /// Forgets a file that is read again.
  void forget(int file) {
    kept.removeIf(k -> k.file == file);
  }

  /// The first of all clerks' rows that count or tell why a file was refused, with line numbers
  /// instead of byte offsets.
  static List<BadRow> of(Crew crew, Intake intake) {
    List<Kept> first =
        crew.clerks().stream()
            .flatMap(clerk -> clerk.bad.kept.stream())
            .sorted(PLACE)
            .limit(MOST)
            .toList();
    Map<Integer, List<BadRow>> byFile = new HashMap<>();
    first.forEach(k -> byFile.computeIfAbsent(k.file, f -> new ArrayList<>()).add(k.row));
    List<BadRow> bad = new ArrayList<>();
    byFile.forEach((file, rows) -> bad.addAll(counted(intake.entries().get(file), rows)));
    bad.sort(Comparator.comparing(BadRow::file).thenComparingLong(BadRow::line));
    return bad;
  }

  private static List<BadRow> counted(Intake.Entry entry, List<BadRow> rows) {
    if (!(entry.reading instanceof Reading.Cut)) {
      return rows;
    }
    NavigableSet<Long> offsets = new TreeSet<>();
    rows.forEach(row -> offsets.add(row.line()));
    Map<Long, Long> lines = LineNumbers.count(entry.source, offsets);
    return rows.stream().map(row -> row.atLine(lines.getOrDefault(row.line(), 1L))).toList();
  }
}
