package guiwei.bench.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Which claim speaks of which planted discrepancy. Each is used once, so saying the same thing
/// twice is one hit and one mistake.
///
/// @param right claims of the right kind on the right receipt
/// @param confused claims that found the place but not the kind or not the receipt to act on
/// @param repeated further claims beside something planted
/// @param alarms claims on receipts and orders with which nothing is wrong
/// @param missed planted and never spoken of
record Pairing(
    List<Pair> right,
    List<Pair> confused,
    List<Claim> repeated,
    List<Claim> alarms,
    List<Planted> missed) {
  record Pair(Claim claim, Planted planted) {}

  /// Pairs the claims that count, the likeliest first, with what was planted.
  static Pairing of(List<Claim> claims, List<Planted> planted) {
    return new Work(planted).pair(claims);
  }

  private static final class Work {
    private final Map<String, List<Planted>> near;
    private final List<Planted> planted;
    private final Set<Planted> used = new HashSet<>();

    Work(List<Planted> planted) {
      this.planted = planted;
      this.near = index(planted);
    }

    Pairing pair(List<Claim> claims) {
      List<Pair> right = new ArrayList<>();
      List<Claim> rest = take(claims, Planted::saidBy, right);
      List<Pair> confused = new ArrayList<>();
      rest = take(rest, Planted::sameSubject, confused);
      rest = take(rest, Planted::touches, confused);
      List<Claim> repeated = new ArrayList<>();
      List<Claim> alarms = new ArrayList<>();
      for (Claim claim : rest) {
        (isBesideSomething(claim) ? repeated : alarms).add(claim);
      }
      List<Planted> missed = planted.stream().filter(p -> !used.contains(p)).toList();
      return new Pairing(right, confused, repeated, alarms, missed);
    }

    /// Pairs what fits the test; answers the claims that are left.
    private List<Claim> take(
        List<Claim> claims, BiPredicate<Planted, Claim> fits, List<Pair> pairs) {
      List<Claim> left = new ArrayList<>();
      for (Claim claim : claims) {
        Planted best =
            around(near, claim).stream()
                .filter(p -> !used.contains(p) && fits.test(p, claim))
                .min(bestFor(claim))
                .orElse(null);
        if (best == null) {
          left.add(claim);
        } else {
          used.add(best);
          pairs.add(new Pair(claim, best));
        }
      }
      return left;
    }

    private static Comparator<Planted> bestFor(Claim claim) {
      return Comparator.comparing((Planted p) -> !p.primaryReceipt().equals(claim.primaryReceipt()))
          .thenComparing(p -> p.kind() != claim.kind())
          .thenComparing(p -> !p.sameOrders(claim))
          .thenComparing(Planted::id);
    }

    /// Something is wrong with the receipt, or with an order where the claim names no receipt.
    private boolean isBesideSomething(Claim claim) {
      if (!claim.primaryReceipt().isEmpty()) {
        return near.containsKey("r" + claim.primaryReceipt());
      }
      return claim.orders().stream().anyMatch(order -> near.containsKey("o" + order));
    }
  }

  /// Whether a row, rivals included, states what is so. Of several rows of one kind on one receipt
  /// only the one with the right orders does.
  static Set<Claim> trueRows(List<Claim> rows, List<Planted> planted) {
    Map<String, List<Planted>> near = index(planted);
    Map<String, Integer> alike = new HashMap<>();
    rows.forEach(row -> alike.merge(row.kind() + " " + row.subject(), 1, Integer::sum));
    Set<Claim> right = new HashSet<>();
    for (Claim row : rows) {
      boolean alone = alike.getOrDefault(row.kind() + " " + row.subject(), 0) == 1;
      for (Planted p : around(near, row)) {
        if (p.saidBy(row) && (alone || p.sameOrders(row))) {
          right.add(row);
        }
      }
    }
    return right;
  }

  private static Map<String, List<Planted>> index(List<Planted> planted) {
    Map<String, List<Planted>> near = new HashMap<>();
    for (Planted p : planted) {
      Set<String> keys = new HashSet<>();
      if (!p.primaryReceipt().isEmpty()) {
        keys.add("r" + p.primaryReceipt());
      }
      p.receipts().forEach(receipt -> keys.add("r" + receipt));
      p.orders().forEach(order -> keys.add("o" + order));
      keys.forEach(key -> near.computeIfAbsent(key, k -> new ArrayList<>(1)).add(p));
    }
    return near;
  }

  private static Set<Planted> around(Map<String, List<Planted>> near, Claim claim) {
    Set<Planted> found = new HashSet<>();
    addAll(found, near.get("r" + claim.primaryReceipt()));
    claim.receipts().forEach(receipt -> addAll(found, near.get("r" + receipt)));
    claim.orders().forEach(order -> addAll(found, near.get("o" + order)));
    return found;
  }

  private static void addAll(Set<Planted> found, @Nullable List<Planted> more) {
    if (more != null) {
      found.addAll(more);
    }
  }
}
