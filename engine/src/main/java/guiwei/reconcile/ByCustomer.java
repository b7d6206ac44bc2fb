package guiwei.reconcile;

import guiwei.table.Book;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the orders of payments that name no order but a customer: the open order of that very
/// amount, however long ago it was made.
///
/// Where a customer has several orders of one amount the words of the order decide (`餐费`); as
/// many payments as orders explain each other without telling which pays which.
final class ByCustomer {
  static final String RULE = "payer-name";

  /// Without words, an account that paid for a customer before speaks only of these hours.
  private static final int VISIT_SECONDS = 2 * 3600;

  /// Books of car parks may tell the hour of arrival.
  private static final int PARKED_SECONDS = 12 * 3600;

  private final Board board;
  private final Payers payers;
  private final Acceptance acceptance;

  ByCustomer(Board board, Payers payers, Acceptance acceptance) {
    this.board = board;
    this.payers = payers;
    this.acceptance = acceptance;
  }

  /// Payments through channels, before the tills are asked.
  void atTills() {
    run(p -> p.line.book != Book.BANK && !isLater(p));
  }

  /// Whether somebody transferred the same for the same customer before: then that one pays.
  private boolean isLater(Paid paid) {
    Set<String> told = payers.told(paid);
    return !told.isEmpty()
        && board.paymentsByAmount.getOrDefault(paid.amount(), List.of()).stream()
            .anyMatch(
                p ->
                    p.line.book == Book.BANK
                        && !p.placed()
                        && p.latest() < paid.line.epochSecond
                        && p.line.currency == paid.line.currency
                        && payers.told(p).equals(told));
  }

  /// Transfers.
  void transfers() {
    run(p -> p.line.book == Book.BANK);
  }

  private record Fit(Paid paid, List<Due> dues) {}

  private void run(java.util.function.Predicate<Paid> wanted) {
    Unpaid unpaid = board.unpaid();
    Map<Set<Due>, List<Fit>> byFits = new LinkedHashMap<>();
    for (Paid paid : board.loosePayments()) {
      if (wanted.test(paid) && Transfers.isFree(paid) && paid.due == null) {
        List<Due> fits = fits(paid, unpaid);
        if (!fits.isEmpty()) {
          byFits
              .computeIfAbsent(new LinkedHashSet<>(fits), k -> new ArrayList<>())
              .add(new Fit(paid, fits));
        }
      }
    }
    // who has one order only comes first: it may be one of another's several
    byFits.values().stream()
        .sorted(Comparator.comparingInt((List<Fit> fits) -> fits.getFirst().dues().size()))
        .forEach(this::settle);
  }

  /// Open orders of just this amount of the customers that the payment speaks of.
  private List<Due> fits(Paid paid, Unpaid unpaid) {
    boolean words = paid.line.book == Book.BANK || payers.speaks(paid);
    List<Due> fits =
        unpaid.of(payers.of(paid), paid).stream()
            .filter(d -> d.due() == paid.amount())
            .filter(d -> words ? isOwed(unpaid, d, paid) : near(d, paid))
            .toList();
    List<Due> soon = fits.stream().filter(d -> near(d, paid)).toList();
    if (words && paid.line.book != Book.BANK && !soon.isEmpty()) {
      // who parks every day pays at leaving
      fits = soon;
    }
    return !fits.isEmpty() && !words && isRepeated(paid) ? List.of() : Wording.narrowed(fits, paid);
  }

  /// Whether a payment that names the customer may pay the order: a car comes and goes, and pays at
  /// leaving.
  static boolean isOwed(Unpaid unpaid, Due due, Paid paid) {
    boolean parked = paid.line.book != Book.BANK && due.isCars() && due.order.hasTime;
    long apart = Math.abs(due.order.epochSecond - paid.second);
    return parked ? apart <= PARKED_SECONDS : unpaid.isOwed(due, paid);
  }

  /// Whether the same account paid the same amount twice within minutes: the till tells which of
  /// them is one too many.
  private boolean isRepeated(Paid paid) {
    return board.paymentsByAmount.getOrDefault(paid.amount(), List.of()).stream()
        .anyMatch(
            p ->
                p != paid
                    && p.line.payer.equals(paid.line.payer)
                    && Math.abs(p.line.epochSecond - paid.line.epochSecond) <= Runs.WITHIN_SECONDS);
  }

  private static boolean near(Due due, Paid paid) {
    return Math.abs(due.order.epochSecond - paid.second) <= VISIT_SECONDS;
  }

  private void settle(List<Fit> alike) {
    List<Due> open = alike.getFirst().dues().stream().filter(d -> !d.placed()).toList();
    List<Paid> paids =
        alike.stream().map(Fit::paid).filter(p -> !p.placed()).limit(open.size()).toList();
    if (paids.isEmpty()) {
      return;
    }
    if (open.size() == 1) {
      acceptance.accept(RULE, paids.getFirst(), open);
    } else if (paids.size() == open.size()) {
      board.match(RULE, "several", paids, open);
    } else {
      board.undecided(RULE, "several", paids, List.of(), open);
    }
  }
}
