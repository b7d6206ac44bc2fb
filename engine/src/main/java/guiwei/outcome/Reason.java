package guiwei.outcome;

import java.util.List;

/// One sentence of why, as a key of the word files and its values. Values are text as people
/// read it: amounts formatted, numbers as the channel prints them; never a payer's name in the
/// clear.
///
/// @param key the sentence: `reason.digits-swapped`
public record Reason(String key, List<String> values) {
  public Reason {
    values = List.copyOf(values);
  }

  /// A sentence and what stands in it.
  ///
  /// @param key of the sentence in `words_en.properties`
  /// @param values of its `{0}`, `{1}`
  public static Reason of(String key, String... values) {
    return new Reason(key, List.of(values));
  }
}
