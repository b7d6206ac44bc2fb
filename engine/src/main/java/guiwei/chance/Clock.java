package guiwei.chance;

import guiwei.table.Hash;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/// How far a till's clock is from the order system's, learnt from the till's own sales.
///
/// Every sale and order of one amount within two hours vote for an offset and a drift; true
/// pairs agree on one line, chance pairs scatter (a Hough transform). The line with most votes
/// wins.
public final class Clock {
  static final int REACH_SECONDS = 2 * 3600;

  private static final int HOUR = 3600;
  private static final int MANY = 30;

  /// No zone is further from another.
  private static final int MOST_AWAY = 14 * HOUR;

  /// The least share of its sales that agree on a till's clock, in percent.
  private static final int PEAK_PERCENT = 12;

  private static final int BIN = 20;
  private static final int DAY = 86_400;
  private static final int MAX_DRIFT = 40;
  private static final int DRIFT_STEP = 2;
  private static final int ENOUGH_VOTES = 4;

  /// How many standard deviations of its votes a line with a drift must be better than the best
  /// without one.
  private static final double CLEARLY = 2;
  private static final int MOST_PAIRS = 10_000;
  private static final int MOST_LEVELS = 20;

  /// Seconds that the till is ahead at [#origin].
  private final double offset;

  /// Seconds that it gains in a day.
  private final double driftPerDay;

  private final long origin;

  /// How many pairs spoke for it.
  public final int votes;

  private Clock(double offset, double driftPerDay, long origin, int votes) {
    this.offset = offset;
    this.driftPerDay = driftPerDay;
    this.origin = origin;
    this.votes = votes;
  }

  /// The second of the order system's clock when the till shows this one.
  public long correct(long second) {
    return Math.round(second - offset - driftPerDay * (second - origin) / DAY);
  }

  /// Moments and amounts of sales or of orders, in order of time.
  public static final class Moments {
    private final long[] seconds;
    private final long[] amounts;

    /// Moments and amounts that belong together by their index.
    ///
    /// @param seconds since 1970, ascending
    /// @param amounts in minor units, at the same index
    public Moments(long[] seconds, long[] amounts) {
      this.seconds = seconds;
      this.amounts = amounts;
    }
  }

  /// Learns from sales and orders that are each sorted by time. Where no minute stands out, the
  /// books may be kept in another zone, whole or half hours away: that is believed where one
  /// such distance fits most of the sales to the minute.
  public static Clock ofAnyZone(Moments sales, Moments orders) {
    Clock here = of(sales, orders);
    return here.isSharp() || sales.seconds.length < MANY ? here : ofOtherZone(sales, orders, here);
  }

  private static Clock ofOtherZone(Moments sales, Moments orders, Clock here) {
    Clock best = here;
    for (int away = -MOST_AWAY; away <= MOST_AWAY; away += HOUR / 2) {
      long shift = away;
      Moments moved =
          new Moments(LongStream.of(sales.seconds).map(s -> s - shift).toArray(), sales.amounts);
      Clock there = of(moved, orders, 0);
      boolean most = there.votes >= MANY && there.votes * 2 >= sales.seconds.length;
      if (most && there.votes > best.votes) {
        best =
            new Clock(there.offset + shift, there.driftPerDay, there.origin + shift, there.votes);
      }
    }
    return best;
  }

  /// What these sales and orders tell of the clock, within two hours.
  public static Clock of(Moments sales, Moments orders) {
    return of(sales, orders, MAX_DRIFT);
  }

  private static Clock of(Moments sales, Moments orders, int mostDrift) {
    Pairs pairs = new Pairs(sales, orders);
    Line best = pairs.best(0);
    // what a drift gathers besides may be chance
    double clearly = best.votes + CLEARLY * Math.sqrt(best.votes);
    for (int drift = DRIFT_STEP; drift <= mostDrift; drift += DRIFT_STEP) {
      for (Line line : List.of(pairs.best(-drift), pairs.best(drift))) {
        best = line.votes > Math.max(best.votes, clearly) ? line : best;
      }
    }
    if (best.votes >= ENOUGH_VOTES && best.votes * 100 >= pairs.sales() * PEAK_PERCENT) {
      double median = pairs.median(best.offset, best.drift);
      return new Clock(best.offset + median, best.drift, pairs.origin, best.votes);
    }
    return broad(pairs);
  }

