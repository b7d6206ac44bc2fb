package guiwei.sift;

import guiwei.outcome.Gap;
import guiwei.outcome.Settings;
import guiwei.table.Names;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// What stage 1 learnt of all rows of live files, for the passes of stage 2.
///
/// @param horizon the last moment that the run knows of, in seconds since
///     1970-01-01T00:00:00Z: what should have happened well before it is late
/// @param coverage which days each channel's files cover
/// @param ordered of which accounts and days the orders speak
/// @param nets what each account's trades come to per day: see [Nets]
/// @param slips the terminal slips that trade bills tell of: see [SlipKeys]
/// @param funds trade bills against fund bills
/// @param accounts the numbers that accounts have in `nets`
/// @param contracts what each account pays
/// @param someOrders plain numbers of some orders, to see how telling a part of one is
/// @param tills what sales settled at tills teach
/// @param copies rows that other rows say as well
/// @param wrapping how payment numbers hold order numbers
/// @param withdrawals what channels say they paid out, each once, the earliest first
/// @param gaps statements that do not follow each other
public record Learnt(
    long horizon,
    Coverage coverage,
    Ordered ordered,
    Sums nets,
    Sums slips,
    Funds funds,
    Names accounts,
    Contracts contracts,
    List<String> someOrders,
    TillLessons tills,
    Copies copies,
    Wrapping wrapping,
    List<Withdrawal> withdrawals,
    List<Gap> gaps) {
  /// Begins the name of a list that names no account; no account is called so.
  private static final String LIST = "\0";

  /// Adds up what the clerks noted.
  ///
  /// @param dead by file number: whether its rows count nowhere
  static Learnt of(
      Crew crew,
      Desk desk,
      Settings settings,
      Grouping[] groups,
      boolean[] dead,
      Contracts contracts,
      TillLessons tills,
      Copies copies,
      Wrapping wrapping,
      List<Gap> gaps) {
    Coverage coverage = new Coverage(desk.days);
    Ordered ordered = new Ordered(desk.days);
    Sums nets = new Sums();
    Sums slips = new Sums();
    SortedSet<Withdrawal> withdrawals = new TreeSet<>(Withdrawal.EARLIEST);
    long last = Long.MIN_VALUE;
    for (Clerk clerk : crew.clerks()) {
      coverage.addPlain(clerk.days);
      ordered.addPlain(clerk.ordered, desk);
      for (FileNotes notes : clerk.files()) {
        if (!dead[notes.file]) {
          nets.addAll(notes.nets);
          nets.addAll(Nets.ofNameless(notes.nets, desk.accounts.of(LIST + notes.file)));
          slips.addAll(notes.slips);
          withdrawals.addAll(notes.withdrawals);
          last = Math.max(last, notes.lastSecond);
        }
      }
    }
    nets.addAll(copies.nets());
    long known = last;
    List<FundNotes> funds = crew.clerks().stream().map(clerk -> clerk.funds).toList();
    return new Learnt(
        settings.asOf().map(moment -> moment.getEpochSecond()).orElse(known),
        coverage,
        ordered,
        nets,
        slips,
        Funds.of(funds, dead),
        desk.accounts,
        contracts,
        OrderSample.of(groups, dead),
        tills,
        copies,
        wrapping,
        List.copyOf(withdrawals),
        gaps);
  }
}
