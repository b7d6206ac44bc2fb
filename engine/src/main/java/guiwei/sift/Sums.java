package guiwei.sift;

import java.util.Arrays;

/// Counts and sums under packed keys, added without objects; one per thread, merged at the end.
public final class Sums {
  private long[] keys = new long[64];
  private long[] counts = new long[64];
  private long[] totals = new long[64];
  private int used;

  /// Adds one occurrence.
  ///
  /// @param key any number but 0
  void add(long key, long amount) {
    add(key, 1, amount);
  }

  void add(long key, long count, long amount) {
    int mask = keys.length - 1;
    int slot = (int) (guiwei.table.Hash.mix(key, 7) >>> 40) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    if (keys[slot] == 0) {
      if (used * 2 >= keys.length) {
        grow();
        add(key, count, amount);
        return;
      }
      keys[slot] = key;
      used++;
    }
    counts[slot] += count;
    totals[slot] = Math.addExact(totals[slot], amount);
  }

  private void grow() {
    long[] oldKeys = keys;
    long[] oldCounts = counts;
    long[] oldTotals = totals;
    keys = new long[oldKeys.length * 4];
    counts = new long[keys.length];
    totals = new long[keys.length];
    used = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        add(oldKeys[i], oldCounts[i], oldTotals[i]);
      }
    }
  }

  void addAll(Sums other) {
    other.each(this::add);
  }

  /// Told about every key.
  public interface Visitor {
    void at(long key, long count, long total);
  }

  /// Visits the keys in ascending order.
  public void each(Visitor visitor) {
    long[] sorted = Arrays.stream(keys).filter(key -> key != 0).sorted().toArray();
    for (long key : sorted) {
      int slot = slot(key);
      visitor.at(key, counts[slot], totals[slot]);
    }
  }

  boolean isEmpty() {
    return used == 0;
  }

  /// How often the key was added.
  public long count(long key) {
    int slot = slot(key);
    return keys[slot] == key ? counts[slot] : 0;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) (guiwei.table.Hash.mix(key, 7) >>> 40) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
