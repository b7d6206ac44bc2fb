package guiwei.sift;

import guiwei.table.Book;
import guiwei.table.LineKind;
import guiwei.table.Names;
import guiwei.table.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// Stage 1 for one partition: rows grouped by their number, and the groups that are plainly
/// clean told from those that need thought.
///
/// A group is plainly clean when it is one order and one finished payment that agree in amount
/// and currency and nothing about either row is odd. An order that was cancelled and never paid
/// is clean too: nothing is expected. A plain payment whose number no order has, a plain sale at
/// a till, and a plain order whose number no payment has, are loose: [Hidden] looks for a number
/// that joins them, [PlainTills] for the till and the moment.
/// Everything else is the rest.
///
/// The table is probed from the top bits of the hash and does not wrap, so that walking it
/// gives the groups nearly in the order of their hashes: the result does not depend on the
/// order of rows.
final class Grouping {
  private static final int SLACK = 1 << 12;

  /// A partition holds at most a million pairs.
  private static final int INDEX_BITS = 20;

  private final Shelf.Partition partition;
  private int[] addresses = new int[0];
  private int[] heads = new int[0];
  private int[] next = new int[0];
  private int shift;

  /// Addresses of the order and of the payment of each clean pair, in the order of their
  /// hashes; the partition must be open to read them.
  int[] orders = new int[64];

  int[] lines = new int[64];
  int pairs;

  /// Addresses of cancelled orders without any line.
  int[] idle = new int[16];

  int idleCount;

  /// Addresses of plain payments whose number no order has, and of plain sales at tills.
  int[] looseLines = new int[64];

  int looseLineCount;

  /// Addresses of plain orders whose number no line has.
  int[] looseOrders = new int[64];

  int looseOrderCount;

  /// Addresses of rows that need thought.
  int[] rest = new int[64];

  int restCount;

  /// Where rows stand that need thought and are not in `rest` any more.
  private long[] located = new long[0];

  /// The rows of the group that is looked at.
  private int[] members = new int[16];

  /// Where rows stand that say once more what another row says: they count nowhere.
  private long[] copies = new long[0];

  private int copyCount;

  Grouping(Shelf.Partition partition) {
    this.partition = partition;
  }

  Shelf.Partition partition() {
    return partition;
  }

  /// What is done with one group by one thread.
  @FunctionalInterface
  interface Step {
    void at(Grouping group, Clerk clerk);
  }

  /// Takes the step with every group, by all threads; of rows only those that are not clean are
  /// in memory for sure.
  static void each(Grouping[] groups, Crew crew, Step step) {
    List<Crew.Task> tasks = new ArrayList<>();
    for (Grouping group : groups) {
      tasks.add(clerk -> step.at(group, clerk));
    }
    crew.run(tasks);
  }

  /// The same with all rows of the group in memory.
  static void eachOpen(Grouping[] groups, Crew crew, Step step) {
    each(
        groups,
        crew,
        (group, clerk) -> {
          try (Shelf.Partition.Opened _ = group.partition.open()) {
            step.at(group, clerk);
          }
        });
  }

  /// Groups the rows of live files. What is not clean stays in memory whether the partition is
  /// open or not.
  ///
  /// @param dead by file number: whether its rows count nowhere
  Grouping group(boolean[] dead) {
    addresses = partition.addresses();
    int bits = 64 - Long.numberOfLeadingZeros(Math.max(16, addresses.length * 2L - 1));
    while (!link(bits, dead)) {
      bits++;
    }
    for (int head : heads) {
      if (head != 0) {
        settle(head - 1);
      }
    }
    sortPairs();
    heads = new int[0];
    next = new int[0];
    addresses = new int[0];
    tidy();
    return this;
  }

  /// Chains rows of one number together; fails when the table is too small for its clusters.
  private boolean link(int bits, boolean[] dead) {
    heads = new int[(1 << bits) + SLACK];
    next = new int[addresses.length];
    shift = 64 - bits;
    for (int i = 0; i < addresses.length; i++) {
      int address = addresses[i];
      if (dead[guiwei.table.Locator.file(partition.locator(address))]) {
        continue;
      }
      long hash = partition.hash(address);
      // the top eight bits chose the partition
      int slot = (int) (hash << 8 >>> shift);
      while (slot < heads.length
          && heads[slot] != 0
          && !same(addresses[heads[slot] - 1], address, hash)) {
        slot++;
      }
      if (slot == heads.length) {
        return false;
      }
      next[i] = heads[slot];
      heads[slot] = i + 1;
    }
    return true;
  }

  private boolean same(int one, int other, long hash) {
    return partition.hash(one) == hash && partition.sameKey(one, other);
  }

  /// Decides one group from its chain.
  private void settle(int first) {
    int count = 0;
    int orderCount = 0;
    for (int i = first + 1; i != 0; i = next[i - 1]) {
      members = put(members, count++, addresses[i - 1]);
      orderCount += Shelf.isOrder(partition.flags(addresses[i - 1])) ? 1 : 0;
    }
    decide(orderCount > 1 || count - orderCount > 1 ? once(count) : count);
  }

