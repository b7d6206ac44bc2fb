package guiwei.reconcile;

import guiwei.table.Hash;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Order numbers that payers wrote with one slip, or only in part; of an invoice's number only the
/// end.
///
/// The words of all payments are held against the numbers of all orders at once. Two numbers that
/// differ by one slip are equal once at most one character of each is left out, so every word is
/// filed under itself and under all that leaves one character out; a part is filed under its last
/// letters, the rarest of a running number, up to eight of them. What meets there is then compared.
final class Misquotes {
  private static final int SHORTEST_PART = 5;
  private static final int SHORTEST_END = 6;

  /// A part is filed under no more letters than these: of running numbers, fewer have too much in
  /// common.
  private static final int MOST_FILED = 8;

  private final Telling telling;
  private final Map<String, Set<Due>> meant = new HashMap<>();

  /// Holds the words of these payments against the numbers of these orders.
  ///
  /// @param telling what a part of a number is worth
  /// @param papers orders by the numbers of other papers, such as invoices
  Misquotes(
      Telling telling, Collection<Paid> payments, Collection<Due> dues, Map<String, Due> papers) {
    this.telling = telling;
    Set<String> distinct = new LinkedHashSet<>();
    payments.forEach(paid -> distinct.addAll(words(paid)));
    List<String> words = new ArrayList<>(distinct);
    WordIndex slips = new WordIndex(words.stream().mapToInt(w -> w.length() + 1).sum());
    WordIndex parts = new WordIndex(words.size());
    int longest =
        Stream.concat(dues.stream().map(d -> d.plainNumber), papers.keySet().stream())
            .mapToInt(String::length)
            .max()
            .orElse(0);
    for (int i = 0; i < words.size(); i++) {
      byte[] bytes = bytes(words.get(i));
      for (long hash : shortened(bytes)) {
        slips.file(hash, i);
      }
      if (bytes.length >= SHORTEST_PART && bytes.length < longest) {
        parts.file(endingAt(bytes, bytes.length, Math.min(bytes.length, MOST_FILED)), i);
      }
    }
    for (Due due : dues) {
      compare(due, words, slips, parts);
    }
    papers.forEach((paper, due) -> compareEnd(paper, due, words, parts));
  }

  private void compareEnd(String paper, Due due, List<String> words, WordIndex parts) {
    byte[] bytes = bytes(paper);
    for (int filed = SHORTEST_END; filed <= Math.min(bytes.length, MOST_FILED); filed++) {
      parts.each(
          endingAt(bytes, bytes.length, filed),
          i -> {
            String word = words.get(i);
            if (word.length() < paper.length() && paper.endsWith(word)) {
              note(word, due);
            }
          });
    }
  }

  private void compare(Due due, List<String> words, WordIndex slips, WordIndex parts) {
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
    for (int filed = SHORTEST_PART; filed <= Math.min(bytes.length, MOST_FILED); filed++) {
      for (int end = filed; end <= bytes.length; end++) {
        parts.each(
            endingAt(bytes, end, filed),
            i -> {
              if (isPart(words.get(i), number)) {
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

  private boolean isPart(String word, String number) {
    return word.length() < number.length() && number.contains(word) && telling.tells(word);
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

  private static long endingAt(byte[] number, int end, int letters) {
    return Hash.of(number, end - letters, end);
  }
}
