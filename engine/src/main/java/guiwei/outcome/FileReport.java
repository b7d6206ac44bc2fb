package guiwei.outcome;

import guiwei.table.Footing;
import guiwei.table.RefusedFile.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of one file.
///
/// @param format the layout's key, empty when none fits
/// @param sameAs the name of the file with the same content that was read instead, or empty
/// @param repeatedRows rows that stand in the run more than once and were counted once
/// @param refusal why the file was refused whole, or null
/// @param passedOver sheets of it that were not read, although they have rows: they fit no format,
///     or whoever opens the file is not shown them
public record FileReport(
    String name,
    String format,
    long rows,
    long badRows,
    long repeatedRows,
    String sameAs,
    @Nullable Problem refusal,
    String detail,
    List<Footing.Check> checks,
    List<String> passedOver) {
  /// A file of which everything was read, or nothing.
  public FileReport(
      String name,
      String format,
      long rows,
      long badRows,
      long repeatedRows,
      String sameAs,
      @Nullable Problem refusal,
      String detail,
      List<Footing.Check> checks) {
    this(name, format, rows, badRows, repeatedRows, sameAs, refusal, detail, checks, List.of());
  }

  public FileReport {
    checks = List.copyOf(checks);
    passedOver = List.copyOf(passedOver);
  }
}
