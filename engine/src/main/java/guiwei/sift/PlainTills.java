package guiwei.sift;

import guiwei.chance.Chances;
import guiwei.chance.Prices;
import guiwei.chance.Rhythm;
import guiwei.table.Channel;
import guiwei.table.Names;
import guiwei.table.State;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The third round of stage 1: sales that a terminal's journal tells of without a number, and
/// loose orders, joined by store, amount and time where only one reading is thinkable.
///
/// The key is the store, the solver is [StoreTills]. How quickly payments follow their orders and
/// how common an amount is are learnt from all stores together; a pair is settled when it weighs
/// as much as stage 2 wants of a certain one. All others go there, with what was learnt of the
/// tills ([TillLessons]).
final class PlainTills {
  private static final StoreTills NOWHERE = new StoreTills();

  private final Grouping[] groups;
  private final Crew crew;
  private final Directory directory;
  private final String[] terminals;
  private final String[] stores;
  private final Map<String, StoreTills> byStore = new HashMap<>();
  private final Map<Integer, StoreTills> byTill = new HashMap<>();

  PlainTills(Grouping[] groups, Crew crew, Desk desk, Directory directory) {
    this.groups = groups;
    this.crew = crew;
    this.directory = directory;
    terminals = desk.terminals.byNumber();
    stores = desk.stores.byNumber();
  }

  /// Joins what it can and takes it from the loose rows.
  TillLessons run() {
    sales();
    orders();
    List<StoreTills> all = List.copyOf(byStore.values());
    List<List<StoreTills.Pair>> found = new ArrayList<>();
    List<Crew.Task> tasks = new ArrayList<>();
    for (StoreTills store : all) {
      List<StoreTills.Pair> pairs = new ArrayList<>();
      found.add(pairs);
      tasks.add(clerk -> pairs.addAll(store.pairs()));
    }
    crew.run(tasks);
    Rhythm rhythm = new Rhythm();
    found.forEach(pairs -> pairs.forEach(pair -> rhythm.learn(pair.after())));
    Prices prices =
        new Prices(
            all.stream()
                .flatMap(store -> store.orders().stream())
                .mapToLong(StoreTills.Slip::amount));
    TillLessons lessons = new TillLessons(terminals);
    Joins joins = new Joins(groups);
    for (int i = 0; i < found.size(); i++) {
      settle(all.get(i), found.get(i), rhythm, prices, joins, lessons);
    }
    joins.carryOut(crew, Shelf.FLAG_AT_TILL);
    return lessons;
  }

  private void settle(
      StoreTills store,
      List<StoreTills.Pair> pairs,
      Rhythm rhythm,
      Prices prices,
      Joins joins,
      TillLessons lessons) {
    Map<Integer, TillLessons.Past> pasts = new HashMap<>();
    store.clocks().forEach((till, clock) -> pasts.put(till, new TillLessons.Past(clock)));
    for (StoreTills.Pair pair : pairs) {
      TillLessons.Past past = pasts.get(pair.sale().till());
      if (past != null) {
        past.span(pair.at());
      }
    }
    for (StoreTills.Pair pair : pairs) {
      TillLessons.Past past = pasts.get(pair.sale().till());
      if (past != null && weight(store, pair, past, rhythm, prices) >= Chances.CERTAIN) {
        past.add();
        lessons.rhythm.learn(pair.after());
        joins.add(
            pair.order().partition().index,
            pair.order().address(),
            pair.sale().partition().index,
            pair.sale().address());
      }
    }
    pasts.forEach((till, past) -> lessons.add(till, past));
  }

  /// What the pair weighs against a stranger's sale and an order that was never paid.
  private static double weight(
      StoreTills store, StoreTills.Pair pair, TillLessons.Past past, Rhythm rhythm, Prices prices) {
    int flags = pair.order().partition().flags(pair.order().address());
    double paid = Chances.paidShare(Shelf.state(flags));
    return Math.log(paid / (1 - paid))
        + rhythm.log(pair.after())
        - Chances.stranger(
            store.sales(pair.sale().till()),
            past.spanSeconds(),
            prices.share(pair.sale().amount()));
  }

  private interface Gatherer {
    void of(Grouping group, List<StoreTills.Slip> slips);
  }

