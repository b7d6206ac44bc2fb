package guiwei.table;

import java.util.List;

/// Compares what a file declares of itself with what its rows add up to.
@FunctionalInterface
public interface Footing {
  /// One declared figure beside the one found, both as the file would write them.
  record Check(String what, String declared, String found) {
    public boolean agrees() {
      return declared.equals(found);
    }

    /// A check of amounts in units of `10^-scale`.
    public static Check amount(String what, long declared, long found, int scale) {
      return new Check(
          what,
          guiwei.money.Decimals.text(declared, scale),
          guiwei.money.Decimals.text(found, scale));
    }

    /// A check of whole numbers.
    public static Check count(String what, long declared, long found) {
      return new Check(what, Long.toString(declared), Long.toString(found));
    }

    /// A check that each balance follows from the one before; where one does not, the first such
    /// beside what it should be.
    public static Check chain(String what, Tally tally, int scale) {
      Tally.Gap gap = tally.firstGap();
      return gap == null ? count(what, 0, 0) : amount(what, gap.printed(), gap.follows(), scale);
    }
  }

  /// A file that declares nothing.
  Footing NONE = (tally, footer) -> List.of();

  /// The checks for a file whose rows made this tally and whose last lines are these.
  List<Check> check(Tally tally, List<String> footer) throws RefusedFile;
}
