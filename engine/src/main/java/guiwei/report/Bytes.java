package guiwei.report;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that grow. Fields are open because the loops that fill them are the hottest of the room.
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

  /// Makes room for so many more.
  void room(int more) {
    if (data.length - size < more) {
      data = Arrays.copyOf(data, Math.max(Math.addExact(size, more), data.length * 2));
    }
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

  static long longAt(byte[] bytes, int index) {
    return (long) LONGS.get(bytes, index);
  }

  /// A whole number in decimal digits.
  void putDecimal(long value) {
    room(20);
    if (value < 0) {
      if (value == Long.MIN_VALUE) {
        put(Long.toString(value));
        return;
      }
      data[size++] = '-';
      value = -value;
    }
    int digits = digits(value);
    for (int index = size + digits - 1; index >= size; index--) {
      long rest = value / 10;
      data[index] = (byte) ('0' + (int) (value - rest * 10));
      value = rest;
    }
    size += digits;
  }

  private static int digits(long value) {
    int digits = 1;
    for (long bound = 10; digits < 19 && value >= bound; digits++) {
      bound *= 10;
    }
    return digits;
  }
}
