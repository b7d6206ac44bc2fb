package guiwei.reconcile;

import guiwei.sift.Coverage;
import guiwei.sift.Directory;
import guiwei.sift.TillLessons;
import guiwei.table.Book;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
  /// @param minor 0 where nothing was to be paid
  /// @param day the last day that it pays for
  /// @param days how many of them there are
  record Expected(long minor, int day, int days) {}

  private Acquirer(Coverage coverage) {
    this.coverage = coverage;
  }

  /// One that pays for all terminals.
  static Acquirer ofAll(Board board) {
    Acquirer acquirer = new Acquirer(board.coverage);
    each(board, (terminal, day, amounts) -> acquirer.add(day, amounts));
    return acquirer;
  }

  /// One for each store, where there are several: each has a contract of its own. A terminal of
  /// which no store is known stands for itself.
  static List<Acquirer> ofStores(Board board, Directory directory) {
    Map<String, Acquirer> stores = new TreeMap<>();
    each(
        board,
        (terminal, day, amounts) ->
            stores
                .computeIfAbsent(store(terminal, directory), s -> new Acquirer(board.coverage))
                .add(day, amounts));
    return stores.size() < 2 ? List.of() : List.copyOf(stores.values());
  }

  private static String store(String terminal, Directory directory) {
    String store = directory.storeOf(terminal);
    return store.isEmpty() ? "@" + terminal : store;
  }

  private static void each(Board board, TillLessons.TakingsSink sink) {
    for (Paid paid : board.lines) {
      boolean moved = paid.isPayment() || paid.isBack();
      if (paid.line.book == Book.JOURNAL && moved && !paid.placed()) {
        int day = board.coverage.day(paid.line.epochSecond);
        sink.of(paid.line.terminal, day, new long[] {paid.amount()});
      }
    }
    board.tillLessons.eachDay(sink);
  }

  private void add(int day, long[] amounts) {
    Arrays.stream(amounts).forEach(amount -> add(day, amount));
  }

  private void add(int day, long amount) {
    days.computeIfAbsent(day, d -> new ArrayList<>()).add(amount);
    gross.merge(day, amount, Long::sum);
  }

  /// Learns rate and lag from payouts that nothing else explains.
  ///
  /// @param least how many of them must agree
  /// @return whether they do
  boolean learn(List<Paid> payouts, int least) {
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
    if (best < Math.max(ENOUGH, least)) {
      rate = -1;
    }
    return rate >= 0;
  }

  /// On how many days anything was taken.
  int days() {
    return days.size();
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
  Expected expected(Paid paid) {
    int end = coverage.day(paid.line.epochSecond) - lag;
    long net = 0;
    Expected nearest = new Expected(0, end, 0);
    for (int back = 0; rate >= 0 && back < MOST_DAYS && !isPaid(end - back); back++) {
      net += net(end - back);
      if (Math.abs(net - paid.amount()) < Math.abs(nearest.minor - paid.amount())) {
        nearest = new Expected(net, end, back + 1);
      }
    }
    return nearest;
  }

  /// Takes note that days were paid for, though not as they should have been.
  void paid(Expected expected) {
    IntStream.range(0, expected.days).forEach(back -> paidDays.add(expected.day - back));
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
