package guiwei.reconcile;

import guiwei.table.Locator;
import guiwei.table.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/// Turns locators into places a person can open: `file:line`, or `file#record` where the file
/// has no lines. Lines are counted once per file, and only for the rows that are told of.
final class Whereabouts {
  /// Beyond this size nobody waits for lines to be counted: the byte's place is told instead.
  private static final long LARGEST = 1L << 30;

  private final Intake intake;
  private final Map<Long, String> places = new HashMap<>();

  Whereabouts(Intake intake) {
    this.intake = intake;
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
    wanted.forEach((file, offsets) -> find(intake.entries().get(file), offsets));
    List<Discrepancy> readable = new ArrayList<>();
    discrepancies.forEach(d -> readable.add(d.at(l -> places.getOrDefault(l, ""))));
    return readable;
  }

  private void find(Intake.Entry entry, NavigableSet<Long> offsets) {
    if (!(entry.reading instanceof Reading.Cut)) {
      offsets.forEach(o -> put(entry, o, "#" + (o + 1)));
    } else if (entry.source.size() > LARGEST) {
      offsets.forEach(o -> put(entry, o, "@" + o));
    } else {
      count(entry, offsets);
    }
  }

  private void count(Intake.Entry entry, NavigableSet<Long> offsets) {
    List<Long> wanted = List.copyOf(offsets);
    try (InputStream in = entry.source.open()) {
      byte[] buffer = new byte[1 << 16];
      long at = 0;
      long line = 1;
      int next = 0;
      while (next < wanted.size()) {
        int read = in.read(buffer);
        if (read < 0) {
          return;
        }
        int from = 0;
        while (next < wanted.size() && wanted.get(next) < at + read) {
          int to = (int) (wanted.get(next) - at);
          line += lineEnds(buffer, from, to);
          from = to;
          put(entry, wanted.get(next++), ":" + line);
        }
        line += lineEnds(buffer, from, read);
        at += read;
      }
    } catch (IOException gone) {
      throw new java.io.UncheckedIOException(entry.source.name() + " cannot be read again", gone);
    }
  }

  private static int lineEnds(byte[] bytes, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += bytes[i] == '\n' ? 1 : 0;
    }
    return count;
  }

  private void put(Intake.Entry entry, long offset, String suffix) {
    places.put(Locator.of(entry.number, offset), entry.source.name() + suffix);
  }
}