  /// Sets aside the members that say no more than another one: the first by its place stays.
  ///
  /// @return how many stay
  private int once(int count) {
    Integer[] sorted = Arrays.stream(members, 0, count).boxed().toArray(Integer[]::new);
    Arrays.sort(
        sorted,
        Comparator.comparing((Integer row) -> row, partition::compare)
            .thenComparingLong(partition::locator));
    int kept = 0;
    for (int row : sorted) {
      if (kept > 0 && partition.compare(members[kept - 1], row) == 0 && tellsAll(row)) {
        copies = copyCount == copies.length ? Arrays.copyOf(copies, copyCount * 2 + 4) : copies;
        copies[copyCount++] = partition.locator(row);
      } else {
        members[kept++] = row;
      }
    }
    return kept;
  }

  /// Whether a row of the same figures is the same fact for sure, and says the same. Of an order
  /// with words or a promise, of a bank's line, and of what was given back on a number of the
  /// merchant's own, more must be compared.
  private boolean tellsAll(int row) {
    int flags = partition.flags(row);
    if (Shelf.isOrder(flags)) {
      return (flags & (Shelf.FLAG_ODD | Shelf.FLAG_WORDS)) == 0 && partition.keyLength(row) > 0;
    }
    int length = partition.idLength(row);
    return (Shelf.kind(flags) == LineKind.PAYMENT || Shelf.book(flags) == Book.JOURNAL)
        && Shelf.book(flags) != Book.BANK
        && length > 0
        && length < Shelf.MAX_TEXT
        && partition.account(row) != Names.OTHERS
        && partition.terminal(row) != Names.OTHERS;
  }

  /// Decides on the first members.
  private void decide(int count) {
    int order = -1;
    int line = -1;
    int orderCount = 0;
    int lineCount = 0;
    for (int i = 0; i < count; i++) {
      if (Shelf.isOrder(partition.flags(members[i]))) {
        order = members[i];
        orderCount++;
      } else {
        line = members[i];
        lineCount++;
      }
    }
    if (orderCount == 1 && lineCount == 1 && clean(order, line)) {
      addPair(order, line);
    } else if (orderCount == 1 && lineCount == 0 && nothingExpected(order)) {
      idle = put(idle, idleCount++, order);
    } else if (orderCount == 1 && lineCount == 0 && isPlainOrder(order)) {
      looseOrders = put(looseOrders, looseOrderCount++, order);
    } else if (orderCount == 0 && lineCount == 1 && (isPlainPayment(line) || isTillSale(line))) {
      looseLines = put(looseLines, looseLineCount++, line);
    } else {
      for (int i = 0; i < count; i++) {
        rest = put(rest, restCount++, members[i]);
      }
    }
  }

  /// Where rows stand that say once more what another row says.
  long[] copies() {
    return Arrays.copyOf(copies, copyCount);
  }

  private boolean nothingExpected(int order) {
    int flags = partition.flags(order);
    return Shelf.state(flags) == State.CANCELLED && (flags & Shelf.FLAG_ODD) == 0;
  }

  /// Whether an order and a payment that agree in their number settle each other.
  private boolean clean(int order, int line) {
    return isPlainOrder(order) && isPlainPayment(line) && agree(partition, order, line);
  }

  /// Whether amounts and currencies are the same.
  boolean agree(Shelf.Partition linePartition, int order, int line) {
    return partition.amount(order) == linePartition.amount(line)
        && partition.currency(order) == linePartition.currency(line);
  }

  private boolean isPlainOrder(int order) {
    int flags = partition.flags(order);
    State state = Shelf.state(flags);
    return (flags & Shelf.FLAG_ODD) == 0
        && (state == State.PAID || state == State.UNKNOWN || state == State.OPEN);
  }

  private boolean isPlainPayment(int line) {
    int flags = partition.flags(line);
    State state = Shelf.state(flags);
    return (flags & Shelf.FLAG_ODD) == 0
        && Shelf.kind(flags) == LineKind.PAYMENT
        && Shelf.book(flags) == Book.TRADE
        && (state == State.DONE || state == State.UNKNOWN)
        && partition.amount(line) > 0
        && partition.isNumbered(line)
        && partition.idLength(line) > 0;
  }

  /// Whether a terminal's journal tells of a plain sale that has no order's number.
  private boolean isTillSale(int line) {
    int flags = partition.flags(line);
    State state = Shelf.state(flags);
    return (flags & Shelf.FLAG_ODD) == 0
        && Shelf.kind(flags) == LineKind.PAYMENT
        && Shelf.book(flags) == Book.JOURNAL
        && (state == State.DONE || state == State.UNKNOWN)
        && partition.amount(line) > 0
        && partition.idLength(line) > 0
        && partition.terminal(line) != Names.NONE;
  }

