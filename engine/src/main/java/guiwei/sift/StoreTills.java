package guiwei.sift;

import guiwei.chance.Clock;
import guiwei.table.Channel;
import guiwei.table.Names;
import guiwei.table.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One store's tills in stage 1: sales and orders that can only be each other's.
///
/// A sale and an order are such a pair when they agree in amount, currency, channel and till, are
/// minutes apart once the till's clock is corrected, and when nothing else of that amount
/// happened in this store within the hour. Whatever a refund or a void at the same till may be
/// about is left to stage 2, and so is every till whose clock few sales tell.
final class StoreTills {
  /// Nothing else of that amount may happen this near.
  private static final int ALONE_SECONDS = 3600;

  /// Pairs further apart are thought about.
  private static final int NEAR_SECONDS = 900;

  /// A till's clock is believed from this many votes on.
  private static final int ENOUGH_VOTES = 20;

  /// A refund may be of what was sold that day.
  private static final int BEFORE_BACK_SECONDS = 26 * 3600;

  /// A sale this soon after a refund may be its correction.
  private static final int AFTER_BACK_SECONDS = 1800;

  /// A row of the shelf that has to do with a till.
  ///
  /// @param plain whether it may be settled; else it only stands in the way of others
  record Slip(
      Shelf.Partition partition,
      int address,
      int till,
      long amount,
      long second,
      Channel channel,
      boolean plain) {
    static Slip of(Shelf.Partition partition, int address, boolean plain) {
      return new Slip(
          partition,
          address,
          partition.terminal(address),
          partition.amount(address),
          partition.second(address),
          Shelf.channel(partition.flags(address)),
          plain);
    }

    int payer() {
      return partition.payer(address);
    }

    int currency() {
      return partition.currency(address);
    }
  }

  /// A sale with the moment by the order system's clock.
  private record Sale(Slip slip, long at) {}

  /// A sale and the only order that it can pay.
  record Pair(Slip sale, Slip order, long at) {
    long after() {
      return at - order.second;
    }
  }

  private final List<Slip> sales = new ArrayList<>();
  private final List<Slip> orders = new ArrayList<>();

  /// Refunds and voids.
  private final List<Slip> backs = new ArrayList<>();

  /// Amounts that stand in the way at any time.
  private final Set<Long> unsure = new HashSet<>();

  private final Map<Integer, Clock> clocks = new HashMap<>();
  private final Map<Integer, Integer> salesOfTill = new HashMap<>();

  /// Lays an order or a line of a journal here.
  void put(Slip slip) {
    int flags = slip.partition.flags(slip.address);
    boolean timed = (flags & (Shelf.FLAG_TIMELESS | Shelf.FLAG_DAY_ONLY)) == 0;
    if (Shelf.isOrder(flags)) {
      put(slip, orders, timed);
      return;
    }
    switch (Shelf.kind(flags)) {
      case REFUND, VOID -> backs.add(slip);
      case PREAUTH_DONE -> unsure.add(slip.amount);
      case PAYMENT -> {
        if (Shelf.state(flags) != State.FAILED) {
          put(slip, sales, timed);
        }
      }
      default -> {}
    }
  }

  private void put(Slip slip, List<Slip> list, boolean timed) {
    if (timed) {
      list.add(slip);
    } else {
      unsure.add(slip.amount);
    }
  }

  List<Slip> sales() {
    return sales;
  }

  List<Slip> orders() {
    return orders;
  }

  /// The clock of a till that is believed, by the till's number.
  Map<Integer, Clock> clocks() {
    return clocks;
  }

  /// How many sales a till had.
  int sales(int till) {
    return salesOfTill.getOrDefault(till, 0);
  }

  /// Finds the pairs.
  List<Pair> pairs() {
    Comparator<Slip> byTime =
        Comparator.comparingLong(Slip::second).thenComparingLong(Slip::amount);
    sales.sort(byTime);
    orders.sort(byTime);
    Map<Integer, List<Slip>> byTill = new HashMap<>();
    sales.forEach(s -> byTill.computeIfAbsent(s.till, t -> new ArrayList<>()).add(s));
    Map<Integer, List<Slip>> backsByTill = new HashMap<>();
    backs.forEach(b -> backsByTill.computeIfAbsent(b.till, t -> new ArrayList<>()).add(b));
    List<Sale> timed = new ArrayList<>();
    byTill.forEach(
        (till, slips) ->
            timed.addAll(corrected(till, slips, backsByTill.getOrDefault(till, List.of()))));
    timed.sort(Comparator.comparingLong((Sale s) -> s.slip.amount).thenComparingLong(Sale::at));
    List<Slip> due = new ArrayList<>(orders);
    due.sort(Comparator.comparingLong(Slip::amount).thenComparingLong(Slip::second));
    return alone(timed, due);
  }

