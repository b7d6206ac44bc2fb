package guiwei.sift;

import guiwei.number.Numbers;
import guiwei.table.Hash;
import java.util.Arrays;

/// The numbers that a row on the shelf may hide, each in plain spelling, by rank: the number
/// itself, without a retry's suffix, without its last character, without its last two, the number
/// in the words beside it, and what [Wrapping] finds in the first two.
final class HiddenKeys {
  /// How many ranks there are.
  static final int MOST = 7;

  private static final int ALIAS = 4;
  private static final int WRAPPED = 5;

  private final Shelf.Partition partition;
  private final Wrapping wrapping;
  private final byte[] scratch = new byte[Shelf.MAX_TEXT];

  HiddenKeys(Shelf.Partition partition, Wrapping wrapping) {
    this.partition = partition;
    this.wrapping = wrapping;
  }

  /// The hash of the number of this rank, 0 where the row has none.
  long hash(int address, int rank) {
    int length = write(address, rank);
    return length == 0 ? 0 : Hash.of(scratch, 0, length);
  }

  /// Writes the number into the scratch bytes and answers its length.
  private int write(int address, int rank) {
    byte[] block = partition.block(address);
    if (rank == ALIAS) {
      return Numbers.plain(
          block, partition.aliasFrom(address), partition.aliasLength(address), scratch);
    }
    if (rank >= WRAPPED) {
      return wrapping.isEmpty()
          ? 0
          : wrapping.cut(
              Shelf.channel(partition.flags(address)), scratch, write(address, rank - WRAPPED));
    }
    if (!partition.isNumbered(address)) {
      return 0;
    }
    int from = partition.keyFrom(address);
    int length = partition.keyLength(address);
    if (rank == 1) {
      return Numbers.plain(block, from, Numbers.withoutSuffix(block, from, length), scratch);
    }
    int plain = Numbers.plain(block, from, length, scratch);
    int cut = rank == 0 ? 0 : rank - 1;
    return cut > 0 && plain <= Numbers.SHORTEST_CUT ? 0 : plain - cut;
  }

  /// Whether the order's number is one of those that the payment hides, byte by byte.
  static boolean same(
      Shelf.Partition orderPartition,
      int order,
      Shelf.Partition linePartition,
      int line,
      Wrapping wrapping) {
    HiddenKeys one = new HiddenKeys(orderPartition, Wrapping.NONE);
    HiddenKeys other = new HiddenKeys(linePartition, wrapping);
    int length = one.write(order, 0);
    for (int rank = 0; rank < MOST; rank++) {
      int hidden = other.write(line, rank);
      if (hidden == length && Arrays.equals(one.scratch, 0, length, other.scratch, 0, hidden)) {
        return true;
      }
    }
    return false;
  }
}
