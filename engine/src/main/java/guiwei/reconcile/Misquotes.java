package guiwei.reconcile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Order numbers that a payer wrote with one slip, or only in part.
final class Misquotes {
  private static final int SHORTEST_PART = 5;

  /// Orders that are asked whether a part of a number is theirs too.
  private final List<String> sample;
  private final Map<String, Boolean> telling = new HashMap<>();

  Misquotes(Board board) {
    this.sample = board.someOrders;
  }

  /// The words of a payment that may be a number or a part of one.
  static Set<String> words(Paid paid) {
    Set<String> words = new HashSet<>(Numbers.inRemark(paid.words()));
    if (!paid.line.reference.isEmpty()) {
      words.add(Numbers.plain(paid.line.reference));
    }
    return words;
  }

  /// Those of these orders whose number may be meant by one of these words.
  List<Due> meant(Set<String> words, List<Due> dues) {
    return words.isEmpty() ? List.of() : dues.stream().filter(d -> isMeant(words, d)).toList();
  }

  private boolean isMeant(Set<String> words, Due due) {
    String number = due.plainNumber;
    for (String word : words) {
      if (Numbers.oneSlip(word, number) || isPart(word, number)) {
        return true;
      }
    }
    return false;
  }

  private boolean isPart(String word, String number) {
    return word.length() >= SHORTEST_PART
        && word.length() < number.length()
        && number.contains(word)
        && tells(word);
  }

  /// Whether a part of a number tells orders apart: a date or a store's digits stand in many.
  private boolean tells(String word) {
    return telling.computeIfAbsent(
        word,
        w -> {
          long found = sample.stream().filter(number -> number.contains(w)).count();
          return found <= 1 || found * 100 <= sample.size();
        });
  }
}
