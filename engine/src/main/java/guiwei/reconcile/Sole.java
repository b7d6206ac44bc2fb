package guiwei.reconcile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Numbers that mean one order each; a number that several orders have means none of them.
final class Sole {
  private final Map<String, Due> dues = new HashMap<>();
  private final Set<String> shared = new HashSet<>();

  /// Notes that an order has this number; answers another that has it as well, or null.
  @Nullable Due add(String number, Due due) {
    Due other = dues.putIfAbsent(number, due);
    if (other == null || other == due) {
      return null;
    }
    shared.add(number);
    return other;
  }

  /// The only order that has this number, or null.
  @Nullable Due of(String number) {
    return shared.contains(number) ? null : dues.get(number);
  }

  boolean isEmpty() {
    return dues.size() == shared.size();
  }

  /// Shows every number that means one order.
  void each(BiConsumer<String, Due> step) {
    dues.forEach(
        (number, due) -> {
          if (!shared.contains(number)) {
            step.accept(number, due);
          }
        });
  }
}
