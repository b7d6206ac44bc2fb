package guiwei.reconcile;

import guiwei.outcome.Reason;
import guiwei.sift.Directory;
import guiwei.sift.Doubts;
import guiwei.table.Book;
import guiwei.table.Channel;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Whether a payment reached the store that its order belongs to.
///
/// The account says so by the books. The store or till that a line names says so only where
/// orders of one store are hardly ever paid in another: a merchant with one counter for all
/// would see a hundred strangers.
final class Homes {
  private final Directory directory;
  private final Map<Channel, int[]> visits = new EnumMap<>(Channel.class);

  Homes(Board board, Directory directory) {
    this.directory = directory;
    learnAccounts(board);
    for (Due due : board.dues) {
      for (Paid paid : due.payments) {
        if (paid.amount() == due.due() && !takenIn(paid).isEmpty()) {
          int[] counts = visits.computeIfAbsent(paid.line.channel, c -> new int[2]);
          counts[0]++;
          counts[1] += takenIn(paid).equals(due.order.store) ? 0 : 1;
        }
      }
    }
  }

  /// Tells the directory to which accounts transfers that quote their order go: nothing of a bank
  /// is settled in stage 1, which learns this of the channels.
  private void learnAccounts(Board board) {
    Map<String, Map<String, Integer>> byStore = new TreeMap<>();
    for (Due due : board.dues) {
      for (Paid paid : due.payments) {
        if (paid.line.book == Book.BANK
            && paid.amount() == due.due()
            && !due.order.store.isEmpty()
            && !Tills.account(paid).isEmpty()) {
          byStore
              .computeIfAbsent(due.order.store, s -> new TreeMap<>())
              .merge(Tills.account(paid), 1, Integer::sum);
        }
      }
    }
    byStore.forEach(
        (store, accounts) -> {
          int total = accounts.values().stream().mapToInt(Integer::intValue).sum();
          accounts.forEach(
              (account, count) -> {
                if (Doubts.isHome(count, total)) {
                  directory.learn(Channel.BANK, store, account);
                }
              });
        });
  }

  /// Why this payment is in the wrong place, if it is.
  Optional<Reason> strange(Due due, Paid paid) {
    String account = Tills.account(paid);
    if (directory.isStrange(paid.line.channel, due.order.store, account)) {
      return Optional.of(
          Reason.of(
              "reason.account-of-other-store",
              due.order.number,
              due.order.store,
              account,
              Board.join(directory.homesOf(account).stream().sorted().toList())));
    }
    String store = takenIn(paid);
    boolean elsewhere =
        !store.isEmpty()
            && !store.equals(due.order.store)
            && directory.hasStore(due.order.store)
            && !isCustom(paid.line.channel);
    return elsewhere
        ? Optional.of(
            Reason.of("reason.taken-in-other-store", due.order.number, due.order.store, store))
        : Optional.empty();
  }

  boolean isStrange(Due due, Paid paid) {
    return strange(due, paid).isPresent();
  }

  private boolean isCustom(Channel channel) {
    int[] counts = visits.getOrDefault(channel, new int[2]);
    return counts[1] * 100L > (counts[0] + directory.atHome(channel)) * Doubts.CUSTOM_PERCENT;
  }

  /// The store whose till took the money, or that the line names; empty if it says neither.
  private String takenIn(Paid paid) {
    String till = directory.storeOf(paid.line.terminal);
    return till.isEmpty() ? directory.storeCalled(paid.line.store) : till;
  }
}