  /// The sales of a till by the order system's clock; those that a refund may be about stand in
  /// the way only.
  private List<Sale> corrected(int till, List<Slip> slips, List<Slip> backsHere) {
    salesOfTill.put(till, slips.size());
    List<Slip> here = orders.stream().filter(o -> o.till == till || o.till == Names.NONE).toList();
    Clock clock = Clock.of(moments(slips), moments(here));
    if (clock.votes < ENOUGH_VOTES) {
      slips.forEach(s -> unsure.add(s.amount));
      return List.of();
    }
    clocks.put(till, clock);
    List<Sale> sales = new ArrayList<>();
    for (Slip sale : slips) {
      boolean free = sale.plain && backsHere.stream().noneMatch(b -> mayConcern(b, sale));
      sales.add(new Sale(free == sale.plain ? sale : barred(sale), clock.correct(sale.second)));
    }
    return sales;
  }

  private static Clock.Moments moments(List<Slip> slips) {
    return new Clock.Moments(
        slips.stream().mapToLong(Slip::second).toArray(),
        slips.stream().mapToLong(Slip::amount).toArray());
  }

  private static Slip barred(Slip sale) {
    return Slip.of(sale.partition, sale.address, false);
  }

  /// Whether a refund may be about this sale, or the sale its correction: one amount that day,
  /// one card, the number that the refund names, or minutes after it.
  private static boolean mayConcern(Slip back, Slip sale) {
    long before = back.second - sale.second;
    return (Math.abs(back.amount) == sale.amount && Math.abs(before) <= BEFORE_BACK_SECONDS)
        || (before <= 0 && -before <= AFTER_BACK_SECONDS)
        || (back.payer() != 0 && back.payer() == sale.payer())
        || names(back, sale);
  }

  /// Whether the sale's number ends with what the refund names.
  private static boolean names(Slip back, Slip sale) {
    int length = back.partition.aliasLength(back.address);
    int idLength = sale.partition.idLength(sale.address);
    if (length == 0 || length > idLength) {
      return false;
    }
    byte[] named = back.partition.block(back.address);
    byte[] id = sale.partition.block(sale.address);
    int from = back.partition.aliasFrom(back.address);
    int end = sale.partition.idFrom(sale.address) + idLength;
    return Arrays.equals(named, from, from + length, id, end - length, end);
  }

  /// Walks through sales and orders amount by amount.
  private List<Pair> alone(List<Sale> timed, List<Slip> due) {
    List<Pair> pairs = new ArrayList<>();
    int order = 0;
    int sale = 0;
    while (sale < timed.size()) {
      long amount = timed.get(sale).slip.amount;
      int saleEnd = sale;
      while (saleEnd < timed.size() && timed.get(saleEnd).slip.amount == amount) {
        saleEnd++;
      }
      while (order < due.size() && due.get(order).amount < amount) {
        order++;
      }
      int orderEnd = order;
      while (orderEnd < due.size() && due.get(orderEnd).amount == amount) {
        orderEnd++;
      }
      if (!unsure.contains(amount)) {
        ofOneAmount(timed.subList(sale, saleEnd), due.subList(order, orderEnd), pairs);
      }
      sale = saleEnd;
      order = orderEnd;
    }
    return pairs;
  }

  private static void ofOneAmount(List<Sale> sales, List<Slip> orders, List<Pair> pairs) {
    int[] wanted = new int[orders.size()];
    int[] only = new int[sales.size()];
    int from = 0;
    for (int i = 0; i < only.length; i++) {
      only[i] = -1;
      long at = sales.get(i).at;
      while (from < wanted.length && orders.get(from).second <= at - ALONE_SECONDS) {
        from++;
      }
      for (int k = from; k < wanted.length && orders.get(k).second < at + ALONE_SECONDS; k++) {
        if (orders.get(k).channel.fits(sales.get(i).slip.channel)) {
          wanted[k]++;
          only[i] = only[i] == -1 ? k : -2;
        }
      }
    }
    for (int i = 0; i < only.length; i++) {
      if (only[i] >= 0 && wanted[only[i]] == 1) {
        Pair pair = new Pair(sales.get(i).slip, orders.get(only[i]), sales.get(i).at);
        if (isPlain(pair)) {
          pairs.add(pair);
        }
      }
    }
  }

  private static boolean isPlain(Pair pair) {
    return pair.sale.plain
        && pair.order.plain
        && pair.sale.currency() == pair.order.currency()
        && (pair.order.till == Names.NONE || pair.order.till == pair.sale.till)
        && Math.abs(pair.after()) <= NEAR_SECONDS;
  }
}
