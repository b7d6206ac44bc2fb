package guiwei.profile;

import guiwei.table.Row;
import guiwei.table.Text;
import java.util.Arrays;

/// Room of our own behind a row's bytes, for texts that stand nowhere in its record: a number
/// put together from several columns, the account that a title line names. Not for several
/// threads.
final class Scratch {
  private static final Text[] TEXTS = Text.values();

  private byte[] bytes = new byte[1 << 10];
  private int size;

  /// Moves what the row's texts need into this room, unless they are in it already.
  @SuppressWarnings("ReferenceEquality") // the question is whether it is this very room
  void adopt(Row row) {
    if (row.bytes == bytes) {
      return;
    }
    int from = Integer.MAX_VALUE;
    int to = 0;
    for (Text text : TEXTS) {
      if (row.has(text)) {
        from = Math.min(from, row.from(text));
        to = Math.max(to, row.to(text));
      }
    }
    size = Math.max(0, to - from);
    room(0);
    System.arraycopy(row.bytes, size == 0 ? 0 : from, bytes, 0, size);
    for (Text text : TEXTS) {
      if (row.has(text)) {
        row.set(text, row.from(text) - from, row.to(text) - from);
      }
    }
    row.bytes = bytes;
  }

  /// Gives the row a text of its own, after [#adopt].
  void add(Row row, Text text, byte[] value) {
    room(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    row.bytes = bytes;
    row.set(text, size, size + value.length);
    size += value.length;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }
}
