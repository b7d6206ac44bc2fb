package guiwei.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A fast 64-bit hash of bytes for grouping, never for proof: equal hashes are always verified
/// against the bytes. One multiplication and one shift per 8-byte word, after the public
/// MurmurHash2 design: code that the fast compiler makes well, which the high half of a product
/// is not (24 against 65 ns for 21 bytes).
public final class Hash {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long A = 0xa0761d6478bd642fL;
  private static final long B = 0xe7037ed1a0b428dbL;

  private Hash() {}

  /// The hash of `bytes[from, to)`.
  public static long of(byte[] bytes, int from, int to) {
    long hash = A ^ (to - from) * B;
    int i = from;
    for (; i + 8 <= to; i += 8) {
      hash = (hash ^ (long) LONGS.get(bytes, i)) * B;
      hash ^= hash >>> 29;
    }
    if (i < to) {
      hash = (hash ^ tail(bytes, i, to)) * B;
      hash ^= hash >>> 29;
    }
    return scattered(hash);
  }

  /// The hash of the text's UTF-8 bytes.
  public static long of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return of(bytes, 0, bytes.length);
  }

  /// Mixes two hashes or numbers into one.
  public static long mix(long first, long second) {
    long hash = (first ^ A) * B;
    hash ^= hash >>> 29;
    return scattered((hash ^ second) * B);
  }

  private static long tail(byte[] bytes, int from, int to) {
    long word = 0;
    for (int i = to - 1; i >= from; i--) {
      word = word << 8 | (bytes[i] & 0xff);
    }
    return word;
  }

  /// Lets every bit have a say in the low ones.
  private static long scattered(long hash) {
    long high = (hash ^ hash >>> 32) * A;
    return high ^ high >>> 29;
  }
}
