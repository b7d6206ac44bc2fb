package guiwei.reconcile;

import guiwei.chance.Chances;
import guiwei.chance.Prices;
import guiwei.chance.Rhythm;
import guiwei.outcome.Kind;
import guiwei.outcome.Match;
import guiwei.outcome.Place;
import guiwei.table.Currencies;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Settles one till: pairs of one amount first, as a whole; then whatever else explains what they
/// leave over; then sales that repeat one just settled.
///
/// Thinking changes nothing, so that all tills may think at once; when a till's turn to be settled
/// comes and another has taken something from it meanwhile, it thinks again.
final class Till {
  /// Who paid this long before the order was entered may have paid something else.
  private static final int EARLY_SECONDS = 900;

  private static final double SELDOM = Math.log(2e-5);

  private final Board board;
  private final TillGroup group;
  private final Odds odds;
  private final Runs runs;
  private final Refunds refunds;
  private final WrongSum wrongSum;
  private List<TillPairs.Cluster> clusters = List.of();
  private List<Packing.Choice> choices = List.of();

  /// What of this group was taken when it was thought about.
  private int taken;

  Till(Board board, TillGroup group, Rhythm rhythm, Prices prices, WrongSum wrongSum) {
    this.board = board;
    this.group = group;
    this.odds = new Odds(group, rhythm, prices);
    this.runs = new Runs(group);
    this.refunds = new Refunds(board);
    this.wrongSum = wrongSum;
  }

  void thinkPairs() {
    taken = taken();
    clusters = new TillPairs(group, odds, runs).solve();
  }

  /// Settles sales and orders of one amount within the hour.
  ///
  /// @param later takes sales that seem to have an order of their own, which is to be compared
  ///     with other stories
  void pairs(Set<Paid> later) {
    if (taken != taken()) {
      thinkPairs();
    }
    for (TillPairs.Cluster cluster : clusters) {
      if (!cluster.isUnique() || isPlain(cluster)) {
        pairs(cluster);
      } else {
        later.addAll(sales(cluster.sales()));
      }
    }
    clusters = List.of();
    if (!group.orders.isEmpty()) {
      twice(later);
    }
  }

  /// Whether a lonely pair needs no comparison with other stories.
  private boolean isPlain(TillPairs.Cluster cluster) {
    int sale = cluster.sales().getFirst();
    int order = cluster.orders().getFirst();
    boolean early = group.after(sale, order) < -EARLY_SECONDS && odds.moment(sale, order) < SELDOM;
    return cluster.weight() >= Chances.CERTAIN && !early;
  }

  /// Sales beside their orders whose amount only a slip of the hand explains.
  void slips() {
    for (Packing.Choice choice : Packing.choose(tales())) {
      Explanation told = choice.explanation();
      if (told.sort() == Explanation.Sort.SLIP
          && choice.complete()
          && choice.margin() >= Chances.CERTAIN
          && isFree(told)) {
        Due due = order(told.orders().getFirst());
        Paid paid = sale(told.sales().getFirst());
        if (Slip.between(due.asked(), paid.amount()).isTelling(due.asked())) {
          place(choice);
        }
      }
    }
  }

  private List<Explanation> tales() {
    return new TillStories(group, odds, i -> !sale(i).placed(), k -> !order(k).placed()).tell();
  }

  void thinkStories() {
    taken = taken();
    choices = Packing.choose(tales());
  }

  /// Settles whatever else explains what is left over.
  void stories() {
    if (taken != taken()) {
      thinkStories();
    }
    for (Packing.Choice choice : choices) {
      // what was missing at one sale may have taken another's place
      if (isFree(choice.explanation())) {
        place(choice);
      }
    }
    choices = List.of();
    if (!group.orders.isEmpty()) {
      twice(Set.of());
    }
  }

  /// How many rows have a place or an excuse: none ever loses it.
  private int taken() {
    int count = 0;
    for (Paid sale : group.sales) {
      count += sale.placed() ? 1 : 0;
    }
    for (Due order : group.orders) {
      count += (order.placed() ? 1 : 0) + (order.excused ? 1 : 0);
    }
    return count;
  }

  private boolean isFree(Explanation explanation) {
    return explanation.sales().stream().noneMatch(i -> sale(i).placed())
        && explanation.orders().stream().noneMatch(k -> order(k).placed());
  }

