package guiwei.reconcile;

import guiwei.sift.HashSlots;
import guiwei.table.Hash;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Whether a part of an order's number tells orders apart: a date or a store's digits stand in
/// many numbers.
final class Telling {
  private static final int MOST_PERCENT = 1;

  private final List<byte[]> sample;

  /// Parts of one length, the more frequent ones of which tell nothing.
  private final Map<Integer, Parts> byLength = new HashMap<>();

  /// @param sample plain numbers of some orders, which are asked whether a part is theirs too
  Telling(List<String> sample) {
    this.sample =
        sample.stream().map(number -> number.getBytes(StandardCharsets.ISO_8859_1)).toList();
  }

  boolean isEmpty() {
    return sample.isEmpty();
  }

  /// Whether hardly any other number has this part.
  boolean tells(String part) {
    byte[] bytes = part.getBytes(StandardCharsets.ISO_8859_1);
    int most = Math.max(1, sample.size() * MOST_PERCENT / 100);
    return byLength.computeIfAbsent(bytes.length, length -> new Parts(sample, length)).count(bytes)
        <= most;
  }

  /// How many numbers have a part, for all parts of one length.
  private static final class Parts {
    private final HashSlots slots;
    private final int[] counts;

    Parts(List<byte[]> sample, int length) {
      int most = sample.stream().mapToInt(number -> Math.max(0, number.length - length + 1)).sum();
      slots = new HashSlots(most);
      counts = new int[slots.size()];
      int[] last = new int[slots.size()];
      Arrays.fill(last, -1);
      for (int i = 0; i < sample.size(); i++) {
        byte[] number = sample.get(i);
        for (int from = 0; from + length <= number.length; from++) {
          long hash = Hash.of(number, from, from + length);
          slots.add(hash);
          int slot = slots.of(hash);
          // once per number, however often it stands in it
          if (slot != HashSlots.NONE && last[slot] != i) {
            last[slot] = i;
            counts[slot]++;
          }
        }
      }
    }

    int count(byte[] part) {
      int slot = slots.of(Hash.of(part, 0, part.length));
      return slot == HashSlots.NONE ? 0 : counts[slot];
    }
  }
}
