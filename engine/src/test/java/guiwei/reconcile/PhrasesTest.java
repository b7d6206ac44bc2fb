package guiwei.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Phrases are found wherever their pattern finds them, and nowhere else.
class PhrasesTest {
  private static final String ALTERNATIVES =
      "利息|结息|\\brent\\b|付|tax refund|top.?up|pay(?:ment)? to"
          + "|(?:%|xo|of) ?ado|(?<=a\\d?)折(?!息)|(?<!(?:p|x)[ ]{1,2})dex";
  private static final String LETTERS = "利息结付房折 rentaxfudopy%";

  @Test
  void theyAreFoundWhereThePatternFindsThem() {
    Pattern pattern = Pattern.compile(ALTERNATIVES);
    Phrases phrases = new Phrases(ALTERNATIVES);
    Random random = new Random(7);
    int found = 0;
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(12); k > 0; k--) {
        text.append(
            random.nextInt(8) == 0
                ? ALTERNATIVES.substring(random.nextInt(20))
                : LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      String words = text.toString();
      assertEquals(pattern.matcher(words).find(), phrases.in(words), words);
      found += phrases.in(words) ? 1 : 0;
    }
    assertTrue(found > 1000 && found < 49_000, () -> "texts are all alike");
  }

  @Test
  void aPhraseMustBeginWithACharacter() {
    assertThrows(IllegalArgumentException.class, () -> new Phrases("利息|.*fee"));
  }
}
