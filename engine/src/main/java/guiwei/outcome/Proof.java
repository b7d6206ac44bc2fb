package guiwei.outcome;

import guiwei.table.Channel;
import java.util.List;

/// Where every cent is, in both directions. It cannot be made with a cent missing.
public record Proof(
    List<Received> received,
    List<GivenBack> givenBack,
    List<Expected> expected,
    List<Kinds> kinds) {
  /// Money in, per channel, account and currency: `received = matched + discrepant + suspense`.
  ///
  /// @param matchedMinor in matches (payouts, interest and other explained money among them)
  /// @param discrepantMinor the whole receipts that are in discrepancies other than
  ///     UNIDENTIFIED
  /// @param suspenseMinor receipts whose place is not known: UNIDENTIFIED, or open until the
  ///     next run
  public record Received(
      Channel channel,
      String account,
      String currency,
      long rows,
      long receivedMinor,
      long matchedRows,
      long matchedMinor,
      long discrepantRows,
      long discrepantMinor,
      long suspenseRows,
      long suspenseMinor) {
    public Received {
      if (receivedMinor != matchedMinor + discrepantMinor + suspenseMinor
          || rows != matchedRows + discrepantRows + suspenseRows) {
        throw new IllegalStateException(
            "received is not matched + discrepancies + suspense for "
                + channel.word()
                + " "
                + currency
                + ": "
                + receivedMinor
                + " = "
                + matchedMinor
                + " + "
                + discrepantMinor
                + " + "
                + suspenseMinor
                + ", rows "
                + rows
                + " = "
                + matchedRows
                + " + "
                + discrepantRows
                + " + "
                + suspenseRows);
      }
    }
  }

  /// Money out to payers (refunds, voids, transfers back), per channel, account and currency:
  /// `given back = matched + discrepant + unexplained`.
  ///
  /// @param unexplainedMinor refunds whose payment or order is not known
  public record GivenBack(
      Channel channel,
      String account,
      String currency,
      long rows,
      long givenMinor,
      long matchedRows,
      long matchedMinor,
      long discrepantRows,
      long discrepantMinor,
      long unexplainedRows,
      long unexplainedMinor) {
    public GivenBack {
      if (givenMinor != matchedMinor + discrepantMinor + unexplainedMinor
          || rows != matchedRows + discrepantRows + unexplainedRows) {
        throw new IllegalStateException(
            "given back is not matched + discrepancies + unexplained for "
                + channel.word()
                + " "
                + currency
                + ": "
                + givenMinor
                + " = "
                + matchedMinor
                + " + "
                + discrepantMinor
                + " + "
                + unexplainedMinor
                + ", rows "
                + rows
                + " = "
                + matchedRows
                + " + "
                + discrepantRows
                + " + "
                + unexplainedRows);
      }
    }
  }

  /// What orders expect, per currency: `due = matched + discrepant + open + void`.
  ///
  /// @param openMinor waiting for money that may still come
  /// @param noneMinor cancelled without any money: nothing is expected
  public record Expected(
      String currency,
      long orders,
      long dueMinor,
      long matchedOrders,
      long matchedMinor,
      long discrepantOrders,
      long discrepantMinor,
      long openOrders,
      long openMinor,
      long noneOrders,
      long noneMinor) {
    public Expected {
      if (dueMinor != matchedMinor + discrepantMinor + openMinor + noneMinor
          || orders != matchedOrders + discrepantOrders + openOrders + noneOrders) {
        throw new IllegalStateException(
            "due is not matched + discrepancies + open + none for "
                + currency
                + ": "
                + dueMinor
                + " = "
                + matchedMinor
                + " + "
                + discrepantMinor
                + " + "
                + openMinor
                + " + "
                + noneMinor
                + ", orders "
                + orders
                + " = "
                + matchedOrders
                + " + "
                + discrepantOrders
                + " + "
                + openOrders
                + " + "
                + noneOrders);
      }
    }
  }

  /// How many discrepancies of a kind there are, rivals counted once, and their amounts in
  /// error.
  public record Kinds(Kind kind, String currency, long count, long amountMinor) {}

  public Proof {
    received = List.copyOf(received);
    givenBack = List.copyOf(givenBack);
    expected = List.copyOf(expected);
    kinds = List.copyOf(kinds);
  }
}
