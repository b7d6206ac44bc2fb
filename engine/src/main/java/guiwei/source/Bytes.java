package guiwei.source;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Bytes that can be read from any place: a file, or an archive that lay within another.
sealed interface Bytes extends Closeable {
  long length();

  /// How many bytes were read into the array from that place, at least one, or -1 at the end.
  int read(long place, byte[] into, int from, int count) throws IOException;

  /// Exactly so many bytes.
  ///
  /// @throws EOFException if the content ends before
  default byte[] slice(long place, int count) throws IOException {
    byte[] into = new byte[count];
    int done = 0;
    while (done < count) {
      int n = read(place + done, into, done, count - done);
      if (n < 0) {
        throw new EOFException("ends at " + length());
      }
      done += n;
    }
    return into;
  }

  static Bytes of(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    return new OnDisk(channel, channel.size());
  }

  static Bytes of(byte[] content) {
    return new InMemory(content);
  }

  record OnDisk(FileChannel channel, long length) implements Bytes {
    @Override
    public int read(long place, byte[] into, int from, int count) throws IOException {
      return place >= length ? -1 : channel.read(ByteBuffer.wrap(into, from, count), place);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record InMemory(byte[] content) implements Bytes {
    @Override
    public long length() {
      return content.length;
    }

    @Override
    public int read(long place, byte[] into, int from, int count) {
      if (place >= content.length) {
        return -1;
      }
      int n = (int) Math.min(count, content.length - place);
      System.arraycopy(content, (int) place, into, from, n);
      return n;
    }

    @Override
    public void close() {}
  }

  /// A part of the bytes as a stream, which closes them when it is closed.
  final class Part extends InputStream {
    private final Bytes bytes;
    private long place;
    private final long end;

    Part(Bytes bytes, long place, long count) {
      this.bytes = bytes;
      this.place = place;
      this.end = place + count;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
      if (count == 0) {
        return 0;
      }
      if (place >= end) {
        return -1;
      }
      int n = bytes.read(place, into, from, (int) Math.min(count, end - place));
      place += Math.max(n, 0);
      return n;
    }

    @Override
    public void close() throws IOException {
      bytes.close();
    }
  }
}
