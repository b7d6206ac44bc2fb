package guiwei.reconcile;

import guiwei.sift.Withdrawal;
import guiwei.table.Channel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Holds what came to the bank against what the channels' own bills say they paid out. A channel
/// pays its balance when it likes, less what stays there: where its bill tells the sum, no day's
/// trades are asked.
final class Withdrawals {
  private static final int LONGEST_LAG = 5;

  /// So many must have come as told before one that did not is reported.
  private static final int ENOUGH = 3;

  private static final int DAY = 86_400;

  private final List<Withdrawal> open;
  private final Map<Channel, int[]> lags = new EnumMap<>(Channel.class);

  Withdrawals(List<Withdrawal> told) {
    open = new ArrayList<>(told);
  }

  /// Takes what is told with just this amount, a few days ago at most; the nearest of several.
  @Nullable Withdrawal take(Paid paid, @Nullable Channel said) {
    Withdrawal best = null;
    for (Withdrawal told : open) {
      boolean same = told.minor() == paid.amount() && mayBe(told, paid, said);
      if (same && (best == null || told.second() > best.second())) {
        best = told;
      }
    }
    if (best != null) {
      open.remove(best);
      lags.computeIfAbsent(best.channel(), c -> new int[LONGEST_LAG + 1])[lag(best, paid)]++;
    }
    return best;
  }

  /// What this payout should have been: the only one that is told as many days before as they
  /// usually are.
  @Nullable Withdrawal expected(Paid paid, @Nullable Channel said) {
    Withdrawal only = null;
    for (Withdrawal told : open) {
      if (mayBe(told, paid, said) && lag(told, paid) == usualLag(told.channel())) {
        if (only != null) {
          return null;
        }
        only = told;
      }
    }
    return only;
  }

  /// Takes note that it came, though as another sum.
  void came(Withdrawal told) {
    open.remove(told);
  }

  /// Whether this channel's bill tells its payouts.
  boolean tells(@Nullable Channel channel) {
    return channel != null && usualLag(channel) >= 0;
  }

  private boolean mayBe(Withdrawal told, Paid paid, @Nullable Channel said) {
    int lag = lag(told, paid);
    boolean named = said == null ? told.channel() == Channel.OTHER : told.channel() == said;
    return named && told.currency() == paid.line.currency && lag >= 0 && lag <= LONGEST_LAG;
  }

  /// Whole days, counted so that a line without an hour may be of the evening.
  private static int lag(Withdrawal told, Paid paid) {
    return (int) Math.floorDiv(paid.latest() - told.second(), DAY);
  }

  private int usualLag(Channel channel) {
    int[] counts = lags.getOrDefault(channel, new int[LONGEST_LAG + 1]);
    int best = 0;
    for (int lag = 1; lag <= LONGEST_LAG; lag++) {
      best = counts[lag] > counts[best] ? lag : best;
    }
    return counts[best] < ENOUGH ? -1 : best;
  }
}
