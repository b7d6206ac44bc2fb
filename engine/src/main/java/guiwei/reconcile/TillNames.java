package guiwei.reconcile;

import guiwei.sift.Directory;
import guiwei.table.Book;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds out which till of the orders a terminal stands at, where the journal calls it by another
/// name and neither the journal nor the merchant's list says the store.
///
/// A sale and an order of an amount that nothing else has for hours vote for each other's till.
/// Chance votes scatter over all tills; the true one gathers nearly all.
final class TillNames {
  /// However far a terminal's clock is off.
  private static final int REACH_SECONDS = 2700;

  private static final int ENOUGH_VOTES = 6;

  /// How many times the votes of the next till.
  private static final int CLEARLY = 4;

  private final Board board;
  private final Directory directory;
  private final Map<Long, List<Due>> duesByAmount = new HashMap<>();
  private final Set<String> tills = new HashSet<>();
  private final Set<String> stores = new HashSet<>();

  TillNames(Board board, Directory directory) {
    this.board = board;
    this.directory = directory;
  }

  void run() {
    for (Due due : board.openDues()) {
      if (due.payments.isEmpty() && !due.order.dayOnly && !till(due).isBlank()) {
        duesByAmount.computeIfAbsent(due.due(), a -> new ArrayList<>()).add(due);
        tills.add(due.order.terminal);
        stores.add(due.order.store);
      }
    }
    Map<String, Map<String, Integer>> votes = new TreeMap<>();
    Map<String, Due> speakers = new HashMap<>();
    for (Map.Entry<Long, List<Paid>> sales : board.paymentsByAmount.entrySet()) {
      List<Due> dues = duesByAmount.getOrDefault(sales.getKey(), List.of());
      for (int i = 0; i < sales.getValue().size(); i++) {
        Paid sale = sales.getValue().get(i);
        Due due = isNameless(sale) && isAlone(sales.getValue(), i) ? only(sale, dues) : null;
        if (due != null) {
          speakers.putIfAbsent(till(due), due);
          votes
              .computeIfAbsent(sale.line.terminal, t -> new TreeMap<>())
              .merge(till(due), 1, Integer::sum);
        }
      }
    }
    votes.forEach((terminal, counts) -> learn(terminal, counts, speakers));
  }

  private void learn(String terminal, Map<String, Integer> counts, Map<String, Due> speakers) {
    String best = "";
    int most = 0;
    int next = 0;
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      if (entry.getValue() > most) {
        next = most;
        most = entry.getValue();
        best = entry.getKey();
      } else {
        next = Math.max(next, entry.getValue());
      }
    }
    Due speaker = speakers.get(best);
    if (speaker != null && most >= ENOUGH_VOTES && most >= next * CLEARLY) {
      directory.learnTill(terminal, speaker.order.terminal, speaker.order.store);
    }
  }

  /// Whether the sale's terminal is none that an order names and nothing tells its store.
  private boolean isNameless(Paid sale) {
    return sale.line.book == Book.JOURNAL
        && sale.due == null
        && !sale.placed()
        && !sale.line.dayOnly
        && !sale.line.terminal.isEmpty()
        && !tills.contains(sale.line.terminal)
        && !stores.contains(sale.line.store)
        && directory.storeOf(sale.line.terminal).isEmpty();
  }

  /// Whether no other sale of that amount may pay the order of this one.
  ///
  /// @param sales of one amount, in order of time
  private static boolean isAlone(List<Paid> sales, int index) {
    return (index == 0 || isApart(sales.get(index - 1), sales.get(index)))
        && (index == sales.size() - 1 || isApart(sales.get(index), sales.get(index + 1)));
  }

  private static boolean isApart(Paid earlier, Paid later) {
    return later.line.epochSecond - earlier.line.epochSecond > 2L * REACH_SECONDS;
  }

  /// The only order of that amount for hours.
  private static @Nullable Due only(Paid sale, List<Due> dues) {
    long at = sale.line.epochSecond;
    Due found = null;
    for (Due due : dues) {
      if (Math.abs(due.order.epochSecond - at) <= REACH_SECONDS
          && due.order.channel.fits(sale.line.channel)) {
        if (found != null) {
          return null;
        }
        found = due;
      }
    }
    return found;
  }

  /// The till's name among the orders; two stores may call their tills alike.
  private static String till(Due due) {
    return due.order.store + '\t' + due.order.terminal;
  }
}
