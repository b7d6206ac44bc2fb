package guiwei.sift;

import guiwei.source.Source;
import guiwei.table.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;

/// Says where in a file a row stands, in words a person can follow: `:line` in delimited text,
/// `#record` where a file has no lines. A file is read through once for all the rows asked for.
final class LineNumbers {
  /// Beyond this size nobody waits for lines to be counted: the byte's place is told instead.
  private static final long LARGEST = 1L << 30;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long LINE_ENDS = 0x0a0a0a0a0a0a0a0aL;
  private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;

  private LineNumbers() {}

  /// The words for each place: byte offsets in cut files, ordinals from 0 in all others.
  static Map<Long, String> of(Intake.Entry entry, NavigableSet<Long> places) {
    Map<Long, String> words = new HashMap<>();
    if (!(entry.reading instanceof Reading.Cut)) {
      places.forEach(place -> words.put(place, "#" + (place + 1)));
    } else if (entry.source.size() > LARGEST) {
      places.forEach(place -> words.put(place, "@" + place));
    } else {
      count(entry.source, places).forEach((place, line) -> words.put(place, ":" + line));
    }
    return words;
  }

  /// The line, from 1, of each byte offset. An offset beyond the end of the file is left out.
  static Map<Long, Long> count(Source source, NavigableSet<Long> offsets) {
    Map<Long, Long> lines = new HashMap<>();
    List<Long> wanted = List.copyOf(offsets);
    try (InputStream in = source.open()) {
      byte[] buffer = new byte[1 << 16];
      long at = 0;
      long line = 1;
      int next = 0;
      int read = in.read(buffer);
      while (next < wanted.size() && read >= 0) {
        int from = 0;
        while (next < wanted.size() && wanted.get(next) < at + read) {
          int to = (int) (wanted.get(next) - at);
          line += lineEnds(buffer, from, to);
          from = to;
          lines.put(wanted.get(next++), line);
        }
        line += lineEnds(buffer, from, read);
        at += read;
        read = in.read(buffer);
      }
      return lines;
    } catch (IOException gone) {
      throw new java.io.UncheckedIOException(source.name() + " cannot be read again", gone);
    }
  }

  /// Eight bytes at a time: a byte is a line's end where nothing is left of it beside one.
  private static int lineEnds(byte[] bytes, int from, int to) {
    int count = 0;
    int i = from;
    for (; i + 8 <= to; i += 8) {
      long rest = (long) LONGS.get(bytes, i) ^ LINE_ENDS;
      long nonzero = ((rest & LOW_BITS) + LOW_BITS) | rest | LOW_BITS;
      count += Long.bitCount(~nonzero);
    }
    for (; i < to; i++) {
      count += bytes[i] == '\n' ? 1 : 0;
    }
    return count;
  }
}
