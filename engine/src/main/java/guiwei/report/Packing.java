package guiwei.report;

/// Parquet's encodings of whole numbers. Source: apache/parquet-format, Encodings.md.
final class Packing {
  private static final int BLOCK = 128;
  private static final int MINI = 32;

  private Packing() {}

  /// DELTA_BINARY_PACKED: differences to the previous value, packed in as few bits as they
  /// need.
  static void delta(Bytes out, long[] values, int count) {
    out.putVarint(BLOCK);
    out.putVarint(BLOCK / MINI);
    out.putVarint(count);
    out.putZigzag(count == 0 ? 0 : values[0]);
    long[] deltas = new long[BLOCK];
    for (int start = 1; start < count; start += BLOCK) {
      block(out, values, start, Math.min(BLOCK, count - start), deltas);
    }
  }

  private static void block(Bytes out, long[] values, int start, int count, long[] deltas) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < count; i++) {
      deltas[i] = values[start + i] - values[start + i - 1];
      least = Math.min(least, deltas[i]);
    }
    for (int i = 0; i < count; i++) {
      deltas[i] -= least;
    }
    for (int i = count; i < BLOCK; i++) {
      deltas[i] = 0;
    }
    out.putZigzag(least);
    int minis = (count + MINI - 1) / MINI;
    int widthsAt = out.size;
    out.putInt(0);
    for (int mini = 0; mini < minis; mini++) {
      int width = width(deltas, mini * MINI);
      out.data[widthsAt + mini] = (byte) width;
      pack(out, deltas, mini * MINI, MINI, width);
    }
  }

  private static int width(long[] values, int from) {
    long all = 0;
    for (int i = from; i < from + MINI; i++) {
      all |= values[i];
    }
    return Long.SIZE - Long.numberOfLeadingZeros(all);
  }

  /// Packs values of so many bits each, the lowest bit first, and fills up to a whole byte.
  private static void pack(Bytes out, long[] values, int from, int count, int width) {
    if (width == 0) {
      return;
    }
    out.room(count * width / 8 + Long.BYTES);
    long bits = 0;
    int filled = 0;
    for (int i = from; i < from + count; i++) {
      bits |= values[i] << filled;
      filled += width;
      if (filled >= Long.SIZE) {
        out.putLong(bits);
        filled -= Long.SIZE;
        bits = filled == 0 ? 0 : values[i] >>> (width - filled);
      }
    }
    for (; filled > 0; filled -= 8) {
      out.put((int) bits);
      bits >>>= 8;
    }
  }

  /// The hybrid of run lengths and packed bits: runs where they last, packed groups of eight
  /// else.
  static void hybrid(Bytes out, byte[] codes, int count, int width) {
    int packedFrom = 0;
    int index = 0;
    while (index < count) {
      int run = index + 1;
      while (run < count && codes[run] == codes[index]) {
        run++;
      }
      int start = packedFrom + (index - packedFrom + 7) / 8 * 8;
      if (run - start >= 16) {
        packed(out, codes, packedFrom, start, width);
        out.putVarint((long) (run - start) << 1);
        out.put(codes[index]);
        packedFrom = run;
      }
      index = run;
    }
    packed(out, codes, packedFrom, count, width);
  }

  private static void packed(Bytes out, byte[] codes, int from, int to, int width) {
    if (from == to) {
      return;
    }
    int groups = (to - from + 7) / 8;
    out.putVarint((long) groups << 1 | 1);
    long[] group = new long[8];
    for (int g = 0; g < groups; g++) {
      for (int i = 0; i < 8; i++) {
        int at = from + g * 8 + i;
        group[i] = at < to ? codes[at] : 0;
      }
      pack(out, group, 0, 8, width);
    }
  }
}
