package guiwei.profile;

import java.util.List;

/// A profile proposed for a table, for a person to look at: what each column was taken for, and
/// how sure that is.
///
/// @param table what the rows seem to be: `order`, `bank`, `journal`, `trade`, `store`, `customer`
/// @param columns every column with a heading, from left to right
/// @param doubts what must be decided first; empty when the table would be read without asking
/// @param yaml the profile, to save, correct and give with `--profile`
public record Suggestion(String table, List<Column> columns, List<String> doubts, String yaml) {
  /// One column.
  ///
  /// @param field what it was taken for, as profiles write it; empty when it is left out
  /// @param seen how many of its values were looked at
  /// @param checked whether those values prove it (all are amounts, dates, times of day)
  public record Column(String heading, String field, Sure sure, int seen, boolean checked) {}

  /// How sure a reading is.
  public enum Sure {
    /// The heading means this and nothing else in such a table.
    CERTAIN,
    /// The heading may also mean something else in such a table, which other columns are.
    LIKELY,
    /// A person must decide.
    DOUBTFUL,
    /// The heading is known, but another column was taken instead, or the values do not fit it.
    SPARE,
    /// The heading is not known.
    UNKNOWN
  }

  public Suggestion {
    columns = List.copyOf(columns);
    doubts = List.copyOf(doubts);
  }
}
