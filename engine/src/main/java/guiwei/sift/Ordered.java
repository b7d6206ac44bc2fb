package guiwei.sift;

import guiwei.statement.StatementLine;
import guiwei.table.Book;
import guiwei.table.Channel;
import guiwei.table.Names;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Of which accounts, stores and days the run's lists of orders speak at all: the other side of
/// [Coverage].
///
/// Where hardly any payment of an account and store found its order on a day, it is the list of
/// orders that is missing (late, refused, never exported), not a hundred strangers who paid:
/// nothing is reported then, and the money stays in suspense until the list comes. Learnt from the
/// run itself.
public final class Ordered {
  /// How much a place must show before it counts as not spoken of.
  ///
  /// @param enough so many payments on a day
  /// @param share below this share of them with an order
  /// @param enoughAround where the day has fewer: so many on it and the days around it
  /// @param shareAround below this share of those
  private record Measure(int enough, double share, int enoughAround, double shareAround) {}

  private static final Measure USUAL = new Measure(6, 0.4, 12, 0.2);

  /// Strangers do transfer to a bank account, and wages and suppliers are no orders either.
  private static final Measure BANK = new Measure(8, 0.2, 40, 0.1);

  private static final int AROUND_DAYS = 7;

  private static final String ANYWHERE = "*";
  private static final long AT_TILL = 1L << 53;

  /// Where payments are taken.
  ///
  /// @param spot the store, or else the terminal, or empty
  private record Where(Channel channel, String account, String spot) {
    static Where of(StatementLine line) {
      return new Where(
          line.channel, line.account, line.store.isEmpty() ? line.terminal : line.store);
    }

    /// All stores and terminals of the account together; without any it is the place itself.
    Where anywhere() {
      return spot.isEmpty() ? this : new Where(channel, account, ANYWHERE);
    }
  }

  private static final long[] NOTHING = {0, 0};

  private final Days calendar;

  /// By place and day: how many found their order, and how many did not.
  private final Map<Where, Map<Integer, long[]>> counts = new HashMap<>();

  Ordered(Days calendar) {
    this.calendar = calendar;
  }

  /// The place and day of a clean payment.
  static long key(Shelf.Partition partition, int line, int day) {
    int store = partition.store(line);
    boolean atTill = store == Names.NONE;
    return 1L << 54
        | (atTill ? AT_TILL : 0)
        | (long) Shelf.channel(partition.flags(line)).ordinal() << 48
        | (long) partition.account(line) << 32
        | (long) (atTill ? partition.terminal(line) : store) << 16
        | (day & 0xffff);
  }

  void addPlain(Sums plain, Desk desk) {
    String[] accounts = desk.accounts.byNumber();
    String[] stores = desk.stores.byNumber();
    String[] terminals = desk.terminals.byNumber();
    plain.each(
        (key, count, sum) -> {
          int spot = (int) (key >>> 16) & 0xffff;
          Where where =
              new Where(
                  Channel.values()[(int) (key >>> 48) & 15],
                  accounts[(int) (key >>> 32) & 0xffff],
                  (key & AT_TILL) == 0 ? stores[spot] : terminals[spot]);
          add(where, (int) key & 0xffff, 0, count);
        });
  }

  /// Counts a payment, with its order found or not.
  public void add(StatementLine line, boolean found) {
    add(Where.of(line), calendar.of(line.epochSecond), found ? 0 : 1, 1);
  }

  private void add(Where where, int day, int which, long count) {
    counts(where, day)[which] += count;
    if (!where.anywhere().equals(where)) {
      counts(where.anywhere(), day)[which] += count;
    }
  }

  private long[] counts(Where where, int day) {
    return counts
        .computeIfAbsent(where, w -> new HashMap<>())
        .computeIfAbsent(day, d -> new long[2]);
  }

  /// Whether a payment that found no order should have found it.
  public boolean speaksOf(StatementLine line) {
    Where where = Where.of(line);
    int day = calendar.of(line.epochSecond);
    Measure measure = line.book == Book.BANK ? BANK : USUAL;
    for (Where place : List.of(where, where.anywhere())) {
      long[] that = on(place, day, 0);
      if (that[0] + that[1] >= measure.enough) {
        return that[0] >= measure.share * (that[0] + that[1]);
      }
      long[] around = on(place, day, AROUND_DAYS);
      if (around[0] + around[1] >= measure.enoughAround) {
        return around[0] >= measure.shareAround * (around[0] + around[1]);
      }
    }
    return true;
  }

  /// How many of a place found their order on a day and on so many beside it, and how many did not.
  private long[] on(Where where, int day, int beside) {
    Map<Integer, long[]> days = counts.getOrDefault(where, Map.of());
    long found = 0;
    long lost = 0;
    for (int d = day - beside; d <= day + beside; d++) {
      long[] that = days.getOrDefault(d, NOTHING);
      found += that[0];
      lost += that[1];
    }
    return new long[] {found, lost};
  }
}
