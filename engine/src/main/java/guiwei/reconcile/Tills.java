package guiwei.reconcile;

import guiwei.chance.Prices;
import guiwei.chance.Rhythm;
import guiwei.sift.Crew;
import guiwei.sift.Directory;
import guiwei.sift.TillLessons;
import guiwei.table.Channel;
import guiwei.table.LineKind;
import guiwei.table.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;

/// Finds the orders of payments that carry no number: by till, amount and time, with the till's
/// clock corrected; then by account, whose stores the directory knows.
final class Tills {
  /// Sales that seem to have an order of their own, but not plainly.
  private final Set<Paid> later = new HashSet<>();

  private final Board board;
  private final Directory directory;
  private final Crew crew;
  private final Prices prices;
  private final WrongSum wrongSum;
  private final Rhythm rhythm = new Rhythm();
  private final List<Till> tills = new ArrayList<>();

  /// What one till or account took, and the orders that may be it.
  private record Heap(List<Paid> lines, List<Due> dues, TillLessons.Past past) {}

  Tills(Board board, Directory directory, Crew crew) {
    this.crew = crew;
    this.prices =
        new Prices(
            LongStream.concat(
                board.silent().stream().mapToLong(Due::asked),
                Arrays.stream(board.tillLessons.orders())));
    this.wrongSum = new WrongSum(board);
    this.board = board;
    this.directory = directory;
  }

  /// Joins what is of one amount and near in time, till by till, then account by account.
  void pairs() {
    reservations();
    Rhythm quick = new Rhythm();
    quick.learnAll(board.tillLessons.rhythm);
    List<TillGroup> groups = groups(byTerminal());
    teach(groups, TillGroup::teach, quick);
    settle(groups, quick);
    // who pays days later may pay at any till of the house
    Rhythm late = rhythm;
    groups = groups(byAccount());
    teach(groups, TillGroup::teach, late);
    teach(groups, TillGroup::teachLate, late);
    if (late.isLate()) {
      // else the orders that a slip left over would take part in the guessing
      tills.forEach(Till::slips);
    }
    settle(groups, late);
  }

  /// How soon payments without a number follow their orders, once the pairs are known.
  Rhythm rhythm() {
    return rhythm;
  }

  /// How common amounts are.
  Prices prices() {
    return prices;
  }

  /// Explains what is left over. All tills think at once and are settled in turn.
  void stories() {
    crew.each(tills, Till::thinkStories);
    tills.forEach(Till::stories);
    tills.forEach(till -> till.twice(Set.of()));
  }

  private List<TillGroup> groups(List<Heap> heaps) {
    return crew.map(
        heaps, heap -> new TillGroup(heap.lines, open(heap.dues), directory, heap.past));
  }

  private void teach(List<TillGroup> groups, BiConsumer<TillGroup, Rhythm> lesson, Rhythm rhythm) {
    List<Rhythm> learnt =
        crew.map(
            groups,
            group -> {
              Rhythm own = new Rhythm();
              lesson.accept(group, own);
              return own;
            });
    learnt.forEach(rhythm::learnAll);
  }

  /// A completed reservation belongs to the moment of the reservation, hours or days before,
  /// though another terminal of the house may have taken that.
  private void reservations() {
    Map<Long, List<Due>> ordered = new HashMap<>();
    for (Due due : freeDues()) {
      ordered.computeIfAbsent(due.asked(), a -> new ArrayList<>()).add(due);
    }
    Map<String, List<Paid>> heldByCard = new HashMap<>();
    for (Paid held : board.lines) {
      if (held.line.kind == LineKind.PREAUTH) {
        heldByCard.computeIfAbsent(held.line.payer, c -> new ArrayList<>()).add(held);
      }
    }
    List<Reservation> reservations = new ArrayList<>();
    for (Paid done : board.loosePayments()) {
      if (done.line.kind == LineKind.PREAUTH_DONE) {
        for (Paid held : heldByCard.getOrDefault(done.line.payer, List.of())) {
          if (isOf(held, done)) {
            reservations.add(
                new Reservation(
                    held,
                    done,
                    isOrdered(done, held.line.epochSecond, ordered),
                    isOrdered(done, done.line.epochSecond, ordered)));
          }
        }
      }
    }
    long early = reservations.stream().filter(r -> r.early && !r.late).count();
    long late = reservations.stream().filter(r -> r.late && !r.early).count();
    for (Reservation r : reservations) {
      // where both moments have such an order, the custom of the house decides
      if (r.early == r.late ? early >= late : r.early) {
        r.done.since = r.held.line.epochSecond;
        r.done.till = r.held.line.terminal;
      }
    }
  }

  /// A reservation and its completion, and at which of their moments an order of that amount was
  /// entered.
  private record Reservation(Paid held, Paid done, boolean early, boolean late) {}

