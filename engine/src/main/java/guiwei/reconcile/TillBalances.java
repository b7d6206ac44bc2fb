package guiwei.reconcile;

import guiwei.outcome.Place;
import guiwei.table.Book;
import guiwei.table.State;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The rest of an order that was paid in part, paid without a number at a till of its store: the
/// customer left a deposit by phone and swiped a card when fetching the goods.
///
/// To the fen, later than the first part, and only where no other order lacks just that and no
/// other payment is just that.
final class TillBalances {
  private static final int LATEST_SECONDS = 60 * 86_400;

  private final Board board;

  TillBalances(Board board) {
    this.board = board;
  }

  void run() {
    Map<Long, List<Due>> lacking = new HashMap<>();
    for (Due due : board.dues) {
      if (isPartPaid(due)) {
        lacking.computeIfAbsent(due.due() - due.receivedMinor, a -> new ArrayList<>()).add(due);
      }
    }
    if (lacking.isEmpty()) {
      return;
    }
    Map<Long, List<Paid>> loose = new HashMap<>();
    for (Paid paid : board.loosePayments()) {
      if (mayBeRest(paid) && lacking.containsKey(paid.amount())) {
        loose.computeIfAbsent(paid.amount(), a -> new ArrayList<>()).add(paid);
      }
    }
    loose.forEach((amount, paids) -> join(lacking.getOrDefault(amount, List.of()), paids));
  }

  private void join(List<Due> dues, List<Paid> paids) {
    for (Due due : dues) {
      List<Paid> fits = paids.stream().filter(paid -> fits(paid, due)).toList();
      if (fits.size() == 1
          && dues.stream().filter(other -> fits(fits.getFirst(), other)).count() == 1) {
        due.receivedMinor = due.due();
        board.matchRest("part-payment", fits, due);
      }
    }
  }

  private boolean fits(Paid paid, Due due) {
    Paid first = due.paidBy;
    return first != null
        && !paid.placed()
        && paid.line.currency == due.order.currency
        && paid.second >= first.second
        && paid.second - first.second <= LATEST_SECONDS
        && board.mayServe(paid, due);
  }

  private static boolean mayBeRest(Paid paid) {
    return paid.line.book != Book.BANK
        && paid.due == null
        && paid.hint == null
        && paid.givenBackMinor == 0;
  }

  /// Whether only a part has come, and the books say that it was to come in parts.
  private static boolean isPartPaid(Due due) {
    return due.place == Place.MATCHED
        && due.paidBy != null
        && due.receivedMinor > 0
        && due.receivedMinor < due.due()
        && (due.order.state == State.PART_PAID || Wording.part(due.order.remark));
  }
}
