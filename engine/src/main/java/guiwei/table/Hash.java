package guiwei.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A fast 64-bit hash of bytes for grouping, never for proof: equal hashes are always verified
/// against the bytes. Multiply-fold mixing over 8-byte words, after the public wyhash design.
public final class Hash {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long A = 0xa0761d6478bd642fL;
  private static final long B = 0xe7037ed1a0b428dbL;

  private Hash() {}

  /// The hash of `bytes[from, to)`.
  public static long of(byte[] bytes, int from, int to) {
    int length = to - from;
    long hash = A ^ length;
    int i = from;
    for (; i + 8 <= to; i += 8) {
      hash = fold(hash ^ (long) LONGS.get(bytes, i), B);
    }
    if (i < to) {
      hash = fold(hash ^ tail(bytes, i, to), A);
    }
    return fold(hash, B ^ length);
  }

  /// The hash of the text's UTF-8 bytes.
  public static long of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return of(bytes, 0, bytes.length);
  }

  /// Mixes two hashes or numbers into one.
  public static long mix(long first, long second) {
    return fold(first ^ A, second ^ B);
  }

  private static long tail(byte[] bytes, int from, int to) {
    long word = 0;
    for (int i = to - 1; i >= from; i--) {
      word = word << 8 | (bytes[i] & 0xff);
    }
    return word;
  }

  private static long fold(long x, long y) {
    return x * y ^ Math.unsignedMultiplyHigh(x, y);
  }
}
