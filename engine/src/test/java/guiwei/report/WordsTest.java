package guiwei.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.reconcile.Kind;
import guiwei.reconcile.Reason;
import guiwei.table.BadRow;
import guiwei.table.Channel;
import guiwei.table.RefusedFile;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordsTest {
  private static final Pattern PLACE = Pattern.compile("\\{[^}]*\\}?");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  @Test
  void both_languages_have_the_same_keys_with_the_same_values() {
    assertEquals(new TreeSet<>(Words.ZH.keys()), new TreeSet<>(Words.EN.keys()));
    for (String key : Words.ZH.keys()) {
      assertEquals(places(Words.ZH.raw(key)), places(Words.EN.raw(key)), key);
      places(Words.ZH.raw(key)).forEach(place -> assertTrue(place.matches("\\{\\d\\}"), key));
      assertFalse(Words.EN.raw(key).isBlank(), key);
      assertTrue(key.startsWith("page.language") || !HAN.matcher(Words.EN.raw(key)).find(), key);
    }
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  @Test
  void everything_that_can_happen_has_words() {
    for (Words words : Words.all()) {
      for (Kind kind : Kind.values()) {
        words.raw("kind." + kind);
        words.raw("kind." + kind + ".do");
      }
      for (Channel channel : Channel.values()) {
        words.channel(channel);
      }
      for (RefusedFile.Problem problem : RefusedFile.Problem.values()) {
        words.raw("file." + problem);
        words.raw("file." + problem + ".do");
      }
      for (BadRow.Problem problem : BadRow.Problem.values()) {
        words.raw("row." + problem);
        words.raw("row." + problem + ".do");
      }
      DiscrepancyRow.COLUMNS.forEach(column -> words.raw("column." + column));
    }
  }

  @Test
  void a_sentence_has_its_values_in_place() {
    Reason reason = Reason.of("reason.digits-swapped", "1,280.00", "1,820.00");
    assertEquals("两位数字对调：1,280.00 打成 1,820.00", Words.sentence(reason, Locale.CHINA));
    assertEquals(
        "Two digits swapped: 1,280.00 typed as 1,820.00", Words.sentence(reason, Locale.FRANCE));
  }

  @Test
  void a_value_is_never_read_as_a_place_or_a_key() {
    Reason reason = Reason.of("reason.paid-less", "{1}", "@SUM(A1)", "{");
    assertEquals("应付 {1}，实付 @SUM(A1)，少 {", Words.ZH.sentence(reason));
  }

  @Test
  void a_key_that_does_not_exist_is_named() {
    var missing =
        assertThrows(
            IllegalArgumentException.class, () -> Words.EN.sentence(Reason.of("reason.nonsense")));
    assertEquals("words_en.properties has no reason.nonsense", missing.getMessage());
  }

  @Test
  void amounts_are_written_in_their_currency() {
    assertEquals("1,280.00", Words.amount(128_000, "CNY"));
    assertEquals("-123.45", Words.amount(-12_345, "CNY"));
    assertEquals("-1,234,567", Words.amount(-1_234_567, "JPY"));
    assertEquals("0.005", Words.amount(5, "KWD"));
    assertEquals("-¥0.01", Words.money(-1, "CNY"));
    assertEquals("5 JPY", Words.money(5, "JPY"));
  }

  @Test
  void a_share_is_never_rounded_to_certainty() {
    assertEquals("94.0%", Words.share(0.94));
    assertEquals(">99.9%", Words.share(0.99999));
    assertEquals("100%", Words.share(1));
    assertEquals("<0.1%", Words.share(0.0001));
  }
}
