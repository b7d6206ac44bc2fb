package guiwei.sift;

import guiwei.table.Book;
import guiwei.table.LineKind;
import guiwei.table.Names;
import guiwei.table.Num;
import guiwei.table.Row;
import guiwei.table.State;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Learns from a file, or a piece of it, the rate that a channel takes of each account, and keeps
/// the rows whose fee may be another until every row of the run has been seen: see [Contracts].
public final class Contract {
  private static final int LEARN_ROWS = 200;

  /// Rows kept of one account; where there are more, the file is read again.
  private static final int MOST_SUSPECTS = 100_000;

  /// A rate worked out from a fee is only clear on amounts from here on, in minor units.
  static final long CLEAR_AMOUNT = 10_000;

  private static final int CLEAR_PERCENT = 60;

  /// From this share of the payments on, and so many of them, another rate is no mistake: cards of
  /// another sort pay it.
  private static final int CUSTOM_PERCENT = 10;

  private static final int CUSTOM_ROWS = 20;

  /// Several rates are only believed where few payments have none of them.
  private static final int CUSTOMS_PERCENT = 80;

  /// So many small payments tell a rate together, if they come this near to one.
  private static final int MANY_SMALL = 200;

  private static final double CLEAR_MICRO = 35;
  private static final long SMALLEST = 1_000;
  private static final int TENTHS = 32;

  private final Map<Long, Contract.Account> accounts = new HashMap<>();

  /// By [#key]: cards of another currency are another tariff's.
  Map<Long, Contract.Account> accounts() {
    return accounts;
  }

  /// An account's takings in one currency.
  public static long key(int account, int currency) {
    return (long) currency << Short.SIZE | account;
  }

  /// Whether a [#key] is of rows that name no account.
  static boolean isNameless(long key) {
    return (key & Names.OTHERS) == Names.NONE;
  }

  /// What is known of one account.
  static final class Account {
    private final Map<Long, Long> counts = new HashMap<>();
    private long lastRate = -1;
    private long lastCount;
    private long rows;

    /// Payments too small to tell a rate, by the tenth of a percent that they are near to.
    private final long[] smallRows = new long[TENTHS];

    private final long[] smallSettled = new long[TENTHS];
    private final long[] smallFeeMilli = new long[TENTHS];
    private @Nullable Tariff guess;
    private long[] suspects = new long[3 * 16];
    private int suspectCount;
    private boolean cut;

    private void learn(long rate) {
      if (rate != lastRate) {
        settle();
        lastRate = rate;
      }
      lastCount++;
    }

    private void small(long settled, long fee) {
      int about = Math.clamp((fee * 1000 / settled + 500) / 1000, 0, TENTHS - 1);
      smallRows[about]++;
      smallSettled[about] += settled;
      smallFeeMilli[about] += fee;
    }

    /// The rate that payments too small to tell it one by one come to together, or -1 where they
    /// are few or come to none that channels have.
    long together() {
      int most = 0;
      for (int i = 1; i < TENTHS; i++) {
        most = smallRows[i] > smallRows[most] ? i : most;
      }
      long rows = LongStream.of(smallRows).sum();
      if (rows < MANY_SMALL || smallRows[most] * 100 <= rows * CLEAR_PERCENT) {
        return -1;
      }
      double micro = smallFeeMilli[most] * 1000.0 / smallSettled[most];
      long rate = Math.round(micro / Tariff.STEP_MICRO) * Tariff.STEP_MICRO;
      return Math.abs(micro - rate) <= CLEAR_MICRO ? rate : -1;
    }

    private void settle() {
      if (lastCount > 0) {
        counts.merge(lastRate, lastCount, Long::sum);
        lastCount = 0;
      }
    }

    private void suspect(long settled, long fee, long locator) {
      if (suspectCount >= MOST_SUSPECTS) {
        cut = true;
        return;
      }
      int at = suspectCount++ * 3;
      if (at == suspects.length) {
        suspects = Arrays.copyOf(suspects, at * 2);
      }
      suspects[at] = settled;
      suspects[at + 1] = fee;
      suspects[at + 2] = locator;
    }

    /// Adds what another thread saw of the account.
    void add(Account other) {
      settle();
      other.settle();
      other.counts.forEach((rate, count) -> counts.merge(rate, count, Long::sum));
      for (int i = 0; i < TENTHS; i++) {
        smallRows[i] += other.smallRows[i];
        smallSettled[i] += other.smallSettled[i];
        smallFeeMilli[i] += other.smallFeeMilli[i];
      }
    }

