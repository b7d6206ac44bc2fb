package guiwei.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private static String read(Times times, byte[] bytes) {
    Row row = new Row();
    row.clear();
    return times.read(row, bytes, 0, bytes.length)
        ? Instant.ofEpochSecond(row.epochSecond) + (row.dayOnly ? " day" : "")
        : "refused";
  }

  private static String read(ZoneId zone, Times.Order order, String text) {
    return read(new Times(zone, order), text.getBytes(UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-02 00:00:00, 2026-01-01T16:00:00Z",
    "2026/1/2 9:05:07, 2026-01-02T01:05:07Z",
    "2026.01.02 09:05:07, 2026-01-02T01:05:07Z",
    "2014-11-10 16：33：45, 2014-11-10T08:33:45Z",
    "2026年01月02日 09时05分07秒, 2026-01-02T01:05:07Z",
    "2026年1月2日, 2026-01-01T16:00:00Z day",
    "2026-01-02, 2026-01-01T16:00:00Z day",
    "20260102, 2026-01-01T16:00:00Z day",
    "20260102090507, 2026-01-02T01:05:07Z",
    "202601020905, 2026-01-02T01:05:00Z",
    "20260102 090507, 2026-01-02T01:05:07Z",
    "20260102 09:05:07, 2026-01-02T01:05:07Z",
    "20260102090507+0100, 2026-01-02T08:05:07Z",
    "20260102090507Z, 2026-01-02T09:05:07Z",
    "2026-01-02T09:05:07.123+01:00, 2026-01-02T08:05:07Z",
    "2026-01-02T09:05:07Z, 2026-01-02T09:05:07Z",
    "2026-01-02 09:05:07-05:00, 2026-01-02T14:05:07Z",
    "2026-01-02 24:00:00, 2026-01-02T16:00:00Z",
    "2026-01-02 09:05, 2026-01-02T01:05:00Z",
    "1767315907, 2026-01-02T01:05:07Z",
    "1767315907123, 2026-01-02T01:05:07Z",
    "2024-02-29 12:00:00, 2024-02-29T04:00:00Z",
    "15-Jan-2026, 2026-01-14T16:00:00Z day",
    "2 September 2026 18:00, 2026-09-02T10:00:00Z",
    "'Jan 2, 2026, 9:05:07 PM', 2026-01-02T13:05:07Z",
    "2026-Feb-03, 2026-02-02T16:00:00Z day",
    "2026/1/2 下午 3:05:07, 2026-01-02T07:05:07Z",
    "2026/1/2 上午12:05, 2026-01-01T16:05:00Z",
    "2026-01-02 下午 15:05, 2026-01-02T07:05:00Z"
  })
  void channels_write_moments_in_many_ways(String text, String moment) {
    assertEquals(moment, read(SHANGHAI, Times.Order.YEAR_FIRST, text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-30 00:00:00",
        "2025-02-29",
        "2026-13-01 00:00:00",
        "2026-01-02 24:00:01",
        "2026-01-02 12:60:00",
        "2026-01-02 12:00:61",
        "0000-00-00 00:00:00",
        "2026-01",
        "12:00:00",
        "yesterday",
        "2026-01-02 PM 3",
        "2-Mai-2026",
        "2-Jan-Feb-2026",
        "31-Feb-2026",
        "2026-01-02 9:05 XM",
        "99999999",
        "12345678901234567890",
        "2026-01-02 00:00:00 00:00:00",
        "2026-01-02T09:05:07+99:00",
        "2026-01-02T09:05:07+1",
        "-",
        " "
      })
  void what_is_no_moment_is_refused(String text) {
    assertEquals("refused", read(SHANGHAI, Times.Order.YEAR_FIRST, text));
  }

  @Test
  void the_order_of_day_and_month_is_the_files_own() {
    assertEquals(
        "2026-02-01T00:00:00Z day", read(ZoneId.of("UTC"), Times.Order.DAY_FIRST, "01/02/2026"));
    assertEquals(
        "2026-01-02T00:00:00Z day", read(ZoneId.of("UTC"), Times.Order.MONTH_FIRST, "01/02/2026"));
    assertEquals(
        "2026-02-01T00:00:00Z day", read(ZoneId.of("UTC"), Times.Order.DAY_FIRST, "01.02.26"));
    assertEquals(
        "2026-01-02T00:00:00Z day", read(ZoneId.of("UTC"), Times.Order.DAY_FIRST, "2026-01-02"));
  }

  @Test
  void a_zone_with_summer_time_is_followed() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    assertEquals(
        "2026-01-15T11:00:00Z", read(berlin, Times.Order.YEAR_FIRST, "2026-01-15 12:00:00"));
    assertEquals(
        "2026-07-15T10:00:00Z", read(berlin, Times.Order.YEAR_FIRST, "2026-07-15 12:00:00"));
  }

  @Test
  void years_months_and_days_in_gbk_are_read_too() {
    byte[] gbk = "2026年01月02日 09：05：07".getBytes(Charset.forName("GBK"));
    assertEquals("2026-01-02T01:05:07Z", read(new Times(SHANGHAI, Times.Order.YEAR_FIRST), gbk));
  }

  @ParameterizedTest
  @CsvSource({
    "09:05:07, 01:05:07",
    "9:05, 01:05:00",
    "090507, 01:05:07",
    "905, 01:05:00",
    "3:05 pm, 07:05:00"
  })
  void a_time_of_day_joins_the_day_before_it(String text, String utc) {
    Times times = new Times(SHANGHAI, Times.Order.YEAR_FIRST);
    Row row = new Row();
    row.clear();
    assertTrue(times.read(row, "2026-01-02".getBytes(UTF_8), 0, 10));
    byte[] bytes = text.getBytes(UTF_8);
    assertTrue(times.addTimeOfDay(row, bytes, 0, bytes.length));
    assertEquals("2026-01-02T" + utc + "Z", Instant.ofEpochSecond(row.epochSecond).toString());
    assertFalse(row.dayOnly);
  }

  @Test
  void a_time_of_day_without_a_day_is_refused() {
    Row row = new Row();
    row.clear();
    assertFalse(
        new Times(SHANGHAI, Times.Order.YEAR_FIRST)
            .addTimeOfDay(row, "09:05:07".getBytes(UTF_8), 0, 8));
  }

  @Property(tries = 500)
  void every_second_of_this_century_reads_back(
      @ForAll @LongRange(min = 946_684_800L, max = 4_102_444_800L) long second) {
    LocalDateTime local = LocalDateTime.ofInstant(Instant.ofEpochSecond(second), SHANGHAI);
    String expected = Instant.ofEpochSecond(second).toString();
    for (String pattern :
        new String[] {"yyyy-MM-dd HH:mm:ss", "yyyyMMddHHmmss", "yyyy/M/d H:m:s"}) {
      String text = DateTimeFormatter.ofPattern(pattern).format(local);
      assertEquals(expected, read(SHANGHAI, Times.Order.YEAR_FIRST, text), text);
    }
  }

  @Property(tries = 500)
  void any_bytes_are_a_moment_or_refused(@ForAll byte[] noise) {
    Times times = new Times(SHANGHAI, Times.Order.YEAR_FIRST);
    read(times, noise);
    Row row = new Row();
    row.clear();
    row.hasTime = true;
    times.addTimeOfDay(row, noise, 0, noise.length);
  }
}
