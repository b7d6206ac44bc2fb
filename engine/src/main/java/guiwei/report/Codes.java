package guiwei.report;

import java.util.ArrayList;
import java.util.List;

/// Small numbers for the few words that every match repeats.
final class Codes {
  /// More words than this is a mistake: a rule was made of something that changes.
  static final int MOST = 127;

  private final List<String> words = new ArrayList<>();

  synchronized int code(String word) {
    int code = words.indexOf(word);
    if (code >= 0) {
      return code;
    }
    if (words.size() == MOST) {
      throw new IllegalArgumentException("more than " + MOST + " words, the last is " + word);
    }
    words.add(word);
    return words.size() - 1;
  }

  synchronized String word(int code) {
    return words.get(code);
  }
}
