package guiwei.profile;

import guiwei.table.Delimited;
import guiwei.table.DelimitedReader;
import guiwei.table.Footing;
import guiwei.table.Mapping;
import guiwei.table.Reading;
import guiwei.table.RowSink;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Delimited text read by a profile that fits it.
final class Plain {
  private static final byte BACKTICK = '`';

  private Plain() {}

  static Reading reading(Head head, Fit fit) {
    Delimited plan = plan(head, fit);
    if (!head.transcoded() && !fit.counts() && !fit.inParts()) {
      boolean oneAccount = fit.bound().index(Field.ACCOUNT) < 0;
      return new Reading.Cut(plan, fit.declarations(head.separator(), oneAccount));
    }
    return new Reading.Streamed(
        (in, file, name, sink) -> streamed(head, fit, in, new Watch(file, sink, 0), name));
  }

  private static Delimited plan(Head head, Fit fit) {
    return new Delimited(
        head.cutCharset(),
        head.separator(),
        true,
        (byte) 0,
        fit.bound().profile().format().footers(),
        head.rows().get(fit.headerRow()).next(),
        fit.width(),
        mapping(head, fit));
  }

  private static Mapping mapping(Head head, Fit fit) {
    boolean ticked =
        head.rows().stream()
            .skip(fit.headerRow() + 1L)
            .anyMatch(row -> row.cells().getFirst().startsWith("`"));
    return fit.bound().mapping(ticked ? BACKTICK : 0);
  }

  static List<Footing.Check> streamed(Head head, Fit fit, InputStream in, Watch watch, String name)
      throws IOException {
    Lines text = new Lines(head.transcoded() ? new Utf8(in, head.charset()) : in);
    watch.countBy(text);
    Parts parts = new Parts(fit, watch);
    RowSink sink = fit.inParts() ? parts : watch;
    DelimitedReader reader = new DelimitedReader(plan(head, fit), 0, name, sink);
    reader.read(text);
    parts.end();
    watch.tallied(reader.tally());
    return fit.declarations(head.separator(), watch.oneAccount())
        .check(reader.tally(), reader.footer());
  }

  /// Text of any encoding as UTF-8.
  private static final class Utf8 extends InputStream {
    private static final int CHARS = 1 << 13;

    private final InputStreamReader reader;
    private final CharsetEncoder encoder = StandardCharsets.UTF_8.newEncoder();
    private final CharBuffer chars = CharBuffer.allocate(CHARS);
    private final ByteBuffer bytes = ByteBuffer.allocate(CHARS * 4);

    Utf8(InputStream in, Charset charset) {
      this.reader = new InputStreamReader(in, charset);
      encoder.onMalformedInput(java.nio.charset.CodingErrorAction.REPLACE);
      chars.flip();
      bytes.flip();
    }

    @Override
    public int read() throws IOException {
      return fill() ? bytes.get() & 0xff : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      if (length == 0) {
        return 0;
      }
      if (!fill()) {
        return -1;
      }
      int taken = Math.min(length, bytes.remaining());
      bytes.get(into, from, taken);
      return taken;
    }

    private boolean fill() throws IOException {
      while (!bytes.hasRemaining()) {
        chars.compact();
        int read = reader.read(chars);
        chars.flip();
        bytes.clear();
        encoder.encode(chars, bytes, read < 0);
        bytes.flip();
        if (read < 0 && !bytes.hasRemaining()) {
          return false;
        }
      }
      return true;
    }
  }
}
