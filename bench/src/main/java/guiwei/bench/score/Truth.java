package guiwei.bench.score;

import guiwei.outcome.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is really so in a made world. Read from its `truth` folder, which no engine may look into.
///
/// @param ordersOf which orders a receipt truly pays; receipts that pay none are absent
/// @param unexplained receipts that no match may take: nothing they could be matched with is theirs
/// @param receipts how many lines brought money in
record Truth(
    List<Planted> planted,
    Map<String, Set<String>> ordersOf,
    Set<String> unexplained,
    long receipts) {

  static Truth read(Path folder) throws IOException {
    List<Planted> planted = planted(folder.resolve("discrepancies.csv"));
    Map<String, Set<String>> ordersOf = new HashMap<>();
    Csv.read(
        folder.resolve("matches.csv"), line -> link(ordersOf, line.list("receipts"), orders(line)));
    Set<String> unexplained = new HashSet<>();
    for (Planted wrong : planted) {
      switch (wrong.kind()) {
        case OVERPAID,
            UNDERPAID,
            REFUND_TWICE,
            REFUND_MISSING,
            REFUND_RECHARGE,
            FEE_DIFFERS,
            CURRENCY_DIFFERS ->
            link(ordersOf, wrong.receipts(), wrong.orders());
        case WRONG_ORDER, WRONG_ACCOUNT -> link(ordersOf, wrong.receipts(), wrong.meantOrders());
        case DUPLICATE_CHARGE,
            UNIDENTIFIED,
            PAID_AFTER_CANCEL,
            MISSING_RECEIPT,
            PAYOUT_DIFFERS -> {}
      }
    }
    for (Planted wrong : planted) {
      if (isForNothing(wrong.kind()) && !ordersOf.containsKey(wrong.primaryReceipt())) {
        unexplained.add(wrong.primaryReceipt());
      }
    }
    return new Truth(planted, ordersOf, unexplained, receipts(folder.resolve("receipts.csv")));
  }

  private static List<String> orders(Csv.Line line) {
    return line.list("orders");
  }

  private static boolean isForNothing(Kind kind) {
    return switch (kind) {
      case DUPLICATE_CHARGE, UNIDENTIFIED, PAID_AFTER_CANCEL, WRONG_ACCOUNT, WRONG_ORDER -> true;
      case OVERPAID,
          UNDERPAID,
          MISSING_RECEIPT,
          REFUND_TWICE,
          REFUND_MISSING,
          REFUND_RECHARGE,
          FEE_DIFFERS,
          PAYOUT_DIFFERS,
          CURRENCY_DIFFERS ->
          false;
    };
  }

  private static List<Planted> planted(Path file) throws IOException {
    List<Planted> planted = new ArrayList<>();
    Csv.read(
        file,
        line ->
            planted.add(
                new Planted(
                    line.get("case"),
                    Kind.valueOf(line.get("kind")),
                    line.get("subtype"),
                    line.minor("amount_minor"),
                    line.get("primary_receipt"),
                    line.list("receipts"),
                    line.list("orders"),
                    line.list("meant_orders"),
                    line.get("numbered").equals("yes"),
                    line.get("note"))));
    return planted;
  }

  private static void link(
      Map<String, Set<String>> ordersOf, List<String> receipts, List<String> orders) {
    if (orders.isEmpty()) {
      return;
    }
    for (String receipt : receipts) {
      Set<String> known = ordersOf.get(receipt);
      if (known == null) {
        ordersOf.put(receipt, Set.copyOf(orders));
      } else if (!known.containsAll(orders)) {
        Set<String> more = new HashSet<>(known);
        more.addAll(orders);
        ordersOf.put(receipt, more);
      }
    }
  }

  private static long receipts(Path file) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    long[] count = new long[1];
    Csv.read(
        file,
        line -> {
          if (line.minor("amount_minor") > 0) {
            count[0]++;
          }
        });
    return count[0];
  }
}
