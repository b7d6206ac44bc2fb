package guiwei.reconcile;

import guiwei.table.Book;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Holds what a card acquirer paid out against what the terminals took. Journals tell no fee:
/// the rate is learnt from the payouts themselves, most of which are right.
final class Acquirer {
  private static final int LONGEST_LAG = 3;
  private static final int MOST_DAYS = 7;
  private static final int ENOUGH = 3;

  /// Contract rates are told apart by hundredths of a percent, up to three percent.
  private static final double STEP = 0.0001;

  private static final int MOST_STEPS = 300;

  /// What one day's terminals took, signed, line by line.
  private final TreeMap<Integer, List<Long>> days = new TreeMap<>();

  /// The same added up.
  private final Map<Integer, Long> gross = new HashMap<>();

  private final Map<Integer, Boolean> paidDays = new HashMap<>();
  private final Coverage coverage;
  private double rate = -1;
  private int lag;

  /// What a payout should have been.
  ///
  /// @param day the last day that it pays for
  record Expected(long minor, int day) {}

  Acquirer(Board board) {
    coverage = board.coverage;
    for (Paid paid : board.lines) {
      boolean moved = paid.isPayment() || paid.isBack();
      if (paid.line.book == Book.JOURNAL && moved && !paid.placed()) {
        int day = coverage.day(paid.line.epochSecond);
        add(day, paid.amount());
      }
    }
    board.tillLessons.eachDay((amounts, day) -> Arrays.stream(amounts).forEach(a -> add(day, a)));
  }

  private void add(int day, long amount) {
    days.computeIfAbsent(day, d -> new ArrayList<>()).add(amount);
    gross.merge(day, amount, Long::sum);
  }

  /// Learns rate and lag from payouts that nothing else explains; takes note of the days that
  /// the right ones pay for.
  void learn(List<Paid> payouts) {
    Map<Long, Integer> votes = new TreeMap<>();
    for (Paid paid : payouts) {
      for (int l = 0; l <= LONGEST_LAG; l++) {
        for (int step : steps(paid, l)) {
          votes.merge((long) l << 32 | step, 1, Integer::sum);
        }
      }
    }
    int best = 0;
    for (Map.Entry<Long, Integer> entry : votes.entrySet()) {
      if (entry.getValue() > best) {
        best = entry.getValue();
        lag = (int) (entry.getKey() >>> 32);
        rate = (entry.getKey() & 0xffffffffL) * STEP;
      }
    }
    if (best < ENOUGH || best * 2 < payouts.size()) {
      rate = -1;
    }
  }

  /// The rates, in steps, that would make this payout right.
  private int[] steps(Paid paid, int lagDays) {
    int end = coverage.day(paid.line.epochSecond) - lagDays;
    long sum = 0;
    int[] found = new int[MOST_DAYS];
    int count = 0;
    for (int back = 0; back < MOST_DAYS && days.containsKey(end - back); back++) {
      sum += gross.getOrDefault(end - back, 0L);
      double step = (sum - paid.amount()) / (sum * STEP);
      long whole = Math.round(step);
      if (sum > 0 && whole >= 0 && whole <= MOST_STEPS && Math.abs(step - whole) < 0.2) {
        found[count++] = (int) whole;
      }
    }
    return Arrays.stream(found, 0, count).distinct().toArray();
  }

  /// Whether the days before this payout come to it exactly, rounding of each line aside.
  boolean isRight(Paid paid) {
    int end = coverage.day(paid.line.epochSecond) - lag;
    long net = 0;
    int lines = 0;
    for (int back = 0; rate >= 0 && back < MOST_DAYS && isUnpaid(end - back); back++) {
      net += net(end - back);
      lines += days.getOrDefault(end - back, List.of()).size();
      if (Math.abs(net - paid.amount()) <= lines) {
        for (int d = end - back; d <= end; d++) {
          paidDays.put(d, true);
        }
        return true;
      }
    }
    return false;
  }

  /// What a payout that is not right should have been: all days up to it that nothing paid.
  Optional<Expected> expected(Paid paid) {
    int end = coverage.day(paid.line.epochSecond) - lag;
    long net = 0;
    for (int back = 0; rate >= 0 && back < MOST_DAYS && isUnpaid(end - back); back++) {
      net += net(end - back);
      paidDays.put(end - back, true);
    }
    return net > 0 ? Optional.of(new Expected(net, end)) : Optional.empty();
  }

  private boolean isUnpaid(int day) {
    return days.containsKey(day) && !paidDays.containsKey(day);
  }

  private long net(int day) {
    long net = 0;
    for (long amount : days.getOrDefault(day, List.of())) {
      long fee = Math.round(Math.abs(amount) * rate);
      net += amount > 0 ? amount - fee : amount + fee;
    }
    return net;
  }
}
