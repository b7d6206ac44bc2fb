package guiwei.trace;

import guiwei.customer.Trait;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// Customers prepared in a file, which is mapped into memory: one question reads only the pages
/// that it needs. A head of 128 bytes (what it is, how large its parts are), then the parts.
///
/// The file holds what the list holds: whoever may not see the list may not see it.
public final class IndexFile {
  private static final byte[] MAGIC = "guiwei customers 1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int HEAD = 128;
  private static final int COUNTS = 32;
  private static final Trait[] TRAITS = Trait.values();

  private IndexFile() {}

  /// Whether a file begins as an index does.
  public static boolean is(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      byte[] begin = new byte[MAGIC.length];
      head(channel).get(0, begin);
      return Arrays.equals(begin, MAGIC);
    }
  }

  private static ByteBuffer head(FileChannel channel) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(HEAD).order(ByteOrder.LITTLE_ENDIAN);
    int read = 0;
    while (read >= 0 && head.hasRemaining()) {
      read = channel.read(head, head.position());
    }
    return head.position(COUNTS);
  }

  /// Writes the customers into a file that is there and empty.
  public static void write(Customers customers, Path file) throws IOException {
    Customers.Parts parts = customers.parts();
    byte[] begin = new byte[HEAD];
    ByteBuffer head = ByteBuffer.wrap(begin).order(ByteOrder.LITTLE_ENDIAN);
    head.put(MAGIC).position(COUNTS);
    head.putLong(parts.postings().byteSize());
    head.putLong(parts.ends().byteSize());
    head.putLong(parts.bytes().byteSize());
    for (Trait trait : TRAITS) {
      head.putInt(parts.known().getOrDefault(trait, 0));
    }
    long at = HEAD;
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        Arena arena = Arena.ofConfined()) {
      long size = HEAD;
      for (MemorySegment part : Arrays.asList(parts.postings(), parts.ends(), parts.bytes())) {
        size += part.byteSize();
      }
      MemorySegment whole = channel.map(FileChannel.MapMode.READ_WRITE, 0, size, arena);
      whole.asSlice(0, HEAD).copyFrom(MemorySegment.ofArray(begin));
      for (MemorySegment part : Arrays.asList(parts.postings(), parts.ends(), parts.bytes())) {
        whole.asSlice(at, part.byteSize()).copyFrom(part);
        at += part.byteSize();
      }
      whole.force();
    }
  }

  /// Opens an index for as long as the program runs.
  ///
  /// @throws IOException if the file is no index, or not whole
  public static Customers open(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer head = head(channel);
      long postings = head.getLong();
      long ends = head.getLong();
      long bytes = head.getLong();
      Map<Trait, Integer> known = new EnumMap<>(Trait.class);
      for (Trait trait : TRAITS) {
        known.put(trait, head.getInt());
      }
      if (!is(file)
          || postings < 0
          || ends < 0
          || bytes < 0
          || HEAD + postings + ends + bytes != channel.size()) {
        throw new IOException(file + " is no whole index of customers");
      }
      MemorySegment whole =
          channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.global());
      return new Customers(
          new Customers.Parts(
              whole.asSlice(HEAD + postings + ends, bytes),
              whole.asSlice(HEAD + postings, ends),
              whole.asSlice(HEAD, postings),
              known));
    }
  }
}
