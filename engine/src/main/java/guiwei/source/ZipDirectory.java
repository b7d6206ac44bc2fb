package guiwei.source;

import guiwei.table.RefusedFile;
import guiwei.table.RefusedFile.Problem;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The entries of a zip file as its directory at the end lists them (PKWARE APPNOTE 6.3), large
/// ones (zip64) too.
///
/// Read by ourselves because the JDK tells neither whether an entry is locked nor the bytes of
/// its name, takes one charset for all names, and believes whatever sizes are declared.
final class ZipDirectory {
  private static final int ENTRY = 0x02014b50;
  private static final int LOCAL = 0x04034b50;
  private static final int END = 0x06054b50;
  private static final int END_64 = 0x06064b50;
  private static final int LOCATOR_64 = 0x07064b50;
  private static final int END_BYTES = 22;
  private static final int LOCATOR_64_BYTES = 20;
  private static final int END_64_BYTES = 56;
  private static final int ENTRY_BYTES = 46;
  private static final int LOCAL_BYTES = 30;
  private static final int MAX_COMMENT = 0xffff;
  private static final int CHUNK = 1 << 20;
  private static final long ALL_ONES = 0xffffffffL;

  /// One entry.
  ///
  /// @param sum its CRC-32
  /// @param place where its local header begins
  record Entry(
      String name, boolean locked, int method, long sum, long packed, long size, long place) {
    boolean stored() {
      return method == 0;
    }

    boolean folder() {
      return name.endsWith("/") || name.endsWith("\\");
    }
  }

  private record End(long entries, long directory, long directoryBytes) {}

  private ZipDirectory() {}

  static boolean begins(byte[] head) {
    return head.length >= 4
        && head[0] == 'P'
        && head[1] == 'K'
        && ((head[2] == 3 && head[3] == 4) || (head[2] == 5 && head[3] == 6));
  }

  /// The entries in the order of the directory.
  ///
  /// @throws RefusedFile if the file breaks off, is damaged, or comes to more than the limits
  ///     allow
  static List<Entry> read(Bytes bytes, Limits limits) throws IOException {
    End end = end(bytes);
    if (end.entries() > limits.entries()) {
      throw new RefusedFile(
          Problem.TOO_LARGE, end.entries() + " entries; the limit is " + limits.entries());
    }
    try {
      List<Entry> entries = entries(bytes, end);
      check(entries, end, bytes.length(), limits);
      return entries;
    } catch (EOFException e) {
      throw refused(Problem.TRUNCATED, "the archive's directory breaks off", e);
    }
  }

  /// Opens an entry's content; closes the bytes when it is closed.
  static InputStream open(Bytes bytes, Entry entry) throws IOException {
    ByteBuffer local;
    try {
      local = slice(bytes, entry.place(), LOCAL_BYTES);
    } catch (EOFException e) {
      throw refused(Problem.TRUNCATED, "an entry lies beyond the end of the archive", e);
    }
    if (local.getInt(0) != LOCAL) {
      throw new RefusedFile(Problem.BROKEN, "no entry at byte " + entry.place());
    }
    long start = entry.place() + LOCAL_BYTES + u16(local, 26) + u16(local, 28);
    if (start + entry.packed() > bytes.length()) {
      throw new RefusedFile(Problem.TRUNCATED, "an entry lies beyond the end of the archive");
    }
    return new ZipEntryContent(new Bytes.Part(bytes, start, entry.packed()), entry);
  }

  private static End end(Bytes bytes) throws IOException {
    int tail = (int) Math.min(bytes.length(), END_BYTES + MAX_COMMENT);
    long from = bytes.length() - tail;
    ByteBuffer last = slice(bytes, from, tail);
    for (int at = tail - END_BYTES; at >= 0; at--) {
      if (last.getInt(at) == END && at + END_BYTES + u16(last, at + 20) <= tail) {
        return end(bytes, last, at, from + at);
      }
    }
    throw new RefusedFile(Problem.TRUNCATED, "the archive's directory is missing");
  }

  private static End end(Bytes bytes, ByteBuffer last, int at, long place) throws IOException {
    End small = new End(u16(last, at + 10), u32(last, at + 16), u32(last, at + 12));
    boolean large =
        small.entries() == 0xffff
            || small.directory() == ALL_ONES
            || small.directoryBytes() == ALL_ONES;
    End end = large && place >= LOCATOR_64_BYTES ? large(bytes, place, small) : small;
    if (u16(last, at + 4) != 0 && u16(last, at + 4) != 0xffff) {
      throw new RefusedFile(Problem.BROKEN, "one part of an archive in several parts");
    }
    if (end.entries() < 0
        || end.directory() < 0
        || end.directoryBytes() < 0
        || end.directory() > place
        || end.directoryBytes() > place - end.directory()) {
      throw new RefusedFile(Problem.BROKEN, "the archive's directory is not where it should be");
    }
    return end;
  }

