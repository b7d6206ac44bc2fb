package guiwei.sift;

import guiwei.decision.Decision;
import guiwei.decision.Decisions;
import guiwei.number.Identifiers;
import guiwei.number.Numbers;
import guiwei.order.Order;
import guiwei.statement.StatementLine;
import guiwei.table.Book;
import guiwei.table.Channel;
import guiwei.table.Hash;
import guiwei.table.LineKind;
import guiwei.table.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks through the clean pairs for numbers that rows of the rest may mean: a retry's suffix
/// hides the order it belongs to, a remark quotes a number with blanks, a refund names only the
/// payment, a person decided something about it.
final class Probe {
  private static final int CHUNK = 4096;

  /// A number beside an order is believed from this many characters on.
  private static final int SHORTEST_PAPER = 8;

  private final HashBits mayBeNumbers;
  private final long[] numbers;
  private final long[] receipts;

  /// Lines whose booking differs, by their locators.
  private final long[] booked;

  /// What transfers came to: one may be for a cancelled order, its number typed with a slip.
  private final long[] amounts;

  /// What cards paid at which till and no order wants: it may have been paid by a wallet before.
  private final long[] slips;

  /// Terminals' and stores' names, hashed, by their numbers.
  private final long[] terminals;

  private final long[] stores;

  /// Who transferred what: an order of that customer and amount may have been paid twice.
  private final long[] again;

  Probe(Rest rest, Directory directory, Decisions decisions, Learnt learnt, Desk desk, Crew crew) {
    HashSlots known = new HashSlots(rest.orders.size());
    for (Order order : rest.orders) {
      known.add(Hash.of(Numbers.plain(order.number)));
    }
    HashSlots ids = new HashSlots(rest.lines.size());
    for (StatementLine line : rest.lines) {
      ids.add(Hash.of(line.id));
    }
    List<Wants> parts = new ArrayList<>();
    List<Crew.Task> tasks = new ArrayList<>();
    for (int from = 0; from < rest.lines.size(); from += CHUNK) {
      List<StatementLine> chunk =
          rest.lines.subList(from, Math.min(rest.lines.size(), from + CHUNK));
      Wants wants = new Wants(known, ids, directory, learnt.wrapping());
      parts.add(wants);
      tasks.add(clerk -> chunk.forEach(wants::line));
    }
    crew.run(tasks);
    Wants decided = new Wants(new HashSlots(0), new HashSlots(0), directory, Wrapping.NONE);
    decisions.all().forEach(decided::decision);
    parts.add(decided);
    numbers = sorted(parts.stream().map(w -> w.numbers));
    mayBeNumbers = new HashBits(numbers.length);
    Arrays.stream(numbers).forEach(mayBeNumbers::add);
    amounts = sorted(parts.stream().map(w -> w.amounts));
    again = sorted(parts.stream().map(w -> w.again));
    receipts = sorted(parts.stream().map(w -> w.receipts));
    booked = learnt.funds().differing();
    slips = sorted(parts.stream().map(w -> w.slips));
    terminals = hashes(desk.terminals);
    stores = hashes(desk.stores);
  }

  private static long[] hashes(Names names) {
    return Arrays.stream(names.byNumber()).mapToLong(Probe::nameHash).toArray();
  }

  private static long nameHash(@Nullable String name) {
    return name == null || name.isEmpty() ? 0 : Hash.of(name);
  }

  private static long[] sorted(Stream<LongStream.Builder> parts) {
    return parts.flatMapToLong(LongStream.Builder::build).sorted().toArray();
  }

  /// What some rows of the rest ask for.
  private static final class Wants {
    private final HashSlots known;
    private final HashSlots ids;
    private final Directory directory;
    private final Wrapping wrapping;
    final LongStream.Builder numbers = LongStream.builder();
    final LongStream.Builder receipts = LongStream.builder();
    final LongStream.Builder amounts = LongStream.builder();
    final LongStream.Builder again = LongStream.builder();
    final LongStream.Builder slips = LongStream.builder();

    /// @param known hashes of plain order numbers of the rest
    /// @param ids hashes of the ids of its lines
    Wants(HashSlots known, HashSlots ids, Directory directory, Wrapping wrapping) {
      this.directory = directory;
      this.wrapping = wrapping;
      this.known = known;
      this.ids = ids;
    }

    void line(StatementLine line) {
      String reference = Numbers.plain(line.reference);
      if (known.of(Hash.of(reference)) == HashSlots.NONE) {
        if (!reference.isEmpty()) {
          number(reference);
          Numbers.withoutSuffix(line.reference).forEach(this::number);
          wrapping.of(line.channel, line.reference).forEach(this::number);
        }
        // an aggregator quotes its own number, and ours only in the words beside it
        String words = line.remark + " " + line.goods + " " + line.type;
        Numbers.inRemark(words).forEach(this::number);
        Numbers.marked(words).forEach(this::number);
        Numbers.letters(words).forEach(this::number);
      }
      if (line.reference.isEmpty() && !line.refundReference.isEmpty()) {
        Numbers.inRefund(line.refundReference).forEach(this::number);
      }
      boolean undoes = line.kind == LineKind.REFUND || line.kind == LineKind.VOID;
      if (undoes && !line.original.isEmpty() && ids.of(Hash.of(line.original)) == HashSlots.NONE) {
        receipts.add(Hash.of(line.original));
      }
      boolean told = line.book == Book.TRADE && !Identifiers.in(line.remark).isEmpty();
      if (line.reference.isEmpty() && told && line.amountMinor > 0) {
        amounts.add(line.amountMinor);
      }
      boolean slip = line.book == Book.JOURNAL && line.kind == LineKind.PAYMENT;
      if (slip && !line.terminal.isEmpty()) {
        slips.add(Hash.mix(Hash.of(line.terminal), line.amountMinor));
        String store = directory.storeOf(line.terminal);
        if (!store.isEmpty()) {
          slips.add(Hash.mix(Hash.of(store), line.amountMinor));
        }
      }
      if (line.book == Book.BANK && line.amountMinor > 0) {
        amounts.add(line.amountMinor);
        directory.customersNamed(line.payerName).forEach(c -> again(c, line.amountMinor));
        again(line.payerName, line.amountMinor);
      }
    }

