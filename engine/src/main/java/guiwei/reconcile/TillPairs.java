package guiwei.reconcile;

import guiwei.chance.Chances;
import guiwei.chance.Rhythm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Joins sales and orders of one amount at one till as a whole: the assignment that explains all
/// of them best. What another assignment explains nearly as well is one cluster of which no pair
/// is picked.
final class TillPairs {
  /// A rival that is not even this much worse may as well be the one.
  private static final double AS_GOOD = 2;

  /// Edges this much worse than the better of the best at both their ends are not thought of; in a
  /// crowd that hangs together by too many of them, sooner, but not before [Chances#CERTAIN].
  private static final double[] HOPELESS = {16, 12, 9};

  private static final int MOST_ROWS = 200;

  private final TillGroup group;
  private final Odds odds;
  private final Runs runs;
  private final int[] orderOf;
  private final int[] saleOf;
  private final Map<Integer, List<Edge>> bySale = new HashMap<>();
  private final Map<Integer, List<Edge>> byOrder = new HashMap<>();
  private final Map<Integer, Double> bestOfSale = new HashMap<>();
  private final Map<Integer, Double> bestOfOrder = new HashMap<>();
  private final Map<Integer, List<Integer>> equalOrders = new HashMap<>();
  private final List<Cluster> clusters = new ArrayList<>();

  private record Edge(int sale, int order, double weight) {}

  /// Sales and as many orders that are theirs.
  ///
  /// @param rivalSales and rivalOrders: further ones that could stand in a place of them
  /// @param equalOrders those of them that are hardly less likely
  /// @param complete whether all assignments were weighed
  /// @param weight of the first pair, against a stranger's sale and an order never paid
  record Cluster(
      List<Integer> sales,
      List<Integer> orders,
      List<Integer> rivalSales,
      List<Integer> rivalOrders,
      List<Integer> equalOrders,
      boolean complete,
      double weight) {
    boolean isUnique() {
      return complete && sales.size() == 1 && rivalSales.isEmpty() && rivalOrders.isEmpty();
    }
  }

  TillPairs(TillGroup group, Odds odds, Runs runs) {
    this.group = group;
    this.odds = odds;
    this.runs = runs;
    orderOf = filled(group.sales.size());
    saleOf = filled(group.orders.size());
  }

  private static int[] filled(int size) {
    int[] array = new int[size];
    Arrays.fill(array, -1);
    return array;
  }

  List<Cluster> solve() {
    edges();
    solve(bySale.keySet(), 0);
    return clusters;
  }

  /// Solves these sales, each with all that hangs together with it by edges which are not hopeless.
  private void solve(Collection<Integer> sales, int level) {
    for (int sale : sales) {
      bySale.getOrDefault(sale, List.of()).removeIf(edge -> isHopeless(edge, HOPELESS[level]));
    }
    byOrder.clear();
    for (int sale : sales) {
      bySale.getOrDefault(sale, List.of()).forEach(this::index);
    }
    List<List<Integer>> crowds = new ArrayList<>();
    BitSet seen = new BitSet();
    for (int sale : sales.stream().sorted().toList()) {
      if (!seen.get(sale) && !bySale.getOrDefault(sale, List.of()).isEmpty()) {
        List<Integer> together = component(sale, seen);
        if (together.size() > MOST_ROWS && level + 1 < HOPELESS.length) {
          crowds.add(together);
        } else {
          settle(together);
        }
      }
    }
    crowds.forEach(crowd -> solve(crowd, level + 1));
  }

  private boolean isHopeless(Edge edge, double margin) {
    double best =
        Math.max(
            bestOfSale.getOrDefault(edge.sale, 0.0), bestOfOrder.getOrDefault(edge.order, 0.0));
    return edge.weight < best - margin;
  }

