package guiwei.sift;

import guiwei.outcome.Match;
import guiwei.outcome.MatchSink;
import guiwei.table.Hash;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Pairs that stage 2 settled by the number alone, laid where stage 1 would have put them: which
/// rows stage 1 sends on to learn from depends on who read them first, and must not be seen in the
/// order of the matches.
final class PlainPairs {
  private final List<List<Pair>> byPartition = new ArrayList<>();

  private record Pair(long hash, Match match) {}

  PlainPairs(List<Match> matches) {
    for (int i = 0; i < Shelf.PARTITIONS; i++) {
      byPartition.add(new ArrayList<>());
    }
    for (Match match : matches) {
      if (isPlain(match)) {
        long hash = Hash.of(match.orders().getFirst());
        byPartition.get((int) (hash >>> 56)).add(new Pair(hash, match));
      }
    }
    Comparator<Pair> byHash = (a, b) -> Long.compareUnsigned(a.hash, b.hash);
    byPartition.forEach(
        pairs -> pairs.sort(byHash.thenComparing((Pair pair) -> pair.match.group())));
  }

  /// Whether stage 1 could have made this match.
  static boolean isPlain(Match match) {
    return match.rule().equals(Match.BY_NUMBER)
        && match.receipts().size() == 1
        && match.orders().size() == 1;
  }

  Cursor of(int partition) {
    return new Cursor(byPartition.get(partition));
  }

  /// The pairs of one partition in the order of their numbers' hashes.
  static final class Cursor {
    private final List<Pair> pairs;
    private int at;

    private Cursor(List<Pair> pairs) {
      this.pairs = pairs;
    }

    /// Writes those that stand before this hash.
    void writeBefore(long hash, MatchSink.Part part) throws IOException {
      while (at < pairs.size() && Long.compareUnsigned(pairs.get(at).hash, hash) < 0) {
        part.add(pairs.get(at++).match);
      }
    }

    void writeRest(MatchSink.Part part) throws IOException {
      while (at < pairs.size()) {
        part.add(pairs.get(at++).match);
      }
    }
  }
}