  private static End large(Bytes bytes, long place, End small) throws IOException {
    ByteBuffer locator = slice(bytes, place - LOCATOR_64_BYTES, LOCATOR_64_BYTES);
    if (locator.getInt(0) != LOCATOR_64) {
      return small;
    }
    long at = locator.getLong(8);
    if (at < 0 || at > place - LOCATOR_64_BYTES - END_64_BYTES) {
      throw new RefusedFile(Problem.BROKEN, "the archive's directory is not where it should be");
    }
    ByteBuffer end = slice(bytes, at, END_64_BYTES);
    if (end.getInt(0) != END_64) {
      throw new RefusedFile(Problem.BROKEN, "the archive's directory is not where it should be");
    }
    return new End(end.getLong(32), end.getLong(48), end.getLong(40));
  }

  private static List<Entry> entries(Bytes bytes, End end) throws IOException {
    var entries = new ArrayList<Entry>();
    long at = end.directory();
    long stop = end.directory() + end.directoryBytes();
    ByteBuffer chunk = ByteBuffer.allocate(0).order(ByteOrder.LITTLE_ENDIAN);
    for (long i = 0; i < end.entries(); i++) {
      if (chunk.remaining() < ENTRY_BYTES || chunk.remaining() < entryBytes(chunk)) {
        chunk = slice(bytes, at, (int) Math.min(CHUNK, stop - at));
      }
      if (chunk.remaining() < ENTRY_BYTES
          || chunk.getInt(chunk.position()) != ENTRY
          || chunk.remaining() < entryBytes(chunk)) {
        throw new RefusedFile(Problem.BROKEN, "the archive's directory is damaged");
      }
      int length = entryBytes(chunk);
      entries.add(entry(chunk.slice(chunk.position(), length).order(ByteOrder.LITTLE_ENDIAN)));
      chunk.position(chunk.position() + length);
      at += length;
    }
    return entries;
  }

  private static int entryBytes(ByteBuffer chunk) {
    int at = chunk.position();
    return ENTRY_BYTES + u16(chunk, at + 28) + u16(chunk, at + 30) + u16(chunk, at + 32);
  }

  private static Entry entry(ByteBuffer b) throws RefusedFile {
    int flags = u16(b, 8);
    int method = u16(b, 10);
    byte[] name = new byte[u16(b, 28)];
    b.get(ENTRY_BYTES, name);
    long size = u32(b, 24);
    long packed = u32(b, 20);
    long place = u32(b, 42);
    int extra = large(b, ENTRY_BYTES + name.length, u16(b, 30));
    if (extra >= 0) {
      var wide = new Wide(b, extra + 4, extra + 4 + u16(b, extra + 2));
      size = wide.instead(size);
      packed = wide.instead(packed);
      place = wide.instead(place);
    }
    boolean locked = (flags & 0x2041) != 0 || method == 99;
    return new Entry(
        EntryName.decode(name, (flags & 0x800) != 0),
        locked,
        method,
        u32(b, 16),
        packed,
        size,
        place);
  }

  /// Where the zip64 block of an entry begins, or -1.
  private static int large(ByteBuffer b, int from, int length) {
    int at = from;
    while (at + 4 <= from + length) {
      int next = at + 4 + u16(b, at + 2);
      if (next > from + length) {
        return -1;
      }
      if (u16(b, at) == 1) {
        return at;
      }
      at = next;
    }
    return -1;
  }

  /// The 64-bit numbers of a zip64 block, which stand only for those that are all ones before.
  private static final class Wide {
    private final ByteBuffer b;
    private int at;
    private final int end;

    Wide(ByteBuffer b, int at, int end) {
      this.b = b;
      this.at = at;
      this.end = end;
    }

    long instead(long small) throws RefusedFile {
      if (small != ALL_ONES) {
        return small;
      }
      if (at + 8 > end || b.getLong(at) < 0) {
        throw new RefusedFile(Problem.BROKEN, "the archive's directory is damaged");
      }
      at += 8;
      return b.getLong(at - 8);
    }
  }

  /// Refuses archives that were made to harm: entries that share bytes, or come to too much.
  private static void check(List<Entry> entries, End end, long length, Limits limits)
      throws RefusedFile {
    long size = 0;
    long last = 0;
    for (Entry entry : entries.stream().sorted(Comparator.comparingLong(Entry::place)).toList()) {
      if (entry.place() < last) {
        throw new RefusedFile(Problem.BROKEN, "entries of the archive share bytes");
      }
      if (entry.place() > end.directory() || entry.packed() > end.directory() - entry.place()) {
        throw new RefusedFile(Problem.TRUNCATED, "an entry lies beyond the end of the archive");
      }
      last = entry.place() + LOCAL_BYTES + entry.packed();
      size += Math.min(entry.size(), Long.MAX_VALUE - size);
    }
    if (!limits.allow(length, size)) {
      throw new RefusedFile(
          Problem.TOO_LARGE, length + " packed bytes declare to be " + size + " unpacked");
    }
  }

  private static RefusedFile refused(Problem problem, String detail, IOException cause) {
    var refused = new RefusedFile(problem, detail);
    refused.initCause(cause);
    return refused;
  }

  private static ByteBuffer slice(Bytes bytes, long place, int count) throws IOException {
    return ByteBuffer.wrap(bytes.slice(place, count)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int u16(ByteBuffer b, int at) {
    return b.getShort(at) & 0xffff;
  }

  private static long u32(ByteBuffer b, int at) {
    return b.getInt(at) & ALL_ONES;
  }
}
