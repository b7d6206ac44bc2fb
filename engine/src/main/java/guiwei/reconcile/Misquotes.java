package guiwei.reconcile;

import guiwei.number.Numbers;
import guiwei.table.Hash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/// Order numbers that payers wrote with one slip, or only in part; of an invoice's number only the
/// end.
///
/// The words of all payments are held against the numbers of all orders at once. Two numbers that
/// differ by one slip are equal once at most one character of each is left out, so every word is
/// filed under itself and under all that leaves one character out. A word that may be a part is
/// filed under itself, and of every number all stretches are asked for that are as long as some
/// part. What meets there is then compared.
final class Misquotes {
  private static final int SHORTEST_PART = 5;

  /// Shorter numbers are each other's but for one slip all the time.
  private static final int SHORTEST_SLIPPED = 5;

  private static final int SHORTEST_END = 6;

  private final Map<String, Set<Due>> meant = new HashMap<>();

  /// Holds the words of these payments against the numbers of these orders.
  ///
  /// @param telling what a part of a number is worth
  /// @param papers the numbers of invoices and the like; one that several orders share is no
  ///     other's end
  Misquotes(Telling telling, Collection<Paid> payments, Collection<Due> dues, Papers papers) {
    Set<String> distinct = new LinkedHashSet<>();
    payments.forEach(paid -> distinct.addAll(words(paid)));
    List<String> words = new ArrayList<>(distinct);
    int longest = dues.stream().mapToInt(d -> d.plainNumber.length()).max().orElse(0);
    WordIndex slips = new WordIndex(words.stream().mapToInt(w -> w.length() + 1).sum());
    Stretches parts = new Stretches(words.size());
    Stretches ends = new Stretches(papers.tellTransfers() ? words.size() : 0);
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      byte[] bytes = bytes(word);
      if (bytes.length >= SHORTEST_SLIPPED) {
        for (long hash : shortened(bytes)) {
          slips.file(hash, i);
        }
      }
      if (bytes.length >= SHORTEST_PART && bytes.length < longest && telling.tells(word)) {
        parts.file(bytes, i);
      }
      boolean whole = papers.of(word) != null || papers.isShared(word);
      if (bytes.length >= SHORTEST_END && papers.tellTransfers() && !whole) {
        ends.file(bytes, i);
      }
    }
    for (Due due : dues) {
      compare(due, words, slips, parts);
    }
    papers.eachOfTransfers((paper, due) -> compareEnd(paper, due, words, ends));
  }

  private void compareEnd(String paper, Due due, List<String> words, Stretches ends) {
    byte[] bytes = bytes(paper);
    for (int length : ends.shorterThan(bytes.length)) {
      ends.each(
          bytes,
          bytes.length - length,
          length,
          i -> {
            if (paper.endsWith(words.get(i))) {
              note(words.get(i), due);
            }
          });
    }
  }

  private void compare(Due due, List<String> words, WordIndex slips, Stretches parts) {
    String number = due.plainNumber;
    byte[] bytes = bytes(number);
    for (long hash : shortened(bytes)) {
      slips.each(
          hash,
          i -> {
            if (Numbers.oneSlip(words.get(i), number)) {
              note(words.get(i), due);
            }
          });
    }
    for (int length : parts.shorterThan(bytes.length)) {
      for (int from = 0; from + length <= bytes.length; from++) {
        parts.each(
            bytes,
            from,
            length,
            i -> {
              if (number.contains(words.get(i))) {
                note(words.get(i), due);
              }
            });
      }
    }
  }

  private void note(String word, Due due) {
    meant.computeIfAbsent(word, w -> new LinkedHashSet<>()).add(due);
  }

  /// The words of a payment that may be a number or a part of one.
  private static Collection<String> words(Paid paid) {
    if (paid.line.reference.isEmpty()) {
      return paid.numbers();
    }
    Set<String> words = new LinkedHashSet<>(paid.numbers());
    words.add(Numbers.plain(paid.line.reference));
    return words;
  }

  /// The orders whose number this payment may mean.
  Set<Due> of(Paid paid) {
    Set<Due> found = new LinkedHashSet<>();
    for (String word : words(paid)) {
      found.addAll(meant.getOrDefault(word, Set.of()));
    }
    return found;
  }

  /// Plain numbers are ASCII.
  private static byte[] bytes(String plain) {
    return plain.getBytes(StandardCharsets.ISO_8859_1);
  }

  /// The hashes of a number and of all that leaves one character of it out.
  private static long[] shortened(byte[] number) {
    int length = number.length;
    long[] hashes = new long[length + 1];
    hashes[length] = Hash.of(number, 0, length);
    byte[] shorter = Arrays.copyOfRange(number, Math.min(1, length), length);
    for (int out = 0; out < length; out++) {
      hashes[out] = Hash.of(shorter, 0, length - 1);
      if (out < length - 1) {
        shorter[out] = number[out];
      }
    }
    return hashes;
  }

  /// Words by all their letters, and which lengths there are.
  private static final class Stretches {
    private final WordIndex index;
    private final BitSet lengths = new BitSet();

    /// @param most how many words will be filed
    Stretches(int most) {
      index = new WordIndex(most);
    }

    void file(byte[] word, int number) {
      index.file(Hash.of(word, 0, word.length), number);
      lengths.set(word.length);
    }

    /// The lengths of words below this one, in ascending order.
    int[] shorterThan(int length) {
      return lengths.get(0, length).stream().toArray();
    }

    void each(byte[] text, int from, int length, IntConsumer consumer) {
      index.each(Hash.of(text, from, from + length), consumer);
    }
  }
}
