package guiwei.sift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.number.Numbers;
import guiwei.table.Num;
import guiwei.table.Row;
import guiwei.table.Text;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Numbers read as bytes are the numbers read as text.
class NumbersTest {
  /// A retry as cashier systems write it behind the order's number, in another notation.
  private static final Pattern SUFFIX =
      Pattern.compile("^(.{4,}?)(?:[-_#.~/ ]?[RrTt]\\d{1,2}|[-_#.~/ ]\\d{1,2}|0\\d|[A-Za-z])$");

  private static final Pattern WORD = Pattern.compile("[0-9A-Za-z]+(?:[-_./ ]+[0-9A-Za-z]+)*");

  private static final String MARKS = "0123456789001ABrRtTxz-_#.~/ ";

  @ParameterizedTest(name = "{0} hides {1}")
  @CsvSource({
    "D260301000005_1, D260301000005",
    "D260301000001R2, D260301000001",
    "D260301000001-r12, D260301000001",
    "D26030100001801, D260301000018",
    "D260301000018-3, D260301000018",
    "D260301000018a, D260301000018",
    "D260301000018, ''",
    "A123, ''"
  })
  void aRetrysSuffixIsTakenOff(String reference, String base) {
    byte[] bytes = reference.getBytes(StandardCharsets.UTF_8);
    assertEquals(
        base, reference.substring(0, Numbers.withoutSuffix(bytes, 0, bytes.length)), reference);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "付 #1001 货款, 1001",
    "订单1001、#1002, 1001 1002",
    "订单号：１００１, 1001",
    "Order no. 1001, 1001",
    "ORDER #A1001 thanks, A1001",
    "订单2026年3月, ''",
    "订单 1001.50, ''",
    "12号1203室, ''",
    "订单100123, ''",
    "1001, ''"
  })
  void aShortNumberIsOneWhereTheWordsSaySo(String remark, String numbers) {
    assertEquals(numbers, String.join(" ", Numbers.marked(remark)), remark);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "INV AR00001444/1456/1582, AR00001456 AR00001582",
    "SO-2026-00123 & 24, SO202600124",
    "货款DD20260301007、008、012, DD20260301008 DD20260301012",
    "DD20260301007 50.00, ''",
    "DD20260301007/DD20260301008, ''"
  })
  void aListWritesOutItsFirstNumber(String remark, String numbers) {
    assertEquals(numbers, String.join(" ", Numbers.listed(remark)), remark);
  }

  @Test
  void suffixesAreWhatThePatternSays() {
    Random random = new Random(20_260_301);
    for (int i = 0; i < 200_000; i++) {
      String reference = reference(random).strip();
      Matcher suffix = SUFFIX.matcher(reference);
      List<String> bases = Numbers.withoutSuffix(reference);
      int cuts = Numbers.plain(reference).length() > Numbers.SHORTEST_CUT ? 2 : 0;
      assertEquals(
          suffix.matches() ? Numbers.plain(suffix.group(1)) : "",
          bases.size() > cuts ? bases.getFirst() : "",
          reference);
    }
  }

  @Test
  void numbersInWordsAreRunsOfNeighbours() {
    Random random = new Random(20_260_302);
    for (int i = 0; i < 50_000; i++) {
      String remark = reference(random) + "付款" + reference(random) + "，" + reference(random);
      Set<String> expected = new LinkedHashSet<>();
      Matcher run = WORD.matcher(remark);
      while (run.find()) {
        List<String> words = List.of(run.group().split("[-_./ ]+"));
        for (int from = 0; from < words.size(); from++) {
          for (int to = from + 1; to <= Math.min(words.size(), from + 6); to++) {
            String word = String.join("", words.subList(from, to)).toUpperCase(Locale.ROOT);
            long digits = word.chars().filter(Character::isDigit).count();
            if ((word.length() >= 5 && digits >= 4)
                || (word.length() >= 8 && digits > 0 && digits < word.length())) {
              expected.add(word);
            }
          }
        }
      }
      assertEquals(List.copyOf(expected), Numbers.inRemark(remark), remark);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "订单２０２６０３０１, 20260301",
    "no. ｄ２６０３ 0100, D26030100",
    "①②③④⑤, 12345",
    "货款, ''",
    "'', ''"
  })
  void wideLettersAreLetters(String remark, String number) {
    List<String> found = Numbers.inRemark(remark);
    assertTrue(number.isEmpty() ? found.isEmpty() : found.contains(number), () -> "" + found);
  }

  private static String reference(Random random) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(14);
    for (int i = 0; i < length; i++) {
      text.append(MARKS.charAt(random.nextInt(MARKS.length())));
    }
    return text.toString();
  }

  @ParameterizedTest(name = "{0} | {1} in {3}")
  @CsvSource({
    "D260301001701, 河埠广场店72-消费, D260301001701, UTF-8",
    "'', 订单D260301001701, D260301001701, GB18030",
    "D260301001701, 长亭街店, D260301001701, GB18030",
    "D2603 0100 1701, 长亭街店, '', UTF-8",
    "SO-260301-001701, 长亭街店, SO-260301-001701, UTF-8",
    "订单SO-260301_001701/支付, 长亭街店, SO-260301_001701, GB18030",
    "SO-260301-001701 8, 长亭街店, '', UTF-8",
    "D260301001701和D260301001702, '', '', UTF-8",
    "D260301001701, D260301001702, '', UTF-8",
    "'', 白鹭中心店113-消费, '', UTF-8",
    "order 2603010017, '', '', UTF-8",
    "'', '', '', UTF-8"
  })
  void theOnlyNumberBesideAPaymentIsItsAlias(
      String remark, String goods, String alias, String charset) {
    Charset encoding = Charset.forName(charset);
    byte[] first = remark.getBytes(encoding);
    byte[] second = goods.getBytes(encoding);
    byte[] bytes = new byte[first.length + second.length];
    System.arraycopy(first, 0, bytes, 0, first.length);
    System.arraycopy(second, 0, bytes, first.length, second.length);
    Row row = new Row();
    row.clear();
    row.bytes = bytes;
    row.charset = encoding;
    row.set(Text.REMARK, 0, first.length);
    row.set(Text.GOODS, first.length, bytes.length);
    row.set(Num.AMOUNT, 100);
    Shelf.Marks marks = new Shelf.Marks();
    Alias.find(row, marks);
    assertEquals(
        alias, new String(bytes, marks.aliasFrom, marks.aliasTo - marks.aliasFrom, encoding));
  }
}
