package guiwei.reconcile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Transfers whose payer nobody knows and whose amount is just what some orders of one customer,
/// made one after the other, come to: the owner pays the company's bill from his own account.
///
/// With many customers some such sum is near every amount. How many lie around it tells how likely
/// one of them hits it by chance.
final class Bills {
  private static final int LONGEST = 40;
  private static final int LAST_OF_A_CUSTOMER = 200;
  private static final double CHANCE = 0.02;

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
    rows.sort(java.util.Comparator.comparingLong(Row::sum));
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
    long step = hits.getFirst().dues.stream().mapToLong(Due::due).reduce(0, Bills::divisor);
    long near =
        between(paid.amount() / 2, 2 * paid.amount()).filter(row -> fits(row, paid, count)).count();
    if (near * (double) step / (1.5 * paid.amount()) <= CHANCE) {
      acceptance.accept("merged", paid, List.copyOf(hits.getFirst().dues));
    }
  }

  /// Rows from this sum on, below that.
  private java.util.stream.Stream<Row> between(long from, long below) {
    return IntStream.range(first(from), first(below)).mapToObj(rows::get);
  }

  private int first(long sum) {
    int at = Arrays.binarySearch(sums, sum);
    int first = at < 0 ? -at - 1 : at;
    while (first > 0 && sums[first - 1] == sum) {
      first--;
    }
    return first;
  }

  private boolean fits(Row row, Paid paid, int count) {
    return (count < 2 || row.dues.size() == count)
        && row.dues.getFirst().order.currency == paid.line.currency
        && row.dues.stream().allMatch(d -> !d.placed() && unpaid.isSoon(d, paid));
  }

  private static long divisor(long one, long other) {
    return other == 0 ? one : divisor(other, one % other);
  }
}
