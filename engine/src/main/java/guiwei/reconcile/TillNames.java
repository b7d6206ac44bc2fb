package guiwei.reconcile;

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
      for (Paid sale : sales.getValue()) {
        Due due = isNameless(sale) ? only(sale, sales.getValue(), dues) : null;
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

  /// The only order of that amount for hours, if no other sale may be its own.
  private static @Nullable Due only(Paid sale, List<Paid> sales, List<Due> dues) {
    long at = sale.line.epochSecond;
    for (Paid other : sales) {
      if (other != sale && Math.abs(other.line.epochSecond - at) <= 2L * REACH_SECONDS) {
        return null;
      }
    }
    Due found = null;
    for (Due due : dues) {
      if (Math.abs(due.order.epochSecond - at) <= REACH_SECONDS
          && TillGroup.channelFits(due.order.channel, sale.line.channel)) {
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
