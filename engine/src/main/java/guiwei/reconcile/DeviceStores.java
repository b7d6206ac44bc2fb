package guiwei.reconcile;

import guiwei.sift.Directory;
import guiwei.table.Book;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds out whether the device that a channel's bill names is the merchant's number of a store:
/// channels take either there. Payments that quote their order say so.
final class DeviceStores {
  private static final int ENOUGH = 5;

  /// Of so many one may have been taken in another store.
  private static final int NEARLY_ALL = 10;

  private final Board board;
  private final Directory directory;

  DeviceStores(Board board, Directory directory) {
    this.board = board;
    this.directory = directory;
  }

  void run() {
    Set<String> stores =
        board.lines.stream()
            .filter(this::namesStore)
            .map(paid -> paid.line.terminal)
            .collect(Collectors.toSet());
    if (stores.isEmpty() || board.dues.stream().anyMatch(d -> stores.contains(d.order.terminal))) {
      // the orders have tills of that name
      return;
    }
    long agreeing = 0;
    long others = 0;
    for (Due due : board.dues) {
      for (Paid paid : due.payments) {
        if (namesStore(paid) && !due.order.store.isEmpty()) {
          boolean own = paid.line.terminal.equals(due.order.store);
          agreeing += own ? 1 : 0;
          others += own ? 0 : 1;
        }
      }
    }
    if (agreeing >= ENOUGH && others * NEARLY_ALL <= agreeing) {
      stores.forEach(store -> directory.learnTill(store, "", store));
    }
  }

  private boolean namesStore(Paid paid) {
    return paid.line.book == Book.TRADE
        && paid.line.store.isEmpty()
        && directory.hasStore(paid.line.terminal);
  }
}
