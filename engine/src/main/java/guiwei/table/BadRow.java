package guiwei.table;

/// A row that cannot be read, with what is needed to mend it.
///
/// @param line the line number from 1, or the record's number where the file has no lines
/// @param column the column's heading, or its number as text; empty where the whole row is meant
/// @param value what stands there, shortened to 60 characters; never a payer's name or number
/// @param problem which rule it breaks
public record BadRow(String file, long line, String column, String value, Problem problem) {
  /// Why a row is refused. Every entry has a heading in `docs/refusals.md`.
  public enum Problem {
    /// The row has another number of columns than the header.
    COLUMN_COUNT,
    /// No exact amount in the file's currency.
    AMOUNT,
    /// No moment that exists.
    TIME,
    /// A required value is empty.
    MISSING,
    /// A word that the layout does not know where its meaning moves money.
    WORD,
    /// A number of an order or payment that a spreadsheet program has shortened: 2.02603E+15.
    ROUNDED,
    /// Bytes that do not exist in the file's encoding.
    ENCODING,
    /// Longer than any row may be.
    TOO_LONG,
    /// The row breaks off.
    TRUNCATED
  }

  private static final int SHOWN = 60;

  public BadRow {
    if (value.length() > SHOWN) {
      value = value.substring(0, SHOWN) + "…";
    }
  }

  /// The same row with its line counted.
  public BadRow atLine(long counted) {
    return new BadRow(file, counted, column, value, problem);
  }
}
