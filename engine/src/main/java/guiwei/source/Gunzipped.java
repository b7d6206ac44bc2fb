package guiwei.source;

import guiwei.table.RefusedFile;
import guiwei.table.RefusedFile.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/// The content of a gzip file, all its members in a row (RFC 1952), checked against their sums.
///
/// Not `GZIPInputStream`: that one decides by `available()` whether another member follows, and
/// loses it over some streams.
final class Gunzipped extends InputStream {
  private static final int HAS_CHECK = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;

  private final Deflated packed;
  private final Limits limits;
  private final CRC32 sum = new CRC32();
  private long memberBytes;
  private long bytes;
  private boolean done;
  private boolean closed;

  Gunzipped(InputStream in, Limits limits) throws IOException {
    this.packed = new Deflated(in);
    this.limits = limits;
    try {
      header(packed.next());
    } catch (IOException e) {
      packed.close();
      throw e;
    }
  }

  static boolean begins(byte[] head) {
    return head.length >= 3 && head[0] == 0x1f && head[1] == (byte) 0x8b && head[2] == 8;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int from, int count) throws IOException {
    if (closed) {
      throw new IOException("closed");
    }
    if (count == 0) {
      return 0;
    }
    while (!done) {
      int n = packed.inflate(into, from, count);
      if (n > 0) {
        take(into, from, n);
        return n;
      }
      trailer();
      nextMember();
    }
    return -1;
  }

  private void take(byte[] into, int from, int n) throws RefusedFile {
    sum.update(into, from, n);
    memberBytes += n;
    bytes += n;
    if (!limits.allow(packed.taken(), bytes)) {
      throw new RefusedFile(
          Problem.TOO_LARGE, packed.taken() + " packed bytes gave more than " + bytes);
    }
  }

  private void trailer() throws IOException {
    long declaredSum = number();
    long declaredBytes = number();
    if (declaredSum != sum.getValue() || declaredBytes != (memberBytes & 0xffffffffL)) {
      throw new RefusedFile(Problem.BROKEN, "the packed data do not have their declared sum");
    }
  }

  /// Zeros may fill up the file; anything else must be another member.
  private void nextMember() throws IOException {
    int first = packed.next();
    while (first == 0) {
      first = packed.next();
    }
    if (first < 0) {
      done = true;
    } else {
      header(first);
    }
  }

  private void header(int first) throws IOException {
    if (first != 0x1f || must() != 0x8b || must() != 8) {
      throw new RefusedFile(Problem.BROKEN, "not a gzip member before byte " + packed.taken());
    }
    int flags = must();
    skip(6);
    if ((flags & HAS_EXTRA) != 0) {
      skip(must() | must() << 8);
    }
    if ((flags & HAS_NAME) != 0) {
      skipText();
    }
    if ((flags & HAS_COMMENT) != 0) {
      skipText();
    }
    if ((flags & HAS_CHECK) != 0) {
      skip(2);
    }
    packed.begin();
    sum.reset();
    memberBytes = 0;
  }

  private long number() throws IOException {
    return must() | must() << 8 | must() << 16 | (long) must() << 24;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      must();
    }
  }

  private void skipText() throws IOException {
    int read;
    do {
      read = must();
    } while (read != 0);
  }

  private int must() throws IOException {
    int read = packed.next();
    if (read < 0) {
      throw new RefusedFile(
          Problem.TRUNCATED, "the packed data break off at byte " + packed.taken());
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    packed.close();
  }
}
