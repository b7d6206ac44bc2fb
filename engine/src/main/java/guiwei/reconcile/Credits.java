package guiwei.reconcile;

import guiwei.table.Hash;
import guiwei.table.LineKind;
import guiwei.table.Locator;
import guiwei.table.Num;
import guiwei.table.Row;
import guiwei.table.State;
import guiwei.table.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Holds a channel's trade bill against its fund bill, payment by payment: what was traded must
/// have been credited to the account at the channel.
///
/// The key is the channel's own number of the payment; the solver compares the settled amount of
/// the trade with the credit. A credit without a trade is a receipt of its own and is thought
/// about like any other. A trade without a credit, or with another amount, is told only on days
/// when nearly all trades have theirs: else the fund bill is of another account, or missing.
final class Credits {
  /// Days with fewer trades say nothing of what a fund bill covers.
  private static final int ENOUGH = 20;

  /// The share of a day's trades that must have their credit before a missing one is told.
  private static final int SURE_PERCENT = 90;

  private static final int PARTS = 64;
  private static final int WIDTH = 5;
  private static final int INDEX_BITS = 22;
  private static final long FUND = 1L << 62;

  /// Credits without a trade: the locators of their lines, each credit once.
  private final List<Long> lone = new ArrayList<>();

  /// What a trade's credit differs by, by the hash of its receipt: minus is missing.
  private final Map<Long, Long> differences = new TreeMap<>();

  private Credits() {}

  /// One clerk's notes, five numbers a row: the hash of the payment's number, the amount, what
  /// tells the row from its copies, the locator, and channel, currency and day.
  static final class Notes {
    private final long[][] rows = new long[PARTS][];
    private final int[] counts = new int[PARTS];

    void trade(Row row, int day) {
      long settled = row.has(Num.SETTLED) ? row.figure(Num.SETTLED) : row.figure(Num.AMOUNT);
      add(row, settled, settled, day, 0);
    }

    void credit(Row row, int day) {
      long copy = Hash.of(row.bytes, row.from(Text.TRACE), row.to(Text.TRACE));
      add(row, row.figure(Num.AMOUNT), copy, day, FUND);
    }

    private void add(Row row, long amount, long copy, int day, long role) {
      long hash = Hash.of(row.bytes, row.from(Text.ID), row.to(Text.ID));
      int part = (int) (hash >>> 58);
      int at = counts[part]++ * WIDTH;
      if (rows[part] == null) {
        rows[part] = new long[64 * WIDTH];
      } else if (at == rows[part].length) {
        rows[part] = Arrays.copyOf(rows[part], at * 2);
      }
      long[] numbers = rows[part];
      numbers[at] = hash;
      numbers[at + 1] = amount;
      numbers[at + 2] = copy;
      numbers[at + 3] = row.locator;
      numbers[at + 4] =
          role
              | (long) row.channel.ordinal() << 48
              | (long) (row.currency & 0xffff) << 32
              | (day & 0xffff_ffffL);
    }
  }

  /// Whether a row is one side of the comparison.
  static boolean compares(Row row) {
    return row.kind == LineKind.PAYMENT
        && (row.state == State.DONE || row.state == State.UNKNOWN)
        && row.has(Text.ID)
        && row.hasTime;
  }