  /// Where guests pay whenever they leave, no minute stands out. Then the hour that does is taken
  /// for the middle, so that all tills of the house are late by the same time; nobody may call it
  /// the error of a clock.
  private static Clock broad(Pairs pairs) {
    int[] apart = Arrays.copyOf(pairs.apart, pairs.count);
    Arrays.sort(apart);
    int most = 0;
    int start = 0;
    for (int from = 0, to = 0; from < apart.length; from++) {
      while (to < apart.length && apart[to] - apart[from] <= HOUR) {
        to++;
      }
      if (to - from > most) {
        most = to - from;
        start = from;
      }
    }
    double chance = apart.length * (double) HOUR / (2 * REACH_SECONDS);
    boolean clear = most >= MANY && most > 1.3 * chance + 3 * Math.sqrt(chance);
    return new Clock(clear ? apart[start + most / 2] : 0, 0, pairs.origin, 0);
  }

  /// Whether the moments of payments say how the clock goes.
  public boolean isSharp() {
    return votes > 0;
  }

  /// An offset and a drift, and how many pairs lie near them.
  private record Line(double offset, double drift, int votes) {}

  /// Every sale and order of one amount within reach; of a busy till only those of some sales,
  /// all along the time.
  private static final class Pairs {
    /// The moment of the first sale.
    final long origin;

    /// The moment of each pair's sale, in days from the origin.
    private double[] days = new double[256];

    /// Seconds that its sale comes after its order by the two clocks.
    private int[] apart = new int[256];

    private int count;

    Pairs(Moments sales, Moments orders) {
      origin = sales.seconds.length == 0 ? 0 : sales.seconds[0];
      int level = 0;
      int from = 0;
      for (int i = 0; i < sales.seconds.length; i++) {
        long second = sales.seconds[i];
        while (from < orders.seconds.length && orders.seconds[from] < second - REACH_SECONDS) {
          from++;
        }
        if (isHeard(second, level)) {
          add(second, sales.amounts[i], orders, from);
        }
        while (count > MOST_PAIRS && level < MOST_LEVELS) {
          thin(++level);
        }
      }
    }

    private void add(long second, long amount, Moments orders, int from) {
      for (int k = from; k < orders.seconds.length; k++) {
        if (orders.seconds[k] > second + REACH_SECONDS) {
          break;
        }
        if (orders.amounts[k] == amount) {
          if (count == apart.length) {
            days = Arrays.copyOf(days, count * 2);
            apart = Arrays.copyOf(apart, count * 2);
          }
          days[count] = (second - origin) / (double) DAY;
          apart[count++] = (int) (second - orders.seconds[k]);
        }
      }
    }

    /// Leaves only the sales that are heard at this level.
    private void thin(int level) {
      int left = 0;
      for (int i = 0; i < count; i++) {
        if (isHeard(origin + Math.round(days[i] * DAY), level)) {
          days[left] = days[i];
          apart[left++] = apart[i];
        }
      }
      count = left;
    }

    /// How many sales have an order of their amount within reach.
    int sales() {
      int sales = 0;
      for (int i = 0; i < count; i++) {
        sales += i == 0 || days[i] != days[i - 1] ? 1 : 0;
      }
      return sales;
    }

    /// The line with most votes, if the till gains so many seconds a day.
    Line best(int drift) {
      int[] votes = votes(drift);
      int most = 1;
      int sum = 0;
      for (int i = 1; i + 1 < votes.length; i++) {
        int here = votes[i - 1] + votes[i] + votes[i + 1];
        most = here > sum ? i : most;
        sum = Math.max(sum, here);
      }
      return new Line((most - 1) * (double) BIN - REACH_SECONDS + BIN / 2.0, drift, sum);
    }

    /// How many pairs have each offset within reach.
    private int[] votes(int drift) {
      int[] votes = new int[2 * REACH_SECONDS / BIN + 4];
      for (int i = 0; i < count; i++) {
        double offset = apart[i] - drift * days[i] + REACH_SECONDS;
        if (offset >= 0 && offset < 2 * REACH_SECONDS) {
          votes[(int) (offset / BIN) + 1]++;
        }
      }
      return votes;
    }

    /// The median distance of the voters within reach of the winning line.
    double median(double offset, double drift) {
      double[] residuals = new double[count];
      int near = 0;
      for (int i = 0; i < count; i++) {
        double residual = apart[i] - drift * days[i] - offset;
        if (Math.abs(residual) <= 5.0 * BIN) {
          residuals[near++] = residual;
        }
      }
      Arrays.sort(residuals, 0, near);
      return residuals[near / 2];
    }
  }

  /// Whether a sale of that moment is among the one in `2^level` that are heard.
  private static boolean isHeard(long second, int level) {
    return level == 0 || Hash.mix(second, 1) >>> (64 - level) == 0;
  }
}