    long samples() {
      settle();
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /// The rate of most samples in millionths, or -1 when neither it nor it and the [#customs]
    /// beside it are clear.
    long clear() {
      long samples = samples();
      long rate =
          counts.entrySet().stream()
              .max(Map.Entry.<Long, Long>comparingByValue().thenComparing(Map.Entry::getKey))
              .map(Map.Entry::getKey)
              .orElse(-1L);
      long most = counts.getOrDefault(rate, 0L);
      long all = most + customs(rate).stream().mapToLong(counts::get).sum();
      boolean clear = most * 100 > samples * CLEAR_PERCENT || all * 100 > samples * CUSTOMS_PERCENT;
      return clear ? rate : -1;
    }

    long rows() {
      return rows;
    }

    /// Other rates that many samples have.
    List<Long> customs(long clear) {
      long least = Math.max(CUSTOM_ROWS, samples() * CUSTOM_PERCENT / 100);
      return counts.entrySet().stream()
          .filter(entry -> entry.getKey() != clear && entry.getValue() >= least)
          .map(Map.Entry::getKey)
          .sorted()
          .toList();
    }

    /// Whether every row that breaks this tariff was kept: those that agree with the first guess
    /// were not.
    boolean knows(Tariff tariff) {
      return !cut && (guess == null || tariff.isOf(guess));
    }

    /// Adds the payments whose fee this tariff does not make.
    ///
    /// @param more takes those that paid more
    /// @param less takes those that paid less
    void flat(Tariff tariff, Flat more, Flat less) {
      for (int i = 0; i < suspectCount; i++) {
        long fee = fee(i);
        if (tariff.differs(settled(i), fee)) {
          boolean over = fee > tariff.expectedMinor(settled(i)) * 1000;
          (over ? more : less).add(settled(i), fee);
        }
      }
    }

    /// The locators of the rows whose fee is not what this tariff makes of them.
    LongStream odd(Tariff tariff) {
      return IntStream.range(0, suspectCount)
          .filter(i -> tariff.differs(settled(i), fee(i)))
          .mapToLong(i -> suspects[3 * i + 2]);
    }

    /// Adds all rows; answers false where they were not all kept.
    boolean all(List<Tariff.Fee> fees) {
      for (int i = 0; i < suspectCount; i++) {
        fees.add(new Tariff.Fee(settled(i), fee(i)));
      }
      return guess == null && !cut;
    }

    private long settled(int kept) {
      return suspects[3 * kept];
    }

    private long fee(int kept) {
      return suspects[3 * kept + 1];
    }
  }

  /// Whether a contract says what the fee of a row is.
  static boolean concerns(Row row) {
    return row.book == Book.TRADE
        && row.kind == LineKind.PAYMENT
        && row.state != State.FAILED
        && row.hasTime
        && row.has(Num.FEE_MILLI);
  }

  /// Learns from a payment that a contract [#concerns], and keeps it if its fee is not what is
  /// known so far.
  void note(Row row, int account) {
    Account known = accounts.computeIfAbsent(key(account, row.currency), a -> new Account());
    long settled = settled(row);
    long fee = row.figure(Num.FEE_MILLI);
    long rate = rate(settled, fee, row.figure(Num.RATE_MICRO));
    if (rate >= 0) {
      known.learn(rate);
    } else if (settled >= SMALLEST) {
      known.small(settled, fee);
    }
    if (known.guess == null || known.guess.differs(settled, fee)) {
      known.suspect(settled, fee, row.locator);
    }
    if (++known.rows % LEARN_ROWS == 0 && known.guess == null) {
      long clear = known.clear();
      known.guess = clear < 0 ? null : Tariff.share(clear);
    }
  }

  /// Whether the fee of a row is not what this tariff makes of it.
  static boolean differs(Row row, Tariff tariff) {
    return tariff.differs(settled(row), row.figure(Num.FEE_MILLI));
  }

  private static long settled(Row row) {
    return row.figure(row.has(Num.SETTLED) ? Num.SETTLED : Num.AMOUNT);
  }

  /// The rate of one row in millionths: printed, or worked out where the amount is large
  /// enough; -1 where neither.
  static long rate(long settledMinor, long feeMilli, long printedMicro) {
    if (printedMicro != Num.NONE) {
      return printedMicro;
    }
    if (settledMinor < CLEAR_AMOUNT) {
      return -1;
    }
    long micro = feeMilli * 1000 / settledMinor;
    return (micro + Tariff.STEP_MICRO / 2) / Tariff.STEP_MICRO * Tariff.STEP_MICRO;
  }
}
