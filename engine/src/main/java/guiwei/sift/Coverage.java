package guiwei.sift;

import guiwei.order.Order;
import guiwei.outcome.Place;
import guiwei.table.Channel;
import guiwei.table.State;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which channels and days the run's statements speak of at all.
///
/// Where hardly any order of a channel and day found its money, it is the statement that is
/// missing (late, refused, never fetched), not a hundred customers' money: nothing is reported
/// then, and the orders stay open until the file comes. Learnt from the run itself.
public final class Coverage {
  /// Below this share of found orders the day is taken as not covered.
  private static final double LEAST_SHARE = 0.5;

  private final Days calendar;
  private final Map<Long, long[]> days = new HashMap<>();

  Coverage(Days calendar) {
    this.calendar = calendar;
  }

  /// Which day a moment falls on.
  public Days calendar() {
    return calendar;
  }

  /// The day that a moment falls on, as days since 1970-01-01.
  public int day(long epochSecond) {
    return calendar.of(epochSecond);
  }

  static long key(Channel channel, int day) {
    return (long) (channel.ordinal() + 1) << 32 | (day & 0xffffffffL);
  }

  void addPlain(Sums plain) {
    plain.each((key, count, sum) -> counts(key)[0] += count);
  }

  /// Counts an order that says it was paid, found or not.
  public void add(Order order, @Nullable Place place) {
    boolean found = place == Place.MATCHED || place == Place.DISCREPANT;
    boolean lost = place == null && (order.state == State.PAID || order.state == State.REFUNDED);
    if (found || lost) {
      counts(key(order.channel, day(order.epochSecond)))[found ? 0 : 1]++;
    }
  }

  private long[] counts(long key) {
    return days.computeIfAbsent(key, k -> new long[2]);
  }

  /// Whether an order that found no money should have found it.
  public boolean covers(Order order) {
    int day = day(order.epochSecond);
    long[] that = days.getOrDefault(key(order.channel, day), new long[2]);
    if (that[0] + that[1] >= 5) {
      return isMostlyFound(that[0], that[1]);
    }
    // a quiet day says little: look around it
    long found = 0;
    long lost = 0;
    for (int d = day - 7; d <= day + 7; d++) {
      long[] near = days.getOrDefault(key(order.channel, d), new long[2]);
      found += near[0];
      lost += near[1];
    }
    return isMostlyFound(found, lost);
  }

  private static boolean isMostlyFound(long found, long lost) {
    return found >= LEAST_SHARE * (found + lost) && found > 0;
  }
}