    void decision(Decision decision) {
      if (decision.verdict() == Decision.Verdict.TOGETHER) {
        decision.orders().forEach(order -> number(Numbers.plain(order)));
        decision.receipts().forEach(receipt -> receipts.add(Hash.of(receipt)));
      }
    }

    private void again(String customer, long amount) {
      if (!customer.isEmpty()) {
        again.add(Hash.mix(Shelf.half(Hash.of(customer)), amount));
      }
    }

    private void number(String plain) {
      long hash = Hash.of(plain);
      if (known.of(hash) == HashSlots.NONE) {
        numbers.add(hash);
      }
    }
  }

  /// Looks at every clean group once, and takes out of the clean ones what was found.
  ///
  /// @return the locators of their rows
  long[] sweep(Grouping[] groups, Crew crew) {
    if (numbers.length + receipts.length + amounts.length + booked.length + slips.length == 0) {
      return new long[0];
    }
    long[][] found = new long[groups.length][];
    Grouping.eachOpen(groups, crew, (group, clerk) -> found[group.partition().index] = look(group));
    return Arrays.stream(found).flatMapToLong(Arrays::stream).toArray();
  }

  private long[] look(Grouping group) {
    Shelf.Partition partition = group.partition();
    LongStream.Builder locators = LongStream.builder();
    byte[] scratch = new byte[Shelf.MAX_TEXT];
    for (int i = 0; i < group.pairs; i++) {
      if (group.orders[i] != -1
          && (isNumber(plainHash(partition, group.orders[i], scratch))
              || isNumber(paperHash(partition, group.orders[i], scratch))
              || namesReceipt(partition, group.lines[i])
              || isPaidAgain(partition, group.orders[i])
              || isSlipped(partition, group.orders[i], group.lines[i])
              || Arrays.binarySearch(booked, partition.locator(group.lines[i])) >= 0)) {
        locators.add(partition.locator(group.orders[i]));
        locators.add(partition.locator(group.lines[i]));
        group.reject(i);
      }
    }
    for (int i = 0; i < group.idleCount; i++) {
      if (isNumber(plainHash(partition, group.idle[i], scratch))
          || isNumber(paperHash(partition, group.idle[i], scratch))
          || Arrays.binarySearch(amounts, partition.amount(group.idle[i])) >= 0) {
        locators.add(partition.locator(group.idle[i]));
        group.wake(i);
      }
    }
    return locators.build().toArray();
  }

  private boolean isNumber(long hash) {
    return mayBeNumbers.mayHave(hash) && Arrays.binarySearch(numbers, hash) >= 0;
  }

  private boolean isPaidAgain(Shelf.Partition partition, int order) {
    int payer = partition.payer(order);
    return payer != 0
        && again.length > 0
        && Arrays.binarySearch(again, Hash.mix(payer, partition.amount(order))) >= 0;
  }

  /// Whether a card paid just this amount at the order's till, or in its store where the order
  /// names no till but expects a card, and the order was paid otherwise.
  private boolean isSlipped(Shelf.Partition partition, int order, int line) {
    if (slips.length == 0 || Shelf.channel(partition.flags(line)) == Channel.POS) {
      return false;
    }
    int till = partition.terminal(order);
    boolean card = Shelf.channel(partition.flags(order)) == Channel.POS;
    if (till == Names.NONE && !card) {
      return false;
    }
    long place = till == Names.NONE ? at(stores, partition.store(order)) : at(terminals, till);
    return place != 0 && Arrays.binarySearch(slips, Hash.mix(place, partition.amount(order))) >= 0;
  }

  private static long at(long[] hashes, int number) {
    return number < hashes.length ? hashes[number] : 0;
  }

  private boolean namesReceipt(Shelf.Partition partition, int line) {
    if (receipts.length == 0) {
      return false;
    }
    int from = partition.idFrom(line);
    long hash = Hash.of(partition.block(line), from, from + partition.idLength(line));
    return Arrays.binarySearch(receipts, hash) >= 0;
  }

  /// The number beside the order: see [Alias].
  private static long paperHash(Shelf.Partition partition, int order, byte[] scratch) {
    int length = partition.aliasLength(order);
    byte[] block = partition.block(order);
    int plain = Numbers.plain(block, partition.aliasFrom(order), length, scratch);
    return plain < SHORTEST_PAPER ? 0 : Hash.of(scratch, 0, plain);
  }

  private static long plainHash(Shelf.Partition partition, int address, byte[] scratch) {
    int length =
        Numbers.plain(
            partition.block(address),
            partition.keyFrom(address),
            partition.keyLength(address),
            scratch);
    return Hash.of(scratch, 0, length);
  }
}
