package guiwei.profile;

import guiwei.table.Cells;
import guiwei.table.Simplified;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What words of a column mean, found without making a text of every cell.
///
/// Each written form is understood once and remembered by its bytes. Not for several threads.
final class Words<E> {
  private static final int SLOTS = 1 << 12;
  private static final int MAX_LEARNED = SLOTS / 2;
  private static final Pattern NOT_PLAIN = Pattern.compile("[^\\p{L}\\p{N}+]+");

  private final Function<String, @Nullable E> meaning;
  private final byte[][] words = new byte[SLOTS][];
  private final @Nullable Object[] meanings = new Object[SLOTS];
  private int learned;

  private static final byte[] NO_WORD = new byte[0];

  /// @param meaning what a word as [#plain] gives it means, or null
  Words(Function<String, @Nullable E> meaning) {
    this.meaning = meaning;
    Arrays.fill(words, NO_WORD);
  }

  /// The word without case, width, blanks and punctuation, in simplified characters.
  static String plain(String written) {
    String usual = Normalizer.normalize(written, Normalizer.Form.NFKC);
    String text = Simplified.of(usual.toLowerCase(Locale.ROOT));
    return NOT_PLAIN.matcher(text).replaceAll("");
  }

  /// A dictionary of words to look up in: `words` of each meaning, written in any form.
  static <E> Map<String, E> map(Map<E, List<String>> wordsOf) {
    Map<String, E> map = new HashMap<>();
    wordsOf.forEach((meaning, list) -> list.forEach(word -> map.put(plain(word), meaning)));
    return map;
  }

  /// What the cell means, or null for an empty cell and an unknown word.
  @SuppressWarnings("unchecked") // only meanings of this list are put into it
  @Nullable E find(Cells cells, int index) {
    if (index >= cells.count || cells.from[index] == cells.to[index]) {
      return null;
    }
    int slot = slot(cells.bytes, cells.from[index], cells.to[index]);
    return words[slot].length > 0 ? (E) meanings[slot] : learn(slot, cells, index);
  }

  private int slot(byte[] bytes, int from, int to) {
    int hash = 1;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + bytes[i];
    }
    int slot = (hash ^ hash >>> 15) & SLOTS - 1;
    while (words[slot].length > 0
        && !Arrays.equals(words[slot], 0, words[slot].length, bytes, from, to)) {
      slot = slot + 1 & SLOTS - 1;
    }
    return slot;
  }

  private @Nullable E learn(int slot, Cells cells, int index) {
    int from = cells.from[index];
    int to = cells.to[index];
    E found = meaning(new String(cells.bytes, from, to - from, cells.charset));
    if (learned < MAX_LEARNED) {
      learned++;
      words[slot] = Arrays.copyOfRange(cells.bytes, from, to);
      meanings[slot] = found;
    }
    return found;
  }

  /// What a text means: the whole of it, else its first part before a dash, comma or bracket.
  private @Nullable E meaning(String written) {
    E whole = meaning.apply(plain(written));
    if (whole != null) {
      return whole;
    }
    for (String part : written.split("[-—–/,，、（(|:：;；]+", 0)) {
      E found = part.isBlank() ? null : meaning.apply(plain(part));
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
