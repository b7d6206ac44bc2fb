package guiwei.profile;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream that knows on which line each of the bytes stands that it handed out lately: a row may
/// have line ends within quotes, so rows are not lines.
final class Lines extends FilterInputStream {
  /// A row is told of before so many bytes more are read.
  private static final long KEPT = 1 << 23;

  /// Offsets of line ends, the first at `first`.
  private long[] ends = new long[1024];

  private int first;
  private int count;

  /// How many line ends were there before those kept.
  private long passed;

  private long offset;

  Lines(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      seen((byte) read);
    }
    return read;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    int read = super.read(into, from, length);
    for (int i = 0; i < read; i++) {
      seen(into[from + i]);
    }
    return read;
  }

  private void seen(byte b) {
    if (b == '\n') {
      pass(offset - KEPT);
      if (count == ends.length) {
        long[] more = new long[count * 2];
        for (int i = 0; i < count; i++) {
          more[i] = ends[(first + i) % count];
        }
        ends = more;
        first = 0;
      }
      ends[(first + count++) % ends.length] = offset;
    }
    offset++;
  }

  private void pass(long before) {
    while (count > 0 && ends[first] < before) {
      first = (first + 1) % ends.length;
      count--;
      passed++;
    }
  }

  /// The line, from 1, of the byte at an offset, not before one that was asked for earlier.
  long at(long place) {
    pass(place);
    return passed + 1;
  }
}
