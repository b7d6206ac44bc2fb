package guiwei.reconcile;

import guiwei.chance.Clock;
import guiwei.chance.Rhythm;
import guiwei.sift.Directory;
import guiwei.sift.TillLessons;
import guiwei.table.Book;
import guiwei.table.Channel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one till, or one account, took without a number, and the orders that may be it: plain
/// lists by corrected time, with windows over them.
///
/// A terminal's journal has the terminal's own clock, a channel's bill has the channel's: each
/// is corrected by itself.
final class TillGroup {
  /// From so many sales on they may be a crowd, if hardly one in twenty is alone with its order.
  private static final int CROWD = 400;

  private static final int CROWD_SHARE = 20;

  final List<Paid> sales;
  final List<Due> orders;
  final long[] saleAt;
  final long[] orderAt;

  /// What each sale took and each order asks for, in minor units.
  final long[] paid;

  final long[] asked;

  /// How many seconds the group spans, at least a day.
  final double spanSeconds;

  /// What stage 1 settled at this till.
  final TillLessons.Past past;

  /// Numbers of the stores that sales were taken in and orders were entered in, 0 where nothing
  /// tells.
  private final int[] saleStore;

  private final int[] orderStore;
  private final Channel[] saleChannel;
  private final Channel[] orderChannel;
  private final int[] saleCurrency;
  private final int[] orderCurrency;

  /// Customers whom the words beside each sale name, and whose each order is.
  private final List<Set<String>> told;

  private final List<String> customers;

  /// What the orders call the terminal of each sale.
  private final List<String> tills;

  /// @param lines sorted by time
  /// @param dues sorted by time
  /// @param past what stage 1 settled at this till
  TillGroup(List<Paid> lines, List<Due> dues, Directory directory, TillLessons.Past past) {
    this.past = past;
    correct(lines, dues, past);
    sales =
        lines.stream()
            .sorted(Comparator.comparingLong((Paid p) -> p.second).thenComparing(p -> p.line.id))
            .toList();
    orders = dues;
    saleAt = sales.stream().mapToLong(p -> p.second).toArray();
    orderAt = orders.stream().mapToLong(d -> d.order.epochSecond).toArray();
    spanSeconds = past.spanSeconds(saleAt);
    paid = sales.stream().mapToLong(Paid::amount).toArray();
    asked = orders.stream().mapToLong(Due::asked).toArray();
    Map<String, Integer> stores = new HashMap<>(Map.of("", 0));
    saleStore = sales.stream().mapToInt(p -> number(stores, store(p, directory))).toArray();
    orderStore = orders.stream().mapToInt(d -> number(stores, d.order.store)).toArray();
    saleChannel = sales.stream().map(p -> p.line.channel).toArray(Channel[]::new);
    orderChannel = orders.stream().map(d -> d.order.channel).toArray(Channel[]::new);
    saleCurrency = sales.stream().mapToInt(p -> p.line.currency).toArray();
    orderCurrency = orders.stream().mapToInt(d -> d.order.currency).toArray();
    tills = sales.stream().map(p -> directory.tillOf(p.till)).toList();
    told = sales.stream().map(TillGroup::told).toList();
    customers = orders.stream().map(Due::customer).toList();
  }

  private static Set<String> told(Paid paid) {
    Set<String> customers = paid.customers;
    return customers == null ? Set.of() : customers;
  }

  private static int number(Map<String, Integer> numbers, String store) {
    return numbers.computeIfAbsent(store, s -> numbers.size());
  }

  /// What these sales and orders, each sorted by time, tell of the clock.
  static Clock clock(List<Paid> lines, List<Due> dues) {
    List<Due> timed = dues.stream().filter(d -> !d.order.dayOnly).toList();
    return Clock.ofAnyZone(
        new Clock.Moments(
            lines.stream().mapToLong(p -> p.line.epochSecond).toArray(),
            lines.stream().mapToLong(Paid::amount).toArray()),
        new Clock.Moments(
            timed.stream().mapToLong(d -> d.order.epochSecond).toArray(),
            timed.stream().mapToLong(Due::due).toArray()));
  }

  private static void correct(List<Paid> lines, List<Due> dues, TillLessons.Past past) {
    Map<String, List<Paid>> byClock = new HashMap<>();
    for (Paid paid : lines) {
      if (!paid.timed) {
        String clock = paid.line.book == Book.JOURNAL ? "till " + paid.till : "channel";
        byClock.computeIfAbsent(clock, b -> new ArrayList<>()).add(paid);
      }
    }
    byClock.forEach(
        (name, ofOneClock) -> {
          Clock known = ofOneClock.getFirst().line.book == Book.JOURNAL ? past.clock : null;
          Clock clock = known == null ? clock(ofOneClock, dues) : known;
          for (Paid paid : ofOneClock) {
            paid.second = clock.correct(paid.since);
            paid.timed = paid.line.book == Book.JOURNAL;
          }
        });
  }

