package guiwei.reconcile;

import guiwei.table.Num;
import guiwei.table.Row;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Learns, account by account, the rate that a channel takes, and keeps the rows whose fee may be
/// another until every row of the run has been seen: see [Contracts].
///
/// Which rows they are in the end depends on what all files say and not on who reads what first.
/// An account without one clear rate raises no suspicion.
final class Contract {
  private static final int LEARN_ROWS = 200;

  /// Rows kept of one account: with more of them it has no clear rate to break.
  private static final int MOST_SUSPECTS = 100_000;

  /// A rate worked out from a fee is only clear on amounts from here on, in minor units.
  static final long CLEAR_AMOUNT = 10_000;

  /// Rates are told apart by hundredths of a percent.
  private static final long STEP_MICRO = 100;

  private static final int CLEAR_PERCENT = 60;

  private final Map<Integer, Contract.Account> accounts = new HashMap<>();

  Map<Integer, Contract.Account> accounts() {
    return accounts;
  }

  /// What is known of one account.
  static final class Account {
    private final Map<Long, Long> counts = new HashMap<>();
    private long lastRate = -1;
    private long lastCount;
    private long rows;
    private long guessMicro = -1;
    private long[] suspects = new long[3 * 16];
    private int suspectCount;

    private void learn(long rate) {
      if (rate != lastRate) {
        settle();
        lastRate = rate;
      }
      lastCount++;
    }

    private void settle() {
      if (lastCount > 0) {
        counts.merge(lastRate, lastCount, Long::sum);
        lastCount = 0;
      }
    }

    private void suspect(long settled, long fee, long locator) {
      if (suspectCount >= MOST_SUSPECTS) {
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
    }

    long samples() {
      settle();
      return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /// The rate of most samples in millionths, or -1 when there is none.
    long clear() {
      long samples = samples();
      for (Map.Entry<Long, Long> entry : counts.entrySet()) {
        if (entry.getValue() * 100 > samples * CLEAR_PERCENT) {
          return entry.getKey();
        }
      }
      return -1;
    }

    /// The locators of the rows whose fee is not what this rate makes of them.
    LongStream odd(long rateMicro) {
      return IntStream.range(0, suspectCount)
          .filter(i -> differs(suspects[3 * i], suspects[3 * i + 1], rateMicro))
          .mapToLong(i -> suspects[3 * i + 2]);
    }
  }

  /// Learns from a payment, and keeps it if its fee is not what is known so far.
  void note(Row row, int account) {
    if (!row.has(Num.FEE_MILLI)) {
      return;
    }
    Account known = accounts.computeIfAbsent(account, a -> new Account());
    long settled = row.has(Num.SETTLED) ? row.figure(Num.SETTLED) : row.figure(Num.AMOUNT);
    long fee = row.figure(Num.FEE_MILLI);
    long rate = rate(settled, fee, row.figure(Num.RATE_MICRO));
    if (rate >= 0) {
      known.learn(rate);
    }
    if (known.guessMicro < 0 || differs(settled, fee, known.guessMicro)) {
      known.suspect(settled, fee, row.locator);
    }
    if (++known.rows % LEARN_ROWS == 0 && known.guessMicro < 0) {
      known.guessMicro = known.clear();
    }
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
    return (micro + STEP_MICRO / 2) / STEP_MICRO * STEP_MICRO;
  }

  /// What the fee should be, in minor units, rounded half up.
  static long expectedMinor(long settledMinor, long rateMicro) {
    return (settledMinor * rateMicro + 500_000) / 1_000_000;
  }

  /// Whether the fee is off by more than one minor unit, which either way of rounding may make.
  static boolean differs(long settledMinor, long feeMilli, long rateMicro) {
    return Math.abs(expectedMinor(settledMinor, rateMicro) * 1000 - feeMilli) > 1000;
  }
}
