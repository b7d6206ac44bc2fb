package guiwei.sift;

import guiwei.table.Channel;
import guiwei.table.Names;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Takes clean pairs back when all pairs together cast doubt on them: twins of the same payer,
/// money that reached an account, or was taken in a store, which this store's money hardly ever
/// reaches, and money on an account that the merchant's own list gives to another store.
public final class Doubts {
  /// A store with fewer pairs on a channel teaches nothing about its account.
  private static final int ENOUGH = 20;

  /// An account below this share of its store's pairs is doubted, in percent.
  private static final int RARE_PERCENT = 5;

  /// Above this share of payments taken elsewhere it is the custom of the house, in percent.
  public static final int CUSTOM_PERCENT = 10;

  private final Crew crew;
  private final Desk desk;
  private final Directory directory;
  private final Contracts contracts;

  Doubts(Crew crew, Desk desk, Directory directory, Contracts contracts) {
    this.crew = crew;
    this.desk = desk;
    this.directory = directory;
    this.contracts = contracts;
  }

  void raise(Grouping[] groups) {
    twins(groups);
    roads(groups);
    fees(groups);
  }

  /// Payments whose fee is not what their account pays.
  private void fees(Grouping[] groups) {
    if (!contracts.broken()) {
      return;
    }
    Grouping.eachOpen(
        groups,
        crew,
        (group, clerk) -> {
          for (int i = 0; i < group.pairs; i++) {
            if (group.orders[i] != -1
                && contracts.breaks(group.partition().locator(group.lines[i]))) {
              group.reject(i);
            }
          }
        });
  }

  private void twins(Grouping[] groups) {
    List<Twins.Notes> notes = crew.clerks().stream().map(clerk -> clerk.twins).toList();
    List<List<Integer>> suspects = new ArrayList<>();
    List<Crew.Task> tasks = new ArrayList<>();
    for (int i = 0; i < Twins.parts(); i++) {
      List<Integer> found = new ArrayList<>();
      suspects.add(found);
      int part = i;
      tasks.add(clerk -> Twins.find(notes, part, found::add));
    }
    crew.run(tasks);
    notes.forEach(Twins.Notes::clear);
    for (List<Integer> found : suspects) {
      for (int place : found) {
        Grouping group = groups[place >>> 24];
        int pair = place & 0xffffff;
        if (group.orders[pair] != -1) {
          group.reject(pair);
        }
      }
    }
  }

  private void roads(Grouping[] groups) {
    Set<Long> oddRoads = odd(clerk -> clerk.roads);
    oddRoads.addAll(foreignRoads());
    teachHomes();
    teachStores();
    Set<Long> oddVisits = odd(clerk -> clerk.visits);
    oddVisits.addAll(foreignVisits());
    if (oddRoads.isEmpty() && oddVisits.isEmpty()) {
      return;
    }
    Grouping.eachOpen(
        groups,
        crew,
        (group, clerk) -> {
          Shelf.Partition partition = group.partition();
          for (int i = 0; i < group.pairs; i++) {
            int order = group.orders[i];
            if (order != -1
                && (oddRoads.contains(Clerk.road(partition, order, group.lines[i]))
                    || oddVisits.contains(Clerk.visit(partition, order, group.lines[i])))) {
              group.reject(i);
            }
          }
        });
  }

  /// Roads that are rare for the store on that channel while their end, an account or a store,
  /// is at home elsewhere.
  private Set<Long> odd(Function<Clerk, Sums> kept) {
    Sums roads = sum(kept);
    Map<Long, Long> byStore = new HashMap<>();
    Map<Long, Long> byAccount = new HashMap<>();
    roads.each(
        (road, count, sum) -> {
          byStore.merge(road >>> 16, count, Long::sum);
          byAccount.merge(home(road), count, Long::sum);
        });
    Set<Long> odd = new HashSet<>();
    roads.each(
        (road, count, sum) -> {
          int store = (int) (road >>> 16) & 0xffff;
          int account = (int) road & 0xffff;
          long storeTotal = byStore.getOrDefault(road >>> 16, 0L);
          long accountTotal = byAccount.getOrDefault(home(road), 0L);
          boolean rare = count * 100 < storeTotal * RARE_PERCENT;
          boolean atHomeElsewhere = count * 100 < accountTotal * RARE_PERCENT;
          boolean named = store != Names.NONE && account != Names.NONE;
          if (named && storeTotal >= ENOUGH && rare && atHomeElsewhere) {
            odd.add(road);
          }
        });
    return odd;
  }

