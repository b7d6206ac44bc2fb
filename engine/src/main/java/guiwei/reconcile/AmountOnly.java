package guiwei.reconcile;

import guiwei.chance.Ascending;
import guiwei.chance.Prices;
import guiwei.table.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Transfers of which nothing is left to go by but the amount and the days: the one open order
/// of that amount, or as many as there are transfers, without telling which is whose.
final class AmountOnly {
  /// As many other transfers as this may have the amount by chance, and one that does is still
  /// believed.
  private static final double CHANCE = 0.1;

  private final Board board;
  private final Payers payers;
  private final Acceptance acceptance;
  private final Ours ours;
  private final Prices prices;
  private final Unpaid unpaid;

  /// The amounts of all transfers that are so round, ascending.
  private final Map<Long, long[]> byRoundness = new HashMap<>();

  AmountOnly(Board board, Payers payers, Acceptance acceptance, Ours ours, Prices prices) {
    this.prices = prices;
    this.board = board;
    this.payers = payers;
    this.acceptance = acceptance;
    this.ours = ours;
    this.unpaid = board.unpaid();
  }

  void run(List<Paid> transfers) {
    Map<Due, List<Paid>> wanted = new HashMap<>();
    Map<Paid, List<Due>> fits = new HashMap<>();
    boolean named = payers.areNamed();
    for (Paid paid : transfers) {
      boolean stranger = ours.isForAnother(paid) || (named && Wording.tells(paid.line.remark));
      List<Due> own = stranger ? List.of() : fits(paid);
      fits.put(paid, own);
      own.forEach(d -> wanted.computeIfAbsent(d, k -> new ArrayList<>()).add(paid));
    }
    Set<Paid> seen = new LinkedHashSet<>();
    for (Paid paid : transfers) {
      if (!fits.getOrDefault(paid, List.of()).isEmpty() && seen.add(paid)) {
        alike(paid, fits, wanted, seen);
      }
    }
  }

  private List<Due> fits(Paid paid) {
    Set<String> customers = payers.of(paid);
    Set<String> told = payers.told(paid);
    boolean slipped =
        customers.stream().flatMap(c -> unpaid.of(c).stream()).anyMatch(d -> isSlip(d, paid));
    return unpaid.of(paid.amount()).stream()
        .filter(d -> unpaid.mayPay(paid, d))
        .filter(d -> !slipped || customers.contains(d.customer()))
        .filter(d -> told.isEmpty() || d.customer().isEmpty() || told.contains(d.customer()))
        .toList();
  }

  /// Whether the payer, who has a customer's name, seems to have mistyped what that one owes.
  private boolean isSlip(Due due, Paid paid) {
    return unpaid.isOwed(due, paid) && Slip.between(due.due(), paid.amount()).isTelling(due.due());
  }

  /// Everything that hangs together with this transfer through orders that either may pay.
  private void alike(
      Paid start, Map<Paid, List<Due>> fits, Map<Due, List<Paid>> wanted, Set<Paid> seen) {
    List<Paid> paids = new ArrayList<>(List.of(start));
    Set<Due> dues = new LinkedHashSet<>();
    for (int at = 0; at < paids.size(); at++) {
      for (Due due : fits.getOrDefault(paids.get(at), List.of())) {
        if (dues.add(due)) {
          wanted.getOrDefault(due, List.of()).stream().filter(seen::add).forEach(paids::add);
        }
      }
    }
    settle(paids, List.copyOf(dues), fits.keySet());
  }

  /// @param transfers all that nothing explains
  private void settle(List<Paid> paids, List<Due> all, Set<Paid> transfers) {
    List<Due> said = all.stream().filter(d -> d.order.state != State.OPEN).toList();
    List<Due> dues = said.size() >= paids.size() ? said : all;
    if (paids.size() == 1
        && dues.size() == 1
        && transfers.size() * prices.share(paids.getFirst().amount()) <= CHANCE
        && strangers(dues.getFirst().due(), transfers) <= Balances.CHANCE) {
      acceptance.accept("amount-and-time", paids.getFirst(), dues);
    } else if (paids.size() < dues.size()) {
      board.undecided("amount-and-time", "several", paids, List.of(), dues);
    } else if (!dues.isEmpty() && paids.size() < 2 * dues.size()) {
      // most of them pay these orders, and which is the stranger's cannot be told
      board.match("amount-and-time", "several", paids, dues);
    }
  }

  /// How many strangers' transfers would hit this order's amount, if they chose at random among
  /// amounts as round and about as large: as many as come in the days that transfers take, and
  /// half a one unseen.
  private double strangers(long amount, Set<Paid> transfers) {
    long step = 1;
    while (amount > 0 && amount % (step * 10) == 0) {
      step *= 10;
    }
    long round = step;
    long[] alike =
        byRoundness.computeIfAbsent(
            round,
            r ->
                transfers.stream()
                    .mapToLong(Paid::amount)
                    .filter(other -> other % r == 0)
                    .sorted()
                    .toArray());
    int about = Ascending.first(alike, 2 * amount + 1) - Ascending.first(alike, amount / 2);
    return ((about - 1) * unpaid.soonShare() + 0.5) * step / (1.5 * Math.max(1, amount));
  }
}
