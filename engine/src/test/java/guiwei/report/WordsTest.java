package guiwei.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.outcome.FileReport;
import guiwei.outcome.Kind;
import guiwei.outcome.Reason;
import guiwei.table.BadRow;
import guiwei.table.Channel;
import guiwei.table.RefusedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  void why_a_file_is_refused_is_told_in_both_languages() {
    String english = "“at” may be written day first or month first; amount may be “a” or “b”";
    assertEquals("“at” 可能是日在前，也可能是月在前；amount 可能是 “a”，也可能是 “b”", Words.ZH.detail(english));
    assertEquals(
        "最接近 orders，但缺 store, customer",
        Words.ZH.detail("nearest is orders, without store, customer"));
    assertEquals("合计: 1 ≠ 2", Words.ZH.detail("合计: 1 ≠ 2"));
    assertEquals(english, Words.EN.detail(english));
  }

  @Test
  void rows_that_could_not_be_read_come_before_a_new_download() {
    RefusedFile.Problem off = RefusedFile.Problem.DOES_NOT_FOOT;
    FileReport bad = new FileReport("b.csv", "bank", 9, 1, 0, "", off, "1 ≠ 2", List.of());
    FileReport cut = new FileReport("b.csv", "bank", 9, 0, 0, "", off, "1 ≠ 2", List.of());
    for (Words words : Words.all()) {
      assertTrue(words.keys().containsAll(Set.of(Words.remedy(bad), Words.remedy(cut))));
    }
    assertNotEquals(Words.remedy(bad), Words.remedy(cut));
  }

  @Test
  void both_languages_have_the_same_keys_with_the_same_values() {
    assertEquals(new TreeSet<>(Words.ZH.keys()), new TreeSet<>(Words.EN.keys()));
    for (String key : Words.ZH.keys()) {
      assertEquals(places(Words.ZH.raw(key)), places(Words.EN.raw(key)), key);
      places(Words.ZH.raw(key))
          .forEach(place -> assertTrue(place.matches("\\{\\d(,channel|,seconds|,card)?\\}"), key));
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
  void every_reason_that_a_rule_gives_has_a_sentence() throws IOException {
    Pattern reason = Pattern.compile("\"(reason\\.[a-z0-9-]*[a-z0-9])\"");
    try (var sources = Files.walk(Path.of("src/main/java/guiwei/reconcile"))) {
      for (Path source : sources.filter(Files::isRegularFile).toList()) {
        reason
            .matcher(Files.readString(source))
            .results()
            .forEach(found -> Words.all().forEach(words -> words.raw(found.group(1))));
      }
    }
  }

  @Test
  void a_sentence_has_its_values_in_place() {
    Reason reason =
        Reason.of("reason.duplicate-cross-channel", "A1", "9.90", "alipay", "wechat", "77");
    assertEquals("订单 A1 付了两次 9.90：支付宝一次，微信支付一次；保留的那笔是 77", Words.sentence(reason, Locale.CHINA));
    assertEquals(
        "Order A1 was paid twice with 9.90, once by Alipay and once by WeChat Pay;"
            + " the payment that stays is 77",
        Words.sentence(reason, Locale.FRANCE));
  }

  @Test
  void a_time_is_told_in_words() {
    Reason reason = Reason.of("reason.duplicate-at-till", "T1", "9.90", "96", "77");
    assertEquals("终端 T1 在 1 分 36 秒内刷了两次 9.90；保留的那笔是 77", Words.ZH.sentence(reason));
  }

  @Test
  void a_card_is_never_told_in_full() {
    Reason reason =
        Reason.of(
            "reason.recharge-other-card", "A1", "9.90", "6222021234567890", "6228480000001111");
    assertEquals("订单 A1 退的 9.90 没有回原卡：付款卡 ••••7890，退到 ••••1111", Words.ZH.sentence(reason));
  }

  @Test
  void a_value_is_never_read_as_a_place_or_a_key() {
    Reason reason = Reason.of("reason.amount-other", "{1}", "@SUM(A1)", "{");
    assertEquals("金额不同：订单 {1} 应付 @SUM(A1)，付了 {", Words.ZH.sentence(reason));
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
