package guiwei.decision;

/// A file of decisions that cannot be followed: where it stands, and what is wrong. Nothing is
/// reconciled by half of somebody's decisions, so the whole file is refused.
public final class BadDecision extends Exception {
  private static final long serialVersionUID = 1L;

  /// What can be wrong. Each has a heading in `docs/decisions.md`.
  public enum Problem {
    /// The file is empty, or its first row has no heading `decision`.
    NO_HEADINGS,
    /// Neither UTF-8 nor GB18030, or larger than a list of decisions can be.
    NOT_TEXT,
    /// A quote that nothing closes, or something behind a closing quote.
    QUOTES,
    /// A row with more cells than there are headings.
    CELLS,
    /// A decision that does not exist.
    VERDICT,
    /// No receipt and no order, or `together` of one thing alone.
    FACTS,
    /// Another line of the file decides otherwise about the same fact.
    CONTRADICTION
  }

  private final String file;
  private final long line;
  private final String column;
  private final String value;
  private final Problem problem;
  private final String detail;

  BadDecision(String file, long line, String column, String value, Problem problem, String detail) {
    super(file + ":" + line + ": " + problem, null, false, false);
    this.file = file;
    this.line = line;
    this.column = column;
    this.value = value;
    this.problem = problem;
    this.detail = detail;
  }

  public String file() {
    return file;
  }

  public long line() {
    return line;
  }

  public String column() {
    return column;
  }

  public String value() {
    return value;
  }

  public Problem problem() {
    return problem;
  }

  /// The line that a decision contradicts, else nothing.
  public String detail() {
    return detail;
  }
}
