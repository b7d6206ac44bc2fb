package guiwei.money;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0.00 | 0",
        "12.34 | 1234",
        "12 | 1200",
        "12. | 1200",
        "12.3 | 1230",
        "12.3400 | 1234",
        ".5 | 50",
        "-0.01 | -1",
        "+0.01 | 1",
        "0.01- | -1",
        "(12.34) | -1234",
        "1,280.00 | 128000",
        "1 280.00 | 128000",
        "1'280.00 | 128000",
        "¥1,280.00 | 128000",
        "￥１２.３４ | 1234",
        "-¥12.34 | -1234",
        "12.34元 | 1234",
        "CNY 12.34 | 1234",
        "12.34 CNY | 1234",
        "0000012.34 | 1234",
        "1234567890123456.78 | 123456789012345678",
        "−5.00 | -500"
      })
  void an_amount_is_read_exactly_however_it_is_written(String text, long minor) {
    assertEquals(minor, Decimals.parse(text.strip(), 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        ".",
        "12.345",
        "1e5",
        "0x10",
        "12,34.00",
        "1,2",
        "--1",
        "-1-",
        "(-1)",
        "(1",
        "1)",
        "NaN",
        "一百",
        "12.3.4",
        "99999999999999999999",
        "1280,00",
        "5%"
      })
  void what_is_no_exact_amount_is_refused_and_nothing_is_rounded(String text) {
    assertEquals(Decimals.UNREADABLE, Decimals.parse(text, 2));
  }

  @Property(tries = 1000)
  void every_amount_reads_back(
      @ForAll @LongRange(min = -999_999_999_999_999_999L, max = 999_999_999_999_999_999L)
          long units,
      @ForAll @IntRange(max = 5) int scale) {
    assertEquals(units, Decimals.parse(Decimals.text(units, scale), scale));
    assertEquals(
        units, Decimals.parse(Decimals.text(units, scale) + (scale > 0 ? "00" : ""), scale));
  }

  @Property(tries = 1000)
  void the_quick_way_and_the_slow_way_agree(
      @ForAll @LongRange(min = -999_999_999L, max = 999_999_999L) long units,
      @ForAll @IntRange(max = 5) int written,
      @ForAll @IntRange(max = 5) int scale) {
    byte[] text = Decimals.text(units, written).getBytes(UTF_8);
    assertEquals(
        Written.parse(text, 0, text.length, scale), Decimals.parse(text, 0, text.length, scale));
  }

  @Property(tries = 500)
  void any_bytes_are_an_amount_or_refused(
      @ForAll byte[] noise, @ForAll @IntRange(max = 5) int scale) {
    Decimals.parse(noise, 0, noise.length, scale);
  }
}