  /// Goes through all groups by all threads; what they find comes in the order of the groups.
  private List<StoreTills.Slip> gather(Gatherer gatherer) {
    List<List<StoreTills.Slip>> parts = new ArrayList<>();
    for (int i = 0; i < groups.length; i++) {
      parts.add(new ArrayList<>());
    }
    Grouping.each(
        groups, crew, (group, clerk) -> gatherer.of(group, parts.get(group.partition().index)));
    return parts.stream().flatMap(List::stream).toList();
  }

  private static void lines(Grouping group, List<StoreTills.Slip> lines) {
    Shelf.Partition partition = group.partition();
    for (int i = 0; i < group.looseLineCount; i++) {
      if (partition.terminal(group.looseLines[i]) != Names.NONE) {
        lines.add(StoreTills.Slip.of(partition, group.looseLines[i], true));
      }
    }
    for (int i = 0; i < group.restCount; i++) {
      int row = group.rest[i];
      if (!Shelf.isOrder(partition.flags(row)) && partition.terminal(row) != Names.NONE) {
        lines.add(StoreTills.Slip.of(partition, row, false));
      }
    }
  }

  /// Lays the journals' lines out by store.
  private void sales() {
    List<StoreTills.Slip> lines = gather(PlainTills::lines);
    Map<Integer, String> storeOfTill = storesOfTills(lines);
    for (StoreTills.Slip line : lines) {
      String store = storeOfTill.getOrDefault(line.till(), "");
      String key = store.isEmpty() ? "@" + terminals[line.till()] : store;
      StoreTills tills = byStore.computeIfAbsent(key, k -> new StoreTills());
      byTill.put(line.till(), tills);
      tills.put(line);
    }
  }

  /// The store of each till: by the merchant's own list, else what all its lines say.
  private Map<Integer, String> storesOfTills(List<StoreTills.Slip> lines) {
    Map<Integer, String> storeOfTill = new HashMap<>();
    for (StoreTills.Slip line : lines) {
      String listed = directory.storeOf(terminals[line.till()]);
      String told = stores[line.partition().store(line.address())];
      storeOfTill.merge(
          line.till(), listed.isEmpty() ? told : listed, (a, b) -> a.equals(b) ? a : "");
    }
    return storeOfTill;
  }

  /// Lays the orders out by the store of their till, or by their store.
  private void orders() {
    Set<Channel> wanted = EnumSet.noneOf(Channel.class);
    for (StoreTills store : byStore.values()) {
      for (StoreTills.Slip sale : store.sales()) {
        for (Channel channel : Channel.values()) {
          if (channel.fits(sale.channel())) {
            wanted.add(channel);
          }
        }
      }
    }
    for (StoreTills.Slip order : gather((group, found) -> orders(group, wanted, found))) {
      storeOf(order).put(order);
    }
  }

  private void orders(Grouping group, Set<Channel> wanted, List<StoreTills.Slip> found) {
    Shelf.Partition partition = group.partition();
    for (int i = 0; i < group.looseOrderCount + group.restCount; i++) {
      boolean loose = i < group.looseOrderCount;
      int row = loose ? group.looseOrders[i] : group.rest[i - group.looseOrderCount];
      int flags = partition.flags(row);
      if (Shelf.isOrder(flags) && wanted.contains(Shelf.channel(flags))) {
        StoreTills.Slip order =
            StoreTills.Slip.of(partition, row, loose && isPlain(flags) && isAtHome(partition, row));
        if (storeOf(order) != NOWHERE) {
          found.add(order);
        }
      }
    }
  }

  private StoreTills storeOf(StoreTills.Slip order) {
    return order.till() == Names.NONE
        ? byStore.getOrDefault(stores[order.partition().store(order.address())], NOWHERE)
        : byTill.getOrDefault(order.till(), NOWHERE);
  }

  /// Whether the order's till stands in the order's store, as far as the books tell.
  private boolean isAtHome(Shelf.Partition partition, int order) {
    String listed = directory.storeOf(terminals[partition.terminal(order)]);
    String told = stores[partition.store(order)];
    return listed.isEmpty() || told.isEmpty() || listed.equals(told);
  }

  /// Whether an order may be settled at a till: the books do not say that it is open, and no
  /// words stand beside it.
  private static boolean isPlain(int flags) {
    State state = Shelf.state(flags);
    return (state == State.PAID || state == State.UNKNOWN) && (flags & Shelf.FLAG_WORDS) == 0;
  }
}
