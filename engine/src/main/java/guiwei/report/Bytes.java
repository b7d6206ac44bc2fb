package guiwei.report;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that grow. Fields are open because the loops that fill them are the hottest of the
/// room.
final class Bytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  byte[] data;
  int size;

  Bytes(int capacity) {
    data = new byte[capacity];
  }

  /// Makes room for so many more, and a word to spare for copies that go by whole words.
  void room(int more) {
    if (data.length - size < more + Long.BYTES) {
      int wanted = Math.addExact(size, more) + Long.BYTES;
      data = Arrays.copyOf(data, Math.max(wanted, data.length * 2));
    }
  }

  /// Copies bytes that lie in an array with a word to spare, when there is room. A third faster
  /// than an array copy for the twenty or thirty bytes of a number.
  void putWords(byte[] from, int start, int end) {
    byte[] to = data;
    int at = size;
    for (int index = start; index < end; index += Long.BYTES) {
      LONGS.set(to, at, (long) LONGS.get(from, index));
      at += Long.BYTES;
    }
    size += end - start;
  }

  static void longAt(byte[] bytes, int index, long value) {
    LONGS.set(bytes, index, value);
  }

  void put(byte[] bytes, int from, int to) {
    room(to - from);
    System.arraycopy(bytes, from, data, size, to - from);
    size += to - from;
  }

  void put(byte[] bytes) {
    put(bytes, 0, bytes.length);
  }

  void put(int value) {
    room(1);
    data[size++] = (byte) value;
  }

  void put(String text) {
    put(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Eight bytes, the lowest first.
  void putLong(long value) {
    room(Long.BYTES);
    LONGS.set(data, size, value);
    size += Long.BYTES;
  }

  /// Four bytes, the lowest first.
  void putInt(int value) {
    room(Integer.BYTES);
    INTS.set(data, size, value);
    size += Integer.BYTES;
  }

  /// Seven bits a byte, the lowest first, as Parquet and Thrift write whole numbers.
  void putVarint(long value) {
    room(10);
    while ((value & ~0x7FL) != 0) {
      data[size++] = (byte) (value | 0x80);
      value >>>= 7;
    }
    data[size++] = (byte) value;
  }

  /// As [#putVarint], small negatives short too.
  void putZigzag(long value) {
    putVarint((value << 1) ^ (value >> 63));
  }

  static int intAt(byte[] bytes, int index) {
    return (int) INTS.get(bytes, index);
  }

  static long longAt(byte[] bytes, int index) {
    return (long) LONGS.get(bytes, index);
  }

  /// A whole number in decimal digits.
  void putDecimal(long value) {
    room(20);
    if (value < 0 || value > Integer.MAX_VALUE) {
      put(Long.toString(value));
      return;
    }
    int rest = (int) value;
    int end = size + digits(rest);
    size = end;
    while (rest >= 10) {
      int tens = rest / 10;
      data[--end] = (byte) ('0' + rest - tens * 10);
      rest = tens;
    }
    data[--end] = (byte) ('0' + rest);
  }

  private static int digits(int value) {
    int digits = 1;
    for (int bound = 10; digits < 10 && value >= bound; digits++) {
      bound = digits < 9 ? bound * 10 : Integer.MAX_VALUE;
    }
    return digits;
  }
}
