package guiwei.sift;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;

/// The second round of stage 1: loose payments and loose orders joined by a number that the
/// payment hides.
///
/// The key is the payment's number in plain spelling, the number without a retry's suffix, the
/// number in the words beside it ([Alias]), or the number that the payment's wraps ([Wrapping]),
/// in this order; the first that any order has is the one. One plain payment and one plain order
/// of equal amount settle each other, as in the first round. Whatever else a hidden number brings
/// together goes to stage 2.
final class Hidden {
  /// An order that is no longer loose, or several orders of one plain number.
  private static final long TAKEN = -1;

  private final Grouping[] groups;
  private final Crew crew;
  private final Wrapping wrapping;

  /// The numbers of orders that are wanted, and some that are not.
  private HashSlots numbers = new HashSlots(0);

  /// By slot: the partition of the loose order above its address, plus one.
  private long[] orders = new long[0];

  /// By slot: how many loose payments chose it.
  private AtomicIntegerArray claims = new AtomicIntegerArray(0);

  Hidden(Grouping[] groups, Crew crew, Wrapping wrapping) {
    this.groups = groups;
    this.crew = crew;
    this.wrapping = wrapping;
  }

  /// Joins what it can and takes it from the loose rows.
  void run() {
    nameOrders(wanted());
    int[][] chosen = new int[groups.length][];
    Grouping.each(groups, crew, (group, clerk) -> chosen[group.partition().index] = choose(group));
    join(chosen);
  }

  /// The numbers that loose payments hide.
  private HashBits wanted() {
    long lines = Arrays.stream(groups).mapToLong(group -> group.looseLineCount).sum();
    HashBits wanted = new HashBits(lines * HiddenKeys.MOST);
    Grouping.each(
        groups,
        crew,
        (group, clerk) -> {
          HiddenKeys hidden = new HiddenKeys(group.partition(), wrapping);
          for (int i = 0; i < group.looseLineCount; i++) {
            for (int rank = 0; rank < HiddenKeys.MOST; rank++) {
              long hash = hidden.hash(group.looseLines[i], rank);
              if (hash != 0) {
                wanted.add(hash);
              }
            }
          }
        });
    return wanted;
  }

  /// Orders of one partition that have a number that is wanted.
  private static final class Named {
    private final HiddenKeys hidden;
    private final HashBits wanted;
    private long[] hashes = new long[64];
    private long[] places = new long[64];
    private int count;

    Named(Grouping group, HashBits wanted) {
      hidden = new HiddenKeys(group.partition(), Wrapping.NONE);
      this.wanted = wanted;
      for (int i = 0; i < group.looseOrderCount; i++) {
        long place = (long) group.partition().index << 32 | group.looseOrders[i];
        note(group.looseOrders[i], place + 1);
      }
      for (int i = 0; i < group.pairs; i++) {
        note(group.orders[i], TAKEN);
      }
      for (int i = 0; i < group.idleCount; i++) {
        note(group.idle[i], TAKEN);
      }
      for (int i = 0; i < group.restCount; i++) {
        if (Shelf.isOrder(group.partition().flags(group.rest[i]))) {
          note(group.rest[i], TAKEN);
        }
      }
    }

    private void note(int order, long place) {
      long hash = hidden.hash(order, 0);
      if (!wanted.mayHave(hash)) {
        return;
      }
      if (count == hashes.length) {
        hashes = Arrays.copyOf(hashes, count * 2);
        places = Arrays.copyOf(places, count * 2);
      }
      hashes[count] = hash;
      places[count++] = place;
    }
  }

  /// Notes which of the wanted numbers the orders have.
  private void nameOrders(HashBits wanted) {
    Named[] parts = new Named[groups.length];
    Grouping.eachOpen(
        groups, crew, (group, clerk) -> parts[group.partition().index] = new Named(group, wanted));
    numbers = new HashSlots(Arrays.stream(parts).mapToInt(part -> part.count).sum());
    orders = new long[numbers.size()];
    claims = new AtomicIntegerArray(numbers.size());
    for (Named part : parts) {
      for (int i = 0; i < part.count; i++) {
        numbers.add(part.hashes[i]);
        int slot = numbers.of(part.hashes[i]);
        if (slot != HashSlots.NONE) {
          orders[slot] = orders[slot] == 0 ? part.places[i] : TAKEN;
        }
      }
    }
  }

  /// The slot that each loose payment of a partition chooses.
  private int[] choose(Grouping group) {
    HiddenKeys hidden = new HiddenKeys(group.partition(), wrapping);
    int[] chosen = new int[group.looseLineCount];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = HashSlots.NONE;
      for (int rank = 0; rank < HiddenKeys.MOST && chosen[i] == HashSlots.NONE; rank++) {
        int slot = numbers.of(hidden.hash(group.looseLines[i], rank));
        if (slot != HashSlots.NONE) {
          chosen[i] = slot;
          claims.incrementAndGet(slot);
        }
      }
    }
    return chosen;
  }

  private void join(int[][] chosen) {
    long[][] places = new long[groups.length][];
    Grouping.each(
        groups,
        crew,
        (group, clerk) -> {
          int index = group.partition().index;
          long[] ofGroup = new long[group.looseLineCount];
          for (int i = 0; i < ofGroup.length; i++) {
            ofGroup[i] = place(group, group.looseLines[i], chosen[index][i]);
          }
          places[index] = ofGroup;
        });
    Joins joins = new Joins(groups);
    for (Grouping group : groups) {
      int index = group.partition().index;
      for (int i = 0; i < group.looseLineCount; i++) {
        long place = places[index][i];
        if (place != TAKEN) {
          joins.add((int) (place >>> 32), (int) place, index, group.looseLines[i]);
        }
      }
    }
    joins.carryOut(crew, 0);
  }

  /// The loose order that a loose payment settles, or [#TAKEN].
  private long place(Grouping group, int line, int slot) {
    if (slot == HashSlots.NONE || claims.get(slot) != 1 || orders[slot] == TAKEN) {
      return TAKEN;
    }
    long place = orders[slot] - 1;
    Grouping other = groups[(int) (place >>> 32)];
    int order = (int) place;
    boolean settles =
        other.agree(group.partition(), order, line)
            && HiddenKeys.same(other.partition(), order, group.partition(), line, wrapping);
    return settles ? place : TAKEN;
  }
}
