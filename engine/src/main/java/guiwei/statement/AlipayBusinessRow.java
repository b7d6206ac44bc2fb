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

/// The rules of one row of an Alipay business bill: 业务类型 says whether it is a refund, because
/// some bills write refunds without a sign.
final class AlipayBusinessRow implements Mapping.Refiner {
  private final int type;
  private final int amount;
  private final byte[] refund;
  private final byte[] payment;

  AlipayBusinessRow(Header header, Charset charset) {
    type = header.find("业务类型");
    amount = header.find("订单金额(元)");
    refund = "退款".getBytes(charset);
    payment = "交易".getBytes(charset);
  }

  @Override
  public int[] reads() {
    return new int[] {type};
  }

  @Override
  public BadRow.@Nullable Problem refine(Cells cells, Row row) {
    if (!row.has(Text.ID)) {
      cells.blame(-1, "支付宝交易号");
      return BadRow.Problem.MISSING;
    }
    row.state = State.DONE;
    if (cells.is(type, payment)) {
      cells.blame(amount, "订单金额");
      return payment(row);
    }
    if (KindWords.contains(cells, type, refund)) {
      cells.blame(-1, "退款批次号/请求号");
      return refund(row);
    }
    cells.blame(type, "业务类型");
    return BadRow.Problem.WORD;
  }

  private static BadRow.@Nullable Problem payment(Row row) {
    row.kind = LineKind.PAYMENT;
    sign(row, Num.FEE_MILLI, 1);
    sign(row, Num.DISCOUNT, 1);
    return row.figure(Num.AMOUNT) < 0 || row.figure(Num.SETTLED) < 0 ? BadRow.Problem.AMOUNT : null;
  }

  /// A refund goes by its request number; without one Alipay takes the order's number for it.
  private static BadRow.@Nullable Problem refund(Row row) {
    row.kind = LineKind.REFUND;
    for (Num num : new Num[] {Num.AMOUNT, Num.SETTLED, Num.FEE_MILLI, Num.DISCOUNT}) {
      sign(row, num, -1);
    }
    row.set(Text.ORIGINAL, row.from(Text.ID), row.to(Text.ID));
    Text own = row.has(Text.REFUND_REFERENCE) ? Text.REFUND_REFERENCE : Text.REFERENCE;
    row.set(Text.ID, row.from(own), row.to(own));
    return row.has(Text.ID) ? null : BadRow.Problem.MISSING;
  }

  private static void sign(Row row, Num num, int sign) {
    if (row.has(num)) {
      row.set(num, sign * Math.abs(row.figure(num)));
    }
  }
}
