package guiwei.report;

import guiwei.outcome.Discrepancy;
import guiwei.outcome.Kind;
import guiwei.outcome.Proof;
import guiwei.outcome.Result;
import guiwei.table.Channel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The sums that screen and page show, worked out once from the proof so that they cannot
/// differ.
final class Figures {
  /// Money in, of one channel or of all.
  record Money(
      long rows, long received, long matched, long discrepant, long suspense, long openRows) {
    static final Money NONE = new Money(0, 0, 0, 0, 0, 0);

    Money plus(Money other) {
      return new Money(
          rows + other.rows,
          received + other.received,
          matched + other.matched,
          discrepant + other.discrepant,
          suspense + other.suspense,
          openRows + other.openRows);
    }

    /// What is in no place at all: zero, or the proof could not have been made.
    long left() {
      return received - matched - discrepant - suspense;
    }

    long unmatched() {
      return discrepant + suspense;
    }

    private static Money of(Proof.Received row) {
      return new Money(
          row.rows(),
          row.receivedMinor(),
          row.matchedMinor(),
          row.discrepantMinor(),
          row.suspenseMinor(),
          row.discrepantRows() + row.suspenseRows());
    }
  }

  /// Money out to payers.
  record GivenBack(long given, long matched, long discrepant, long unexplained) {
    static final GivenBack NONE = new GivenBack(0, 0, 0, 0);

    private static GivenBack of(Proof.GivenBack row) {
      return new GivenBack(
          row.givenMinor(), row.matchedMinor(), row.discrepantMinor(), row.unexplainedMinor());
    }

    private GivenBack plus(GivenBack other) {
      return new GivenBack(
          given + other.given,
          matched + other.matched,
          discrepant + other.discrepant,
          unexplained + other.unexplained);
    }

    long left() {
      return given - matched - discrepant - unexplained;
    }
  }

  /// One currency of the day.
  record Day(
      String currency,
      Map<Channel, Money> channels,
      List<Proof.GivenBack> givenBack,
      List<Proof.Expected> expected,
      List<Proof.Kinds> kinds,
      List<Result.RuleCount> rules) {
    Money total() {
      return channels.values().stream().reduce(Money.NONE, Money::plus);
    }

    /// What went back to payers, of all channels.
    GivenBack back() {
      return givenBack.stream().map(GivenBack::of).reduce(GivenBack.NONE, GivenBack::plus);
    }

    /// How many discrepancies there are, rivals counted once.
    long discrepancies() {
      return kinds.stream().mapToLong(Proof.Kinds::count).sum();
    }
  }

  private Figures() {}

  /// Every currency, the one with the most lines first.
  static List<Day> days(Result result) {
    Map<String, Map<Channel, Money>> channels = new LinkedHashMap<>();
    for (Proof.Received row : result.proof().received()) {
      channels
          .computeIfAbsent(row.currency(), key -> new LinkedHashMap<>())
          .merge(row.channel(), Money.of(row), Money::plus);
    }
    result.proof().expected().stream()
        .map(Proof.Expected::currency)
        .forEach(currency -> channels.computeIfAbsent(currency, key -> new LinkedHashMap<>()));
    result.proof().kinds().stream()
        .map(Proof.Kinds::currency)
        .forEach(currency -> channels.computeIfAbsent(currency, key -> new LinkedHashMap<>()));
    List<Day> days = new ArrayList<>();
    channels.forEach((currency, money) -> days.add(day(result, currency, money)));
    days.sort(
        Comparator.comparingLong((Day day) -> -day.total().rows()).thenComparing(Day::currency));
    return days;
  }