  /// Shows the rhythm every sale that can pay one order only, which no other sale can pay; where
  /// those are few among many, what all together tell.
  void teach(Rhythm rhythm) {
    Near near = new Near();
    List<Long> alone = new ArrayList<>();
    for (int i = 0; i < near.only.length; i++) {
      int order = near.only[i];
      if (order >= 0 && near.wanted[order] == 1) {
        alone.add(after(i, order));
      }
    }
    if (sales.size() >= CROWD && alone.size() * CROWD_SHARE < sales.size()) {
      Crowd.teach(this, rhythm);
    } else {
      alone.forEach(rhythm::learn);
    }
  }

  /// Shows it sales with no order near them, and the orders far away that no sale is near to.
  void teachLate(Rhythm rhythm) {
    Near near = new Near();
    Map<Long, List<Integer>> byAmount = ordersByAmount();
    byAmount.values().forEach(same -> same.removeIf(k -> near.wanted[k] != 0));
    for (int i = 0; i < near.only.length; i++) {
      if (near.only[i] == Near.NONE) {
        int sale = i;
        List<Integer> lonely =
            byAmount.getOrDefault(paid[i], List.of()).stream()
                .filter(k -> canPay(sale, k))
                .filter(k -> Math.abs(after(sale, k)) < Rhythm.LONGEST_SECONDS)
                .toList();
        lonely.forEach(k -> rhythm.learnFar(after(sale, k), 1.0 / lonely.size()));
      }
    }
  }

  private Map<Long, List<Integer>> ordersByAmount() {
    Map<Long, List<Integer>> byAmount = new HashMap<>();
    for (int k = 0; k < orders.size(); k++) {
      byAmount.computeIfAbsent(asked[k], a -> new ArrayList<>()).add(k);
    }
    return byAmount;
  }

  /// Takes a sale and an order that it could pay, by their places in the group.
  interface Pairs {
    void at(int sale, int order);
  }

  /// Names all sales and orders of one amount that would lie within the hour, were the orders so
  /// many seconds later.
  void eachNear(long shift, Pairs pairs) {
    Map<Long, List<Integer>> byAmount = ordersByAmount();
    Map<Long, Integer> from = new HashMap<>();
    for (int i = 0; i < sales.size(); i++) {
      List<Integer> same = byAmount.getOrDefault(paid[i], List.of());
      int start = from.getOrDefault(paid[i], 0);
      while (start < same.size() && after(i, same.get(start)) - shift > Rhythm.NEAR_SECONDS) {
        start++;
      }
      from.put(paid[i], start);
      for (int j = start;
          j < same.size() && after(i, same.get(j)) - shift > -Rhythm.NEAR_SECONDS;
          j++) {
        if (canPay(i, same.get(j))) {
          pairs.at(i, same.get(j));
        }
      }
    }
  }

  /// Sales and orders of one amount within the hour.
  private final class Near {
    static final int NONE = -1;
    static final int SEVERAL = -2;

    /// How many sales can pay each order.
    final int[] wanted = new int[orders.size()];

    /// The order that each sale can pay, if it is one.
    final int[] only = new int[sales.size()];

    Near() {
      Arrays.fill(only, NONE);
      eachNear(
          0,
          (sale, order) -> {
            wanted[order]++;
            only[sale] = only[sale] == NONE ? order : SEVERAL;
          });
    }
  }

  private static String store(Paid paid, Directory directory) {
    String till = directory.storeOf(paid.line.terminal);
    return till.isEmpty() && directory.hasStore(paid.line.store) ? paid.line.store : till;
  }

  /// Seconds that the sale comes after the order.
  long after(int sale, int order) {
    return saleAt[sale] - orderAt[order];
  }

  /// Whether the words beside the sale name somebody else.
  private boolean isAnothers(int sale, int order) {
    Set<String> named = told.get(sale);
    return !named.isEmpty()
        && !customers.get(order).isEmpty()
        && !named.contains(customers.get(order));
  }

  /// Whether currency, channel, store and the customer whom words name let this sale pay that
  /// order.
  boolean canPay(int sale, int order) {
    int in = saleStore[sale];
    int of = orderStore[order];
    return (in == of || in == 0 || of == 0)
        && saleCurrency[sale] == orderCurrency[order]
        && orderChannel[order].fits(saleChannel[sale])
        && !isAnothers(sale, order);
  }

  /// Whether both name a till, and not the same.
  boolean isOtherTill(int sale, int order) {
    String one = tills.get(sale);
    String other = orders.get(order).order.terminal;
    return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
  }
}
