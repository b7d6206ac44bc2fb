package guiwei.statement;

import guiwei.table.Cells;
import guiwei.table.LineKind;
import java.nio.charset.Charset;
import java.util.Arrays;

/// A channel's words for kinds of business, looked up in a row's bytes without decoding them.
///
/// The whole word counts first; then the first of our words that the cell contains.
final class KindWords {
  private final byte[][] words;
  private final LineKind[] kinds;

  private KindWords(byte[][] words, LineKind[] kinds) {
    this.words = words;
    this.kinds = kinds;
  }

  /// @param table one word and its kind a line; more particular words before those they contain
  static KindWords of(Charset charset, String table) {
    String[] lines = table.strip().split("\\n", -1);
    byte[][] words = new byte[lines.length][];
    LineKind[] kinds = new LineKind[lines.length];
    for (int i = 0; i < lines.length; i++) {
      String[] parts = lines[i].strip().split("\\s+", -1);
      words[i] = parts[0].getBytes(charset);
      kinds[i] = LineKind.valueOf(parts[1]);
    }
    return new KindWords(words, kinds);
  }

  /// The kind that the cell's word means, [LineKind#OTHER] for a word not known.
  LineKind kind(Cells cells, int index) {
    for (int i = 0; i < words.length; i++) {
      if (cells.is(index, words[i])) {
        return kinds[i];
      }
    }
    for (int i = 0; i < words.length; i++) {
      if (contains(cells, index, words[i])) {
        return kinds[i];
      }
    }
    return LineKind.OTHER;
  }

  static boolean contains(Cells cells, int index, byte[] word) {
    if (index < 0 || index >= cells.count) {
      return false;
    }
    int last = cells.to[index] - word.length;
    for (int at = cells.from[index]; at <= last; at++) {
      if (Arrays.equals(cells.bytes, at, at + word.length, word, 0, word.length)) {
        return true;
      }
    }
    return false;
  }
}
