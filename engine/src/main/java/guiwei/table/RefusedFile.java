package guiwei.table;

import java.io.IOException;

/// A file that is refused whole, with the reason and what stands there.
public final class RefusedFile extends IOException {
  private static final long serialVersionUID = 1L;

  /// Why a file is refused. Every entry has a heading in `docs/refusals.md`.
  public enum Problem {
    /// Nothing stands in it, as in the file of a day without payments: told, but no bad input.
    EMPTY,
    /// No known layout fits its content.
    UNRECOGNISED,
    /// Its declared counts, sums or balances are not those of its rows.
    DOES_NOT_FOOT,
    /// It breaks off: the part that must end it is missing.
    TRUNCATED,
    /// Bytes that do not exist in its encoding.
    ENCODING,
    /// A spreadsheet program has rounded its long numbers to fifteen digits.
    ROUNDED,
    /// Rows of one order, which must be added up, do not follow each other.
    SCATTERED,
    /// Not the structure that its beginning promised.
    BROKEN,
    /// It unpacks to more than the limit.
    TOO_LARGE,
    /// Archives within archives, deeper than the limit.
    NESTED,
    /// It is locked with a password.
    ENCRYPTED,
    /// XML that declares entities or a document type: never needed, often an attack.
    ENTITIES,
    /// A proposed mapping is in doubt and waits for a person's confirmation.
    NEEDS_MAPPING,
    /// The operating system could not read it.
    IO
  }

  private final Problem problem;
  private final String detail;

  /// @param detail what is wrong in the file's own terms; never personal data
  public RefusedFile(Problem problem, String detail) {
    super(problem + ": " + detail);
    this.problem = problem;
    this.detail = detail;
  }

  public Problem problem() {
    return problem;
  }

  public String detail() {
    return detail;
  }
}