  /// Every sale and order of one amount within an hour that are likelier together than apart.
  private void edges() {
    Map<Long, List<Integer>> orders = new HashMap<>();
    for (int k = 0; k < group.orders.size(); k++) {
      if (!group.orders.get(k).placed()) {
        orders.computeIfAbsent(group.asked[k], a -> new ArrayList<>()).add(k);
      }
    }
    long reach = odds.pairReachSeconds();
    Map<Long, Integer> from = new HashMap<>();
    for (int i = 0; i < group.sales.size(); i++) {
      long amount = group.paid[i];
      List<Integer> same = orders.getOrDefault(amount, List.of());
      int start = from.getOrDefault(amount, 0);
      while (start < same.size() && group.after(i, same.get(start)) > reach) {
        start++;
      }
      from.put(amount, start);
      for (int k = start;
          k < same.size() && group.after(i, same.get(k)) >= -Rhythm.NEAR_SECONDS;
          k++) {
        add(i, same.get(k));
      }
    }
  }

  private void index(Edge edge) {
    byOrder.computeIfAbsent(edge.order, k -> new ArrayList<>()).add(edge);
  }

  private void add(int sale, int order) {
    if (!group.sales.get(sale).placed() && group.canPay(sale, order)) {
      double weight = odds.pair(sale, order) - runs.weight(sale, odds);
      if (weight > 0) {
        Edge edge = new Edge(sale, order, weight);
        bySale.computeIfAbsent(sale, s -> new ArrayList<>()).add(edge);
        bestOfSale.merge(sale, weight, Math::max);
        bestOfOrder.merge(order, weight, Math::max);
      }
    }
  }

  /// Everything that hangs together with this sale.
  private List<Integer> component(int start, BitSet seen) {
    List<Integer> sales = new ArrayList<>(List.of(start));
    seen.set(start);
    for (int at = 0; at < sales.size(); at++) {
      for (Edge edge : bySale.getOrDefault(sales.get(at), List.of())) {
        for (Edge back : byOrder.getOrDefault(edge.order, List.of())) {
          if (!seen.get(back.sale)) {
            seen.set(back.sale);
            sales.add(back.sale);
          }
        }
      }
    }
    sales.sort(Comparator.naturalOrder());
    return sales;
  }

  private void settle(List<Integer> sales) {
    boolean complete = sales.size() <= MOST_ROWS;
    if (complete) {
      assign(sales);
    } else {
      greedy(sales);
    }
    earliestOfEachRun(sales);
    gather(sales, complete);
  }

  private void assign(List<Integer> sales) {
    Map<Integer, Integer> columns = new TreeMap<>();
    for (int sale : sales) {
      for (Edge edge : bySale.getOrDefault(sale, List.of())) {
        columns.putIfAbsent(edge.order, columns.size());
      }
    }
    double[][] weights = new double[sales.size()][columns.size()];
    int[] orders = new int[columns.size()];
    columns.forEach((order, column) -> orders[column] = order);
    for (int row = 0; row < weights.length; row++) {
      Arrays.fill(weights[row], Assignment.NEVER);
      for (Edge edge : bySale.getOrDefault(sales.get(row), List.of())) {
        weights[row][columns.getOrDefault(edge.order, 0)] = edge.weight;
      }
    }
    int[] found = Assignment.best(weights, orders.length);
    for (int row = 0; row < found.length; row++) {
      if (found[row] >= 0) {
        join(sales.get(row), orders[found[row]]);
      }
    }
  }

  /// Too large to weigh all of it: the heaviest pairs first.
  private void greedy(List<Integer> sales) {
    sales.stream()
        .flatMap(s -> bySale.getOrDefault(s, List.of()).stream())
        .sorted(
            Comparator.comparingDouble((Edge e) -> -e.weight)
                .thenComparingInt(Edge::sale)
                .thenComparingInt(Edge::order))
        .forEach(
            e -> {
              if (orderOf[e.sale] < 0 && saleOf[e.order] < 0) {
                join(e.sale, e.order);
              }
            });
  }

  private void join(int sale, int order) {
    orderOf[sale] = order;
    saleOf[order] = sale;
  }

