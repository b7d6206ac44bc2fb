package guiwei.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Texts that recur from row to row, decoded once: names of stores, accounts, banks, kinds of
/// business. A small table that forgets: a text that comes seldom is decoded again.
final class SharedTexts {
  private static final int SIZE = 1 << 10;

  private final byte[] @Nullable [] bytes = new byte[SIZE][];
  private final @Nullable String[] texts = new @Nullable String[SIZE];

  /// The text of the row, the same object for the same bytes as far as the table remembers.
  String of(Row row, Text text) {
    int from = row.from(text);
    int to = row.to(text);
    if (to <= from) {
      return "";
    }
    int slot = (int) (Hash.of(row.bytes, from, to) >>> 54);
    byte[] known = bytes[slot];
    String decoded = texts[slot];
    if (known != null
        && decoded != null
        && Arrays.equals(known, 0, known.length, row.bytes, from, to)) {
      return decoded;
    }
    String fresh = row.text(text);
    bytes[slot] = Arrays.copyOfRange(row.bytes, from, to);
    texts[slot] = fresh;
    return fresh;
  }
}
