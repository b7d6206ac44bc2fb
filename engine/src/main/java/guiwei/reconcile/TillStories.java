package guiwei.reconcile;

import guiwei.chance.Ascending;
import guiwei.chance.Rhythm;
import guiwei.table.Channel;
import guiwei.table.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// What may have happened with the sales and orders that no pair of one amount explains: slips of
/// the hand, several sales in one swipe, one in several, parts, and pairs that lie far apart.
final class TillStories {
  private static final double SLIP = Math.log(0.004);
  private static final double MERGED = Math.log(0.005);
  private static final double MERGED_SHORT = Math.log(0.0015);
  private static final double SPLIT = Math.log(0.005);
  private static final double DEPOSIT = Math.log(0.002);
  private static final double TOO_MUCH = Math.log(0.05);
  private static final double TOLD = Math.log(0.5);

  /// One customer's orders at one visit; or, where they are two known customers', hardly.
  private static final double SAME_CUSTOMER = Math.log(300);

  private static final double OTHER_CUSTOMER = Math.log(0.01);
  private static final int VISIT_SECONDS = 900;
  private static final int BALANCE_SECONDS = 30 * 86_400;
  private static final int MOST_NEAR = 12;
  private static final int MANY = 4;
  private static final int MOST_SHORT_PERCENT = 40;

  private final TillGroup group;
  private final Odds odds;
  private final List<Explanation> found = new ArrayList<>();

  /// Free sales and orders in order of time, and their moments.
  private final int[] sales;

  private final int[] orders;
  private final long[] saleAt;
  private final long[] orderAt;
  private final Map<Long, List<Integer>> salesByAmount = new HashMap<>();
  private final Map<Long, List<Integer>> ordersByAmount = new HashMap<>();

  /// @param saleFree and orderFree: what is to be explained
  TillStories(TillGroup group, Odds odds, IntPredicate saleFree, IntPredicate orderFree) {
    this.group = group;
    this.odds = odds;
    sales = IntStream.range(0, group.sales.size()).filter(saleFree).toArray();
    orders = IntStream.range(0, group.orders.size()).filter(orderFree).toArray();
    saleAt = IntStream.of(sales).mapToLong(i -> group.saleAt[i]).toArray();
    orderAt = IntStream.of(orders).mapToLong(k -> group.orderAt[k]).toArray();
    for (int i : sales) {
      salesByAmount.computeIfAbsent(group.paid[i], a -> new ArrayList<>()).add(i);
    }
    for (int k : orders) {
      ordersByAmount.computeIfAbsent(group.asked[k], a -> new ArrayList<>()).add(k);
    }
  }

  List<Explanation> tell() {
    for (int i : sales) {
      pairs(i);
      if (group.sales.get(i).givenBackMinor < group.paid[i]) {
        List<Integer> near = near(i);
        slips(i, near);
        merged(i, near);
      }
    }
    for (int k : orders) {
      split(k);
      parts(k);
    }
    return found;
  }

  private void add(
      Explanation.Sort sort, double weight, List<Integer> sales, List<Integer> orders) {
    if (weight > 0) {
      found.add(new Explanation(sort, weight, sales, orders));
    }
  }

  private void pairs(int sale) {
    long amount = group.paid[sale];
    long kept = amount - group.sales.get(sale).givenBackMinor;
    pairs(sale, amount, 0, Explanation.Sort.PAIR);
    if (kept != amount) {
      pairs(sale, kept, TOO_MUCH, Explanation.Sort.KEPT);
    }
  }

  private void pairs(int sale, long amount, double weight, Explanation.Sort sort) {
    List<Integer> same = ordersByAmount.getOrDefault(amount, List.of());
    long latest = group.saleAt[sale] + Rhythm.FAR_SECONDS;
    int at = firstSince(group.saleAt[sale] - odds.reachSeconds(), same);
    for (; at < same.size() && group.orderAt[same.get(at)] < latest; at++) {
      int k = same.get(at);
      if (group.canPay(sale, k)) {
        add(sort, weight + odds.pair(sale, k), List.of(sale), List.of(k));
      }
    }
  }

