package guiwei.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What really happened: entries wait until every line and order they name has its number.
sealed interface Truth {
  /// Lines and orders that belong together.
  record Belongs(String subtype, List<Line> lines, List<Order> orders) implements Truth {}

  /// What looks wrong and is not.
  record Innocent(Wrong kind, String subtype, List<Line> lines, List<Order> orders)
      implements Truth {}

  /// A payment that went wrong.
  ///
  /// @param amount plus when the merchant holds too much
  /// @param primary the line to act on, none where no line exists
  record Mistake(
      Wrong kind,
      String subtype,
      long amount,
      @Nullable Line primary,
      List<Line> lines,
      List<Order> orders,
      List<Order> meant,
      String note)
      implements Truth {}

  List<Line> lines();

  List<Order> orders();
}