  /// Whether so many payments of a store on an account make it one of the store's.
  public static boolean isHome(long count, long ofStore) {
    return ofStore >= ENOUGH && count * 100 >= ofStore * RARE_PERCENT;
  }

  /// Tells the directory which accounts the money of each store usually reaches.
  private void teachHomes() {
    String[] stores = desk.stores.byNumber();
    String[] accounts = desk.accounts.byNumber();
    Sums roads = sum(clerk -> clerk.roads);
    Map<Long, Long> byStore = new HashMap<>();
    roads.each((road, count, sum) -> byStore.merge(road >>> 16, count, Long::sum));
    roads.each(
        (road, count, sum) -> {
          long storeTotal = byStore.getOrDefault(road >>> 16, 0L);
          if (isHome(count, storeTotal)) {
            directory.learn(
                Channel.values()[(int) (road >>> 40) & 15],
                stores[(int) (road >>> 16) & 0xffff],
                accounts[(int) road & 0xffff]);
          }
        });
  }

  /// Tells the directory of the stores that lines call as orders do.
  private void teachStores() {
    String[] stores = desk.stores.byNumber();
    Sums visits = sum(clerk -> clerk.visits);
    visits.each(
        (visit, count, sum) -> {
          int store = (int) (visit >>> 16) & 0xffff;
          if (store == ((int) visit & 0xffff) && count >= ENOUGH) {
            directory.learnStore(stores[store]);
          }
        });
  }

  /// Roads to accounts that the merchant's list gives to other stores only.
  private Set<Long> foreignRoads() {
    String[] stores = desk.stores.byNumber();
    String[] accounts = desk.accounts.byNumber();
    Set<Long> foreign = new HashSet<>();
    for (Clerk clerk : crew.clerks()) {
      clerk.roads.each(
          (road, count, sum) -> {
            int store = (int) (road >>> 16) & 0xffff;
            if (directory.isForeign(stores[store], accounts[(int) road & 0xffff])) {
              foreign.add(road);
            }
          });
    }
    return foreign;
  }

  /// Visits to stores that the merchant's list knows as others, where they are no custom.
  private Set<Long> foreignVisits() {
    String[] stores = desk.stores.byNumber();
    Map<Channel, List<Long>> strange = new EnumMap<>(Channel.class);
    Map<Channel, Long> counts = new EnumMap<>(Channel.class);
    Map<Channel, Long> atHome = new EnumMap<>(Channel.class);
    sum(clerk -> clerk.visits)
        .each(
            (visit, count, sum) -> {
              Channel channel = Channel.values()[(int) (visit >>> 40) & 15];
              String store = stores[(int) (visit >>> 16) & 0xffff];
              String visited = directory.storeCalled(stores[(int) visit & 0xffff]);
              if (!visited.isEmpty() && visited.equals(store)) {
                atHome.merge(channel, count, Long::sum);
              } else if (!visited.isEmpty() && directory.hasStore(store)) {
                strange.computeIfAbsent(channel, c -> new ArrayList<>()).add(visit);
                counts.merge(channel, count, Long::sum);
              }
            });
    atHome.forEach(directory::learnAtHome);
    Set<Long> foreign = new HashSet<>();
    strange.forEach(
        (channel, found) -> {
          long many = counts.getOrDefault(channel, 0L);
          long all = many + atHome.getOrDefault(channel, 0L);
          if (many * 100 <= all * CUSTOM_PERCENT) {
            foreign.addAll(found);
          }
        });
    return foreign;
  }

  private Sums sum(Function<Clerk, Sums> kept) {
    Sums all = new Sums();
    crew.clerks().forEach(clerk -> all.addAll(kept.apply(clerk)));
    return all;
  }

  private static long home(long road) {
    return road & ~(0xffffL << 16);
  }
}
