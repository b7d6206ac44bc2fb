package guiwei.reconcile;

import guiwei.table.Currencies;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which payments of an order make up its due exactly. Of equal payments the earlier ones do: a
/// later one of the same amount is the one too many.
final class Split {
  private static final int LARGEST = 8;

  private final List<Paid> payments;
  private final Exact.Answer answer;

  private Split(List<Paid> payments, Exact.Answer answer) {
    this.payments = payments;
    this.answer = answer;
  }

  /// Looks for the due of this order among payments in its currency. One that went back whole
  /// only takes part where the due cannot be had without it.
  static Split of(Due due, List<Paid> payments) {
    Split standing =
        among(due, payments.stream().filter(p -> p.givenBackMinor < p.amount()).toList());
    return standing.isNone() ? among(due, payments) : standing;
  }

  private static Split among(Due due, List<Paid> payments) {
    List<Paid> ascending =
        payments.stream()
            .filter(p -> p.line.currency == due.order.currency && p.amount() > 0)
            .sorted(
                Comparator.comparingLong(Paid::amount)
                    .thenComparingLong(p -> p.line.epochSecond)
                    .thenComparing(p -> p.line.id))
            .toList();
    long[] amounts = ascending.stream().mapToLong(Paid::amount).toArray();
    return new Split(ascending, Exact.sums(amounts, due.due(), LARGEST));
  }

  /// Whether the payments were all tried and none of them make up the due.
  boolean isNone() {
    return answer.complete() && answer.sets().isEmpty();
  }

  boolean isUnique() {
    return answer.unique();
  }

  /// Whether more than one combination was found, and not only that there were too many to try.
  boolean isSeveral() {
    return answer.sets().size() > 1;
  }

  /// The payments of the only combination, in order of time.
  List<Paid> payments() {
    return answer.pick(payments).stream()
        .sorted(
            Comparator.comparingLong((Paid p) -> p.line.epochSecond).thenComparing(p -> p.line.id))
        .toList();
  }

  /// The combinations that were found, as clerks read them: `30.00 + 70.00, 40.00 + 60.00`.
  String told() {
    List<String> sums = new ArrayList<>();
    for (int[] set : answer.sets()) {
      List<String> parts = new ArrayList<>();
      for (int index : set) {
        Paid paid = payments.get(index);
        parts.add(Currencies.text(paid.amount(), paid.line.currency));
      }
      sums.add(String.join(" + ", parts));
    }
    return String.join(", ", sums);
  }
}
