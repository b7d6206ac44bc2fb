package guiwei.reconcile;

import guiwei.sift.HashSlots;
import java.util.Arrays;
import java.util.function.IntConsumer;

/// Words filed under hashes, a word under any number of them. Made once, then read.
final class WordIndex {
  private final HashSlots slots;

  /// By slot: the last entry of its chain, plus one.
  private final int[] heads;

  private int[] next = new int[1024];
  private int[] words = new int[1024];
  private int count;

  /// @param most how many times words will be filed
  WordIndex(int most) {
    slots = new HashSlots(most);
    heads = new int[slots.size()];
  }

  void file(long hash, int word) {
    slots.add(hash);
    int slot = slots.of(hash);
    if (slot == HashSlots.NONE || (heads[slot] != 0 && words[heads[slot] - 1] == word)) {
      return;
    }
    if (count == next.length) {
      next = Arrays.copyOf(next, count * 2);
      words = Arrays.copyOf(words, count * 2);
    }
    next[count] = heads[slot];
    words[count] = word;
    heads[slot] = ++count;
  }

  /// Shows every word that is filed under this hash.
  void each(long hash, IntConsumer consumer) {
    int slot = slots.of(hash);
    for (int at = slot == HashSlots.NONE ? 0 : heads[slot]; at != 0; at = next[at - 1]) {
      consumer.accept(words[at - 1]);
    }
  }
}
