package guiwei.reconcile;

import guiwei.table.BadRow;
import java.util.List;
import java.util.Map;

/// What one run found. Matches are not here: there may be tens of millions, and they are
/// written as they are found.
///
/// @param badRows the first thousand rows that could not be read
/// @param matchedByRule how many matches each rule made, and their amounts per rule in minor
///     units
public record Result(
    Proof proof,
    List<Discrepancy> discrepancies,
    List<FileReport> files,
    List<BadRow> badRows,
    Map<String, RuleCount> matchedByRule) {
  /// Matches of one rule in one currency.
  ///
  /// @param currency the amounts' currency; rules are counted per currency under `rule
  ///     currency`
  public record RuleCount(String rule, String currency, long count, long amountMinor) {
    /// Adds these matches to those that the rule has already.
    void addTo(Map<String, RuleCount> rules) {
      rules.merge(
          rule + " " + currency,
          this,
          (a, b) ->
              new RuleCount(rule, currency, a.count + b.count, a.amountMinor + b.amountMinor));
    }
  }

  public Result {
    discrepancies = List.copyOf(discrepancies);
    files = List.copyOf(files);
    badRows = List.copyOf(badRows);
    matchedByRule = Map.copyOf(matchedByRule);
  }
}
