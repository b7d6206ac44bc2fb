package guiwei.chance;

/// Numbers in ascending order: moments, amounts, sums.
public final class Ascending {
  private Ascending() {}

  /// The index of the first that is not less; the length where there is none.
  public static int first(long[] numbers, long least) {
    int low = 0;
    int high = numbers.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (numbers[middle] < least) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