  /// Compares everything noted.
  ///
  /// @param dead by file number: whether its rows count nowhere
  static Credits of(List<Notes> all, boolean[] dead) {
    Credits credits = new Credits();
    Map<Long, int[]> days = new HashMap<>();
    List<long[]> odd = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      credits.compare(gather(all, part, dead), days, odd);
    }
    for (long[] trade : odd) {
      int[] day = days.getOrDefault(trade[2], new int[2]);
      if (day[0] >= ENOUGH && day[1] * 100L >= (long) day[0] * SURE_PERCENT) {
        credits.differences.put(trade[0], trade[1]);
      }
    }
    return credits;
  }

  private static long[] gather(List<Notes> all, int part, boolean[] dead) {
    int most = all.stream().mapToInt(notes -> notes.counts[part]).sum() * WIDTH;
    long[] rows = new long[most];
    int filled = 0;
    for (Notes notes : all) {
      for (int at = 0; at < notes.counts[part] * WIDTH; at += WIDTH) {
        if (!dead[Locator.file(notes.rows[part][at + 3])]) {
          System.arraycopy(notes.rows[part], at, rows, filled, WIDTH);
          filled += WIDTH;
        }
      }
    }
    return Arrays.copyOf(rows, filled);
  }

  /// Walks the payments of a part; `days` counts trades and those that have their credit.
  private void compare(long[] rows, Map<Long, int[]> days, List<long[]> odd) {
    int count = rows.length / WIDTH;
    long[] sorted = new long[count];
    for (int i = 0; i < count; i++) {
      sorted[i] = ((rows[i * WIDTH] << 6) & (-1L << INDEX_BITS)) | i;
    }
    Arrays.sort(sorted);
    int from = 0;
    while (from < count) {
      int to = from + 1;
      while (to < count && sorted[to] >>> INDEX_BITS == sorted[from] >>> INDEX_BITS) {
        to++;
      }
      settleEach(rows, sorted, from, to, days, odd);
      from = to;
    }
  }

  /// Numbers whose hashes share their upper bits only are not one payment.
  private void settleEach(
      long[] rows, long[] sorted, int from, int to, Map<Long, int[]> days, List<long[]> odd) {
    long[] run = Arrays.copyOfRange(sorted, from, to);
    for (int i = 0; i < run.length; i++) {
      run[i] &= (1L << INDEX_BITS) - 1;
    }
    long[] hashes = Arrays.stream(run).map(index -> rows[(int) index * WIDTH]).distinct().toArray();
    for (long hash : hashes) {
      long[] same = Arrays.stream(run).filter(index -> rows[(int) index * WIDTH] == hash).toArray();
      settle(rows, same, days, odd);
    }
  }

  /// One payment: the rows at these indexes.
  private void settle(long[] rows, long[] same, Map<Long, int[]> days, List<long[]> odd) {
    long traded = 0;
    long credited = 0;
    long trade = Long.MAX_VALUE;
    List<Long> credits = new ArrayList<>();
    for (int i = 0; i < same.length; i++) {
      int at = (int) same[i] * WIDTH;
      if (isCopy(rows, same, i)) {
        continue;
      }
      if ((rows[at + 4] & FUND) == 0) {
        traded += rows[at + 1];
        trade = Math.min(trade, rows[at + 4]);
      } else {
        credited += rows[at + 1];
        credits.add(rows[at + 3]);
      }
    }
    if (trade == Long.MAX_VALUE) {
      lone.addAll(credits);
      return;
    }
    int[] day = days.computeIfAbsent(trade, d -> new int[2]);
    day[0]++;
    if (!credits.isEmpty() && credited == traded) {
      day[1]++;
    } else {
      odd.add(new long[] {rows[(int) same[0] * WIDTH], credited - traded, trade});
    }
  }

  private static boolean isCopy(long[] rows, long[] same, int i) {
    int at = (int) same[i] * WIDTH;
    for (int k = 0; k < i; k++) {
      int before = (int) same[k] * WIDTH;
      boolean sameSide = (rows[before + 4] & FUND) == (rows[at + 4] & FUND);
      if (sameSide && rows[before + 2] == rows[at + 2]) {
        return true;
      }
    }
    return false;
  }

  /// The lines of credits that no trade explains.
  long[] lone() {
    return lone.stream().mapToLong(Long::longValue).toArray();
  }

  /// The hashes of receipts whose credit is not what was traded.
  long[] differing() {
    return differences.keySet().stream().mapToLong(Long::longValue).toArray();
  }

  /// What was credited more than traded for this receipt, 0 where it agrees.
  long difference(String receipt) {
    return differences.isEmpty() ? 0 : differences.getOrDefault(Hash.of(receipt), 0L);
  }
}
