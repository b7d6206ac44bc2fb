package guiwei.outcome;

import guiwei.table.Channel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Adds up where everything is; [Proof] itself refuses what does not add up.
public final class ProofBuilder {
  private record Account(Channel channel, String account, String currency)
      implements Comparable<Account> {
    @Override
    public int compareTo(Account other) {
      int byChannel = channel.compareTo(other.channel);
      int byAccount = byChannel == 0 ? account.compareTo(other.account) : byChannel;
      return byAccount == 0 ? currency.compareTo(other.currency) : byAccount;
    }
  }

  /// Rows and sums per place; the total is added on its own, so that the proof compares two
  /// figures that were counted apart.
  private static final class Line {
    long rows;
    long sum;
    final long[] placeRows = new long[Place.values().length];
    final long[] placeSums = new long[Place.values().length];

    void add(Place place, long count, long amount) {
      placeRows[place.ordinal()] += count;
      placeSums[place.ordinal()] = Math.addExact(placeSums[place.ordinal()], amount);
    }

    void total(long count, long amount) {
      rows += count;
      sum = Math.addExact(sum, amount);
    }

    long rows(Place place) {
      return placeRows[place.ordinal()];
    }

    long sum(Place place) {
      return placeSums[place.ordinal()];
    }
  }

  private final Map<Account, Line> received = new TreeMap<>();
  private final Map<Account, Line> givenBack = new TreeMap<>();
  private final Map<String, Line> expected = new TreeMap<>();
  private final Map<Kind, Map<String, long[]>> kinds = new TreeMap<>();
  private final Set<String> counted = new HashSet<>();

  /// Counts clean pairs: so many receipts, and the orders that they pay.
  public void matchedPlain(
      Channel channel, String account, String currency, long count, long amount) {
    Line line = received.computeIfAbsent(new Account(channel, account, currency), a -> new Line());
    line.total(count, amount);
    line.add(Place.MATCHED, count, amount);
    Line due = expected.computeIfAbsent(currency, c -> new Line());
    due.total(count, amount);
    due.add(Place.MATCHED, count, amount);
  }

  /// Counts cancelled orders without money.
  public void idle(String currency, long count, long amount) {
    Line due = expected.computeIfAbsent(currency, c -> new Line());
    due.total(count, amount);
    due.add(Place.APART, count, amount);
  }

  /// Counts money in.
  public void received(Channel channel, String account, String currency, long minor, Place place) {
    add(received, new Account(channel, account, currency), minor, place);
  }

  /// Counts money out to a payer.
  public void givenBack(Channel channel, String account, String currency, long minor, Place place) {
    add(givenBack, new Account(channel, account, currency), minor, place);
  }

  /// Counts an order.
  public void expected(String currency, long minor, Place place) {
    add(expected, currency, minor, place);
  }

  private static <K> void add(Map<K, Line> lines, K key, long minor, Place place) {
    Line line = lines.computeIfAbsent(key, k -> new Line());
    line.total(1, minor);
    line.add(place, 1, minor);
  }

  /// Counts a discrepancy; rivals of one receipt count once, as the likeliest of them.
  public void found(Discrepancy discrepancy) {
    String key =
        discrepancy.primaryReceipt().isEmpty() ? discrepancy.id() : discrepancy.primaryReceipt();
    if (counted.add(key + discrepancy.kind())) {
      long[] sums =
          kinds
              .computeIfAbsent(discrepancy.kind(), k -> new TreeMap<>())
              .computeIfAbsent(discrepancy.currency(), c -> new long[2]);
      sums[0]++;
      sums[1] = Math.addExact(sums[1], discrepancy.amountMinor());
    }
  }

  /// The proof; an exception where a cent or a row has no place, or two.
  public Proof build() {
    List<Proof.Received> in = new ArrayList<>();
    received.forEach(
        (account, line) ->
            in.add(
                new Proof.Received(
                    account.channel,
                    account.account,
                    account.currency,
                    line.rows,
                    line.sum,
                    line.rows(Place.MATCHED),
                    line.sum(Place.MATCHED),
                    line.rows(Place.DISCREPANT),
                    line.sum(Place.DISCREPANT),
                    line.rows(Place.OPEN),
                    line.sum(Place.OPEN))));
    List<Proof.GivenBack> out = new ArrayList<>();
    givenBack.forEach(
        (account, line) ->
            out.add(
                new Proof.GivenBack(
                    account.channel,
                    account.account,
                    account.currency,
                    line.rows,
                    line.sum,
                    line.rows(Place.MATCHED),
                    line.sum(Place.MATCHED),
                    line.rows(Place.DISCREPANT),
                    line.sum(Place.DISCREPANT),
                    line.rows(Place.APART) + line.rows(Place.OPEN),
                    line.sum(Place.APART) + line.sum(Place.OPEN))));
    List<Proof.Expected> due = new ArrayList<>();
    expected.forEach(
        (currency, line) ->
            due.add(
                new Proof.Expected(
                    currency,
                    line.rows,
                    line.sum,
                    line.rows(Place.MATCHED),
                    line.sum(Place.MATCHED),
                    line.rows(Place.DISCREPANT),
                    line.sum(Place.DISCREPANT),
                    line.rows(Place.OPEN),
                    line.sum(Place.OPEN),
                    line.rows(Place.APART),
                    line.sum(Place.APART))));
    List<Proof.Kinds> named = new ArrayList<>();
    kinds.forEach(
        (kind, byCurrency) ->
            byCurrency.forEach(
                (currency, sums) -> named.add(new Proof.Kinds(kind, currency, sums[0], sums[1]))));
    return new Proof(in, out, due, named);
  }
}
