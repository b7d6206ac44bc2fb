package guiwei.sift;

import guiwei.order.Order;
import guiwei.statement.StatementLine;
import guiwei.table.Locator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What stage 2 thinks about, decoded.
public final class Rest {
  /// Orders in no order that means anything, and lines likewise.
  public final List<Order> orders = new ArrayList<>();
  public final List<StatementLine> lines = new ArrayList<>();

  /// Reads the rows at these locators as records.
  void read(long[] locators, Intake intake, Crew crew) {
    Arrays.sort(locators);
    List<Recall> recalls = new ArrayList<>();
    List<Crew.Task> tasks = new ArrayList<>();
    int from = 0;
    while (from < locators.length) {
      int file = Locator.file(locators[from]);
      int to = from;
      boolean seekable = intake.entries().get(file).source.plain().isPresent();
      int most = seekable ? from + 20_000 : locators.length;
      while (to < locators.length && to < most && Locator.file(locators[to]) == file) {
        to++;
      }
      Recall recall = new Recall();
      recalls.add(recall);
      int begin = from;
      int end = to;
      tasks.add(clerk -> recall.read(intake.entries().get(file), locators, begin, end));
      from = to;
    }
    crew.run(tasks);
    for (Recall recall : recalls) {
      orders.addAll(recall.orders);
      lines.addAll(recall.lines);
    }
  }
}
