package guiwei.statement;

import static guiwei.statement.UnionpayDetail.ZM;

import guiwei.money.Decimals;
import guiwei.table.BadRow;
import guiwei.table.LineKind;
import guiwei.table.Num;
import guiwei.table.Row;
import guiwei.table.State;
import guiwei.table.Text;
import org.jspecify.annotations.Nullable;

/// What one line of a UnionPay detail file did, and to how much money.
///
/// Amounts have no sign: 交易类型 says the direction, a letter before fee and settlement who owes
/// (C: to the merchant, D: by the merchant).
final class UnionpayAmounts {
  private static final int MILLI = 1000;

  private UnionpayAmounts() {}

  static BadRow.@Nullable Problem fill(byte[] line, int length, Row row) {
    LineKind kind = kind(line);
    if (kind == null) {
      return BadRow.Problem.WORD;
    }
    if (!row.has(Text.ID)) {
      return BadRow.Problem.MISSING;
    }
    long amount =
        Decimals.parse(line, ZM.from(UnionpayDetail.AMOUNT), ZM.to(UnionpayDetail.AMOUNT), 0);
    long settled = owed(line, length, UnionpayDetail.SETTLED);
    long fee = owed(line, length, UnionpayDetail.FEE);
    long discount = owed(line, length, UnionpayDetail.DISCOUNT);
    if (amount == Decimals.UNREADABLE
        || settled == Decimals.UNREADABLE
        || fee == Decimals.UNREADABLE
        || discount == Decimals.UNREADABLE) {
      return BadRow.Problem.AMOUNT;
    }
    row.kind = kind;
    row.state = State.DONE;
    row.set(Num.AMOUNT, outgoing(kind) ? -amount : amount);
    settle(row, settled, -fee);
    if (discount != 0) {
      row.set(Num.DISCOUNT, Math.abs(discount));
    }
    numbers(row);
    return null;
  }

  /// The field that a problem of [#fill] is about.
  static int field(BadRow.Problem problem, byte[] line, int length) {
    return switch (problem) {
      case WORD -> UnionpayDetail.KIND;
      case MISSING -> UnionpayDetail.QUERY;
      default -> unreadable(line, length);
    };
  }

  private static int unreadable(byte[] line, int length) {
    for (int field :
        new int[] {UnionpayDetail.SETTLED, UnionpayDetail.FEE, UnionpayDetail.DISCOUNT}) {
      if (owed(line, length, field) == Decimals.UNREADABLE) {
        return field;
      }
    }
    return UnionpayDetail.AMOUNT;
  }

  private static @Nullable LineKind kind(byte[] line) {
    int from = ZM.from(UnionpayDetail.KIND);
    return switch ((line[from] - '0') * 10 + line[from + 1] - '0') {
      case 1, 11, 13 -> LineKind.PAYMENT;
      case 2 -> LineKind.PREAUTH;
      case 3 -> LineKind.PREAUTH_DONE;
      case 4 -> LineKind.REFUND;
      case 12, 14 -> LineKind.TRANSFER;
      case 31, 33 -> LineKind.VOID;
      case 32 -> LineKind.OTHER;
      default -> null;
    };
  }

  private static boolean outgoing(LineKind kind) {
    return kind == LineKind.REFUND || kind == LineKind.VOID || kind == LineKind.TRANSFER;
  }

  /// An amount behind its letter, positive when the merchant gets it; 0 where the field is
  /// blank.
  private static long owed(byte[] line, int length, int field) {
    int from = ZM.start(line, length, field);
    int to = ZM.end(line, length, field);
    if (from == to) {
      return 0;
    }
    long sign = line[from] == 'D' ? -1 : 1;
    int digits = line[from] == 'C' || line[from] == 'D' ? from + 1 : from;
    long value = Decimals.parse(line, digits, to, 0);
    return value == Decimals.UNREADABLE || value < 0 ? Decimals.UNREADABLE : sign * value;
  }

  /// Settlement is after the fee; before it stands what the account was to get. Where only the
  /// other sign of the fee makes that the amount itself, that is the sign that was meant.
  private static void settle(Row row, long settled, long cost) {
    if (row.kind == LineKind.PREAUTH || row.kind == LineKind.OTHER) {
      row.set(Num.SETTLED, 0);
      return;
    }
    long amount = row.figure(Num.AMOUNT);
    long fee = settled + cost != amount && settled - cost == amount ? -cost : cost;
    row.set(Num.SETTLED, settled == 0 && fee == 0 ? amount : settled + fee);
    row.set(Num.FEE_MILLI, fee * MILLI);
  }

  /// A refund has an order number of its own beside the one of the order it belongs to.
  private static void numbers(Row row) {
    if (row.has(Num.AMOUNT) && outgoing(row.kind) && row.kind != LineKind.TRANSFER) {
      row.set(Text.REFUND_REFERENCE, row.from(Text.REFERENCE), row.to(Text.REFERENCE));
      row.set(Text.REFERENCE, row.from(Text.LIST), row.to(Text.LIST));
    }
    row.set(Text.LIST, 0, 0);
  }
}
