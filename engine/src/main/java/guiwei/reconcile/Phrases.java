package guiwei.reconcile;

import guiwei.table.Simplified;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Many phrases looked for at once: a pattern of alternatives, asked only of texts that hold the
/// first two characters of one of them. Most texts hold none. Traditional characters are read as
/// simplified ones.
final class Phrases {
  private static final int BITS = 1 << 14;

  private final Pattern pattern;
  private final BitSet beginnings = new BitSet(BITS);

  /// The phrases of this regular expression, one after each bar at its top level.
  Phrases(String alternatives) {
    this(alternatives, alternatives);
  }

  /// @param beginning alternatives one of which stands in everything that the pattern finds
  Phrases(String beginning, String pattern) {
    this.pattern = Pattern.compile(pattern);
    split(beginning).forEach(this::begin);
  }

  private static List<String> split(String alternatives) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i < alternatives.length(); i++) {
      char c = alternatives.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == '|' && depth == 0) {
        parts.add(alternatives.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(alternatives.substring(from));
    return parts;
  }

  private void begin(String alternative) {
    if (alternative.startsWith("\\b")) {
      begin(alternative.substring(2));
    } else if (alternative.startsWith("(?<")) {
      // what stands before the phrase
      begin(alternative.substring(end(alternative)));
    } else if (alternative.startsWith("(?:")) {
      split(alternative.substring(3, end(alternative) - 1)).forEach(this::begin);
    } else {
      beginPlainly(alternative);
    }
  }

  /// Where the group ends with which the expression begins.
  private static int end(String expression) {
    int depth = 0;
    int at = 0;
    do {
      depth += expression.charAt(at) == '(' ? 1 : expression.charAt(at) == ')' ? -1 : 0;
      at++;
    } while (depth > 0);
    return at;
  }

  private void beginPlainly(String alternative) {
    if (!isLiteral(alternative, 0)) {
      throw new IllegalArgumentException("begins with no character: " + alternative);
    }
    char first = alternative.charAt(0);
    if (isLiteral(alternative, 1)) {
      beginnings.set(bit(first, alternative.charAt(1)));
    } else {
      for (int c = 0; c <= Character.MAX_VALUE; c++) {
        beginnings.set(bit(first, (char) c));
      }
    }
  }

  /// Whether the expression wants just the character at this place.
  private static boolean isLiteral(String expression, int at) {
    return at < expression.length()
        && "\\[](){}.*+?^$|".indexOf(expression.charAt(at)) < 0
        && (at + 1 == expression.length() || "?*{+".indexOf(expression.charAt(at + 1)) < 0);
  }

  private static int bit(char first, char second) {
    return (first * 31 + second) & (BITS - 1);
  }

  /// Whether the text holds one of them.
  boolean in(String words) {
    String text = Simplified.of(words);
    return mayBeIn(text) && pattern.matcher(text).find();
  }

  /// The first place where one of them stands.
  Optional<Matcher> first(String words) {
    String text = Simplified.of(words);
    if (!mayBeIn(text)) {
      return Optional.empty();
    }
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Optional.of(matcher) : Optional.empty();
  }

  private boolean mayBeIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      // a phrase of one letter may end the text
      char second = i + 1 < text.length() ? text.charAt(i + 1) : 0;
      if (beginnings.get(bit(text.charAt(i), second))) {
        return true;
      }
    }
    return false;
  }
}
