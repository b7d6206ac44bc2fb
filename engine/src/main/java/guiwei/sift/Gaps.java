package guiwei.sift;

import guiwei.outcome.Gap;
import guiwei.table.Currencies;
import guiwei.table.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Finds statements that are missing between others of the same account: a balance with which one
/// closes must be the balance with which the next one opens.
final class Gaps {
  private Gaps() {}

  private record Account(String number, int currency) implements Comparable<Account> {
    @Override
    public int compareTo(Account other) {
      int byNumber = number.compareTo(other.number);
      return byNumber == 0 ? Integer.compare(currency, other.currency) : byNumber;
    }
  }

  /// @param rows whether its rows show it: then one that begins on the day on which another ends
  ///     may tell of rows of that one once more
  private record Stretch(Period period, boolean rows) {
    boolean goesBackInto(Period last) {
      return rows
          ? !period.opening().isAfter(last.closing())
          : period.opening().isBefore(last.closing());
    }
  }

  static List<Gap> of(Intake intake, Crew crew, Desk desk) {
    Map<Account, List<Stretch>> periods = new TreeMap<>();
    for (Intake.Entry entry : intake.entries()) {
      if (entry.live()) {
        entry.periods.told().forEach(period -> add(periods, new Stretch(period, false)));
        entry.periods.shown().forEach(chain -> add(periods, chain, entry, crew, desk));
      }
    }
    List<Gap> gaps = new ArrayList<>();
    periods.forEach((account, ofOne) -> find(account, ofOne, gaps));
    return gaps;
  }

  private static void add(Map<Account, List<Stretch>> periods, Stretch stretch) {
    Period period = stretch.period();
    periods
        .computeIfAbsent(new Account(period.account(), period.currency()), a -> new ArrayList<>())
        .add(stretch);
  }

  /// Adds what the rows of a file show, if they are all of one account that has a number.
  private static void add(
      Map<Account, List<Stretch>> periods,
      Periods.Chain chain,
      Intake.Entry entry,
      Crew crew,
      Desk desk) {
    BitSet accounts = new BitSet();
    int currency = 0;
    for (Clerk clerk : crew.clerks()) {
      FileNotes notes = clerk.notes(entry.number);
      if (notes != null) {
        accounts.or(notes.accounts);
        currency = Math.max(currency, notes.currency);
      }
    }
    String account =
        accounts.cardinality() == 1 ? desk.accounts.byNumber()[accounts.nextSetBit(0)] : "";
    if (!account.isEmpty()) {
      LocalDate first = LocalDate.ofEpochDay(desk.days.of(chain.firstSecond()));
      LocalDate last = LocalDate.ofEpochDay(desk.days.of(chain.lastSecond()));
      Period period =
          new Period(account, currency, first, last, chain.openingMinor(), chain.closingMinor());
      add(periods, new Stretch(period, true));
    }
  }

  private static void find(Account account, List<Stretch> stretches, List<Gap> gaps) {
    List<Stretch> sorted = new ArrayList<>(new LinkedHashSet<>(stretches));
    sorted.sort(
        Comparator.comparing((Stretch s) -> s.period.closing())
            .thenComparing(s -> s.period.opening())
            .thenComparingLong(s -> s.period.openingMinor())
            .thenComparingLong(s -> s.period.closingMinor())
            .thenComparing(Stretch::rows));
    List<Period> longer = longer(sorted);
    Period last = sorted.removeFirst().period;
    while (!sorted.isEmpty()) {
      Stretch next = sorted.remove(following(last, sorted));
      Period period = next.period;
      boolean follows = period.openingMinor() == last.closingMinor();
      if (!follows && !next.goesBackInto(last) && !isBridged(last, period, longer)) {
        gaps.add(
            new Gap(
                account.number,
                Currencies.code(account.currency),
                last.closing(),
                last.closingMinor(),
                period.opening(),
                period.openingMinor()));
      }
      last = period;
    }
  }

  /// Those of more than a day: a month beside its weeks tells of a week that is missing.
  private static List<Period> longer(List<Stretch> stretches) {
    return stretches.stream()
        .map(Stretch::period)
        .filter(period -> period.opening().isBefore(period.closing()))
        .toList();
  }

  private static boolean isBridged(Period last, Period next, List<Period> longer) {
    return longer.stream()
        .filter(period -> !period.equals(last) && !period.equals(next))
        .anyMatch(
            period ->
                !period.opening().isAfter(last.closing())
                    && !period.closing().isBefore(next.opening()));
  }

  /// Of statements that close on one day, the one that goes on where the last one ended.
  private static int following(Period last, List<Stretch> sorted) {
    LocalDate closing = sorted.getFirst().period.closing();
    for (int i = 0; i < sorted.size() && sorted.get(i).period.closing().equals(closing); i++) {
      if (sorted.get(i).period.openingMinor() == last.closingMinor()) {
        return i;
      }
    }
    return 0;
  }
}
