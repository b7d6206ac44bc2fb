package guiwei.packed;

import guiwei.table.RefusedFile;
import java.nio.charset.StandardCharsets;

/// Decodes the values of one page into text.
final class ParquetValues {
  private static final int PLAIN = 0;
  private static final int PLAIN_DICTIONARY = 2;
  private static final int RLE = 3;
  private static final int DELTA_BINARY_PACKED = 5;
  private static final int DELTA_LENGTH = 6;
  private static final int DELTA_BYTES = 7;
  private static final int RLE_DICTIONARY = 8;
  private static final int SPLIT = 9;

  private final ParquetType type;
  private final byte[] page;
  private int at;

  ParquetValues(ParquetType type, byte[] page, int from) {
    this.type = type;
    this.page = page;
    this.at = from;
  }

  String[] decode(int encoding, int count, String[] dictionary) throws RefusedFile {
    if (count == 0) {
      return new String[0];
    }
    return switch (encoding) {
      case PLAIN -> plain(count);
      case PLAIN_DICTIONARY, RLE_DICTIONARY -> looked(count, dictionary);
      case RLE -> flags(count);
      case DELTA_BINARY_PACKED -> numbers(deltas(count));
      case DELTA_LENGTH -> lengths(count);
      case DELTA_BYTES -> prefixed(count);
      case SPLIT -> split(count);
      default ->
          throw new RefusedFile(
              RefusedFile.Problem.UNRECOGNISED, "Parquet with encoding " + encoding);
    };
  }

  String[] plain(int count) throws RefusedFile {
    String[] values = new String[count];
    for (int i = 0; i < count; i++) {
      values[i] =
          switch (type.physical()) {
            case ParquetType.BOOLEAN -> flag(i);
            case ParquetType.INT32 -> type.text(little(4) << 32 >> 32);
            case ParquetType.INT64 -> type.text(little(8));
            case ParquetType.INT96 -> type.text(page, take(12), 12);
            case ParquetType.FLOAT -> ParquetType.text(Float.intBitsToFloat((int) little(4)));
            case ParquetType.DOUBLE -> ParquetType.text(Double.longBitsToDouble(little(8)));
            case ParquetType.BYTES -> bytes(little(4));
            case ParquetType.FIXED -> bytes(type.length());
            default -> throw ThriftInput.broken();
          };
    }
    return values;
  }

  private String flag(int index) throws RefusedFile {
    int from = at + index / 8;
    if (from >= page.length) {
      throw ThriftInput.broken();
    }
    return ((page[from] >> (index % 8)) & 1) == 1 ? "true" : "false";
  }

  private String[] looked(int count, String[] dictionary) throws RefusedFile {
    int width = page[take(1)];
    int[] indexes = hybrid(width, count);
    String[] values = new String[count];
    for (int i = 0; i < count; i++) {
      if (indexes[i] < 0 || indexes[i] >= dictionary.length) {
        throw ThriftInput.broken();
      }
      values[i] = dictionary[indexes[i]];
    }
    return values;
  }

  private String[] flags(int count) throws RefusedFile {
    take(4);
    int[] flags = hybrid(1, count);
    String[] values = new String[count];
    for (int i = 0; i < count; i++) {
      values[i] = flags[i] == 1 ? "true" : "false";
    }
    return values;
  }

  /// Runs of equal numbers and of bit-packed ones.
  int[] hybrid(int width, int count) throws RefusedFile {
    if (width < 0 || width > 32) {
      throw ThriftInput.broken();
    }
    int[] values = new int[count];
    int filled = 0;
    while (filled < count) {
      long head = varint();
      long run = head >>> 1;
      if (run <= 0) {
        throw ThriftInput.broken();
      }
      if ((head & 1) == 0) {
        int value = (int) little((width + 7) / 8);
        int until = (int) Math.min(count, filled + run);
        java.util.Arrays.fill(values, filled, until, value);
        filled = until;
      } else {
        int wanted = (int) Math.min(count - filled, Math.min(run, count) * 8);
        int from = take(Math.min(run * width, page.length - (long) at));
        for (int i = 0; i < wanted; i++) {
          values[filled++] = (int) bits(from, (long) i * width, width);
        }
      }
    }
    return values;
  }

