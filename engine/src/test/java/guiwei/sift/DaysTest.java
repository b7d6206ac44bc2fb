package guiwei.sift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class DaysTest {
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Asia/Shanghai"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Pacific/Apia"),
          ZoneId.of("+05:30"));

  @Property(tries = 300)
  void a_day_is_the_one_that_the_calendar_of_the_zone_shows(
      @ForAll @LongRange(min = 694_224_000L, max = 7_000_000_000L) long second) {
    for (ZoneId zone : ZONES) {
      long expected = Instant.ofEpochSecond(second).atZone(zone).toLocalDate().toEpochDay();
      assertEquals(expected, new Days(zone).of(second), zone.getId());
    }
  }
}
