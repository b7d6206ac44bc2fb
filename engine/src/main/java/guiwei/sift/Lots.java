package guiwei.sift;

import guiwei.table.Hash;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the payments of one batch come to, net of fees, by the batch's number: whoever collects
/// and pays on in batches writes it beside each payment and beside the sum in the bank.
public final class Lots {
  /// What keeps words apart.
  private static final Pattern APART = Pattern.compile("[^A-Za-z0-9_-]+");

  private static final int SHORTEST = 6;

  /// Net by key, in thousandths of a minor unit.
  private final Map<Long, Long> nets = new HashMap<>();

  /// Takes the batches among the nets.
  ///
  /// @param sums nets of days and of batches, as [Nets] keeps them
  public Lots(Sums sums) {
    sums.each(
        (key, count, sum) -> {
          if (isKey(key)) {
            nets.put(key, sum);
          }
        });
  }

  /// The key of a batch among the nets of days, which are all positive.
  static long key(long hash) {
    return hash | Long.MIN_VALUE;
  }

  /// Whether a key is that of a batch, and of no day.
  public static boolean isKey(long key) {
    return key < 0;
  }

  static long hash(String number) {
    byte[] bytes = number.getBytes(StandardCharsets.UTF_8);
    return Hash.of(bytes, 0, bytes.length);
  }

  /// The net of the only batch that the words name, or [Long#MIN_VALUE].
  public long net(String words) {
    long[] found =
        Stream.of(APART.split(words))
            .filter(word -> word.length() >= SHORTEST)
            .mapToLong(word -> key(hash(word)))
            .distinct()
            .filter(nets::containsKey)
            .toArray();
    return found.length == 1 ? nets.getOrDefault(found[0], Long.MIN_VALUE) : Long.MIN_VALUE;
  }
}
