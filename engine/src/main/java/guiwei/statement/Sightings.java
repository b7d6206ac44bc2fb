package guiwei.statement;

import java.util.Arrays;

/// How often each of many hashes was seen: 16 bytes for each different one.
final class Sightings {
  private static final int SMALLEST = 1 << 8;

  private long[] hashes = new long[SMALLEST];
  private int[] times = new int[SMALLEST];
  private int used;

  /// Sees a hash once more; answers how often that was by now.
  int add(long hash) {
    if (used * 2 >= hashes.length) {
      grow();
    }
    int slot = slot(hash);
    if (times[slot] == 0) {
      hashes[slot] = hash;
      used++;
    }
    return ++times[slot];
  }

  /// Forgets everything, and gives back the memory of a large statement.
  void clear() {
    if (hashes.length > 1 << 16) {
      hashes = new long[SMALLEST];
      times = new int[SMALLEST];
    } else if (used > 0) {
      Arrays.fill(times, 0);
    }
    used = 0;
  }

  private int slot(long hash) {
    int slot = (int) hash & hashes.length - 1;
    while (times[slot] != 0 && hashes[slot] != hash) {
      slot = slot + 1 & hashes.length - 1;
    }
    return slot;
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldTimes = times;
    hashes = new long[oldHashes.length * 2];
    times = new int[hashes.length];
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldTimes[i] != 0) {
        int slot = slot(oldHashes[i]);
        hashes[slot] = oldHashes[i];
        times[slot] = oldTimes[i];
      }
    }
  }
}
