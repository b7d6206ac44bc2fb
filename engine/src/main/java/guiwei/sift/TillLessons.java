package guiwei.sift;

import guiwei.chance.Clock;
import guiwei.chance.Rhythm;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the sales that stage 1 settled at tills teach stage 2, which does not see them: see
/// [PlainTills].
public final class TillLessons {
  /// How soon they followed their orders.
  public final Rhythm rhythm = new Rhythm();

  private final Map<String, Past> pasts = new HashMap<>();
  private final Map<Integer, Map<Integer, Amounts>> takings = new HashMap<>();

  /// The names of the terminals by their numbers.
  private final String[] terminals;

  private final Amounts orders = new Amounts();
  private long lastOrder = Long.MIN_VALUE;

  /// What was settled at one till.
  public static final class Past {
    /// Of a till where nothing was settled.
    public static final Past NONE = new Past(null);

    /// How the till's clock goes, or null where that is not known.
    public final @Nullable Clock clock;

    private long sales;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    Past(@Nullable Clock clock) {
      this.clock = clock;
    }

    /// Takes note that the till was in use at that moment.
    void span(long second) {
      first = Math.min(first, second);
      last = Math.max(last, second);
    }

    void add() {
      sales++;
    }

    /// How many sales were settled.
    public long sales() {
      return sales;
    }

    /// Between the first and the last of these moments and of the till, at least a day.
    public double spanSeconds(long... more) {
      long from = first;
      long to = last;
      for (long second : more) {
        from = Math.min(from, second);
        to = Math.max(to, second);
      }
      return Math.max(86_400, from > to ? 0 : to - from);
    }
  }

  private static final class Amounts {
    private long[] amounts = new long[16];
    private int count;

    void add(long amount) {
      if (count == amounts.length) {
        amounts = Arrays.copyOf(amounts, count * 2);
      }
      amounts[count++] = amount;
    }

    long[] toArray() {
      return Arrays.copyOf(amounts, count);
    }
  }

  TillLessons(String... terminals) {
    this.terminals = terminals;
  }

  void add(int terminal, Past past) {
    pasts.put(terminals[terminal], past);
  }

  /// What was settled at a terminal, by its name.
  public Past past(String terminal) {
    return pasts.getOrDefault(terminal, Past.NONE);
  }

  /// Adds up the pairs that no later evidence took back.
  void count(Grouping[] groups, Days days) {
    for (Grouping group : groups) {
      Shelf.Partition partition = group.partition();
      try (Shelf.Partition.Opened _ = partition.open()) {
        for (int i = 0; i < group.pairs; i++) {
          int order = group.orders[i];
          if (order != -1 && (partition.flags(group.lines[i]) & Shelf.FLAG_AT_TILL) != 0) {
            orders.add(partition.amount(order));
            lastOrder = Math.max(lastOrder, partition.second(order));
            int sale = group.lines[i];
            takings
                .computeIfAbsent(partition.terminal(sale), t -> new HashMap<>())
                .computeIfAbsent(days.of(partition.second(sale)), d -> new Amounts())
                .add(partition.amount(sale));
          }
        }
      }
    }
  }

  /// The amounts of the settled orders.
  public long[] orders() {
    return orders.toArray();
  }

  /// The moment of the last settled order.
  public long lastOrder() {
    return lastOrder;
  }

  /// Takes what the journal of a terminal tells of a day's settled sales, line by line.
  public interface TakingsSink {
    void of(String terminal, int day, long[] amounts);
  }

  /// Shows the settled sales of every terminal and day.
  public void eachDay(TakingsSink sink) {
    takings.forEach(
        (terminal, days) ->
            days.forEach((day, amounts) -> sink.of(terminals[terminal], day, amounts.toArray())));
  }
}