  private Paid sale(int index) {
    return group.sales.get(index);
  }

  private Due order(int index) {
    return group.orders.get(index);
  }

  private List<Paid> sales(List<Integer> indexes) {
    return new ArrayList<>(indexes.stream().map(this::sale).toList());
  }

  private List<Due> orders(List<Integer> indexes) {
    return new ArrayList<>(indexes.stream().map(this::order).toList());
  }

  private void pairs(TillPairs.Cluster cluster) {
    if (cluster.isUnique()) {
      pair(sale(cluster.sales().getFirst()), order(cluster.orders().getFirst()));
      return;
    }
    // each of these may be the one that was paid: none of them misses its money for sure
    orders(cluster.equalOrders()).forEach(d -> d.excused = true);
    board.match(
        Match.AT_TILL,
        cluster.complete() ? "several" : "stopped at the limit",
        sales(cluster.sales()),
        orders(cluster.orders()));
  }

  /// A certain pair, held against what was promised back.
  private void pair(Paid paid, Due due) {
    paid.due = due;
    paid.backs.stream().filter(b -> !b.placed() && b.due == null).forEach(due.refunds::add);
    refunds.settle(Match.AT_TILL, due, List.of(paid));
  }

  private void place(Packing.Choice choice) {
    Explanation explanation = choice.explanation();
    boolean certain = choice.complete() && choice.margin() >= Chances.CERTAIN;
    String answer = certain ? "unique" : choice.complete() ? "several" : "stopped at the limit";
    List<Paid> sales = sales(explanation.sales());
    List<Due> orders = orders(explanation.orders());
    switch (explanation.sort()) {
      case PAIR -> {
        if (certain) {
          pair(sales.getFirst(), orders.getFirst());
        } else {
          board.match(Match.AT_TILL, answer, sales, orders);
        }
      }
      case KEPT -> board.match("rest-given-back", answer, sales.getFirst().withBacks(), orders);
      case MERGED -> board.match("till-merged", answer, sales, orders);
      case SPLIT ->
          board.match(
              isVisit(explanation) ? "till-split" : "deposit-and-balance", answer, sales, orders);
      case PART ->
          board.match(WrongSum.rule(orders.getFirst(), sales.getFirst()), answer, sales, orders);
      case SLIP -> slip(sales.getFirst(), orders.getFirst(), choice.probability());
      case MERGED_SHORT ->
          WrongAmount.several(board, sales.getFirst(), orders, choice.probability());
    }
  }

  /// What is missing may have come by another road; else the amount is wrong.
  private void slip(Paid paid, Due due, double probability) {
    if (!wrongSum.joinsLoose(due, List.of(paid))) {
      WrongAmount.report(board, paid, due, probability);
    }
  }

  private boolean isVisit(Explanation explanation) {
    long first = group.saleAt[explanation.sales().getFirst()];
    long last = group.saleAt[explanation.sales().getLast()];
    return last - first <= Runs.WITHIN_SECONDS;
  }

  /// A sale that is left over and repeats one that is settled, of the same card and amount. Where
  /// no order is known of the till, those of the house are asked first.
  ///
  /// @param later sales that are not judged yet
  void twice(Set<Paid> later) {
    for (int i = 0; i < group.sales.size(); i++) {
      int kept = runs.before(i);
      while (kept >= 0 && sale(kept).place != Place.MATCHED) {
        kept = runs.before(kept);
      }
      Paid extra = sale(i);
      if (kept >= 0 && !later.contains(extra) && !extra.placed() && extra.givenBackMinor == 0) {
        duplicate(sale(kept), extra);
      }
    }
  }

  private void duplicate(Paid kept, Paid extra) {
    board.put(extra, Place.DISCREPANT);
    Finding finding =
        Finding.measured(Kind.DUPLICATE_CHARGE, extra.amount())
            .on(extra)
            .beside("original", kept)
            .because(
                "reason.duplicate-at-till",
                extra.line.terminal,
                Currencies.text(extra.amount(), extra.line.currency),
                Long.toString(Math.abs(kept.second - extra.second)),
                kept.line.id);
    if (kept.due != null) {
      finding.order(kept.due);
    }
    board.report(finding);
  }
}
