package guiwei.reconcile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;

/// The rate that each account pays, learnt from all rows of the run.
final class Contracts {
  /// Fewer samples teach nothing.
  private static final int ENOUGH = 20;

  private final Map<Integer, Long> rates;

  /// Locators of the payments whose fee is another, sorted.
  private final long[] odd;

  private Contracts(Map<Integer, Long> rates, long[] odd) {
    this.rates = rates;
    this.odd = odd;
  }

  static Contracts of(Iterable<Clerk> clerks) {
    Map<Integer, Contract.Account> all = new HashMap<>();
    for (Clerk clerk : clerks) {
      clerk
          .contract
          .accounts()
          .forEach(
              (number, seen) -> all.computeIfAbsent(number, n -> new Contract.Account()).add(seen));
    }
    Map<Integer, Long> rates = new HashMap<>();
    all.forEach(
        (number, account) -> {
          long rate = account.clear();
          if (rate >= 0 && account.samples() >= ENOUGH) {
            rates.put(number, rate);
          }
        });
    LongStream.Builder odd = LongStream.builder();
    for (Clerk clerk : clerks) {
      clerk
          .contract
          .accounts()
          .forEach(
              (number, seen) -> {
                Long rate = rates.get(number);
                if (rate != null) {
                  seen.odd(rate).forEach(odd::add);
                }
              });
    }
    return new Contracts(Map.copyOf(rates), odd.build().sorted().toArray());
  }

  /// What the account of this number pays in millionths, or -1 where that is not clear.
  long rate(int account) {
    return rates.getOrDefault(account, -1L);
  }

  /// Whether any payment paid another fee than its account does.
  boolean broken() {
    return odd.length > 0;
  }

  /// Whether the payment at this locator paid another fee than its account does.
  boolean breaks(long locator) {
    return Arrays.binarySearch(odd, locator) >= 0;
  }
}