  private static Day day(Result result, String currency, Map<Channel, Money> channels) {
    Map<Channel, Money> sorted = new LinkedHashMap<>();
    channels.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<Channel, Money> e) -> -e.getValue().received())
                .thenComparing(Map.Entry::getKey))
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return new Day(
        currency,
        sorted,
        result.proof().givenBack().stream().filter(b -> b.currency().equals(currency)).toList(),
        result.proof().expected().stream().filter(e -> e.currency().equals(currency)).toList(),
        kinds(result.proof().kinds(), currency),
        rules(result.matchedByRule().values(), currency));
  }

  private static List<Proof.Kinds> kinds(List<Proof.Kinds> kinds, String currency) {
    return kinds.stream()
        .filter(kind -> kind.currency().equals(currency) && kind.count() > 0)
        .sorted(
            Comparator.comparingLong((Proof.Kinds kind) -> -Math.abs(kind.amountMinor()))
                .thenComparing(Proof.Kinds::kind))
        .toList();
  }

  private static List<Result.RuleCount> rules(Collection<Result.RuleCount> rules, String currency) {
    return rules.stream()
        .filter(rule -> rule.currency().equals(currency) && rule.count() > 0)
        .sorted(
            Comparator.comparingLong((Result.RuleCount rule) -> -Math.abs(rule.amountMinor()))
                .thenComparing(Result.RuleCount::rule))
        .toList();
  }

  /// The likeliest reading of every discrepancy first and its rivals behind it, the largest
  /// amounts in error on top. Readings are rivals when they are about the same receipt.
  static List<List<Discrepancy>> largestFirst(Result result) {
    Map<String, List<Discrepancy>> groups = new LinkedHashMap<>();
    for (Discrepancy found : result.discrepancies()) {
      String receipt = found.primaryReceipt();
      String key = receipt.isEmpty() ? found.id() : found.channel().word() + ' ' + receipt;
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(found);
    }
    List<List<Discrepancy>> sorted = new ArrayList<>(groups.values());
    for (List<Discrepancy> rivals : sorted) {
      rivals.sort(
          Comparator.comparingDouble((Discrepancy d) -> -d.probability())
              .thenComparing(Discrepancy::id));
    }
    sorted.sort(
        Comparator.comparingLong(
                (List<Discrepancy> rivals) -> -Math.abs(rivals.getFirst().amountMinor()))
            .thenComparing(rivals -> rivals.getFirst().id()));
    return sorted;
  }

  /// Whether a finding is told beside a payment that keeps its match: its fee, a refund that it
  /// still waits for, and what the two bills of its channel disagree about.
  private static boolean staysMatched(Discrepancy found) {
    return switch (found.kind()) {
      case FEE_DIFFERS, REFUND_MISSING -> true;
      case PAYOUT_DIFFERS -> found.channel() != Channel.BANK;
      case DUPLICATE_CHARGE,
          OVERPAID,
          UNDERPAID,
          WRONG_ORDER,
          WRONG_ACCOUNT,
          UNIDENTIFIED,
          PAID_AFTER_CANCEL,
          MISSING_RECEIPT,
          REFUND_TWICE,
          REFUND_RECHARGE,
          CURRENCY_DIFFERS ->
          false;
    };
  }

  /// What the receipts of each kind come to as whole lines, where the evidence names them. Each
  /// receipt counts once, for the likeliest reading.
  static Map<Kind, Money> receiptsByKind(Result result, String currency) {
    Map<Kind, Money> sums = new LinkedHashMap<>();
    Map<String, Boolean> seen = new LinkedHashMap<>();
    for (List<Discrepancy> rivals : largestFirst(result)) {
      Discrepancy found = rivals.getFirst();
      for (Discrepancy.Evidence line : found.lines()) {
        boolean inError = line.role().equals("receipt") && line.currency().equals(currency);
        if (inError
            && line.amountMinor() > 0
            && !staysMatched(found)
            && found.receipts().contains(line.id())
            && seen.put(found.channel().word() + ' ' + line.id(), true) == null) {
          sums.merge(found.kind(), new Money(1, line.amountMinor(), 0, 0, 0, 0), Money::plus);
        }
      }
    }
    return sums;
  }
}
