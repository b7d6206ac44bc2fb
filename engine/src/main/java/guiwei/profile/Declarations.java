package guiwei.profile;

import guiwei.money.Decimals;
import guiwei.table.Footing;
import guiwei.table.RefusedFile;
import guiwei.table.Tally;
import java.util.ArrayList;
import java.util.List;

/// Checks what a file declares above or below its rows against the rows.
///
/// @param above the lines above the headings
/// @param oneAccount whether balances are those of one account, so that they must follow each
///     other
record Declarations(Bound bound, List<List<String>> above, byte separator, boolean oneAccount)
    implements Footing {
  @Override
  public List<Check> check(Tally tally, List<String> footer) throws RefusedFile {
    List<List<String>> rows = new ArrayList<>(above);
    for (String line : footer) {
      rows.add(Head.cells(line, separator));
    }
    return checks(tally, rows);
  }

  /// The checks of a file whose lines outside the table are these.
  List<Check> checks(Tally tally, List<List<String>> outside) throws RefusedFile {
    List<Check> checks = new ArrayList<>();
    for (Profile.Figure figure : Profile.Figure.values()) {
      List<String> labels = bound.profile().declared().labels().getOrDefault(figure, List.of());
      String said = Labels.figure(outside, labels);
      if (said.isEmpty() || !figure.checked() || (figure.chained() && !chained(tally))) {
        continue;
      }
      checks.add(check(figure, said, tally));
    }
    if (bound.profile().declared().chain() && chained(tally)) {
      checks.add(Check.chain("balance chain breaks", tally, bound.digits()));
    }
    return checks;
  }

  private boolean chained(Tally tally) {
    return tally.chained() && oneAccount;
  }

  private Check check(Profile.Figure figure, String said, Tally tally) throws RefusedFile {
    String what = figure.word();
    int scale = figure.counted() ? 0 : bound.amountScale();
    long declared = bound.profile().format().decimal().read(said, scale);
    if (declared == Decimals.UNREADABLE) {
      throw new RefusedFile(RefusedFile.Problem.BROKEN, what + ": " + said);
    }
    long found =
        switch (figure) {
          case COUNT -> tally.rows();
          case SUM -> Math.addExact(tally.inSum(), tally.outSum());
          case IN_COUNT -> tally.inCount();
          case IN_SUM -> tally.inSum();
          case OUT_COUNT -> tally.outCount();
          case OUT_SUM -> declared < 0 ? tally.outSum() : -tally.outSum();
          case OPENING -> tally.opening();
          case CLOSING -> tally.closing();
          case ACCOUNT, CURRENCY -> 0;
        };
    return figure.counted()
        ? Check.count(what, declared, found)
        : Check.amount(what, declared, found, bound.digits());
  }
}
