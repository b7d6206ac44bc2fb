package guiwei.bench.score;

import guiwei.outcome.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/// How right a run is, held against the planted truth.
///
/// @param receipts lines that brought money in, the base of false alarms
/// @param byKind per kind, everything planted and everything said
/// @param numbered per kind, only where the money came with some order number
/// @param withoutNumber all kinds together, only where it came without any
/// @param bySubtype under `KIND subtype`; a run does not say subtypes, so nothing in here is wrong
/// @param byReason under `KIND.reason`: how often what was said for a reason was so
/// @param confusion under `planted -> said`
/// @param alarms claims on receipts and orders with which nothing is wrong
/// @param details how many right claims also have the amount, the receipts and the orders right
public record Score(
    long receipts,
    Map<Kind, Rates> byKind,
    Map<Kind, Rates> numbered,
    Rates withoutNumber,
    Map<String, Rates> bySubtype,
    Map<String, Rates> byReason,
    Map<String, Long> confusion,
    long alarms,
    Automatic automatic,
    Details details,
    Calibration calibration,
    List<Miss> misses) {
  /// Matches that the run made without asking.
  ///
  /// @param wrong of them, the ones that the truth contradicts
  public record Automatic(long matches, long automatic, long wrong) {}

  /// What else is right about the claims of the right kind on the right receipt.
  public record Details(long claims, long amount, long receipts, long orders) {}

  /// One thing to look into.
  ///
  /// @param what `missed`, `confused`, `repeated`, `false alarm` or `wrong match`
  public record Miss(
      String what, String kind, double probability, long amountMinor, String where, String note) {
    static final Comparator<Miss> WORST_FIRST =
        Comparator.comparing(Miss::what)
            .thenComparingDouble(miss -> -miss.probability)
            .thenComparingLong(miss -> -Math.abs(miss.amountMinor))
            .thenComparing(Miss::where);
  }

  /// Reads a run's result files and scores them.
  ///
  /// @param run the folder with `discrepancies.csv` and `matches.csv`
  /// @param truth the `truth` folder of the made world
  public static Score of(Path run, Path truth) throws IOException {
    return new Reckoning(Truth.read(truth)).score(run);
  }

  /// Several runs as one: counts are added, mistakes stand one after the other.
  public static Score together(List<Score> scores) {
    Map<Kind, Rates> byKind = new TreeMap<>();
    Map<Kind, Rates> numbered = new TreeMap<>();
    Map<String, Rates> bySubtype = new TreeMap<>();
    Map<String, Rates> byReason = new TreeMap<>();
    Map<String, Long> confusion = new TreeMap<>();
    Calibration calibration = new Calibration();
    List<Miss> misses = new ArrayList<>();
    for (Score score : scores) {
      score.byKind.forEach((kind, rates) -> byKind.merge(kind, rates, Rates::plus));
      score.numbered.forEach((kind, rates) -> numbered.merge(kind, rates, Rates::plus));
      score.bySubtype.forEach((name, rates) -> bySubtype.merge(name, rates, Rates::plus));
      score.byReason.forEach((name, rates) -> byReason.merge(name, rates, Rates::plus));
      score.confusion.forEach((what, count) -> confusion.merge(what, count, Long::sum));
      calibration.add(score.calibration);
      misses.addAll(score.misses);
    }
    misses.sort(Miss.WORST_FIRST);
    return new Score(
        sum(scores, Score::receipts),
        byKind,
        numbered,
        scores.stream().map(Score::withoutNumber).reduce(Rates.NONE, Rates::plus),
        bySubtype,
        byReason,
        confusion,
        sum(scores, Score::alarms),
        new Automatic(
            sum(scores, score -> score.automatic.matches),
            sum(scores, score -> score.automatic.automatic),
            sum(scores, score -> score.automatic.wrong)),
        new Details(
            sum(scores, score -> score.details.claims),
            sum(scores, score -> score.details.amount),
            sum(scores, score -> score.details.receipts),
            sum(scores, score -> score.details.orders)),
        calibration,
        misses);
  }

  private static long sum(List<Score> scores, ToLongFunction<Score> figure) {
    return scores.stream().mapToLong(figure).sum();
  }

  public Rates all() {
    return byKind.values().stream().reduce(Rates.NONE, Rates::plus);
  }

  public double alarmsPer10000() {
    return receipts == 0 ? 0 : alarms * 10_000.0 / receipts;
  }

  private static final class Reckoning {
    private final Truth truth;
    private final Map<Kind, Rates> byKind = new TreeMap<>();
    private final Map<Kind, Rates> numbered = new TreeMap<>();
    private final Map<String, Rates> bySubtype = new TreeMap<>();
    private final Map<String, Long> confusion = new TreeMap<>();
    private final List<Miss> misses = new ArrayList<>();
    private Rates withoutNumber = Rates.NONE;

    Reckoning(Truth truth) {
      this.truth = truth;
    }

    Score score(Path run) throws IOException {
      List<Claim> rows = Claim.read(run.resolve("discrepancies.csv"));
      Pairing pairing = Pairing.of(Claim.withoutRivals(rows), truth.planted());
      count(pairing);
      Automatic automatic = automatic(run.resolve("matches.csv"));
      misses.sort(Miss.WORST_FIRST);
      return new Score(
          truth.receipts(),
          byKind,
          numbered,
          withoutNumber,
          bySubtype,
          byReason(rows, run.resolve("discrepancies.jsonl")),
          confusion,
          pairing.alarms().size(),
          automatic,
          details(pairing.right()),
          calibration(rows),
          misses);
    }

    private void count(Pairing pairing) {
      for (Pairing.Pair pair : pairing.right()) {
        Planted p = pair.planted();
        add(p.kind(), !p.isWithoutNumber(), new Rates(1, 0, 0));
        bySubtype.merge(p.kind() + " " + p.subtype(), new Rates(1, 0, 0), Rates::plus);
      }
      for (Pairing.Pair pair : pairing.confused()) {
        miss(pair.planted());
        add(pair.claim().kind(), !pair.planted().isWithoutNumber(), new Rates(0, 1, 0));
        boolean receipt = pair.claim().kind() == pair.planted().kind();
        String said = receipt ? "the other receipt" : pair.claim().kind().name();
        confusion.merge(pair.planted().kind() + " -> " + said, 1L, Long::sum);
        misses.add(miss("confused", pair.claim(), pair.planted().kind() + " of " + about(pair)));
      }
      for (Planted p : pairing.missed()) {
        miss(p);
        confusion.merge(p.kind() + " -> nothing", 1L, Long::sum);
        String where = p.primaryReceipt().isEmpty() ? "" + p.orders() : p.primaryReceipt();
        misses.add(
            new Miss(
                "missed",
                p.kind().name(),
                0,
                p.amountMinor(),
                where,
                p.subtype() + " " + p.note()));
      }
      wrong("repeated", pairing.repeated());
      wrong("false alarm", pairing.alarms());
    }

    private static String about(Pairing.Pair pair) {
      return pair.planted().subtype() + " " + pair.planted().note();
    }

    private void miss(Planted p) {
      add(p.kind(), !p.isWithoutNumber(), new Rates(0, 0, 1));
      bySubtype.merge(p.kind() + " " + p.subtype(), new Rates(0, 0, 1), Rates::plus);
    }

    private void wrong(String what, List<Claim> claims) {
      for (Claim claim : claims) {
        // Only a till's journal is certain to carry no number.
        add(claim.kind(), !claim.primaryReceipt().startsWith("terminal-"), new Rates(0, 1, 0));
        String planted = what.equals("repeated") ? "something else" : "nothing";
        confusion.merge(planted + " -> " + claim.kind(), 1L, Long::sum);
        misses.add(miss(what, claim, ""));
      }
    }

    private static Miss miss(String what, Claim claim, String note) {
      String where = claim.subject() + " " + claim.orders();
      return new Miss(
          what, claim.kind().name(), claim.probability(), claim.amountMinor(), where, note);
    }

    private void add(Kind kind, boolean hasNumber, Rates rates) {
      byKind.merge(kind, rates, Rates::plus);
      if (hasNumber) {
        numbered.merge(kind, rates, Rates::plus);
      } else {
        withoutNumber = withoutNumber.plus(rates);
      }
    }

    private Automatic automatic(Path matches) throws IOException {
      long[] counts = new long[3];
      Csv.read(
          matches,
          line -> {
            Joined joined = Joined.of(line);
            counts[0]++;
            counts[1] += joined.isAutomatic() ? 1 : 0;
            if (joined.isAutomatic() && joined.contradicts(truth)) {
              counts[2]++;
              misses.add(
                  new Miss(
                      "wrong match",
                      joined.rule(),
                      1,
                      line.minor("amount_minor"),
                      joined.receipts() + " with " + joined.orders(),
                      own(joined)));
            }
          });
      return new Automatic(counts[0], counts[1], counts[2]);
    }

    private String own(Joined joined) {
      return "truly "
          + joined.receipts().stream()
              .map(receipt -> truth.ordersOf().getOrDefault(receipt, java.util.Set.of()))
              .toList();
    }

    private static Details details(List<Pairing.Pair> right) {
      return new Details(
          right.size(),
          count(right, pair -> pair.claim().amountMinor() == pair.planted().amountMinor()),
          count(right, pair -> same(pair.claim().receipts(), pair.planted().receipts())),
          count(right, pair -> pair.planted().sameOrders(pair.claim())));
    }

    private static long count(List<Pairing.Pair> pairs, Predicate<Pairing.Pair> test) {
      return pairs.stream().filter(test).count();
    }

    private static boolean same(List<String> a, List<String> b) {
      return java.util.Set.copyOf(a).equals(java.util.Set.copyOf(b));
    }

    private Map<String, Rates> byReason(List<Claim> rows, Path lines) throws IOException {
      Map<String, String> reasons = FirstReasons.read(lines);
      var right = Pairing.trueRows(rows, truth.planted());
      Map<String, Rates> found = new TreeMap<>();
      for (Claim row : rows) {
        String key = row.kind() + "." + reasons.getOrDefault(row.id(), "unknown");
        Rates rates = right.contains(row) ? new Rates(1, 0, 0) : new Rates(0, 1, 0);
        found.merge(key, rates, Rates::plus);
      }
      return found;
    }

    private Calibration calibration(List<Claim> rows) {
      var right = Pairing.trueRows(rows, truth.planted());
      Calibration calibration = new Calibration();
      rows.forEach(row -> calibration.add(row.probability(), right.contains(row)));
      return calibration;
    }
  }
}
