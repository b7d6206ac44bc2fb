package guiwei.reconcile;

import guiwei.table.Num;
import guiwei.table.Row;
import java.util.HashMap;
import java.util.Map;

/// Learns, account by account, the rate that a channel takes, and tells rows whose fee is
/// another.
///
/// The first rows of an account are all sent to stage 2, which judges them with the whole run
/// in view; from then on only rows that break the learnt rate are. An account without one clear
/// rate raises no suspicion here.
final class Contract {
  private static final int LEARN_ROWS = 200;

  /// A rate worked out from a fee is only clear on amounts from here on, in minor units.
  static final long CLEAR_AMOUNT = 10_000;

  /// Rates are told apart by hundredths of a percent.
  private static final long STEP_MICRO = 100;

  private static final int CLEAR_PERCENT = 60;

  private final Map<Integer, Contract.Account> accounts = new HashMap<>();

  /// What is known of one account.
  static final class Account {
    private final Map<Long, Integer> counts = new HashMap<>();
    private int rows;
    private int samples;
    private long rateMicro = -1;

    void learn(long rate) {
      counts.merge(rate, 1, Integer::sum);
      samples++;
    }

    /// The rate of most samples in millionths, or -1 when there is none.
    long clear() {
      for (Map.Entry<Long, Integer> entry : counts.entrySet()) {
        if (entry.getValue() * 100 > samples * CLEAR_PERCENT) {
          return entry.getKey();
        }
      }
      return -1;
    }
  }

  /// Whether stage 2 must look at the row's fee.
  boolean isOdd(Row row, int account) {
    if (!row.has(Num.FEE_MILLI)) {
      return false;
    }
    Account known = accounts.computeIfAbsent(account, a -> new Account());
    long settled = row.has(Num.SETTLED) ? row.figure(Num.SETTLED) : row.figure(Num.AMOUNT);
    long fee = row.figure(Num.FEE_MILLI);
    if (known.rows < LEARN_ROWS) {
      known.rows++;
      long rate = rate(settled, fee, row.figure(Num.RATE_MICRO));
      if (rate >= 0) {
        known.learn(rate);
      }
      if (known.rows == LEARN_ROWS) {
        known.rateMicro = known.clear();
      }
      return true;
    }
    return known.rateMicro >= 0 && differs(settled, fee, known.rateMicro);
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
