package guiwei.source;

import guiwei.table.RefusedFile;
import guiwei.table.RefusedFile.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Deflated data as it comes from a stream, one run of it after the other, with the plain bytes
/// between them.
final class Deflated implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private long taken;
  private final Inflater inflater = new Inflater(true);

  Deflated(InputStream in) {
    this.in = in;
  }

  /// How many packed bytes were taken from the stream so far.
  long taken() {
    return taken;
  }

  /// The next byte outside deflated data, or -1 at the end.
  int next() throws IOException {
    return at < end || fill() ? buffer[at++] & 0xff : -1;
  }

  /// Begins another run of deflated data.
  void begin() {
    inflater.reset();
  }

  /// Unpacked bytes of the present run, or -1 when it is complete.
  int inflate(byte[] into, int from, int count) throws IOException {
    while (true) {
      int n = inflateSome(into, from, count);
      if (n > 0) {
        return n;
      }
      if (inflater.finished()) {
        return -1;
      }
      if (inflater.needsDictionary()) {
        throw new RefusedFile(Problem.BROKEN, "packed with a dictionary that is not here");
      }
      if (at >= end && !fill()) {
        throw new RefusedFile(Problem.TRUNCATED, "the packed data break off at byte " + taken);
      }
    }
  }

  private int inflateSome(byte[] into, int from, int count) throws RefusedFile {
    inflater.setInput(buffer, at, end - at);
    try {
      int n = inflater.inflate(into, from, count);
      at = end - inflater.getRemaining();
      return n;
    } catch (DataFormatException e) {
      throw refused(e);
    }
  }

  private RefusedFile refused(DataFormatException e) {
    var refused =
        new RefusedFile(Problem.BROKEN, "the packed data are damaged before byte " + taken);
    refused.initCause(e);
    return refused;
  }

  private boolean fill() throws IOException {
    int n = in.read(buffer, 0, BUFFER);
    at = 0;
    end = Math.max(n, 0);
    taken += end;
    return end > 0;
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }
}