  private static boolean isOf(Paid held, Paid done) {
    boolean same = !done.line.payer.isEmpty() || done.line.terminal.equals(held.line.terminal);
    boolean named = done.original.isEmpty() || Recharges.names(done, held);
    return same && named && held.line.epochSecond <= done.line.epochSecond;
  }

  /// Whether an order of that amount was entered at about that moment: some houses enter it with
  /// the reservation, others when it is completed.
  private boolean isOrdered(Paid done, long second, Map<Long, List<Due>> ordered) {
    return ordered.getOrDefault(done.amount(), List.of()).stream()
        .anyMatch(
            d ->
                Math.abs(d.order.epochSecond - second) <= Rhythm.NEAR_SECONDS
                    && board.mayServe(done, d)
                    && d.order.channel.fits(done.line.channel));
  }

  private List<Heap> byTerminal() {
    Map<String, List<Due>> duesByTill = new HashMap<>();
    for (Due due : freeDues()) {
      if (!due.order.terminal.isEmpty()) {
        duesByTill.computeIfAbsent(due.order.terminal, t -> new ArrayList<>()).add(due);
      }
    }
    Map<String, List<Due>> duesByStore = new HashMap<>();
    for (Due due : freeDues()) {
      if (due.order.terminal.isEmpty() && !due.order.store.isEmpty()) {
        duesByStore.computeIfAbsent(due.order.store, s -> new ArrayList<>()).add(due);
      }
    }
    List<Heap> heaps = new ArrayList<>();
    for (Map.Entry<String, List<Paid>> entry : linesBy(p -> p.till).entrySet()) {
      String terminal = entry.getKey();
      String store = storeOf(terminal, entry.getValue());
      String till = directory.tillOf(terminal);
      List<Due> dues = new ArrayList<>(duesByTill.getOrDefault(till, List.of()));
      dues.removeIf(d -> isElsewhere(d, till, terminal, store));
      dues.addAll(duesByStore.getOrDefault(store, List.of()));
      heaps.add(new Heap(entry.getValue(), dues, board.tillLessons.past(terminal)));
    }
    return heaps;
  }

  /// Whether an order names the till of another store: till 1 may be in every one.
  private static boolean isElsewhere(Due due, String till, String terminal, String store) {
    return !till.equals(terminal)
        && !store.isEmpty()
        && !due.order.store.isEmpty()
        && !store.equals(due.order.store);
  }

  private void settle(List<TillGroup> groups, Rhythm rhythm) {
    List<Till> here =
        groups.stream().map(g -> new Till(board, g, rhythm, prices, wrongSum)).toList();
    rhythm.weigh();
    crew.each(here, Till::thinkPairs);
    here.forEach(till -> till.pairs(later));
    tills.addAll(here);
  }

  private String storeOf(String terminal, List<Paid> lines) {
    String store = directory.storeOf(terminal);
    return store.isEmpty() ? lines.getFirst().line.store : store;
  }

  /// Static codes and the like: the account tells the stores.
  private List<Heap> byAccount() {
    Map<String, List<Due>> duesByStore = new HashMap<>();
    for (Due due : freeDues()) {
      duesByStore.computeIfAbsent(due.order.store, s -> new ArrayList<>()).add(due);
    }
    Map<String, List<Paid>> byAccount =
        linesBy(p -> p.line.channel == Channel.BANK ? "" : p.line.channel + " " + account(p));
    List<Heap> heaps = new ArrayList<>();
    for (List<Paid> lines : byAccount.values()) {
      List<Due> dues = new ArrayList<>();
      String account = account(lines.getFirst());
      Channel channel = lines.getFirst().line.channel;
      var stores = directory.storesOf(account);
      for (Map.Entry<String, List<Due>> entry : duesByStore.entrySet()) {
        if (stores.isEmpty()
            ? directory.serves(channel, account, entry.getKey())
            : stores.contains(entry.getKey())) {
          dues.addAll(entry.getValue());
        }
      }
      heaps.add(new Heap(lines, dues, TillLessons.Past.NONE));
    }
    return heaps;
  }

  static String account(Paid paid) {
    return paid.line.subAccount.isEmpty() ? paid.line.account : paid.line.subAccount;
  }

  private List<Due> freeDues() {
    return board.openDues().stream()
        .filter(d -> d.payments.isEmpty() && d.order.state != State.CANCELLED)
        .toList();
  }

  private static List<Due> open(List<Due> dues) {
    return dues.stream()
        .filter(d -> !d.placed())
        .sorted(
            Comparator.comparingLong((Due d) -> d.order.epochSecond)
                .thenComparing(d -> d.order.number))
        .toList();
  }

  private Map<String, List<Paid>> linesBy(java.util.function.Function<Paid, String> key) {
    Map<String, List<Paid>> groups = new TreeMap<>();
    for (Paid paid : board.loosePayments()) {
      String name = key.apply(paid);
      if (paid.due == null && !name.isEmpty() && !paid.line.dayOnly) {
        groups.computeIfAbsent(name, n -> new ArrayList<>()).add(paid);
      }
    }
    return groups;
  }
}
