package guiwei.statement;

import static java.nio.charset.StandardCharsets.US_ASCII;

import guiwei.table.BadRow;
import guiwei.table.Cells;
import guiwei.table.LineKind;
import guiwei.table.Row;
import guiwei.table.State;
import guiwei.table.Text;
import org.jspecify.annotations.Nullable;

/// What 交易状态 and 退款状态 of a WeChat trade bill make of a row: its kind, its state, its numbers.
final class WechatState {
  private static final byte[] SUCCESS = "SUCCESS".getBytes(US_ASCII);
  private static final byte[] REFUND = "REFUND".getBytes(US_ASCII);
  private static final byte[] REVOKED = "REVOKED".getBytes(US_ASCII);
  private static final byte[] PROCESSING = "PROCESSING".getBytes(US_ASCII);
  private static final byte[] FAIL = "FAIL".getBytes(US_ASCII);
  private static final byte[] CHANGE = "CHANGE".getBytes(US_ASCII);

  private final int state;
  private final int refundId;
  private final int refundState;

  WechatState(Header header) {
    state = header.find("交易状态");
    refundId = header.find("微信退款单号");
    refundState = header.find("退款状态");
  }

  /// The columns it looks at, for [guiwei.table.Mapping.Refiner#reads].
  int[] and(int... more) {
    int[] reads = java.util.Arrays.copyOf(more, more.length + 3);
    reads[more.length] = state;
    reads[more.length + 1] = refundId;
    reads[more.length + 2] = refundState;
    return reads;
  }

  BadRow.@Nullable Problem apply(Cells cells, Row row) {
    dropZero(row, Text.SUB_ACCOUNT);
    dropZero(row, Text.REFUND_REFERENCE);
    if (!row.has(Text.ID)) {
      cells.blame(-1, "微信订单号");
      return BadRow.Problem.MISSING;
    }
    if (cells.is(state, SUCCESS)) {
      row.kind = LineKind.PAYMENT;
      row.state = State.DONE;
      return null;
    }
    boolean revoked = cells.is(state, REVOKED);
    if (!revoked && !cells.is(state, REFUND)) {
      cells.blame(state, "交易状态");
      return BadRow.Problem.WORD;
    }
    row.kind = revoked ? LineKind.VOID : LineKind.REFUND;
    if (!numbers(cells, row)) {
      cells.blame(refundId, "微信退款单号");
      return BadRow.Problem.MISSING;
    }
    return refundState(cells, row);
  }

  /// A refund goes by its own number and names the payment it belongs to; a revoked payment may
  /// have no number of its own.
  private boolean numbers(Cells cells, Row row) {
    row.set(Text.ORIGINAL, row.from(Text.ID), row.to(Text.ID));
    if (refundId < 0 || empty(cells, refundId)) {
      return row.kind == LineKind.VOID;
    }
    row.set(Text.ID, cells.from[refundId], cells.to[refundId]);
    return true;
  }

  private BadRow.@Nullable Problem refundState(Cells cells, Row row) {
    if (refundState < 0 || empty(cells, refundState)) {
      row.state = row.kind == LineKind.VOID ? State.DONE : State.UNKNOWN;
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
      cells.blame(refundState, "退款状态");
      return BadRow.Problem.WORD;
    }
    return null;
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
