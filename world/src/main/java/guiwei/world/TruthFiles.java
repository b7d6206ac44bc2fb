package guiwei.world;

import java.util.List;
import java.util.StringJoiner;

/// Writes what really happened, for whoever scores the engine.
final class TruthFiles implements AutoCloseable {
  private final Sheet mistakes;
  private final Sheet matches;
  private final Sheet lookalikes;
  private final Sheet receipts;
  private final boolean all;
  private final People people;
  private final String prefix;
  private long cases;
  long innocents;

  TruthFiles(Folder folder, Setting setting, People people) {
    this.people = people;
    all = setting.truth();
    prefix = "W" + setting.seed() + "-";
    mistakes = folder.utf8("discrepancies.csv");
    mistakes.text(
        "case,kind,subtype,amount_minor,currency,primary_receipt,receipts,orders,meant_orders,"
            + "customer,numbered,note\n");
    matches = folder.utf8("matches.csv").text("receipts,orders,subtype,note\n");
    lookalikes = folder.utf8("lookalikes.csv").text("kind_not,receipts,orders,subtype\n");
    receipts = folder.utf8("receipts.csv");
    receipts.text("receipt,channel,what,subtype,amount_minor,currency,time\n");
  }

  void add(Truth truth) {
    switch (truth) {
      case Truth.Belongs belongs -> match(belongs);
      case Truth.Innocent innocent -> lookalike(innocent);
      case Truth.Mistake mistake -> mistake(mistake);
    }
  }

  private void match(Truth.Belongs match) {
    if (all) {
      matches.text(lines(match.lines())).mark(',').text(orders(match.orders())).mark(',');
      matches.text(match.subtype()).mark(',').text(note(match.lines())).mark('\n');
    }
  }

  private void lookalike(Truth.Innocent innocent) {
    innocents++;
    lookalikes.text(innocent.kind().name()).mark(',').text(lines(innocent.lines())).mark(',');
    lookalikes.text(orders(innocent.orders())).mark(',').text(innocent.subtype()).mark('\n');
  }

  private void mistake(Truth.Mistake mistake) {
    cases++;
    Line primary = mistake.primary();
    mistakes.text(prefix).number(cases).mark(',').text(mistake.kind().name()).mark(',');
    mistakes.text(mistake.subtype()).mark(',').number(mistake.amount()).mark(',');
    mistakes.text(primary == null ? "CNY" : primary.currency).mark(',');
    mistakes.text(primary == null ? "" : primary.id()).mark(',').text(lines(mistake.lines()));
    mistakes.mark(',').text(orders(mistake.orders())).mark(',').text(orders(mistake.meant()));
    mistakes.mark(',').text(customer(mistake)).mark(',');
    mistakes.text(numbered(mistake) ? "yes" : "no").mark(',');
    mistakes.text(mistake.note()).text(note(mistake.lines())).mark('\n');
  }

  /// Whose money it is: the order's customer, or who paid where no order is meant.
  private String customer(Truth.Mistake mistake) {
    if (!mistake.orders().isEmpty()) {
      return people.number(mistake.orders().getFirst().customer);
    }
    Line primary = mistake.primary();
    return primary == null || primary.payer < 0 ? "" : people.number(primary.payer);
  }

  private static String note(List<Line> lines) {
    return lines.stream().anyMatch(line -> line.twin) ? "undecidable" : "";
  }

  private static boolean numbered(Truth.Mistake mistake) {
    return mistake.lines().stream()
        .anyMatch(line -> !line.named.isEmpty() && line.quote.isNumbered());
  }

  /// Every line of every statement, whatever it is.
  void add(Line line) {
    if (all) {
      receipts.text(line.id()).mark(',').text(line.way.english).mark(',').text(line.what);
      receipts.mark(',').text(line.subtype).mark(',').number(line.doing.sign * line.amount);
      receipts.mark(',').text(line.currency).mark(',').time(line.at).mark('\n');
    }
  }

  private static String lines(List<Line> lines) {
    if (lines.size() == 1) {
      return lines.getFirst().id();
    }
    StringJoiner joined = new StringJoiner(";");
    for (Line line : lines) {
      joined.add(line.id());
    }
    return joined.toString();
  }

  private static String orders(List<Order> orders) {
    if (orders.size() == 1) {
      return orders.getFirst().number();
    }
    StringJoiner joined = new StringJoiner(";");
    for (Order order : orders) {
      joined.add(order.number());
    }
    return joined.toString();
  }

  long cases() {
    return cases;
  }

  @Override
  public void close() {
    mistakes.close();
    matches.close();
    lookalikes.close();
    receipts.close();
  }
}
