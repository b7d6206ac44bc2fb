package guiwei.sift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Loose payments and the loose orders that they settle, gathered by the partition of the order
/// and carried out together.
final class Joins {
  private final Grouping[] groups;
  private final Part[] parts;
  private final int[][] gone;
  private final int[] goneCounts;

  /// What goes to one partition.
  private static final class Part {
    private final List<Shelf.Partition> from = new ArrayList<>();
    private int[] orders = new int[16];
    private int[] lines = new int[16];
  }

  Joins(Grouping[] groups) {
    this.groups = groups;
    parts = new Part[groups.length];
    Arrays.setAll(parts, i -> new Part());
    gone = new int[groups.length][16];
    goneCounts = new int[groups.length];
  }

  /// Notes that a line, in whatever partition, settles an order.
  void add(int orderPartition, int order, int linePartition, int line) {
    Part part = parts[orderPartition];
    int count = part.from.size();
    part.orders = put(part.orders, count, order);
    part.lines = put(part.lines, count, line);
    part.from.add(groups[linePartition].partition());
    gone[linePartition] = put(gone[linePartition], goneCounts[linePartition]++, line);
  }

  private static int[] put(int[] array, int index, int value) {
    int[] room = index == array.length ? Arrays.copyOf(array, index * 2) : array;
    room[index] = value;
    return room;
  }

  /// Makes clean pairs of them; they are loose no more.
  ///
  /// @param flag what the lines say besides from now on
  void carryOut(Crew crew, int flag) {
    Grouping.eachOpen(
        groups,
        crew,
        (group, clerk) -> {
          int index = group.partition().index;
          Part part = parts[index];
          int count = part.from.size();
          int[] lines = Arrays.copyOf(gone[index], goneCounts[index]);
          Arrays.sort(lines);
          group.forget(lines);
          group.join(
              Arrays.copyOf(part.orders, count), part.from, Arrays.copyOf(part.lines, count), flag);
        });
  }
}
