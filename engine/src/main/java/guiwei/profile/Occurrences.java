package guiwei.profile;

/// Counts how often each of many keys was seen, in 12 bytes a key.
final class Occurrences {
  private long[] keys = new long[1 << 10];
  private int[] counts = new int[1 << 10];
  private int used;

  /// Counts the key once more; answers how often it was seen so far.
  int next(long key) {
    if (used * 2 > keys.length) {
      grow();
    }
    int slot = slot(key);
    if (counts[slot] == 0) {
      keys[slot] = key;
      used++;
    }
    return ++counts[slot];
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) (key ^ key >>> 32) & mask;
    while (counts[slot] != 0 && keys[slot] != key) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldCounts = counts;
    keys = new long[oldKeys.length * 2];
    counts = new int[oldCounts.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldCounts[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        counts[slot] = oldCounts[i];
      }
    }
  }
}