  private void addPair(int order, int line) {
    if (pairs == orders.length) {
      orders = Arrays.copyOf(orders, pairs * 2);
      lines = Arrays.copyOf(lines, pairs * 2);
    }
    orders[pairs] = order;
    lines[pairs++] = line;
  }

  /// Takes a clean pair out again: later evidence says that it needs thought.
  void reject(int pair) {
    rest = put(rest, restCount++, orders[pair]);
    rest = put(rest, restCount++, lines[pair]);
    orders[pair] = -1;
  }

  /// Takes an idle order out again.
  void wake(int index) {
    rest = put(rest, restCount++, idle[index]);
    idle[index] = -1;
  }

  private static int[] put(int[] array, int index, int value) {
    int[] room = index == array.length ? Arrays.copyOf(array, index * 2 + 1) : array;
    room[index] = value;
    return room;
  }

  /// Adds pairs of loose rows; the lines are copies of other partitions' rows.
  ///
  /// @param flag what the copies say besides
  void join(int[] joinedOrders, List<Shelf.Partition> from, int[] joinedLines, int flag) {
    if (joinedOrders.length == 0) {
      return;
    }
    int[] copies = partition.take(from, joinedLines, flag);
    for (int i = 0; i < copies.length; i++) {
      addPair(joinedOrders[i], copies[i]);
    }
    int[] gone = joinedOrders.clone();
    Arrays.sort(gone);
    looseOrderCount = without(looseOrders, looseOrderCount, gone);
    sortRoughly();
    sortPairs();
  }

  /// Takes loose lines out that were joined to orders.
  ///
  /// @param gone sorted addresses
  void forget(int[] gone) {
    looseLineCount = without(looseLines, looseLineCount, gone);
  }

  private static int without(int[] addresses, int count, int[] gone) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (Arrays.binarySearch(gone, addresses[i]) < 0) {
        addresses[kept++] = addresses[i];
      }
    }
    return kept;
  }

  /// Puts away what a round joined, so that only what is still loose or needs thought stays in
  /// memory.
  void tidy() {
    if (partition.isOut()) {
      Shelf.Partition before = partition.snapshot();
      partition.putAway(pairs, orders, lines);
      rest = kept(before, rest, restCount);
      looseOrders = kept(before, looseOrders, looseOrderCount);
      looseLines = kept(before, looseLines, looseLineCount);
    }
  }

  /// Keeps copies of the first of these rows in memory, whether the partition is open or not.
  /// Answers their addresses.
  private int[] kept(Shelf.Partition from, int[] rows, int count) {
    return partition.take(Collections.nCopies(count, from), Arrays.copyOf(rows, count), 0);
  }

  /// Ends the rounds of stage 1: of rows that need thought only their places in the files are
  /// remembered.
  void putAway() {
    located = locators();
    rest = new int[16];
    restCount = 0;
    partition.putAway(pairs, orders, lines);
  }

  /// Where the rows stand that need thought.
  long[] locators() {
    long[] all = Arrays.copyOf(located, located.length + restCount);
    for (int i = 0; i < restCount; i++) {
      all[located.length + i] = partition.locator(rest[i]);
    }
    return all;
  }

  /// Sends what is still loose to the rest.
  void leaveLoose() {
    for (int i = 0; i < looseOrderCount; i++) {
      rest = put(rest, restCount++, looseOrders[i]);
    }
    for (int i = 0; i < looseLineCount; i++) {
      rest = put(rest, restCount++, looseLines[i]);
    }
    looseLines = new int[0];
    looseOrders = new int[0];
    looseLineCount = 0;
    looseOrderCount = 0;
  }

  /// Puts the pairs nearly in the order of their hashes, by as many bits as leave room for an
  /// index.
  private void sortRoughly() {
    long[] keys = new long[pairs];
    for (int i = 0; i < pairs; i++) {
      // the top eight bits are the same in all of a partition; the sign is turned for sorting
      long top = (partition.hash(orders[i]) << 8) & (-1L << INDEX_BITS);
      keys[i] = (top | i) ^ Long.MIN_VALUE;
    }
    Arrays.sort(keys);
    int[] sortedOrders = new int[pairs];
    int[] sortedLines = new int[pairs];
    for (int i = 0; i < pairs; i++) {
      int index = (int) keys[i] & ((1 << INDEX_BITS) - 1);
      sortedOrders[i] = orders[index];
      sortedLines[i] = lines[index];
    }
    orders = sortedOrders;
    lines = sortedLines;
  }

  /// Puts nearly sorted pairs into the order of their hashes, by insertion.
  private void sortPairs() {
    for (int i = 1; i < pairs; i++) {
      int order = orders[i];
      int line = lines[i];
      long hash = partition.hash(order);
      int k = i;
      while (k > 0 && Long.compareUnsigned(partition.hash(orders[k - 1]), hash) > 0) {
        orders[k] = orders[k - 1];
        lines[k] = lines[k - 1];
        k--;
      }
      orders[k] = order;
      lines[k] = line;
    }
  }
}
