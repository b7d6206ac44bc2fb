package guiwei.sift;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/// Which day of the merchant's zone a moment falls on, without an object per moment: it is asked
/// for every row. Safe for several threads.
final class Days {
  private static final int DAY = 86_400;

  /// Statements are younger than this; Shanghai's summer time ended in 1991.
  private static final Instant FIRST = Instant.parse("1992-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

  /// From each of these seconds on the offset at the same index holds, the latest first.
  private final long[] since;

  private final int[] offsets;

  Days(ZoneId zone) {
    ZoneRules rules = zone.getRules();
    List<ZoneOffsetTransition> changes = new ArrayList<>();
    ZoneOffsetTransition next = rules.nextTransition(FIRST);
    while (next != null && next.getInstant().isBefore(LAST)) {
      changes.addFirst(next);
      next = rules.nextTransition(next.getInstant());
    }
    since = new long[changes.size() + 1];
    offsets = new int[since.length];
    for (int i = 0; i < changes.size(); i++) {
      since[i] = changes.get(i).toEpochSecond();
      offsets[i] = changes.get(i).getOffsetAfter().getTotalSeconds();
    }
    since[changes.size()] = Long.MIN_VALUE;
    offsets[changes.size()] = rules.getOffset(FIRST).getTotalSeconds();
  }

  /// Days since 1970-01-01.
  int of(long epochSecond) {
    int from = 0;
    int to = since.length - 1;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (since[middle] <= epochSecond) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return (int) Math.floorDiv(epochSecond + offsets[from], DAY);
  }
}
