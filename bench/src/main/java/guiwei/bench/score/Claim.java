package guiwei.bench.score;

import guiwei.outcome.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A row of `discrepancies.csv`: what a run says is out of place, or one rival reading of it.
record Claim(
    String id,
    Kind kind,
    double probability,
    long amountMinor,
    String primaryReceipt,
    List<String> receipts,
    List<String> orders,
    List<String> meantOrders) {

  /// The likeliest first; equally likely ones by their text, so that no file order matters.
  static final Comparator<Claim> LIKELIEST_FIRST =
      Comparator.comparingDouble((Claim claim) -> -claim.probability)
          .thenComparing(Claim::subject)
          .thenComparing(Claim::kind)
          .thenComparing(Claim::id);

  /// Probabilities of rivals come to 1 at most; what is above that is not a rival.
  private static final double RIVALS = 1.02;

  static List<Claim> read(Path file) throws IOException {
    List<Claim> claims = new ArrayList<>();
    Csv.read(
        file,
        line ->
            claims.add(
                new Claim(
                    line.get("id"),
                    Kind.valueOf(line.get("kind")),
                    Double.parseDouble(line.get("probability")),
                    line.minor("amount_minor"),
                    line.get("primary_receipt"),
                    line.list("receipts"),
                    line.list("orders"),
                    line.list("meant_orders"))));
    return claims;
  }

  /// What the claim is about: the receipt to act on, or the orders where there is none.
  String subject() {
    return primaryReceipt.isEmpty()
        ? "order " + String.join(";", orders.stream().sorted().toList())
        : primaryReceipt;
  }

  /// The claims that count: of rivals the likeliest. Rows of one receipt that state more than 1
  /// together are no rivals (a wrong fee on a payment made twice): those from one half on count.
  static List<Claim> withoutRivals(List<Claim> all) {
    Map<String, List<Claim>> bySubject = new HashMap<>();
    for (Claim claim : all) {
      bySubject.computeIfAbsent(claim.subject(), s -> new ArrayList<>(1)).add(claim);
    }
    List<Claim> counted = new ArrayList<>(bySubject.size());
    for (List<Claim> rows : bySubject.values()) {
      rows.sort(LIKELIEST_FIRST);
      double sum = rows.stream().mapToDouble(Claim::probability).sum();
      counted.add(rows.getFirst());
      for (Claim other : rows.subList(1, rows.size())) {
        if (sum > RIVALS && other.probability >= 0.5) {
          counted.add(other);
        }
      }
    }
    counted.sort(LIKELIEST_FIRST);
    return counted;
  }
}
