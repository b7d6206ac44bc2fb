package guiwei.sift;

import java.util.Arrays;
import java.util.stream.LongStream;

/// Finds clean pairs that may be one purchase paid twice as two orders: same payer and amount
/// within minutes. Only suspicion is raised here; stage 2 weighs it against an honest repeat
/// purchase.
///
/// Pairs are noted by clerks as one `long` each, half a hash of payer and amount above the
/// second, so that sorting brings twins together without a single object.
public final class Twins {
  /// Pairs further apart than this are never suspected here.
  public static final int WINDOW_SECONDS = 600;

  /// A pair this near to a payment of no pair is suspected as well.
  public static final int BESIDE_SECONDS = 3600;

  /// The place of a payment that is not one of a clean pair.
  static final int NO_PAIR = -1;

  private static final int PARTS = 64;

  /// One clerk's notes.
  static final class Notes {
    private final long[][] keys = new long[PARTS][];
    private final int[][] places = new int[PARTS][];
    private final int[] counts = new int[PARTS];

    /// Drops all notes.
    void clear() {
      Arrays.fill(keys, null);
      Arrays.fill(places, null);
      Arrays.fill(counts, 0);
    }

    /// @param payer half a hash of who paid, 0 for nobody known
    /// @param place partition and index of the pair, as the caller packs it
    void add(int payer, long amount, long second, int place) {
      if (payer == 0) {
        return;
      }
      long hash = guiwei.table.Hash.mix(payer, amount);
      int part = (int) (hash >>> 58);
      int count = counts[part]++;
      if (keys[part] == null) {
        keys[part] = new long[256];
        places[part] = new int[256];
      } else if (count == keys[part].length) {
        keys[part] = Arrays.copyOf(keys[part], count * 2);
        places[part] = Arrays.copyOf(places[part], count * 2);
      }
      keys[part][count] = hash << 32 | (second & 0xffffffffL);
      places[part][count] = place;
    }
  }

  private Twins() {}

  /// Told about each suspected pair.
  interface Suspect {
    void at(int place);
  }

  static int parts() {
    return PARTS;
  }

  /// Compares all notes of one part.
  static void find(Iterable<Notes> allNotes, int part, Suspect suspect) {
    int total = 0;
    for (Notes notes : allNotes) {
      total += notes.counts[part];
    }
    long[] sorted = new long[total];
    int filled = 0;
    for (Notes notes : allNotes) {
      if (notes.counts[part] > 0) {
        System.arraycopy(notes.keys[part], 0, sorted, filled, notes.counts[part]);
        filled += notes.counts[part];
      }
    }
    Arrays.sort(sorted);
    long[] close = close(sorted);
    long[] loose = loose(allNotes, part);
    if (close.length + loose.length == 0) {
      return;
    }
    for (Notes notes : allNotes) {
      for (int i = 0; i < notes.counts[part]; i++) {
        long key = notes.keys[part][i];
        boolean pair = notes.places[part][i] != NO_PAIR;
        if (pair && (Arrays.binarySearch(close, key) >= 0 || isBeside(key, loose))) {
          suspect.at(notes.places[part][i]);
        }
      }
    }
  }

  /// The payments of no pair, sorted.
  private static long[] loose(Iterable<Notes> allNotes, int part) {
    LongStream.Builder loose = LongStream.builder();
    for (Notes notes : allNotes) {
      for (int i = 0; i < notes.counts[part]; i++) {
        if (notes.places[part][i] == NO_PAIR) {
          loose.add(notes.keys[part][i]);
        }
      }
    }
    return loose.build().sorted().toArray();
  }

  /// Whether a loose payment of that payer and amount came within the hour.
  private static boolean isBeside(long key, long[] loose) {
    int at = Arrays.binarySearch(loose, key);
    int from = at >= 0 ? at : -at - 1;
    return (from < loose.length && isBeside(key, loose[from]))
        || (from > 0 && isBeside(key, loose[from - 1]));
  }

  private static boolean isBeside(long one, long other) {
    return one >>> 32 == other >>> 32 && Math.abs(one - other) <= BESIDE_SECONDS;
  }

  private static long[] close(long[] sorted) {
    long[] close = new long[16];
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      boolean near =
          (i > 0 && isNear(sorted[i - 1], sorted[i]))
              || (i + 1 < sorted.length && isNear(sorted[i], sorted[i + 1]));
      if (near) {
        if (count == close.length) {
          close = Arrays.copyOf(close, count * 2);
        }
        close[count++] = sorted[i];
      }
    }
    return Arrays.copyOf(close, count);
  }

  private static boolean isNear(long earlier, long later) {
    return earlier >>> 32 == later >>> 32 && later - earlier <= WINDOW_SECONDS;
  }
}
