package guiwei.sift;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// A set of hashes that only remembers a bit of each (Bloom 1970, with one hash function): what it
/// does not have was never added, what it has probably was. At most about one of sixteen
/// strangers is taken for a member. Safe for several threads; readers begin when writers are done.
final class HashBits {
  private static final int BITS_EACH = 16;
  private static final VarHandle WORDS = MethodHandles.arrayElementVarHandle(long[].class);

  private final long[] words;
  private final int shift;

  /// @param most how many hashes will be added
  HashBits(long most) {
    int bits = 64 - Long.numberOfLeadingZeros(Math.max(64, most * BITS_EACH) - 1);
    words = new long[1 << (Math.min(bits, 36) - 6)];
    shift = 64 - Math.min(bits, 36);
  }

  void add(long hash) {
    long bit = hash >>> shift;
    WORDS.getAndBitwiseOr(words, (int) (bit >>> 6), 1L << bit);
  }

  boolean mayHave(long hash) {
    long bit = hash >>> shift;
    return (words[(int) (bit >>> 6)] >>> bit & 1) != 0;
  }
}