  /// Of two of one card the first is the sale and the second the repetition, whichever is nearer
  /// to the order.
  private void earliestOfEachRun(List<Integer> sales) {
    for (int sale : sales) {
      int earlier = runs.before(sale);
      if (earlier >= 0 && orderOf[sale] >= 0 && orderOf[earlier] < 0) {
        int order = orderOf[sale];
        orderOf[sale] = -1;
        join(earlier, order);
        if (weight(earlier, order) == Assignment.NEVER) {
          Edge edge = new Edge(earlier, order, odds.pair(earlier, order));
          bySale.computeIfAbsent(earlier, s -> new ArrayList<>()).add(edge);
        }
      }
    }
  }

  /// Puts together the pairs that could change partners without much loss.
  private void gather(List<Integer> sales, boolean complete) {
    Map<Integer, Integer> lead = new HashMap<>();
    Map<Integer, List<Integer>> rivalSales = new HashMap<>();
    Map<Integer, List<Integer>> rivalOrders = new HashMap<>();
    for (int sale : sales) {
      for (Edge edge : bySale.getOrDefault(sale, List.of())) {
        rival(edge, lead, rivalSales, rivalOrders);
      }
    }
    Map<Integer, Cluster> found = new TreeMap<>();
    for (int sale : sales) {
      if (orderOf[sale] >= 0) {
        Cluster cluster =
            found.computeIfAbsent(
                find(lead, sale),
                l ->
                    new Cluster(
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new ArrayList<>(),
                        complete,
                        weight(sale, orderOf[sale])));
        cluster.sales.add(sale);
        cluster.orders.add(orderOf[sale]);
        cluster.rivalSales.addAll(rivalSales.getOrDefault(sale, List.of()));
        cluster.rivalOrders.addAll(rivalOrders.getOrDefault(sale, List.of()));
        cluster.equalOrders.addAll(equalOrders.getOrDefault(sale, List.of()));
      }
    }
    clusters.addAll(found.values());
  }

  /// What it would cost to take an edge that is not taken.
  private void rival(
      Edge edge,
      Map<Integer, Integer> lead,
      Map<Integer, List<Integer>> rivalSales,
      Map<Integer, List<Integer>> rivalOrders) {
    int sale = edge.sale;
    int order = edge.order;
    int partner = saleOf[order];
    if (orderOf[sale] == order) {
      return;
    }
    if (orderOf[sale] < 0 && partner >= 0) {
      boolean repeats = runs.together(sale, partner);
      if (!repeats && weight(partner, order) - edge.weight < Chances.CERTAIN) {
        rivalSales.computeIfAbsent(partner, s -> new ArrayList<>()).add(sale);
      }
    } else if (orderOf[sale] >= 0 && partner < 0) {
      if (weight(sale, orderOf[sale]) - edge.weight < Chances.CERTAIN) {
        rivalOrders.computeIfAbsent(sale, s -> new ArrayList<>()).add(order);
        if (weight(sale, orderOf[sale]) - edge.weight < AS_GOOD) {
          equalOrders.computeIfAbsent(sale, s -> new ArrayList<>()).add(order);
        }
      }
    } else if (orderOf[sale] >= 0) {
      double now = weight(sale, orderOf[sale]) + weight(partner, order);
      double then = edge.weight + Math.max(0, weight(partner, orderOf[sale]));
      if (now - then < Chances.CERTAIN) {
        lead.put(find(lead, sale), find(lead, partner));
      }
    }
  }

  private static int find(Map<Integer, Integer> lead, int sale) {
    int at = sale;
    while (lead.getOrDefault(at, at) != at) {
      at = lead.getOrDefault(at, at);
    }
    return at;
  }

  private double weight(int sale, int order) {
    for (Edge edge : bySale.getOrDefault(sale, List.of())) {
      if (edge.order == order) {
        return edge.weight;
      }
    }
    return Assignment.NEVER;
  }
}
