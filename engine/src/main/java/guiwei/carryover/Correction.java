package guiwei.carryover;

import guiwei.source.Source;
import guiwei.table.Hash;
import guiwei.table.Layout;
import guiwei.table.Num;
import guiwei.table.Row;
import guiwei.table.Text;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Whether a file takes the place of another one of the same format whose days it covers: it holds
/// at least half of the other's rows by their numbers, and what it lacks of them is not just what
/// an export with a filter leaves out (a store, a terminal, an account, refunds, open orders).
final class Correction {
  private final Source newer;
  private final List<Layout> layouts;
  private @Nullable Rows now;

  Correction(Source newer, List<Layout> layouts) {
    this.newer = newer;
    this.layouts = layouts;
  }

  /// What a new file is to a kept one.
  enum Verdict {
    /// Another matter: both count.
    UNRELATED,
    /// The kept one, filtered: both count, and equal rows count once.
    PART,
    /// The kept one as it should have been, or as it is by now.
    CORRECTION
  }

  /// Both files are read again; few files have days in common.
  Verdict of(Source kept) throws IOException {
    if (now == null) {
      now = Rows.of(newer, layouts);
    }
    return compare(now, Rows.of(kept, layouts));
  }

  private static Verdict compare(Rows now, Rows before) {
    long[] numbers = Arrays.copyOf(now.numbers, now.count);
    Arrays.sort(numbers);
    int common = 0;
    Rows missing = new Rows();
    for (int i = 0; i < before.count; i++) {
      if (Arrays.binarySearch(numbers, before.numbers[i]) >= 0) {
        common++;
      } else {
        missing.add(before.numbers[i], before.facets, i * Rows.FACETS);
      }
    }
    if (before.count == 0 || common * 2L < before.count) {
      return Verdict.UNRELATED;
    }
    return missing.count > 0 && filtered(missing, now) ? Verdict.PART : Verdict.CORRECTION;
  }

  private static boolean filtered(Rows missing, Rows now) {
    for (int facet = 0; facet < Rows.FACETS; facet++) {
      Set<Long> left = now.values(facet);
      if (missing.values(facet).stream().noneMatch(left::contains)) {
        return true;
      }
    }
    return false;
  }

  /// The rows of a file as hashes: of what names the row, and of what exports filter by.
  private static final class Rows {
    static final int FACETS = 5;

    private long[] numbers = new long[256];
    private long[] facets = new long[256 * FACETS];
    private int count;
    private final long[] scratch = new long[FACETS];

    static Rows of(Source source, List<Layout> layouts) throws IOException {
      Rows rows = new Rows();
      Looked.at(source, layouts, rows::take);
      return rows;
    }

    private void take(Row row) {
      long number = row.has(Text.ID) ? hash(row, Text.ID) : hash(row, Text.REFERENCE);
      if (!row.has(Text.ID)) {
        number = Hash.mix(number, Hash.mix(row.epochSecond, row.figure(Num.AMOUNT)));
      }
      scratch[0] = row.kind.ordinal() + 32L * row.state.ordinal() + 1024L * row.book.ordinal();
      scratch[1] = hash(row, Text.STORE);
      scratch[2] = hash(row, Text.TERMINAL);
      scratch[3] = hash(row, Text.ACCOUNT);
      scratch[4] = row.channel.ordinal();
      add(Hash.mix(number, row.side.ordinal() * 64L + row.kind.ordinal()), scratch, 0);
    }

    private static long hash(Row row, Text text) {
      return Hash.of(row.bytes, row.from(text), row.to(text));
    }

    private void add(long number, long[] from, int at) {
      if (count == numbers.length) {
        numbers = Arrays.copyOf(numbers, count * 2);
        facets = Arrays.copyOf(facets, count * 2 * FACETS);
      }
      System.arraycopy(from, at, facets, count * FACETS, FACETS);
      numbers[count++] = number;
    }

    private Set<Long> values(int facet) {
      Set<Long> values = new HashSet<>();
      for (int i = 0; i < count; i++) {
        values.add(facets[i * FACETS + facet]);
      }
      return values;
    }
  }
}
