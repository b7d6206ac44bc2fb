package guiwei.reconcile;

import guiwei.table.Book;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

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

  private final Set<Integer> paidDays = new HashSet<>();
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
    int best = 0;
    for (int l = 0; l <= LONGEST_LAG; l++) {
      int[] votes = new int[MOST_STEPS + 1];
      for (Paid paid : payouts) {
        BitSet steps = steps(paid, l);
        steps.stream().forEach(step -> votes[step]++);
      }
      int most = Arrays.stream(votes).max().orElse(0);
      if (most > best) {
        best = most;
        lag = l;
        rate = middle(votes, most) * STEP;
      }
    }
    if (best < ENOUGH || best * 2 < payouts.size()) {
      rate = -1;
    }
  }

  /// The middle one of the steps with the most votes: days with few sales leave several.
  private static int middle(int[] votes, int most) {
    int[] best = IntStream.range(0, votes.length).filter(s -> votes[s] == most).toArray();
    return best[best.length / 2];
  }

  /// The rates, in steps, that would make this payout right, as far as the rounding of each line's
  /// fee lets it be told.
  private BitSet steps(Paid paid, int lagDays) {
    int end = coverage.day(paid.line.epochSecond) - lagDays;
    BitSet found = new BitSet();
    long sum = 0;
    int lines = 0;
    for (int back = 0; back < MOST_DAYS; back++) {
      if (!days.containsKey(end - back)) {
        continue;
      }
      sum += gross.getOrDefault(end - back, 0L);
      lines += days.getOrDefault(end - back, List.of()).size();
      double slack = Math.min(lines / 2.0, Math.sqrt(lines)) + 0.5;
      double lowest = Math.ceil((sum - paid.amount() - slack) / (sum * STEP));
      double highest = Math.floor((sum - paid.amount() + slack) / (sum * STEP));
      if (sum > 0 && highest >= 0 && lowest <= MOST_STEPS && lowest <= highest) {
        found.set((int) Math.max(0, lowest), (int) Math.min(MOST_STEPS, highest) + 1);
      }
    }
    return found;
  }

  /// Whether the days before this payout come to it exactly, rounding of each line aside.
  boolean isRight(Paid paid) {
    int end = coverage.day(paid.line.epochSecond) - lag;
    long net = 0;
    int lines = 0;
    for (int back = 0; rate >= 0 && back < MOST_DAYS && !isPaid(end - back); back++) {
      net += net(end - back);
      lines += days.getOrDefault(end - back, List.of()).size();
      if (Math.abs(net - paid.amount()) <= lines) {
        IntStream.rangeClosed(end - back, end).forEach(paidDays::add);
        return true;
      }
    }
    return false;
  }

  /// What a payout that is not right should have been: of the days up to it that nothing paid,
  /// those that come nearest together.
  Optional<Expected> expected(Paid paid) {
    int end = coverage.day(paid.line.epochSecond) - lag;
    long net = 0;
    long nearest = 0;
    int together = 0;
    for (int back = 0; rate >= 0 && back < MOST_DAYS && !isPaid(end - back); back++) {
      net += net(end - back);
      if (Math.abs(net - paid.amount()) < Math.abs(nearest - paid.amount())) {
        nearest = net;
        together = back + 1;
      }
    }
    IntStream.range(0, together).forEach(back -> paidDays.add(end - back));
    return nearest > 0 ? Optional.of(new Expected(nearest, end)) : Optional.empty();
  }

  private boolean isPaid(int day) {
    return paidDays.contains(day);
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
