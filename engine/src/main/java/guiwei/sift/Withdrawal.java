package guiwei.sift;

import guiwei.table.Book;
import guiwei.table.Channel;
import guiwei.table.Hash;
import guiwei.table.LineKind;
import guiwei.table.Num;
import guiwei.table.Row;
import guiwei.table.State;
import guiwei.table.Text;
import java.util.Comparator;

/// What a channel's own bill says that it paid out to the bank.
///
/// @param minor positive
/// @param number the channel's number of it, hashed: the same in every export
public record Withdrawal(Channel channel, int currency, long minor, long second, long number) {
  /// The earliest first.
  static final Comparator<Withdrawal> EARLIEST =
      Comparator.comparingLong(Withdrawal::second)
          .thenComparingLong(Withdrawal::minor)
          .thenComparingLong(Withdrawal::number);

  /// Whether the row tells of one.
  static boolean is(Row row) {
    return row.kind == LineKind.PAYOUT
        && row.book != Book.BANK
        && row.hasTime
        && row.state != State.FAILED
        && row.state != State.PENDING
        && row.figure(Num.AMOUNT) < 0;
  }

  static Withdrawal of(Row row) {
    return new Withdrawal(
        row.channel,
        row.currency,
        -row.figure(Num.AMOUNT),
        row.epochSecond,
        Hash.of(row.bytes, row.from(Text.ID), row.to(Text.ID)));
  }
}
