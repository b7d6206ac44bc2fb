package guiwei.source;

import guiwei.table.RefusedFile;
import guiwei.table.RefusedFile.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/// The content of one entry of a zip file, held to the size and sum that the directory
/// declares.
final class ZipEntryContent extends InputStream {
  private final InputStream stored;
  private final Deflated deflated;
  private final ZipDirectory.Entry entry;
  private final CRC32 sum = new CRC32();
  private long bytes;
  private boolean closed;

  ZipEntryContent(InputStream packed, ZipDirectory.Entry entry) {
    this.stored = packed;
    this.deflated = new Deflated(packed);
    this.entry = entry;
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
    int n = entry.stored() ? stored.read(into, from, count) : deflated.inflate(into, from, count);
    if (n < 0) {
      atEnd();
      return -1;
    }
    sum.update(into, from, n);
    bytes += n;
    if (bytes > entry.size()) {
      throw new RefusedFile(
          Problem.BROKEN, "an entry unpacks to more than the declared " + entry.size() + " bytes");
    }
    return n;
  }

  private void atEnd() throws RefusedFile {
    if (bytes < entry.size()) {
      throw new RefusedFile(
          Problem.TRUNCATED, "an entry has " + bytes + " bytes of the declared " + entry.size());
    }
    if (sum.getValue() != entry.sum()) {
      throw new RefusedFile(Problem.BROKEN, "an entry does not have its declared sum");
    }
  }

  @Override
  public void close() throws IOException {
    closed = true;
    deflated.close();
  }
}
