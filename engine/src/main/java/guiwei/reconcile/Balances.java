package guiwei.reconcile;

import guiwei.table.Book;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One transfer for several of a customer's orders: all that are open, some that follow each
/// other, as a monthly bill has them, or any few that come to just this amount.
///
/// A sum of a few among many orders may come about by chance. How likely that is follows from how
/// many sums there are and how round the amounts; what chance explains as well is not picked.
final class Balances {
  private static final int LARGEST = 6;
  private static final int MOST_CANDIDATES = 18;
  private static final int MOST_IN_A_ROW = 120;

  /// As many sums as this may hit the amount by chance, and one that does is still believed.
  static final double CHANCE = 0.02;

  private final Board board;
  private final Payers payers;
  private final Acceptance acceptance;

  Balances(Board board, Payers payers, Acceptance acceptance) {
    this.board = board;
    this.payers = payers;
    this.acceptance = acceptance;
  }

  void run() {
    Unpaid unpaid = board.unpaid();
    List<Paid> open =
        board.loosePayments().stream()
            .filter(p -> p.line.book == Book.BANK && p.due == null)
            .toList();
    open.forEach(p -> inARow(p, candidates(p, unpaid)));
    open.stream().filter(p -> !p.placed()).forEach(p -> few(p, candidates(p, unpaid)));
  }

  /// Open orders of the customer that are not more than the payment, in order of time.
  private List<Due> candidates(Paid paid, Unpaid unpaid) {
    Due hint = hint(paid);
    Set<String> customers = hint == null ? payers.of(paid) : Set.of(hint.customer());
    return unpaid.of(customers, paid).stream()
        .filter(d -> d.due() <= paid.amount() && unpaid.isOwed(d, paid))
        .toList();
  }

  /// The order whose number the words quote although its amount is another, while it is open.
  private static @org.jspecify.annotations.Nullable Due hint(Paid paid) {
    return Transfers.isFree(paid) ? null : paid.hint;
  }

  private void inARow(Paid paid, List<Due> dues) {
    List<List<Due>> rows = new ArrayList<>();
    for (int from = 0; from < dues.size(); from++) {
      long sum = dues.get(from).due();
      int end = Math.min(dues.size(), from + MOST_IN_A_ROW);
      for (int to = from + 1; to < end && sum < paid.amount(); to++) {
        sum += dues.get(to).due();
        if (sum == paid.amount()) {
          rows.add(dues.subList(from, to + 1));
        }
      }
    }
    rows.removeIf(row -> !fits(paid, row));
    if (rows.isEmpty()) {
      rows.addAll(butOne(paid, dues));
    }
    if (rows.size() == 1) {
      boolean oldest = rows.getFirst().contains(dues.getFirst());
      double rowsTried = oldest ? dues.size() : dues.size() * (dues.size() + 1) / 2.0;
      if (rowsTried / odds(paid, dues) * luck(rows.getFirst(), dues) <= CHANCE) {
        acceptance.accept("merged", paid, List.copyOf(rows.getFirst()));
      }
    }
  }

  /// All that was open up to some day but one order, which is disputed perhaps.
  private static List<List<Due>> butOne(Paid paid, List<Due> dues) {
    List<List<Due>> rows = new ArrayList<>();
    long sum = 0;
    for (int to = 0; to < Math.min(dues.size(), MOST_IN_A_ROW); to++) {
      sum += dues.get(to).due();
      for (int but = 0; but < to; but++) {
        if (sum - dues.get(but).due() == paid.amount()) {
          List<Due> row = new ArrayList<>(dues.subList(0, to + 1));
          row.remove(but);
          rows.add(row);
        }
      }
    }
    rows.removeIf(row -> row.size() < 2 || !fits(paid, row));
    return rows;
  }

  /// Whether the orders are as many as the words say, and the one that they quote among them.
  private static boolean fits(Paid paid, List<Due> row) {
    Due hint = hint(paid);
    int count = Wording.count(paid.words());
    return (hint == null || row.contains(hint)) && (count < 2 || count == row.size());
  }

  /// How much words that count the orders or quote one of them narrow the search.
  private static double odds(Paid paid, List<Due> dues) {
    return (hint(paid) == null ? 1 : dues.size()) * (Wording.count(paid.words()) < 2 ? 1 : 4);
  }

  private void few(Paid paid, List<Due> all) {
    Due hint = hint(paid);
    long rest = paid.amount() - (hint == null ? 0 : hint.due());
    List<Due> dues = all.stream().filter(d -> d != hint && d.due() <= rest).toList();
    // the last ones before the payment are the likeliest
    dues = dues.subList(Math.max(0, dues.size() - MOST_CANDIDATES), dues.size());
    if (rest <= 0 || dues.isEmpty()) {
      return;
    }
    Exact.Answer answer = Exact.sets(dues.stream().mapToLong(Due::due).toArray(), rest, LARGEST);
    if (answer.sets().isEmpty()) {
      return;
    }
    List<Due> together = new ArrayList<>(answer.pick(dues));
    boolean believed = answer.unique() && sets(dues.size()) * luck(together, dues) <= CHANCE;
    if (believed) {
      if (hint != null) {
        together.addFirst(hint);
      }
      acceptance.accept("merged", paid, together);
    } else {
      String word = answer.unique() ? "several" : answer.word();
      board.undecided(
          "merged",
          word,
          List.of(paid),
          hint == null ? List.of() : List.of(hint),
          answer.any(dues));
    }
  }

  /// How many sets of a few there are among so many.
  static double sets(int size) {
    double sets = 0;
    double ofOneSize = 1;
    for (int k = 1; k <= Math.min(LARGEST, size); k++) {
      ofOneSize = ofOneSize * (size - k + 1) / k;
      sets += ofOneSize;
    }
    return sets;
  }

  /// How likely one sum of such orders hits an amount: round amounts hit each other often.
  private static double luck(List<Due> together, List<Due> all) {
    long sum = all.stream().mapToLong(Due::due).sum();
    return (double) step(together) / Math.max(1, sum);
  }

  /// The amount of which all these are multiples.
  static long step(List<Due> dues) {
    return dues.stream().mapToLong(Due::due).reduce(0, Balances::greatestDivisor);
  }

  private static long greatestDivisor(long one, long other) {
    return other == 0 ? one : greatestDivisor(other, one % other);
  }
}
