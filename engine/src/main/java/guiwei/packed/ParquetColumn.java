package guiwei.packed;

import guiwei.table.RefusedFile;
import io.airlift.compress.snappy.SnappyDecompressor;
import io.airlift.compress.zstd.ZstdDecompressor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.GZIPInputStream;

/// The values of one flat column in one row group, page by page.
///
/// Source: apache/parquet-format, README.md, Encodings.md and parquet.thrift.
final class ParquetColumn {
  private static final int MAX_PAGE = 1 << 28;
  private static final int HEADER = 1 << 16;

  private final FileChannel file;
  private final ParquetType type;
  private final int maxDefinition;
  private final int codec;
  private long position;
  private final long end;
  private long left;

  private String[] dictionary = new String[0];
  private int pageLeft;
  private boolean[] present = new boolean[0];
  private String[] values = new String[0];
  private int nextPresent;
  private int nextValue;

  /// @param chunk the column's metadata
  ParquetColumn(FileChannel file, ParquetType type, int maxDefinition, ThriftInput.Struct chunk)
      throws IOException {
    this.file = file;
    this.type = type;
    this.maxDefinition = maxDefinition;
    this.codec = chunk.small(4, 0);
    this.left = chunk.number(5, 0);
    long data = chunk.number(9, -1);
    long words = chunk.number(11, data);
    this.position = words > 0 ? Math.min(words, data) : data;
    this.end = Math.min(file.size(), position + chunk.number(7, 0));
    if (position < 4 || end <= position || left < 0) {
      throw ThriftInput.broken();
    }
  }

  /// Adds the next value to the row; an absent one is empty.
  void next(Tuple tuple) throws IOException {
    while (pageLeft == 0) {
      if (left <= 0) {
        throw ThriftInput.broken();
      }
      page();
    }
    pageLeft--;
    left--;
    if (!present[nextPresent++]) {
      tuple.put("");
    } else if (nextValue >= values.length) {
      throw ThriftInput.broken();
    } else {
      tuple.put(values[nextValue++]);
    }
  }

  private void page() throws IOException {
    int size = (int) Math.min(HEADER, end - position);
    ThriftInput input = new ThriftInput(read(position, size), 0);
    ThriftInput.Struct header = input.struct();
    position += input.position();
    int unpacked = header.small(2, -1);
    int packed = header.small(3, -1);
    if (packed < 0 || unpacked < 0 || unpacked > MAX_PAGE || packed > end - position) {
      throw ThriftInput.broken();
    }
    byte[] raw = read(position, packed);
    position += packed;
    switch (header.small(1, -1)) {
      case 0 -> pageV1(header.struct(5), unpack(raw, 0, unpacked));
      case 2 -> words(header.struct(7), unpack(raw, 0, unpacked));
      case 3 -> pageV2(header.struct(8), raw, unpacked);
      default -> {}
    }
  }

  private void words(ThriftInput.Struct header, byte[] page) throws IOException {
    int count = count(header.small(1, -1), page.length * 8L + 1);
    dictionary = new ParquetValues(type, page, 0).plain(count);
  }

  private void pageV1(ThriftInput.Struct header, byte[] page) throws IOException {
    int count = count(header.small(1, -1), left);
    int at = 0;
    int filled = count;
    present = new boolean[count];
    if (maxDefinition > 0) {
      if (page.length < 4) {
        throw ThriftInput.broken();
      }
      int size = ByteBuffer.wrap(page).order(ByteOrder.LITTLE_ENDIAN).getInt();
      if (size < 0 || size > page.length - 4) {
        throw ThriftInput.broken();
      }
      filled = levels(page, 4, 4 + size, count);
      at = 4 + size;
    } else {
      java.util.Arrays.fill(present, true);
    }
    fill(header.small(2, -1), page, at, count, filled);
  }

  private void pageV2(ThriftInput.Struct header, byte[] raw, int unpacked) throws IOException {
    int count = count(header.small(1, -1), left);
    int levels = header.small(5, 0);
    int repetitions = header.small(6, 0);
    if (levels < 0 || repetitions != 0 || levels > raw.length || levels > unpacked) {
      throw ThriftInput.broken();
    }
    present = new boolean[count];
    int filled = count;
    if (maxDefinition > 0 && levels > 0) {
      filled = levels(raw, 0, levels, count);
    } else {
      java.util.Arrays.fill(present, true);
    }
    byte[] page;
    if (header.flag(7, true)) {
      page = unpack(raw, levels, unpacked - levels);
    } else {
      page = java.util.Arrays.copyOfRange(raw, levels, raw.length);
    }
    fill(header.small(4, -1), page, 0, count, filled);
  }

  private static int count(int count, long most) throws RefusedFile {
    if (count < 0 || count > most || count > MAX_PAGE >> 3) {
      throw ThriftInput.broken();
    }
    return count;
  }

  private int levels(byte[] page, int from, int to, int count) throws RefusedFile {
    int width = 32 - Integer.numberOfLeadingZeros(maxDefinition);
    int[] levels =
        new ParquetValues(type, java.util.Arrays.copyOf(page, to), from).hybrid(width, count);
    int filled = 0;
    for (int i = 0; i < count; i++) {
      present[i] = levels[i] == maxDefinition;
      filled += present[i] ? 1 : 0;
    }
    return filled;
  }

  private void fill(int encoding, byte[] page, int at, int count, int filled) throws IOException {
    ParquetValues input = new ParquetValues(type, page, at);
    values = input.decode(encoding, filled, dictionary);
    nextValue = 0;
    nextPresent = 0;
    pageLeft = count;
  }

  private byte[] read(long from, int size) throws IOException {
    byte[] bytes = new byte[size];
    ByteBuffer into = ByteBuffer.wrap(bytes);
    while (into.hasRemaining()) {
      if (file.read(into, from + into.position()) < 0) {
        throw ThriftInput.broken();
      }
    }
    return bytes;
  }

  private byte[] unpack(byte[] raw, int from, int unpacked) throws IOException {
    int length = raw.length - from;
    if (codec == 0) {
      return from == 0 ? raw : java.util.Arrays.copyOfRange(raw, from, raw.length);
    }
    if (length == 0 || unpacked == 0) {
      return new byte[0];
    }
    byte[] page = new byte[unpacked];
    try {
      int got =
          switch (codec) {
            case 1 -> new SnappyDecompressor().decompress(raw, from, length, page, 0, unpacked);
            case 2 -> gunzip(raw, from, length, page);
            case 6 -> new ZstdDecompressor().decompress(raw, from, length, page, 0, unpacked);
            case 7 ->
                new io.airlift.compress.lz4.Lz4Decompressor()
                    .decompress(raw, from, length, page, 0, unpacked);
            default ->
                throw new RefusedFile(
                    RefusedFile.Problem.UNRECOGNISED, "Parquet packed by codec " + codec);
          };
      if (got != unpacked) {
        throw ThriftInput.broken();
      }
      return page;
    } catch (RuntimeException damaged) {
      throw ThriftInput.broken();
    }
  }

  private static int gunzip(byte[] raw, int from, int length, byte[] page) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(raw, from, length))) {
      return in.readNBytes(page, 0, page.length);
    } catch (java.util.zip.ZipException | java.io.EOFException damaged) {
      throw ThriftInput.broken();
    }
  }
}