  private long bits(int from, long bit, int width) throws RefusedFile {
    long value = 0;
    for (int i = 0; i < width; ) {
      long place = bit + i;
      long index = from + place / 8;
      if (index >= page.length) {
        throw ThriftInput.broken();
      }
      int offset = (int) (place % 8);
      int taken = Math.min(8 - offset, width - i);
      long part = (page[(int) index] >> offset) & ((1 << taken) - 1);
      value |= part << i;
      i += taken;
    }
    return value;
  }

  private long[] deltas(int count) throws RefusedFile {
    long block = varint();
    long minis = varint();
    long total = varint();
    long value = zigzag();
    boolean wrong = block <= 0 || minis <= 0 || block % minis != 0 || block > 1 << 20;
    if (wrong || total < count) {
      throw ThriftInput.broken();
    }
    int perMini = (int) (block / minis);
    long[] values = new long[count];
    values[0] = value;
    int filled = 1;
    while (filled < total) {
      long least = zigzag();
      int widths = take(minis);
      for (int mini = 0; mini < minis && filled < total; mini++) {
        int width = page[widths + mini] & 0xff;
        if (width > 64) {
          throw ThriftInput.broken();
        }
        int from = take((long) perMini * width / 8);
        for (int i = 0; i < perMini && filled < total; i++) {
          value += least + bits(from, (long) i * width, width);
          if (filled < count) {
            values[filled] = value;
          }
          filled++;
        }
      }
    }
    return values;
  }

  private String[] numbers(long[] numbers) {
    String[] values = new String[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      long number = type.physical() == ParquetType.INT32 ? (int) numbers[i] : numbers[i];
      values[i] = type.text(number);
    }
    return values;
  }

  private String[] lengths(int count) throws RefusedFile {
    long[] lengths = deltas(count);
    String[] values = new String[count];
    for (int i = 0; i < count; i++) {
      values[i] = bytes(lengths[i]);
    }
    return values;
  }

  private String[] prefixed(int count) throws RefusedFile {
    long[] shared = deltas(count);
    long[] lengths = deltas(count);
    String[] values = new String[count];
    byte[] last = new byte[0];
    for (int i = 0; i < count; i++) {
      if (shared[i] < 0
          || shared[i] > last.length
          || lengths[i] < 0
          || lengths[i] > Tuple.MAX_CELL) {
        throw ThriftInput.broken();
      }
      byte[] value = new byte[(int) (shared[i] + lengths[i])];
      System.arraycopy(last, 0, value, 0, (int) shared[i]);
      System.arraycopy(page, take(lengths[i]), value, (int) shared[i], (int) lengths[i]);
      if (value.length > Tuple.MAX_CELL) {
        throw ThriftInput.broken();
      }
      values[i] = type.text(value, 0, value.length);
      last = value;
    }
    return values;
  }

  private String[] split(int count) throws RefusedFile {
    int width =
        switch (type.physical()) {
          case ParquetType.INT32, ParquetType.FLOAT -> 4;
          case ParquetType.INT64, ParquetType.DOUBLE -> 8;
          default -> type.length();
        };
    int from = take((long) count * width);
    byte[] joined = new byte[count * width];
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < width; k++) {
        joined[i * width + k] = page[from + k * count + i];
      }
    }
    return new ParquetValues(type, joined, 0).plain(count);
  }

  private String bytes(long length) throws RefusedFile {
    if (length < 0 || length > Tuple.MAX_CELL) {
      throw ThriftInput.broken();
    }
    int from = take(length);
    return type.textual()
        ? new String(page, from, (int) length, StandardCharsets.UTF_8)
        : type.text(page, from, (int) length);
  }

  /// Skips so many bytes; answers where they begin.
  private int take(long size) throws RefusedFile {
    if (size < 0 || size > page.length - at) {
      throw ThriftInput.broken();
    }
    int from = at;
    at += (int) size;
    return from;
  }

  private long little(int size) throws RefusedFile {
    int from = take(size);
    long value = 0;
    for (int i = size - 1; i >= 0; i--) {
      value = (value << 8) | (page[from + i] & 0xff);
    }
    return value;
  }

  private long zigzag() throws RefusedFile {
    long value = varint();
    return (value >>> 1) ^ -(value & 1);
  }

  private long varint() throws RefusedFile {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte part = page[take(1)];
      value |= (part & 0x7fL) << shift;
      if (part >= 0) {
        return value;
      }
    }
    throw ThriftInput.broken();
  }
}
