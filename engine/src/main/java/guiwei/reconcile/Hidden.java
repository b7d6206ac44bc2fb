package guiwei.reconcile;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;

/// The second round of stage 1: loose payments and loose orders joined by a number that the
/// payment hides.
///
/// The key is the payment's number in plain spelling, the number without a retry's suffix, or
/// the number in the words beside it ([Alias]), in this order; the first that any order has is
/// the one. One plain payment and one plain order of equal amount settle each other, as in the
/// first round. Whatever else a hidden number brings together goes to stage 2.
final class Hidden {
  /// An order that is no longer loose, or several orders of one plain number.
  private static final long TAKEN = -1;

  private final Grouping[] groups;
  private final Crew crew;
  private HashSlots wanted = new HashSlots(0);

  /// By slot: the partition of the loose order above its address, plus one; 0 where no order
  /// has the number.
  private AtomicLongArray orders = new AtomicLongArray(0);

  /// By slot: how many loose payments chose it.
  private AtomicIntegerArray claims = new AtomicIntegerArray(0);

  Hidden(Grouping[] groups, Crew crew) {
    this.groups = groups;
    this.crew = crew;
  }

  /// Joins what it can and takes it from the loose rows.
  void run() {
    gatherKeys();
    Grouping.eachOpen(groups, crew, (group, clerk) -> nameOrders(group));
    int[][] chosen = new int[groups.length][];
    Grouping.each(groups, crew, (group, clerk) -> chosen[group.partition().index] = choose(group));
    join(chosen);
  }

  private void gatherKeys() {
    long[][] keys = new long[groups.length][];
    Grouping.each(
        groups,
        crew,
        (group, clerk) -> {
          HiddenKeys hidden = new HiddenKeys(group.partition());
          long[] hashes = new long[group.looseLineCount * HiddenKeys.MOST];
          int count = 0;
          for (int i = 0; i < group.looseLineCount; i++) {
            for (int rank = 0; rank < HiddenKeys.MOST; rank++) {
              long hash = hidden.hash(group.looseLines[i], rank);
              if (hash != 0) {
                hashes[count++] = hash;
              }
            }
          }
          keys[group.partition().index] = Arrays.copyOf(hashes, count);
        });
    wanted = new HashSlots(Arrays.stream(keys).mapToInt(k -> k.length).sum());
    for (long[] hashes : keys) {
      for (long hash : hashes) {
        wanted.add(hash);
      }
    }
    orders = new AtomicLongArray(wanted.size());
    claims = new AtomicIntegerArray(wanted.size());
  }

  /// Notes which of the wanted numbers the orders of a partition have.
  private void nameOrders(Grouping group) {
    HiddenKeys hidden = new HiddenKeys(group.partition());
    for (int i = 0; i < group.looseOrderCount; i++) {
      long place = (long) group.partition().index << 32 | group.looseOrders[i];
      name(hidden.hash(group.looseOrders[i], 0), place + 1);
    }
    for (int i = 0; i < group.pairs; i++) {
      name(hidden.hash(group.orders[i], 0), TAKEN);
    }
    for (int i = 0; i < group.idleCount; i++) {
      name(hidden.hash(group.idle[i], 0), TAKEN);
    }
    for (int i = 0; i < group.restCount; i++) {
      if (Shelf.isOrder(group.partition().flags(group.rest[i]))) {
        name(hidden.hash(group.rest[i], 0), TAKEN);
      }
    }
  }

  private void name(long hash, long order) {
    int slot = wanted.of(hash);
    if (slot != HashSlots.NONE && !orders.compareAndSet(slot, 0, order)) {
      orders.set(slot, TAKEN);
    }
  }

  /// The slot that each loose payment of a partition chooses.
  private int[] choose(Grouping group) {
    HiddenKeys hidden = new HiddenKeys(group.partition());
    int[] chosen = new int[group.looseLineCount];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = HashSlots.NONE;
      for (int rank = 0; rank < HiddenKeys.MOST && chosen[i] == HashSlots.NONE; rank++) {
        int slot = wanted.of(hidden.hash(group.looseLines[i], rank));
        if (slot != HashSlots.NONE && orders.get(slot) != 0) {
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
    if (slot == HashSlots.NONE || claims.get(slot) != 1 || orders.get(slot) == TAKEN) {
      return TAKEN;
    }
    long place = orders.get(slot) - 1;
    Grouping other = groups[(int) (place >>> 32)];
    int order = (int) place;
    boolean settles =
        other.agree(group.partition(), order, line)
            && HiddenKeys.same(other.partition(), order, group.partition(), line);
    return settles ? place : TAKEN;
  }
}
