package guiwei.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Marks what the files cannot tell apart: payments without a number for equal amounts, at one
/// till (cards) or in one store (static codes), a few minutes from each other or from an order
/// that nobody paid.
final class Twins {
  private static final long NEAR_SECONDS = 1_200;

  private record Place(String where, long amount) {}

  private Twins() {}

  static void mark(Ledger.Page page) {
    Map<Place, List<Line>> silent = new HashMap<>();
    for (Line line : page.lines) {
      if (line.doing == Doing.PAYMENT && line.way != Way.BANK && !line.quote.isNumbered()) {
        silent.computeIfAbsent(place(line), key -> new ArrayList<>()).add(line);
      }
    }
    for (List<Line> lines : silent.values()) {
      neighbours(lines);
    }
    for (Order order : page.orders) {
      if (order.state == Order.State.OPEN || order.state == Order.State.CANCELLED) {
        unpaid(order, silent);
      }
    }
  }

  private static Place place(Line line) {
    String where = line.way == Way.CARD && line.till != null ? line.till.id : line.store.wechat();
    return new Place(where, line.amount);
  }

  /// Lines come in the order of time.
  private static void neighbours(List<Line> lines) {
    for (int i = 1; i < lines.size(); i++) {
      Line one = lines.get(i - 1);
      Line two = lines.get(i);
      if (two.at - one.at < NEAR_SECONDS && !sameStory(one, two)) {
        one.twin = true;
        two.twin = true;
      }
    }
  }

  /// Two payments of one order are told by the order's count, not by the figures.
  private static boolean sameStory(Line one, Line two) {
    return !one.named.isEmpty() && one.named.equals(two.named);
  }

  private static void unpaid(Order order, Map<Place, List<Line>> silent) {
    String till = order.till == null ? "" : order.till.id;
    for (String where : List.of(till, order.store.wechat())) {
      for (Line line : silent.getOrDefault(new Place(where, order.due), List.of())) {
        line.twin |= !line.named.contains(order) && Math.abs(line.at - order.at) < NEAR_SECONDS;
      }
    }
  }
}
