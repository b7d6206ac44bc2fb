package guiwei.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What the rows of a file add up to, for comparison with what the file declares. Pieces of a
/// file are tallied apart and [#append]ed in the order of the file.
public final class Tally {
  private static final int KINDS = LineKind.values().length;
  private static final int RAW = 12;
  private static final int[] ADDED = added();

  private long rows;
  private final long[] counts = new long[KINDS];
  private final long[][] sums = new long[KINDS][Num.COUNT];
  private final long[] raw = new long[RAW];
  private long inCount;
  private long inSum;
  private long outCount;
  private long outSum;
  private long firstSecond = Long.MAX_VALUE;
  private long lastSecond = Long.MIN_VALUE;

  private boolean overflowed;

  // balance chain: printed oldest first or newest first
  private boolean chained;
  private long firstBalance;
  private long firstMove;
  private long lastBalance;
  private long lastMove;
  private long breaksForward;
  private long breaksBackward;
  private @Nullable Gap firstForward;
  private @Nullable Gap firstBackward;

  /// A balance that does not follow from its neighbour.
  ///
  /// @param follows what the neighbour's balance and the amount between them come to
  /// @param printed what the file says
  public record Gap(long follows, long printed) {}

  private static int[] added() {
    return Arrays.stream(Num.values())
        .filter(num -> num != Num.BALANCE && num != Num.RATE_MICRO)
        .mapToInt(Num::ordinal)
        .toArray();
  }

  void addRaw(int slot, long value) {
    raw[slot] = plus(raw[slot], value);
  }

  /// Adds, and remembers when the sum is beyond what can be held: no file of this world gets
  /// there, a hostile one must not end the run.
  private long plus(long a, long b) {
    long sum = a + b;
    overflowed |= ((a ^ sum) & (b ^ sum)) < 0;
    return sum;
  }

  /// Adds a row that was read.
  public void add(Row row) {
    rows++;
    int kind = row.kind.ordinal();
    counts[kind]++;
    long[] kindSums = sums[kind];
    for (int num : ADDED) {
      long value = row.figure(num);
      if (value != Num.NONE) {
        kindSums[num] = plus(kindSums[num], value);
      }
    }
    long move = row.figure(Num.AMOUNT);
    if (move != Num.NONE) {
      addMove(move, row.goesOut);
      if (row.has(Num.BALANCE)) {
        addBalance(move, row.figure(Num.BALANCE));
      }
    }
    if (row.hasTime) {
      firstSecond = Math.min(firstSecond, row.epochSecond);
      lastSecond = Math.max(lastSecond, row.epochSecond);
    }
  }

  private void addMove(long move, boolean goesOut) {
    if (move > 0 || (move == 0 && !goesOut)) {
      inCount++;
      inSum = plus(inSum, move);
    } else {
      outCount++;
      outSum = plus(outSum, move);
    }
  }

  private void addBalance(long move, long balance) {
    if (chained) {
      compare(move, balance);
    } else {
      firstBalance = balance;
      firstMove = move;
      chained = true;
    }
    lastBalance = balance;
    lastMove = move;
  }

  private void compare(long move, long balance) {
    if (lastBalance + move != balance) {
      breaksForward++;
      if (firstForward == null) {
        firstForward = new Gap(lastBalance + move, balance);
      }
    }
    if (balance + lastMove != lastBalance) {
      breaksBackward++;
      if (firstBackward == null) {
        firstBackward = new Gap(balance + lastMove, lastBalance);
      }
    }
  }

  /// Adds the tally of the piece that follows this one in the file.
  public void append(Tally next) {
    rows += next.rows;
    overflowed |= next.overflowed;
    for (int k = 0; k < KINDS; k++) {
      counts[k] += next.counts[k];
      for (int n = 0; n < Num.COUNT; n++) {
        sums[k][n] = plus(sums[k][n], next.sums[k][n]);
      }
    }
    for (int i = 0; i < RAW; i++) {
      raw[i] = plus(raw[i], next.raw[i]);
    }
    inCount += next.inCount;
    inSum = plus(inSum, next.inSum);
    outCount += next.outCount;
    outSum = plus(outSum, next.outSum);
    firstSecond = Math.min(firstSecond, next.firstSecond);
    lastSecond = Math.max(lastSecond, next.lastSecond);
    appendChain(next);
  }

  private void appendChain(Tally next) {
    if (!next.chained) {
      return;
    }
    if (chained) {
      compare(next.firstMove, next.firstBalance);
    } else {
      firstBalance = next.firstBalance;
      firstMove = next.firstMove;
      chained = true;
    }
    breaksForward += next.breaksForward;
    breaksBackward += next.breaksBackward;
    firstForward = firstForward == null ? next.firstForward : firstForward;
    firstBackward = firstBackward == null ? next.firstBackward : firstBackward;
    lastBalance = next.lastBalance;
    lastMove = next.lastMove;
  }

  /// Whether a sum went beyond what can be held: then no figure here means anything.
  public boolean overflowed() {
    return overflowed;
  }

  public long rows() {
    return rows;
  }

  public long count(LineKind kind) {
    return counts[kind.ordinal()];
  }

  public long sum(LineKind kind, Num num) {
    return sums[kind.ordinal()][num.ordinal()];
  }

  /// The plain sum of a [Mapping.Column.Summed] column.
  public long raw(int slot) {
    return raw[slot];
  }

  public long inCount() {
    return inCount;
  }

  public long inSum() {
    return inSum;
  }

  public long outCount() {
    return outCount;
  }

  /// The sum of what went out: zero or negative.
  public long outSum() {
    return outSum;
  }

  /// Whether rows with balances were seen.
  public boolean chained() {
    return chained;
  }

  /// How many balances do not follow from the one before, in the better of the two directions.
  public long chainBreaks() {
    return Math.min(breaksForward, breaksBackward);
  }

  /// The first balance that does not follow, in the better of the two directions, or null.
  public @Nullable Gap firstGap() {
    return oldestFirst() ? firstForward : firstBackward;
  }

  private boolean oldestFirst() {
    return breaksForward <= breaksBackward;
  }

  /// The balance before the earliest row, by the direction that the chain shows.
  public long opening() {
    return oldestFirst() ? firstBalance - firstMove : lastBalance - lastMove;
  }

  /// The balance after the latest row.
  public long closing() {
    return oldestFirst() ? lastBalance : firstBalance;
  }

  /// Seconds since 1970 of the earliest row, or `Long.MAX_VALUE`.
  public long firstSecond() {
    return firstSecond;
  }

  /// Seconds since 1970 of the latest row, or `Long.MIN_VALUE`.
  public long lastSecond() {
    return lastSecond;
  }
}
