package guiwei.reconcile;

import guiwei.table.Book;
import guiwei.table.Channel;
import guiwei.table.LineKind;
import java.util.Map;
import java.util.TreeMap;

/// Holds the fee of every payment against the rate that its account pays. A fee that differs is
/// told beside whatever else is said of the payment: the payment keeps its place.
final class Fees {
  private static final int ENOUGH = 20;

  private final Board board;

  Fees(Board board) {
    this.board = board;
  }

  private record Key(Channel channel, String account) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byChannel = channel.compareTo(other.channel);
      return byChannel == 0 ? account.compareTo(other.account) : byChannel;
    }
  }

  void run() {
    Map<Key, Contract.Account> contracts = new TreeMap<>();
    Map<Key, Integer> samples = new TreeMap<>();
    for (Paid paid : board.lines) {
      if (hasFee(paid)) {
        long rate = Contract.rate(paid.line.settledMinor, paid.line.feeMilli, paid.line.rateMicro);
        if (rate >= 0) {
          contracts.computeIfAbsent(key(paid), k -> new Contract.Account()).learn(rate);
          samples.merge(key(paid), 1, Integer::sum);
        }
      }
    }
    for (Paid paid : board.lines) {
      if (hasFee(paid) && samples.getOrDefault(key(paid), 0) >= ENOUGH) {
        Contract.Account contract = contracts.get(key(paid));
        if (contract != null) {
          check(paid, contract.clear());
        }
      }
    }
  }

  private static boolean hasFee(Paid paid) {
    return paid.line.hasFee
        && paid.line.book == Book.TRADE
        && paid.line.kind == LineKind.PAYMENT
        && paid.place != Place.ECHO
        && paid.place != Place.APART;
  }

  private static Key key(Paid paid) {
    return new Key(paid.line.channel, paid.line.account);
  }

  private void check(Paid paid, long rateMicro) {
    if (rateMicro < 0 || !Contract.differs(paid.line.settledMinor, paid.line.feeMilli, rateMicro)) {
      return;
    }
    long expected = Contract.expectedMinor(paid.line.settledMinor, rateMicro);
    long taken = Math.round(paid.line.feeMilli / 1000.0);
    board.report(
        Finding.measured(Kind.FEE_DIFFERS, expected - taken)
            .on(paid)
            .because(
                "reason.fee-differs",
                Finding.money(taken, paid.line.currency),
                Finding.money(expected, paid.line.currency),
                java.math.BigDecimal.valueOf(rateMicro, 4).toPlainString() + "%"));
  }
}