  /// Where in this list of orders in order of time those begin that were entered at that moment or
  /// later.
  private int firstSince(long moment, List<Integer> orders) {
    int low = 0;
    int high = orders.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (group.orderAt[orders.get(middle)] < moment) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void slips(int sale, List<Integer> near) {
    Paid paid = group.sales.get(sale);
    for (int k : near) {
      Due due = group.orders.get(k);
      if (!due.excused
          && due.asked() != paid.amount()
          && (isRoadKnown(due) || isAlike(due.asked(), paid.amount()))
          && !WrongSum.isExplained(due, paid, paid.amount())) {
        double weight = SLIP + Slip.log(due.asked(), paid.amount()) + odds.pair(sale, k);
        add(Explanation.Sort.SLIP, weight, List.of(sale), List.of(k));
      }
    }
  }

  /// Whether a hand slipped, or the amounts are of one size.
  private static boolean isAlike(long due, long paid) {
    return Slip.between(due, paid) != Slip.OTHER
        || Math.abs(due - paid) * 100 <= due * MOST_SHORT_PERCENT;
  }

  /// Whether the books say how the order is paid: if not, a transfer may come days later.
  private static boolean isRoadKnown(Due due) {
    return due.order.channel != Channel.OTHER
        || !due.order.terminal.isEmpty()
        || due.order.state == State.PART_PAID;
  }

  /// Free orders within an hour of a sale that it could pay, the nearest of them.
  private List<Integer> near(int sale) {
    List<Integer> near = new ArrayList<>();
    int from = Ascending.first(orderAt, group.saleAt[sale] - Rhythm.NEAR_SECONDS);
    int to = Ascending.first(orderAt, group.saleAt[sale] + Rhythm.NEAR_SECONDS);
    for (int at = from; at < to; at++) {
      if (group.canPay(sale, orders[at])) {
        near.add(orders[at]);
      }
    }
    if (near.size() > MOST_NEAR) {
      near.sort(java.util.Comparator.comparingLong(k -> Math.abs(group.after(sale, k))));
      return near.subList(0, MOST_NEAR).stream().sorted().toList();
    }
    return near;
  }

  /// Several orders of one visit in one swipe, to the fen or short.
  private void merged(int sale, List<Integer> near) {
    long paid = group.paid[sale];
    long[] due = near.stream().mapToLong(k -> group.asked[k]).toArray();
    for (int a = 0; a < due.length; a++) {
      for (int b = a + 1; b < due.length && isVisit(near.get(a), near.get(b)); b++) {
        long both = due[a] + due[b];
        if (isEnough(both, paid)) {
          oneSwipe(sale, List.of(near.get(a), near.get(b)));
        }
        for (int c = b + 1; c < due.length && isVisit(near.get(a), near.get(c)); c++) {
          if (isEnough(both + due[c], paid)) {
            oneSwipe(sale, List.of(near.get(a), near.get(b), near.get(c)));
          }
        }
      }
    }
  }

  /// Whether the payment is what is due, or not much less.
  private static boolean isEnough(long due, long paid) {
    return due >= paid && (due - paid) * 100 <= due * MOST_SHORT_PERCENT;
  }

  private boolean isVisit(int one, int other) {
    return Math.abs(group.orderAt[one] - group.orderAt[other]) <= VISIT_SECONDS;
  }

  private void oneSwipe(int sale, List<Integer> orders) {
    long paid = group.paid[sale];
    long due = orders.stream().mapToLong(k -> group.asked[k]).sum();
    long largest = orders.stream().mapToLong(k -> group.asked[k]).max().orElse(0);
    if (paid <= largest) {
      return;
    }
    double customers = customers(orders);
    double weight = odds.pair(sale, orders.getLast()) + customers;
    for (int k : orders.subList(0, orders.size() - 1)) {
      weight += odds.paid(k) - odds.unpaid(k);
    }
    if (due == paid) {
      add(Explanation.Sort.MERGED, MERGED + weight, List.of(sale), orders);
    } else if (customers > 0) {
      double amount = -Math.log((due - largest) / 10.0 + 1);
      add(Explanation.Sort.MERGED_SHORT, MERGED_SHORT + amount + weight, List.of(sale), orders);
    }
  }

  /// Whether the orders are one customer's; unknown customers say nothing, but that any orders
  /// near each other may be meant.
  private double customers(List<Integer> orders) {
    String first = group.orders.get(orders.getFirst()).order.customer;
    boolean known = orders.stream().noneMatch(k -> group.orders.get(k).order.customer.isEmpty());
    boolean same = orders.stream().allMatch(k -> group.orders.get(k).order.customer.equals(first));
    return !known ? 0 : same ? SAME_CUSTOMER : OTHER_CUSTOMER;
  }

  /// Two or three sales within minutes, near an order, that make its amount, or more even ones.
  private void split(int order) {
    long due = group.asked[order];
    List<Integer> near = new ArrayList<>();
    int from = Ascending.first(saleAt, group.orderAt[order] - Rhythm.NEAR_SECONDS);
    int to = Ascending.first(saleAt, group.orderAt[order] + Rhythm.NEAR_SECONDS);
    for (int at = from; at < to; at++) {
      int i = sales[at];
      if (group.paid[i] < due && group.canPay(i, order)) {
        near.add(i);
      }
    }
    if (near.size() > MOST_NEAR) {
      near.sort(java.util.Comparator.comparingLong(i -> Math.abs(group.after(i, order))));
      near = near.subList(0, MOST_NEAR).stream().sorted().toList();
    }
    shares(order, near);
    long[] paid = near.stream().mapToLong(i -> group.paid[i]).toArray();
    for (int a = 0; a < paid.length; a++) {
      for (int b = a + 1; b < paid.length && areTogether(near.get(a), near.get(b)); b++) {
        if (paid[a] + paid[b] == due) {
          split(order, List.of(near.get(a), near.get(b)));
        }
        for (int c = b + 1; c < paid.length && areTogether(near.get(a), near.get(c)); c++) {
          if (paid[a] + paid[b] + paid[c] == due) {
            split(order, List.of(near.get(a), near.get(b), near.get(c)));
          }
        }
      }
    }
  }

  /// Four and more who share a bill evenly; one of them pays what does not divide.
  private void shares(int order, List<Integer> near) {
    long due = group.asked[order];
    Map<Long, List<Integer>> byAmount = new HashMap<>();
    for (int i : near) {
      byAmount.computeIfAbsent(group.paid[i], a -> new ArrayList<>()).add(i);
    }
    byAmount.forEach(
        (share, even) -> {
          List<Integer> odd = byAmount.getOrDefault(due - share * even.size(), List.of());
          List<Integer> all = new ArrayList<>(even);
          if (odd.size() == 1) {
            all.addAll(odd);
          }
          all.sort(null);
          long sum = all.stream().mapToLong(i -> group.paid[i]).sum();
          if (all.size() >= MANY
              && even.size() >= MANY - 1
              && sum == due
              && areTogether(all.getFirst(), all.getLast())) {
            split(order, all);
          }
        });
  }

  private boolean areTogether(int one, int other) {
    return group.saleAt[other] - group.saleAt[one] <= VISIT_SECONDS;
  }

  private void split(int order, List<Integer> sales) {
    double weight = SPLIT + odds.pair(sales.getFirst(), order);
    for (int i : sales.subList(1, sales.size())) {
      weight += -Math.log(VISIT_SECONDS) - odds.stranger(i);
    }
    add(Explanation.Sort.SPLIT, weight, sales, List.of(order));
  }

  /// Whether the same card or account may have paid both.
  private boolean isOnePayer(int one, int other) {
    String first = group.sales.get(one).line.payer;
    String second = group.sales.get(other).line.payer;
    return first.isEmpty() || second.isEmpty() || first.equals(second);
  }

  private boolean isSamePayer(int one, int other) {
    return !group.sales.get(one).line.payer.isEmpty() && isOnePayer(one, other);
  }

  /// Whether the order's words state this sale's amount as a part that was paid before.
  private boolean isDeposit(int sale, Due due) {
    String words = due.order.remark;
    return Wording.part(words) && Wording.states(words, group.paid[sale]);
  }

  /// A first part beside its order: with the rest days later, or excused by words or books.
  private void parts(int order) {
    Due due = group.orders.get(order);
    int from = Ascending.first(saleAt, group.orderAt[order] - Rhythm.NEAR_SECONDS);
    int to = Ascending.first(saleAt, group.orderAt[order] + Rhythm.NEAR_SECONDS);
    for (int at = from; at < to; at++) {
      int i = sales[at];
      if (group.paid[i] >= group.asked[order] || !group.canPay(i, order)) {
        continue;
      }
      Paid first = group.sales.get(i);
      boolean told =
          WrongSum.isExplained(due, first, first.amount())
              && (isRoadKnown(due) || !Wording.part(due.order.remark));
      for (int rest : salesByAmount.getOrDefault(due.asked() - first.amount(), List.of())) {
        long later = group.saleAt[rest] - group.saleAt[i];
        boolean known = later > 0 ? told || isOnePayer(i, rest) : told && isDeposit(rest, due);
        if (Math.abs(later) > VISIT_SECONDS
            && Math.abs(later) <= BALANCE_SECONDS
            && group.canPay(rest, order)
            && known) {
          double weight = (told ? TOLD : DEPOSIT) + odds.pair(i, order);
          weight += later < 0 && isSamePayer(i, rest) ? SAME_CUSTOMER : 0;
          weight -= Math.log(BALANCE_SECONDS) + odds.stranger(rest);
          List<Integer> parts = later > 0 ? List.of(i, rest) : List.of(rest, i);
          add(Explanation.Sort.SPLIT, weight, parts, List.of(order));
        }
      }
      if (told) {
        double amount = due.order.state == State.PART_PAID ? -3 : -Math.log(10);
        add(Explanation.Sort.PART, TOLD + amount + odds.pair(i, order), List.of(i), List.of(order));
      }
    }
  }
}
