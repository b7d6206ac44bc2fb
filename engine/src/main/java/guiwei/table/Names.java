package guiwei.table;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Numbers for the few names that recur in every row: stores, accounts, terminals, currencies.
///
/// Numbers are given in order of arrival and mean nothing but identity within one run. Names
/// beyond the limit share the number [#OTHERS], and rows that carry it are never plainly clean.
public final class Names {
  /// The number of the empty name.
  public static final int NONE = 0;

  /// The number of every name beyond the limit.
  public static final int OTHERS = 0xffff;

  private final ConcurrentHashMap<String, Integer> numbers = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger(1);

  /// The number of a name.
  public int of(String name) {
    if (name.isEmpty()) {
      return NONE;
    }
    Integer known = numbers.get(name);
    if (known != null) {
      return known;
    }
    return numbers.computeIfAbsent(name, n -> Math.min(next.getAndIncrement(), OTHERS));
  }

  /// All names so far by their numbers; index 0 is the empty name.
  public String[] byNumber() {
    String[] names = new String[OTHERS + 1];
    Arrays.fill(names, "");
    numbers.forEach((name, number) -> names[number] = number == OTHERS ? "*" : name);
    return Arrays.copyOf(names, Math.min(next.get(), OTHERS) + 1);
  }

  /// A view for one thread that finds repeated slices of bytes without making text of them.
  public Cache cache() {
    return new Cache();
  }

  /// See [Names#cache].
  public final class Cache {
    private long[] hashes = new long[256];
    private int[] values = new int[256];
    private int used;

    private Cache() {}

    /// The number of the row's text.
    public int of(Row row, Text text) {
      int from = row.from(text);
      int to = row.to(text);
      if (from >= to) {
        return NONE;
      }
      long hash = Hash.of(row.bytes, from, to) | 1;
      int mask = hashes.length - 1;
      int slot = (int) (hash >>> 20) & mask;
      while (hashes[slot] != 0) {
        if (hashes[slot] == hash) {
          return values[slot];
        }
        slot = (slot + 1) & mask;
      }
      int value = Names.this.of(row.text(text));
      if (used * 2 >= hashes.length) {
        grow();
        return value;
      }
      hashes[slot] = hash;
      values[slot] = value;
      used++;
      return value;
    }

    private void grow() {
      if (hashes.length >= 1 << 18) {
        return;
      }
      long[] oldHashes = hashes;
      int[] oldValues = values;
      hashes = new long[oldHashes.length * 4];
      values = new int[oldHashes.length * 4];
      for (int i = 0; i < oldHashes.length; i++) {
        if (oldHashes[i] != 0) {
          int slot = (int) (oldHashes[i] >>> 20) & (hashes.length - 1);
          while (hashes[slot] != 0) {
            slot = (slot + 1) & (hashes.length - 1);
          }
          hashes[slot] = oldHashes[i];
          values[slot] = oldValues[i];
        }
      }
      Arrays.fill(oldHashes, 0);
    }
  }
}
