package guiwei.sift;

/// A set of hashes, each with a slot of its own, so that arrays beside it can hold what is known
/// of a hash. Made once, then read by any number of threads.
public final class HashSlots {
  /// The slot of a hash that is not in the set.
  public static final int NONE = -1;

  private final long[] hashes;
  private final int mask;

  /// @param most how many hashes will be added
  public HashSlots(int most) {
    int size = Integer.highestOneBit(Math.max(16, most) * 2 - 1) << 1;
    hashes = new long[size];
    mask = size - 1;
  }

  /// Adds a hash; 0 stands for none and is left out.
  public void add(long hash) {
    if (hash != 0) {
      hashes[find(hash)] = hash;
    }
  }

  /// The slot of a hash, or [#NONE].
  public int of(long hash) {
    int slot = find(hash);
    return hash != 0 && hashes[slot] == hash ? slot : NONE;
  }

  /// One more than the largest slot.
  public int size() {
    return hashes.length;
  }

  private int find(long hash) {
    int slot = (int) (hash >>> 32) & mask;
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
