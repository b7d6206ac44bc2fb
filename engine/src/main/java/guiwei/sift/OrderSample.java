package guiwei.sift;

import guiwei.number.Numbers;
import guiwei.table.Hash;
import guiwei.table.Locator;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Some orders of the run, clean or not: whole partitions, so that hashes of numbers choose them
/// and neither files nor what stage 2 happens to see.
final class OrderSample {
  private static final int ENOUGH = 500;
  private static final int MOST = 2000;

  private OrderSample() {}

  /// Plain numbers, sorted.
  static List<String> of(Grouping[] groups, boolean[] dead) {
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < groups.length && numbers.size() < ENOUGH; i++) {
      Shelf.Partition partition = groups[i].partition();
      try (Shelf.Partition.Opened _ = partition.open()) {
        for (int address : partition.addresses()) {
          if (Shelf.isOrder(partition.flags(address))
              && !dead[Locator.file(partition.locator(address))]) {
            int from = partition.keyFrom(address);
            int length = partition.keyLength(address);
            byte[] block = partition.block(address);
            numbers.add(Numbers.plain(new String(block, from, length, StandardCharsets.UTF_8)));
          }
        }
      }
    }
    return numbers.stream()
        .distinct()
        .sorted(
            Comparator.comparingLong((String number) -> Hash.of(number))
                .thenComparing(number -> number))
        .limit(MOST)
        .sorted()
        .toList();
  }
}
