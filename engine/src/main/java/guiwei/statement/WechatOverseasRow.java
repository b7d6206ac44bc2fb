package guiwei.statement;

import guiwei.money.Decimals;
import guiwei.table.BadRow;
import guiwei.table.Cells;
import guiwei.table.Currencies;
import guiwei.table.LineKind;
import guiwei.table.Mapping;
import guiwei.table.Num;
import guiwei.table.Row;
import org.jspecify.annotations.Nullable;

/// The rules of one row of an overseas bill: the order's amount is in the currency it was
/// priced in; settlement and fee count only where they are in the same currency, because a row
/// has one.
final class WechatOverseasRow implements Mapping.Refiner {
  private static final int FEE_DECIMALS = 3;

  private final WechatState state;
  private final int priced;
  private final int settledIn;
  private final int refundSettledIn;
  private final int amount;
  private final int settled;
  private final int requested;
  private final int refundSettled;
  private final int fee;

  WechatOverseasRow(Header header) {
    state = new WechatState(header);
    priced = header.find("标价币种");
    settledIn = header.find("结算币种");
    refundSettledIn = header.find("退款结算币种");
    amount = header.find("订单金额(标价币种)");
    settled = header.find("应结订单金额");
    requested = header.find("申请退款金额");
    refundSettled = header.find("退款应结订单金额");
    fee = header.find("手续费");
  }

  @Override
  public BadRow.@Nullable Problem refine(Cells cells, Row row) {
    String currency = cells.text(priced);
    if (!Currencies.known(currency)) {
      cells.blame(priced, "标价币种");
      return BadRow.Problem.WORD;
    }
    row.currency = Currencies.pack(currency);
    BadRow.Problem problem = state.apply(cells, row);
    if (problem != null) {
      return problem;
    }
    boolean payment = row.kind == LineKind.PAYMENT;
    int sign = payment ? 1 : -1;
    boolean same = cells.text(payment ? settledIn : refundSettledIn).equals(currency);
    boolean read =
        take(cells, payment ? amount : requested, row, Num.AMOUNT, sign)
            && (!same || take(cells, payment ? settled : refundSettled, row, Num.SETTLED, sign))
            && (!same || fee(cells, row));
    cells.blame(payment ? amount : requested, payment ? "订单金额(标价币种)" : "申请退款金额");
    if (!read) {
      return BadRow.Problem.AMOUNT;
    }
    return row.has(Num.AMOUNT) ? null : BadRow.Problem.MISSING;
  }

  private static boolean take(Cells cells, int index, Row row, Num num, int sign) {
    if (index < 0 || cells.from[index] == cells.to[index]) {
      return true;
    }
    long value =
        Decimals.parse(
            cells.bytes, cells.from[index], cells.to[index], Currencies.digits(row.currency));
    row.set(num, sign < 0 && value != Decimals.UNREADABLE ? -Math.abs(value) : value);
    return value != Decimals.UNREADABLE;
  }

  private boolean fee(Cells cells, Row row) {
    if (fee < 0 || cells.from[fee] == cells.to[fee]) {
      return true;
    }
    int scale = Currencies.digits(row.currency) + FEE_DECIMALS;
    long value = Decimals.parse(cells.bytes, cells.from[fee], cells.to[fee], scale);
    row.set(Num.FEE_MILLI, value);
    return value != Decimals.UNREADABLE;
  }
}
