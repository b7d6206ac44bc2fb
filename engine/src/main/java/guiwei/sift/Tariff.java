package guiwei.sift;

import guiwei.table.Currencies;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What a channel takes of a payment: a share of it, a fixed sum besides, and never less than a
/// least fee. Cards of other sorts may pay other shares, and some of them never more than a most
/// (借记卡封顶).
///
/// @param rateMicro the share in millionths, that of most payments
/// @param fixedMinor the fixed sum in minor units
/// @param leastMilli the least fee in thousandths of a minor unit, 0 where there is none
/// @param mostMilli the most that some cards pay, likewise
/// @param othersMicro shares that many payments have as well
public record Tariff(
    long rateMicro, long fixedMinor, long leastMilli, long mostMilli, List<Long> othersMicro) {
  /// Rates are told apart by hundredths of a percent, up to five percent.
  static final long STEP_MICRO = 100;

  private static final long HIGHEST_MICRO = 50_000;

  /// A fixed sum or a least fee is believed when so many payments tell of it, of which nine of ten
  /// agree.
  private static final int ENOUGH = 30;

  private static final int CLEAR_PERCENT = 90;

  /// So many fees tell a plain share, if what they leave open is this close.
  private static final int FEWEST = 10;

  private static final double CLOSE = 1.02;

  /// What binary fractions of rates may be off.
  private static final double EPSILON = 1e-6;

  /// Contracts have round rates: percents, halves, tenths, hundredths of them.
  private static final long[] ROUND_MICRO = {10_000, 5_000, 1_000, 500, 100};

  /// No more of them are asked.
  private static final int MOST_ASKED = 2_000;

  static Tariff share(long rateMicro) {
    return new Tariff(rateMicro, 0, 0);
  }

  private Tariff(long rateMicro, long fixedMinor, long leastMilli) {
    this(rateMicro, fixedMinor, leastMilli, 0, List.of());
  }

  /// Whether all payments that agree with this share alone agree with the tariff, but for those
  /// that paid the mere share where the least fee was due.
  boolean isOf(Tariff share) {
    return rateMicro == share.rateMicro && fixedMinor == share.fixedMinor;
  }

  /// Whether payments have several shares.
  boolean isMixed() {
    return !othersMicro.isEmpty();
  }

  /// The same where many payments have one of these shares instead.
  Tariff or(List<Long> rates) {
    return new Tariff(rateMicro, fixedMinor, leastMilli, mostMilli, rates);
  }

  /// The same within these bounds, in thousandths of a minor unit, 0 where there is none.
  Tariff within(long least, long most) {
    return new Tariff(rateMicro, fixedMinor, least, most, othersMicro);
  }

  /// The fee of one payment.
  ///
  /// @param settled the amount it was taken of, in minor units
  /// @param milli the fee in thousandths of a minor unit
  record Fee(long settled, long milli) {
    /// The share that the fee is at least or at most, as it may be rounded.
    ///
    /// @param side -1 for the least, 1 for the most
    private double rate(int side) {
      return (milli + side * 500.0) / (settled * 1000.0);
    }

    private boolean mayBe(double share) {
      return rate(-1) <= share && share <= rate(1);
    }
  }

  /// The share that makes these fees together with a fixed sum or a least fee, or null where no one
  /// tariff makes nearly all of them.
  static @Nullable Tariff of(List<Fee> fees) {
    List<Fee> sorted =
        fees.stream()
            .sorted(Comparator.comparingLong(Fee::settled).thenComparingLong(Fee::milli))
            .toList();
    int every = sorted.size() / MOST_ASKED + 1;
    List<Fee> asked =
        IntStream.range(0, sorted.size() / every).mapToObj(i -> sorted.get(i * every)).toList();
    if (asked.size() < ENOUGH) {
      return null;
    }
    long least = mostFrequent(asked);
    List<Tariff> best = new ArrayList<>();
    long most = 0;
    for (long rate = 0; rate <= HIGHEST_MICRO; rate += STEP_MICRO) {
      for (Tariff tariff :
          List.of(new Tariff(rate, fixed(asked, rate), 0), new Tariff(rate, 0, least))) {
        long agreeing = asked.stream().filter(tariff::makes).count();
        if (agreeing > most) {
          best.clear();
        }
        if (agreeing >= most) {
          best.add(tariff);
          most = agreeing;
        }
      }
    }
    Tariff middle = best.get(best.size() / 2);
    boolean clear = most * 100 >= asked.size() * (long) CLEAR_PERCENT;
    return clear && (middle.fixedMinor > 0 || middle.leastMilli > 0) ? middle : null;
  }

  /// The plain share that nearly all of these few fees are, each rounded to a minor unit; the
  /// roundest of those that agree, or null where they leave it open. It may be as high as what a
  /// marketplace takes.
  static @Nullable Tariff ofFew(List<Fee> fees) {
    List<Fee> told = fees.stream().filter(fee -> fee.settled > 0 && fee.milli > 0).toList();
    if (told.size() < FEWEST) {
      return null;
    }
    double[] bounds =
        told.stream().flatMapToDouble(fee -> DoubleStream.of(fee.rate(-1), fee.rate(1))).toArray();
    Arrays.sort(bounds);
    double from = 0;
    double to = 0;
    long most = 0;
    for (int i = 0; i + 1 < bounds.length; i++) {
      double middle = (bounds[i] + bounds[i + 1]) / 2;
      long agreeing = told.stream().filter(fee -> fee.mayBe(middle)).count();
      if (agreeing > most) {
        most = agreeing;
        from = bounds[i];
        to = bounds[i + 1];
      }
    }
    boolean clear = most * 100 >= told.size() * (long) CLEAR_PERCENT;
    return clear && to <= from * CLOSE ? roundest(from, to) : null;
  }

  private static @Nullable Tariff roundest(double from, double to) {
    for (long step : ROUND_MICRO) {
      long rate = (long) Math.ceil(from * 1_000_000 / step - EPSILON) * step;
      if (rate <= to * 1_000_000 + EPSILON) {
        return share(rate);
      }
    }
    return null;
  }

  /// The fee that was taken most often, the smallest of several.
  private static long mostFrequent(List<Fee> fees) {
    Map<Long, Long> counts =
        fees.stream()
            .collect(Collectors.groupingBy(Fee::milli, TreeMap::new, Collectors.counting()));
    long most = Collections.max(counts.values());
    return counts.entrySet().stream()
        .filter(fee -> fee.getValue() == most)
        .mapToLong(Map.Entry::getKey)
        .findFirst()
        .orElse(0);
  }

  /// What most of these fees have beside a share of this rate, in minor units.
  private static long fixed(List<Fee> fees, long rate) {
    long[] rests = fees.stream().mapToLong(f -> f.milli - f.settled * rate / 1000).toArray();
    Arrays.sort(rests);
    return Math.round(rests[rests.length / 2] / 1000.0);
  }

  private boolean makes(Fee fee) {
    return !differs(fee.settled, fee.milli);
  }

  /// What the fee should be, in minor units, rounded half up.
  public long expectedMinor(long settledMinor) {
    return Math.max(byShare(settledMinor, rateMicro), leastMilli / 1000);
  }

  private long byShare(long settledMinor, long micro) {
    return (settledMinor * micro + 500_000) / 1_000_000 + fixedMinor;
  }

  /// Whether a fee is what none of the shares makes.
  public boolean differs(long settledMinor, long feeMilli) {
    return differs(settledMinor, feeMilli, rateMicro)
        && othersMicro.stream().allMatch(micro -> differs(settledMinor, feeMilli, micro));
  }

  /// Whether a fee is not the least one, where that is due, nor the most, where more would be due,
  /// or else off by more than one minor unit, which either way of rounding may make.
  private boolean differs(long settledMinor, long feeMilli, long micro) {
    long due = byShare(settledMinor, micro) * 1000;
    boolean capped = mostMilli > 0 && feeMilli == mostMilli && due > mostMilli;
    return due < leastMilli ? feeMilli != leastMilli : !capped && Math.abs(due - feeMilli) > 1000;
  }

  /// The rate in percent, with the fixed sum where there is one: `1.5% + 0.20`.
  public String told(int currency) {
    String rate = BigDecimal.valueOf(rateMicro, 4).toPlainString() + "%";
    return fixedMinor == 0 ? rate : rate + " + " + Currencies.text(fixedMinor, currency);
  }
}
