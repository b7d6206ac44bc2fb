package guiwei.reconcile;

import guiwei.chance.Ascending;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Transfers whose payer nobody knows and whose amount is just what some orders of one customer,
/// made one after the other, come to: the owner pays the company's bill from his own account.
///
/// With many customers some such sum is near every amount. How many lie around it tells how likely
/// one of them hits it by chance.
final class Bills {
  private static final int LONGEST = 40;
  private static final int LAST_OF_A_CUSTOMER = 200;

  private final Unpaid unpaid;
  private final Acceptance acceptance;
  private final List<Row> rows = new ArrayList<>();
  private final long[] sums;

  /// Orders of one customer that follow each other.
  private record Row(long sum, List<Due> dues) {}

  Bills(Unpaid unpaid, Acceptance acceptance) {
    this.unpaid = unpaid;
    this.acceptance = acceptance;
    Map<String, List<Due>> byCustomer = new HashMap<>();
    for (Due due : unpaid.all()) {
      if (Unpaid.isTransfer(due) && !due.customer().isEmpty()) {
        byCustomer.computeIfAbsent(due.customer(), c -> new ArrayList<>()).add(due);
      }
    }
    byCustomer.values().forEach(this::rows);
    rows.sort(Comparator.comparingLong(Row::sum));
    sums = rows.stream().mapToLong(Row::sum).toArray();
  }

  private void rows(List<Due> all) {
    List<Due> dues = all.subList(Math.max(0, all.size() - LAST_OF_A_CUSTOMER), all.size());
    for (int from = 0; from < dues.size(); from++) {
      long sum = dues.get(from).due();
      int end = Math.min(dues.size(), from + LONGEST);
      for (int to = from + 1; to < end; to++) {
        sum += dues.get(to).due();
        rows.add(new Row(sum, dues.subList(from, to + 1)));
      }
    }
  }

  /// Settles the transfer if it pays one such bill and chance hardly would.
  void settle(Paid paid) {
    int count = Wording.count(paid.words());
    List<Row> hits =
        between(paid.amount(), paid.amount() + 1).filter(row -> fits(row, paid, count)).toList();
    if (hits.size() != 1) {
      return;
    }
    long step = Balances.step(hits.getFirst().dues);
    long near =
        between(paid.amount() / 2, 2 * paid.amount()).filter(row -> fits(row, paid, count)).count();
    if (near * (double) step / (1.5 * paid.amount()) <= Balances.CHANCE) {
      acceptance.accept("merged", paid, List.copyOf(hits.getFirst().dues));
    }
  }

  /// Rows from this sum on, below that.
  private Stream<Row> between(long from, long below) {
    return IntStream.range(Ascending.first(sums, from), Ascending.first(sums, below))
        .mapToObj(rows::get);
  }

  private boolean fits(Row row, Paid paid, int count) {
    return (count < 2 || row.dues.size() == count)
        && row.dues.getFirst().order.currency == paid.line.currency
        && row.dues.stream().allMatch(d -> !d.placed() && unpaid.isSoon(d, paid));
  }
}
