package guiwei.statement;

import guiwei.table.BadRow;
import guiwei.table.Cells;
import guiwei.table.LineKind;
import guiwei.table.Mapping;
import guiwei.table.Num;
import guiwei.table.Row;
import guiwei.table.State;
import guiwei.table.Text;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/// The rules of one row of an Alipay account bill: income and expense stand in two columns, the
/// expense with or without a sign.
final class AlipayAccountRow implements Mapping.Refiner {
  private static final String KINDS =
      """
      交易退款 REFUND
      在线支付 PAYMENT
      交易付款 PAYMENT
      交易 PAYMENT
      退款 REFUND
      收费 FEE
      提现 PAYOUT
      转账 TRANSFER
      分账 TRANSFER
      充值 TOP_UP
      退费 FEE_BACK
      服务费退 FEE_BACK
      退款 REFUND
      收费 FEE
      服务费 FEE
      手续费 FEE
      提现 PAYOUT
      收款 PAYMENT
      分润 TRANSFER
      分账 TRANSFER
      转账 TRANSFER
      充值 TOP_UP
      收益 INTEREST
      利息 INTEREST
      在线支付 PAYMENT
      付款 PAYMENT
      """;

  private final int type;
  private final int income;
  private final KindWords kinds;

  AlipayAccountRow(Header header, Charset charset) {
    type = header.find(AlipayAccount.TYPE);
    income = header.find(AlipayAccount.INCOME);
    kinds = KindWords.of(charset, KINDS);
  }

  @Override
  public int[] reads() {
    return new int[] {type};
  }

  @Override
  public BadRow.@Nullable Problem refine(Cells cells, Row row) {
    long in = row.has(Num.AMOUNT) ? row.figure(Num.AMOUNT) : 0;
    long out = row.has(Num.PAID) ? Math.abs(row.figure(Num.PAID)) : 0;
    cells.blame(income, "收入金额");
    if (in < 0 || (in != 0 && out != 0)) {
      return BadRow.Problem.AMOUNT;
    }
    if (!row.has(Num.AMOUNT) && !row.has(Num.PAID)) {
      return BadRow.Problem.MISSING;
    }
    row.set(Num.AMOUNT, in - out);
    row.set(Num.PAID, Num.NONE);
    row.state = State.DONE;
    row.kind = turned(kinds.kind(cells, type), in - out);
    row.goesOut = in == 0 && row.kind != LineKind.PAYMENT;
    if (row.kind != LineKind.PAYMENT) {
      row.set(Text.ORIGINAL, row.from(Text.ID), row.to(Text.ID));
    }
    cells.blame(-1, "业务流水号");
    return row.has(Text.ID) || row.has(Text.TRACE) ? null : BadRow.Problem.MISSING;
  }

  /// The same word means another thing when the money goes the other way: a transfer that comes
  /// in is somebody's payment, a payment that goes out is ours to a supplier.
  private static LineKind turned(LineKind kind, long amount) {
    if (amount < 0) {
      return kind == LineKind.PAYMENT || kind == LineKind.TOP_UP ? LineKind.TRANSFER : kind;
    }
    return switch (kind) {
      case FEE -> amount > 0 ? LineKind.FEE_BACK : kind;
      case TRANSFER -> amount > 0 ? LineKind.PAYMENT : kind;
      case REFUND -> amount > 0 ? LineKind.OTHER : kind;
      default -> kind;
    };
  }
}
