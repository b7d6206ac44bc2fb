package guiwei.reconcile;

/// Timeline in ascending order.
final class Timeline {
  private Timeline() {}

  /// The index of the first moment at or after that second; the length where there is none.
  static int first(long[] times, long second) {
    int low = 0;
    int high = times.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times[middle] < second) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
