package guiwei.chance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ClockTest {
  private static final long DAY = 86_400;

  /// A month of sales of one amount, on the average so many seconds apart from each other.
  private static Clock busy(int every, long ahead, double gainPerDay) {
    long[] orders = new Random(1).longs(30 * DAY / every, 0, 30 * DAY).sorted().toArray();
    long[] sales =
        LongStream.of(orders).map(o -> o + ahead + Math.round(gainPerDay * o / DAY)).toArray();
    return Clock.of(moments(sales), moments(orders));
  }

  private static Clock.Moments moments(long... seconds) {
    return new Clock.Moments(
        seconds, IntStream.range(0, seconds.length).mapToLong(i -> 800).toArray());
  }

  private static void assertNear(long expected, long actual, long within) {
    assertTrue(Math.abs(expected - actual) <= within, expected + " is not near " + actual);
  }

  @Test
  void a_busy_till_of_one_price_has_no_other_clock_than_a_quiet_one() {
    for (int every : new int[] {15_000, 900, 432}) {
      Clock clock = busy(every, 60, 0);
      assertTrue(clock.isSharp());
      assertNear(10 * DAY, clock.correct(10 * DAY + 60), 20);
    }
  }

  @Test
  void a_drift_is_told_from_the_next_sale() {
    Clock clock = busy(15_000, 60, 12);
    assertNear(10 * DAY, clock.correct(10 * DAY + 180), 20);
    assertNear(20 * DAY, clock.correct(20 * DAY + 300), 20);
  }
}
