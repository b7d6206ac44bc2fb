package guiwei.report;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// Writes arrays to files in pieces that stay in the processor's cache: the JDK copies each
/// piece out of the heap first.
final class Chunks {
  private static final int PIECE = 1 << 17;

  private Chunks() {}

  /// Writes what the buffer holds and answers how much that was.
  static int write(FileChannel file, ByteBuffer buffer) throws IOException {
    int end = buffer.limit();
    int start = buffer.position();
    while (buffer.position() < end) {
      buffer.limit(Math.min(end, buffer.position() + PIECE));
      while (buffer.hasRemaining()) {
        file.write(buffer);
      }
    }
    return end - start;
  }
}
