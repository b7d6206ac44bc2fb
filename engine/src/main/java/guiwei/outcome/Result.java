package guiwei.outcome;

import guiwei.table.BadRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What one run found. Matches are not here: there may be tens of millions, and they are
/// written as they are found.
///
/// @param badRows the first thousand rows that could not be read
/// @param matchedByRule how many matches each rule made, and their amounts per rule in minor
///     units
/// @param decided what became of every decision, in the order of their file
/// @param gaps statements that do not follow each other
/// @param unordered receipts of days that no list of orders speaks of
public record Result(
    Proof proof,
    List<Discrepancy> discrepancies,
    List<FileReport> files,
    List<BadRow> badRows,
    Map<String, RuleCount> matchedByRule,
    List<Decided> decided,
    List<Gap> gaps,
    List<Unordered> unordered) {
  /// Matches of one rule in one currency.
  ///
  /// @param currency the amounts' currency; rules are counted per currency under `rule
  ///     currency`
  public record RuleCount(String rule, String currency, long count, long amountMinor) {
    /// Adds these matches to those that the rule has already.
    public void addTo(Map<String, RuleCount> rules) {
      rules.merge(
          rule + " " + currency,
          this,
          (a, b) ->
              new RuleCount(rule, currency, a.count + b.count, a.amountMinor + b.amountMinor));
    }
  }

  /// What became of a decision that somebody made.
  ///
  /// @param verdict the word for it, as its file has it
  /// @param line where it stands in its file
  /// @param applied whether its facts are in the run and it changed where they are
  /// @param receivedMinor what the receipts come to that have their place by it
  /// @param dueMinor what the orders in the same currency come to that have their place by it
  /// @param currency ISO 4217, empty where nothing has its place by it
  public record Decided(
      String verdict,
      long line,
      List<String> receipts,
      List<String> orders,
      boolean applied,
      long receivedMinor,
      long dueMinor,
      String currency) {
    public Decided {
      receipts = List.copyOf(receipts);
      orders = List.copyOf(orders);
    }

    /// What the receipts leave over, or lack when it is negative.
    public long differenceMinor() {
      return Math.subtractExact(receivedMinor, dueMinor);
    }
  }

  /// The same of a run in which nobody decided anything and nothing is missing.
  public Result(
      Proof proof,
      List<Discrepancy> discrepancies,
      List<FileReport> files,
      List<BadRow> badRows,
      Map<String, RuleCount> matchedByRule) {
    this(proof, discrepancies, files, badRows, matchedByRule, List.of(), List.of(), List.of());
  }

  /// The same without the discrepancies that began before a moment; where every cent is stays.
  public Result since(Instant moment) {
    ProofBuilder counted = new ProofBuilder();
    List<Discrepancy> later =
        discrepancies.stream()
            .filter(d -> d.firstTime() == null || !d.firstTime().toInstant().isBefore(moment))
            .toList();
    later.forEach(counted::found);
    return new Result(
        new Proof(proof.received(), proof.givenBack(), proof.expected(), counted.build().kinds()),
        later,
        files,
        badRows,
        matchedByRule,
        decided,
        gaps,
        unordered);
  }

  public Result {
    decided = List.copyOf(decided);
    gaps = List.copyOf(gaps);
    unordered = List.copyOf(unordered);
    discrepancies = List.copyOf(discrepancies);
    files = List.copyOf(files);
    badRows = List.copyOf(badRows);
    matchedByRule = Map.copyOf(matchedByRule);
  }
}
