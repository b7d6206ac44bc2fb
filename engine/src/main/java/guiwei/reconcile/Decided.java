package guiwei.reconcile;

import guiwei.decision.Decision;
import guiwei.decision.Decision.Verdict;
import guiwei.decision.Decisions;
import guiwei.outcome.Discrepancy;
import guiwei.outcome.Match;
import guiwei.outcome.Place;
import guiwei.outcome.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Follows what people decided. What belongs together is matched before anything is thought about
/// it; what is no error is taken out of what the passes found, so that the facts are judged as
/// ever and only the verdict on exactly these facts is another.
final class Decided {
  private static final String RULE = "decision";

  private final Board board;
  private final List<Decision> all;
  private final Map<Decision, Result.Decided> outcomes = new HashMap<>();

  Decided(Board board, Decisions decisions) {
    this.board = board;
    this.all = decisions.all();
  }

  /// What became of each decision, in their order.
  List<Result.Decided> outcomes() {
    return all.stream().map(d -> outcomes.getOrDefault(d, outcome(d, false, 0, 0, ""))).toList();
  }

  /// Matches what belongs together, where all of it is in the run and has no place yet.
  void join() {
    Map<String, Due> dues = new HashMap<>();
    if (!all.isEmpty()) {
      board.openDues().forEach(due -> dues.put(due.order.number, due));
    }
    for (Decision decision : all) {
      if (decision.verdict() == Verdict.TOGETHER) {
        List<Paid> paids = new ArrayList<>();
        decision.receipts().forEach(id -> paids.addAll(loose(id)));
        List<Due> matched =
            decision.orders().stream().filter(dues::containsKey).map(dues::get).toList();
        if (complete(decision, paids, matched)) {
          board.match(RULE, "unique", paids, matched);
          outcomes.put(decision, outcome(decision, paids, matched));
        }
      }
    }
  }

  private List<Paid> loose(String id) {
    return board.linesById.getOrDefault(id, List.of()).stream().filter(p -> !p.placed()).toList();
  }

  /// Whether every fact of the decision is there, and the receipts are of one currency.
  private static boolean complete(Decision decision, List<Paid> paids, List<Due> matched) {
    Set<String> ids = new HashSet<>();
    Set<Integer> currencies = new HashSet<>();
    for (Paid paid : paids) {
      ids.add(paid.line.id);
      currencies.add(paid.line.currency);
    }
    return ids.size() == decision.receipts().size()
        && matched.size() == decision.orders().size()
        && currencies.size() == 1;
  }

  private static Result.Decided outcome(Decision decision, List<Paid> paids, List<Due> matched) {
    String currency =
        paids.isEmpty()
            ? matched.isEmpty() ? "" : matched.getFirst().order.currencyCode()
            : paids.getFirst().line.currencyCode();
    long received = paids.stream().mapToLong(Paid::amount).sum();
    long due =
        matched.stream()
            .filter(d -> d.order.currencyCode().equals(currency))
            .mapToLong(Due::due)
            .sum();
    return outcome(decision, true, received, due, currency);
  }

  private static Result.Decided outcome(
      Decision decision, boolean applied, long received, long due, String currency) {
    return new Result.Decided(
        decision.verdict().word(),
        decision.line(),
        decision.receipts(),
        decision.orders(),
        applied,
        received,
        due,
        currency);
  }

  /// Takes back what was reported of exactly the facts that somebody found to be in order; what
  /// nothing else is said of becomes a match.
  void accept() {
    for (Decision decision : all) {
      if (decision.verdict() == Verdict.NOT_AN_ERROR) {
        List<Discrepancy> accepted = withRivals(decision);
        if (!accepted.isEmpty()) {
          board.discrepancies.removeAll(new HashSet<>(accepted));
          settle(decision, accepted);
        }
      }
    }
  }

  private List<Discrepancy> withRivals(Decision decision) {
    List<Discrepancy> named =
        board.discrepancies.stream().filter(d -> speaksOf(decision, d)).toList();
    return board.discrepancies.stream()
        .filter(d -> named.contains(d) || named.stream().anyMatch(n -> rivals(n, d)))
        .toList();
  }

  /// Orders may be left out: then the receipts are in order whatever they were booked on.
  private static boolean speaksOf(Decision decision, Discrepancy discrepancy) {
    boolean receipts = same(decision.receipts(), discrepancy.receipts());
    return receipts
        && (decision.orders().isEmpty() || same(decision.orders(), discrepancy.orders()));
  }

  private static boolean same(List<String> sorted, List<String> others) {
    return sorted.size() == others.size() && sorted.equals(List.copyOf(new TreeSet<>(others)));
  }

  private static boolean rivals(Discrepancy one, Discrepancy other) {
    return one.kind() == other.kind()
        && !one.primaryReceipt().isEmpty()
        && one.primaryReceipt().equals(other.primaryReceipt());
  }

  private void settle(Decision decision, List<Discrepancy> accepted) {
    Set<String> receipts = new HashSet<>();
    Set<String> orders = new HashSet<>();
    Set<String> meant = new HashSet<>();
    for (Discrepancy discrepancy : accepted) {
      receipts.addAll(discrepancy.receipts());
      orders.addAll(discrepancy.orders());
      meant.addAll(discrepancy.meantOrders());
    }
    for (Discrepancy still : board.discrepancies) {
      still.receipts().forEach(receipts::remove);
      still.orders().forEach(orders::remove);
      still.meantOrders().forEach(orders::remove);
      still.orders().forEach(meant::remove);
      still.meantOrders().forEach(meant::remove);
    }
    meant.removeAll(orders);
    List<Paid> paids = lines(receipts);
    List<Due> dues = discrepant(orders);
    paids.forEach(paid -> paid.place = Place.MATCHED);
    dues.forEach(due -> due.place = Place.MATCHED);
    discrepant(meant).forEach(due -> due.place = Place.OPEN);
    addMatches(paids, dues);
    outcomes.put(decision, outcome(decision, paids, dues));
  }

  private List<Paid> lines(Set<String> ids) {
    return board.lines.stream()
        .filter(p -> p.place == Place.DISCREPANT || p.place == Place.OPEN)
        .filter(p -> ids.contains(p.line.id))
        .toList();
  }

  private List<Due> discrepant(Set<String> numbers) {
    return board.dues.stream()
        .filter(d -> d.place == Place.DISCREPANT && numbers.contains(d.order.number))
        .toList();
  }

  /// One match, or none where every fact keeps the place it has (a fee that differs).
  private void addMatches(List<Paid> paids, List<Due> dues) {
    if (paids.isEmpty() && dues.isEmpty()) {
      return;
    }
    List<String> receipts = Board.ids(paids);
    List<String> orders = dues.stream().map(d -> d.order.number).sorted().toList();
    board.matches.add(
        new Match(
            Board.identity("m", RULE, receipts, orders),
            RULE,
            "unique",
            receipts,
            orders,
            paids.stream().mapToLong(Paid::amount).sum(),
            paids.isEmpty()
                ? dues.getFirst().order.currencyCode()
                : paids.getFirst().line.currencyCode()));
  }
}
