package guiwei.statement;

import guiwei.money.Decimals;
import guiwei.table.BadRow;
import guiwei.table.Cells;
import guiwei.table.LineKind;
import guiwei.table.Mapping;
import guiwei.table.Num;
import guiwei.table.Row;
import guiwei.table.State;
import guiwei.table.Text;
import java.nio.charset.Charset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The rules of one row of a WeChat fund bill: 收支类型 carries the sign, 业务类型 the kind.
final class WechatFundRow implements Mapping.Refiner {
  private static final String KINDS =
      """
      交易 PAYMENT
      退款 REFUND
      交易结算扣除手续费 FEE
      扣除交易手续费 FEE
      退还手续费 FEE_BACK
      手续费退还 FEE_BACK
      提现 PAYOUT
      退款关闭 OTHER
      手续费 FEE
      分账 TRANSFER
      转账 TRANSFER
      企业付款 TRANSFER
      红包 TRANSFER
      代金券 TRANSFER
      充值 TOP_UP
      利息 INTEREST
      撤销 VOID
      退款 REFUND
      """;

  private static final Pattern WHOLE =
      Pattern.compile("退款总金额(\\d{1,12}(?:\\.\\d{1,2})?)元;含手续费(\\d{1,12}(?:\\.\\d{1,2})?)元");

  private final int direction;
  private final int type;
  private final int amount;
  private final byte[] income;
  private final byte[] expense;
  private final KindWords kinds;

  WechatFundRow(Header header, Charset charset) {
    direction = header.find("收支类型");
    type = header.find("业务类型");
    amount = header.find("收支金额(元)", "收支金额");
    income = "收入".getBytes(charset);
    expense = "支出".getBytes(charset);
    kinds = KindWords.of(charset, KINDS);
  }

  @Override
  public int[] reads() {
    return new int[] {direction, type, amount};
  }

  /// What the payer got back stands in words where the fee that came back is netted:
  /// `退款总金额100.00元;含手续费0.60元` beside 99.40.
  private static void whole(Row row) {
    Matcher told = WHOLE.matcher(row.text(Text.REMARK));
    if (!told.find()) {
      return;
    }
    long all = Decimals.parse(told.group(1), 2);
    long fee = Decimals.parse(told.group(2), 2);
    if (fee > 0 && all - fee == -row.figure(Num.AMOUNT)) {
      row.set(Num.SETTLED, -all);
      row.set(Num.FEE_MILLI, -fee * 1000);
    }
  }

  @Override
  public BadRow.@Nullable Problem refine(Cells cells, Row row) {
    long moved = row.figure(Num.AMOUNT);
    row.goesOut = cells.is(direction, expense);
    if (!row.goesOut && !cells.is(direction, income)) {
      cells.blame(direction, "收支类型");
      return BadRow.Problem.WORD;
    }
    if (moved < 0) {
      cells.blame(amount, "收支金额(元)");
      return BadRow.Problem.AMOUNT;
    }
    row.set(Num.AMOUNT, row.goesOut ? -moved : moved);
    row.state = State.DONE;
    row.kind = kinds.kind(cells, type);
    if (row.kind == LineKind.REFUND) {
      whole(row);
      row.set(Text.REFUND_REFERENCE, row.from(Text.REFERENCE), row.to(Text.REFERENCE));
      row.set(Text.REFERENCE, 0, 0);
    } else if (row.kind != LineKind.PAYMENT) {
      row.set(Text.ORIGINAL, row.from(Text.ID), row.to(Text.ID));
    }
    cells.blame(-1, "微信支付业务单号");
    return row.has(Text.ID) ? null : BadRow.Problem.MISSING;
  }
}
