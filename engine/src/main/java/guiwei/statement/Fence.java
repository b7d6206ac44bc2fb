package guiwei.statement;

import guiwei.table.RefusedFile;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Lets a parser read on only while it gets somewhere: an attribute or comment without end must
/// not fill the memory.
final class Fence extends FilterReader {
  private final int limit;
  private int since;
  private boolean ended;

  /// @param limit how many characters may be read between two calls of [#passed]
  Fence(Reader in, int limit) {
    super(in);
    this.limit = limit;
  }

  /// The parser has understood something.
  void passed() {
    since = 0;
  }

  /// Whether the parser has seen the end.
  boolean ended() {
    return ended;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? -1 : 1);
    return one;
  }

  @Override
  public int read(char[] into, int from, int length) throws IOException {
    int read = super.read(into, from, length);
    count(read);
    return read;
  }

  private void count(int read) throws RefusedFile {
    ended |= read < 0;
    since += Math.max(0, read);
    if (since > limit) {
      throw new RefusedFile(
          RefusedFile.Problem.BROKEN, "a comment, attribute or tag longer than " + limit);
    }
  }
}
