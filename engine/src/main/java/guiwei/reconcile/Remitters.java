package guiwei.reconcile;

import guiwei.table.Book;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Learns from the sums who pays on what was collected for us: an aggregator, a delivery platform.
/// Whose credits are time and again just what some days of a list of trades come to, net of fees,
/// needs no word that says so; nor does what else that payer sends.
final class Remitters {
  /// Platforms pay as seldom as once a month.
  static final int MOST_DAYS = 31;

  private static final int LONGEST_LAG = 5;

  /// So many credits must be such sums, and half of the payer's.
  private static final int ENOUGH = 2;

  /// What one trade comes to, a customer may also have paid.
  private static final int FEWEST_TRADES = 2;

  private final Board board;
  private final Map<Long, Map<Integer, Long>> nets;
  private final Map<Long, Map<Integer, Long>> trades;
  private final Map<String, List<Long>> paying = new HashMap<>();

  /// @param nets what each account's trades come to, by day, in thousandths of a minor unit
  /// @param trades how many they are
  Remitters(Board board, Map<Long, Map<Integer, Long>> nets, Map<Long, Map<Integer, Long>> trades) {
    this.board = board;
    this.nets = nets;
    this.trades = trades;
  }

  /// Finds such payers; what they sent are payouts from here on.
  void learn() {
    Map<String, List<Paid>> credits = new TreeMap<>();
    for (Paid paid : board.lines) {
      if (mayBe(paid)) {
        credits.computeIfAbsent(payer(paid), p -> new ArrayList<>()).add(paid);
      }
    }
    Set<Long> sums = sums();
    credits.forEach(
        (payer, paids) -> {
          long maybe = paids.stream().filter(paid -> sums.contains(paid.amount() * 1000)).count();
          List<Long> accounts = maybe < ENOUGH ? List.of() : paidOn(paids);
          if (!accounts.isEmpty()) {
            paying.put(payer, accounts);
            paids.forEach(paid -> paid.payout = true);
          }
        });
  }

  /// What days of any account that follow each other come to: most payers pay nothing of the kind.
  private Set<Long> sums() {
    Set<Long> sums = new HashSet<>();
    for (Map<Integer, Long> days : nets.values()) {
      for (int last : days.keySet()) {
        long sum = 0;
        for (int back = 0; back < MOST_DAYS; back++) {
          sum += days.getOrDefault(last - back, 0L);
          sums.add(sum);
        }
      }
    }
    return sums;
  }

  /// The accounts whose trades this payer pays on; empty where nothing is known of that.
  List<Long> accounts(Paid paid) {
    return paying.getOrDefault(payer(paid), List.of());
  }

  private boolean mayBe(Paid paid) {
    return paid.line.book == Book.BANK
        && !paid.placed()
        && !paid.payout
        && paid.isPayment()
        && paid.amount() > 0
        && !payer(paid).isEmpty()
        && paid.numbers().stream().allMatch(number -> board.meant(number) == null);
  }

  /// By name where there is one: platforms have one account at a payment company.
  private static String payer(Paid paid) {
    return paid.line.payerName.isEmpty() ? paid.line.payer : paid.line.payerName;
  }

  private List<Long> paidOn(List<Paid> paids) {
    int most = 0;
    List<Long> best = new ArrayList<>();
    for (long account : nets.keySet()) {
      int hits = (int) paids.stream().filter(paid -> isNetOf(paid, account)).count();
      if (hits > most) {
        best.clear();
      }
      if (hits > 0 && hits >= most) {
        most = hits;
        best.add(account);
      }
    }
    return most >= ENOUGH && most * 2 >= paids.size() ? best : List.of();
  }

  private boolean isNetOf(Paid paid, long account) {
    if ((account & 0xffff) != paid.line.currency) {
      return false;
    }
    int day = board.coverage.day(paid.line.epochSecond);
    Map<Integer, Long> days = nets.getOrDefault(account, Map.of());
    Map<Integer, Long> counts = trades.getOrDefault(account, Map.of());
    for (int lag = 0; lag <= LONGEST_LAG; lag++) {
      long sum = 0;
      long count = 0;
      for (int back = 0; back < MOST_DAYS; back++) {
        sum += days.getOrDefault(day - lag - back, 0L);
        count += counts.getOrDefault(day - lag - back, 0L);
        if (sum == paid.amount() * 1000 && count >= FEWEST_TRADES) {
          return true;
        }
      }
    }
    return false;
  }
}
