package guiwei.statement;

import static java.nio.charset.StandardCharsets.US_ASCII;

import guiwei.money.Decimals;
import guiwei.table.BadRow;
import guiwei.table.Cells;
import guiwei.table.LineKind;
import guiwei.table.Mapping;
import guiwei.table.Num;
import guiwei.table.Row;
import guiwei.table.State;
import guiwei.table.Text;
import org.jspecify.annotations.Nullable;

/// The rules of one row of a WeChat trade bill: which kind it is, its signs, its state.
final class WechatTradeRow implements Mapping.Refiner {
  private static final byte[] SUCCESS = "SUCCESS".getBytes(US_ASCII);
  private static final byte[] REFUND = "REFUND".getBytes(US_ASCII);
  private static final byte[] REVOKED = "REVOKED".getBytes(US_ASCII);
  private static final byte[] PROCESSING = "PROCESSING".getBytes(US_ASCII);
  private static final byte[] FAIL = "FAIL".getBytes(US_ASCII);
  private static final byte[] CHANGE = "CHANGE".getBytes(US_ASCII);
  private static final byte[] CNY = "CNY".getBytes(US_ASCII);

  private final int state;
  private final int currency;
  private final int refundId;
  private final int refundState;
  private final int refunded;
  private final int requested;
  private final int rate;

  WechatTradeRow(Header header) {
    state = header.find("交易状态");
    currency = header.find("货币种类");
    refundId = header.find("微信退款单号");
    refundState = header.find("退款状态");
    refunded = header.find("退款金额");
    requested = header.find("申请退款金额", "退款金额");
    rate = header.find("费率");
  }

  @Override
  public int[] reads() {
    return new int[] {state, currency, refundId, refundState, refunded, requested, rate};
  }

  @Override
  public BadRow.@Nullable Problem refine(Cells cells, Row row) {
    if (currency >= 0 && !cells.is(currency, CNY)) {
      return BadRow.Problem.WORD;
    }
    dropZero(row, Text.SUB_ACCOUNT);
    dropZero(row, Text.REFUND_REFERENCE);
    rate(cells, row);
    if (cells.is(state, SUCCESS)) {
      row.kind = LineKind.PAYMENT;
      row.state = State.DONE;
      if (!row.has(Num.SETTLED)) {
        row.set(Num.SETTLED, row.figure(Num.AMOUNT));
      }
      return row.has(Text.ID) && row.has(Num.AMOUNT) ? null : BadRow.Problem.MISSING;
    }
    return backwards(cells, row);
  }

  /// A refund or a revoked payment: its own number, and money that leaves.
  private BadRow.@Nullable Problem backwards(Cells cells, Row row) {
    boolean revoked = cells.is(state, REVOKED);
    if (!revoked && !cells.is(state, REFUND)) {
      return BadRow.Problem.WORD;
    }
    row.set(Text.ORIGINAL, row.from(Text.ID), row.to(Text.ID));
    boolean ownNumber = refundId >= 0 && !empty(cells, refundId);
    if (ownNumber) {
      row.set(Text.ID, cells.from[refundId], cells.to[refundId]);
    } else if (!revoked) {
      return BadRow.Problem.MISSING;
    }
    BadRow.Problem problem = amounts(cells, row, revoked);
    row.kind = revoked ? LineKind.VOID : LineKind.REFUND;
    return problem != null ? problem : state(cells, row, revoked);
  }

  private BadRow.@Nullable Problem amounts(Cells cells, Row row, boolean revoked) {
    long amount = amount(cells, requested);
    long settled = amount(cells, refunded);
    if (amount == Decimals.UNREADABLE || settled == Decimals.UNREADABLE) {
      return BadRow.Problem.AMOUNT;
    }
    if (revoked && amount == 0 && row.has(Num.AMOUNT)) {
      amount = row.figure(Num.AMOUNT);
      settled = row.has(Num.SETTLED) ? row.figure(Num.SETTLED) : amount;
    }
    row.set(Num.AMOUNT, -Math.abs(amount));
    row.set(Num.SETTLED, -Math.abs(settled));
    return null;
  }

  private BadRow.@Nullable Problem state(Cells cells, Row row, boolean revoked) {
    if (refundState < 0 || empty(cells, refundState)) {
      row.state = revoked ? State.DONE : State.UNKNOWN;
      return null;
    }
    row.set(Text.STATE, cells.from[refundState], cells.to[refundState]);
    if (cells.is(refundState, SUCCESS)) {
      row.state = State.DONE;
    } else if (cells.is(refundState, PROCESSING)) {
      row.state = State.PENDING;
    } else if (cells.is(refundState, FAIL) || cells.is(refundState, CHANGE)) {
      row.state = State.FAILED;
    } else {
      return BadRow.Problem.WORD;
    }
    return null;
  }

  private static long amount(Cells cells, int index) {
    return index < 0 || cells.from[index] == cells.to[index]
        ? 0
        : Decimals.parse(cells.bytes, cells.from[index], cells.to[index], 2);
  }

  /// `0.60%` becomes 6000 millionths; a rate that is worded otherwise is left out.
  private void rate(Cells cells, Row row) {
    if (rate >= 0 && cells.from[rate] < cells.to[rate]) {
      int last = cells.to[rate] - 1;
      if (cells.bytes[last] == '%') {
        long micro = Decimals.parse(cells.bytes, cells.from[rate], last, 4);
        row.set(Num.RATE_MICRO, micro == Decimals.UNREADABLE ? Num.NONE : micro);
      }
    }
  }

  /// A number that the bill writes as `0` where there is none.
  private static void dropZero(Row row, Text text) {
    if (row.length(text) == 1 && row.bytes[row.from(text)] == '0') {
      row.set(text, 0, 0);
    }
  }

  private static boolean empty(Cells cells, int index) {
    int length = cells.to[index] - cells.from[index];
    return length == 0 || (length == 1 && cells.bytes[cells.from[index]] == '0');
  }
}
