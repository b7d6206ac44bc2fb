package guiwei.reconcile;

import java.util.LinkedHashSet;
import java.util.Set;

/// Sets that mostly have one element or none, by the hundred thousand: only larger ones are tables.
/// They keep the order in which their elements came.
final class Few {
  private Few() {}

  /// The set with one more element, which may be the set itself.
  static <T> Set<T> with(Set<T> set, T element) {
    if (set.isEmpty()) {
      return Set.of(element);
    }
    if (set.contains(element)) {
      return set;
    }
    Set<T> more = set.size() == 1 ? new LinkedHashSet<>(set) : set;
    more.add(element);
    return more;
  }

  /// The same elements, to be kept.
  static <T> Set<T> of(Set<T> found) {
    return switch (found.size()) {
      case 0 -> Set.of();
      case 1 -> Set.of(found.iterator().next());
      default -> found;
    };
  }
}
