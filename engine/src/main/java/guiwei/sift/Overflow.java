package guiwei.sift;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Where blocks of rows go that should not stay in memory: a temporary file that only its owner
/// can read, and that is gone when the run ends or the process dies.
///
/// Blocks up to a budget are kept in memory as they are. Safe for several threads.
final class Overflow implements AutoCloseable {
  /// So many used blocks wait to be used again.
  private static final int MOST_SPARES = 64;

  /// How long a block is that is read back; shorter ones are padded.
  private final int blockSize;

  private final long budget;
  private final AtomicLong kept = new AtomicLong();
  private final AtomicLong end = new AtomicLong();
  private final Queue<byte[]> spare = new ConcurrentLinkedQueue<>();
  private final AtomicInteger spares = new AtomicInteger();
  private @Nullable FileChannel file;

  /// A block that was put away.
  static final class Parked {
    /// The block itself where it was kept in memory.
    private final byte @Nullable [] bytes;

    /// Where it begins in the file.
    private final long place;

    /// How many of its bytes are in use.
    final int size;

    private Parked(byte @Nullable [] bytes, long place, int size) {
      this.bytes = bytes;
      this.place = place;
      this.size = size;
    }

    boolean isOut() {
      return bytes == null;
    }
  }

  /// @param budget how many bytes may stay in memory
  Overflow(int blockSize, long budget) {
    this.blockSize = blockSize;
    this.budget = budget;
  }

  /// A block to write into; what it holds is chance.
  byte[] room() {
    byte[] used = spare.poll();
    if (used == null) {
      return new byte[blockSize];
    }
    spares.decrementAndGet();
    return used;
  }

  /// Takes a block that nobody writes into any more.
  Parked park(byte[] block, int size) {
    if (kept.addAndGet(block.length) <= budget) {
      return new Parked(block, 0, size);
    }
    kept.addAndGet(-block.length);
    long place = end.getAndAdd(size);
    try {
      FileChannel channel = file();
      ByteBuffer buffer = ByteBuffer.wrap(block, 0, size);
      while (buffer.hasRemaining()) {
        channel.write(buffer, place + buffer.position());
      }
    } catch (IOException full) {
      throw new UncheckedIOException(
          "what does not fit into memory could not be written into the temporary folder "
              + System.getProperty("java.io.tmpdir"),
          full);
    }
    release(block);
    return new Parked(null, place, size);
  }

  /// The block again; one that was out goes back by [#release].
  byte[] fetch(Parked parked) {
    if (parked.bytes != null) {
      return parked.bytes;
    }
    byte[] block = room();
    ByteBuffer buffer = ByteBuffer.wrap(block, 0, parked.size);
    try {
      FileChannel channel = file();
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, parked.place + buffer.position()) < 0) {
          throw new IOException("the file ends at " + channel.size());
        }
      }
    } catch (IOException gone) {
      throw new UncheckedIOException("what was put into a temporary file is gone", gone);
    }
    return block;
  }

  /// Takes a block back that is not needed any more.
  void release(byte[] block) {
    if (block.length == blockSize && spares.incrementAndGet() <= MOST_SPARES) {
      spare.add(block);
    } else if (block.length == blockSize) {
      spares.decrementAndGet();
    }
  }

  private synchronized FileChannel file() throws IOException {
    if (file == null) {
      Path path = Files.createTempFile("guiwei", ".rows");
      file =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    }
    return file;
  }

  @Override
  public synchronized void close() {
    spare.clear();
    if (file != null) {
      try {
        file.close();
      } catch (IOException failed) {
        throw new UncheckedIOException("a temporary file could not be closed", failed);
      }
    }
  }
}
