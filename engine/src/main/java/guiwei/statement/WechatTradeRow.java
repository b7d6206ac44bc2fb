package guiwei.statement;

import static java.nio.charset.StandardCharsets.US_ASCII;

import guiwei.money.Decimals;
import guiwei.table.BadRow;
import guiwei.table.Cells;
import guiwei.table.Currencies;
import guiwei.table.LineKind;
import guiwei.table.Mapping;
import guiwei.table.Num;
import guiwei.table.Row;
import org.jspecify.annotations.Nullable;

/// The rules of one row of a WeChat trade bill: a refund's amounts stand in columns of their
/// own, without a sign.
final class WechatTradeRow implements Mapping.Refiner {
  private static final byte[] CNY = "CNY".getBytes(US_ASCII);

  private final WechatState state;
  private final int currency;
  private final int refunded;
  private final int requested;
  private final int rate;

  WechatTradeRow(Header header) {
    state = new WechatState(header);
    currency = header.find("货币种类");
    refunded = header.find("退款金额");
    requested = header.find("申请退款金额", "退款金额");
    rate = header.find("费率");
  }

  @Override
  public int[] reads() {
    return state.and(currency, refunded, requested, rate);
  }

  @Override
  public BadRow.@Nullable Problem refine(Cells cells, Row row) {
    if (currency >= 0 && !cells.is(currency, CNY) && !foreign(cells, row)) {
      cells.blame(currency, "货币种类");
      return BadRow.Problem.WORD;
    }
    BadRow.Problem problem = state.apply(cells, row);
    if (problem != null) {
      return problem;
    }
    rate(cells, row);
    if (row.kind != LineKind.PAYMENT) {
      return backwards(cells, row);
    }
    if (!row.has(Num.SETTLED)) {
      row.set(Num.SETTLED, row.figure(Num.AMOUNT));
    }
    cells.blame(-1, "订单金额");
    return row.has(Num.AMOUNT) ? null : BadRow.Problem.MISSING;
  }

  /// Another currency with two decimals, as the bill prints all amounts.
  private boolean foreign(Cells cells, Row row) {
    String code = cells.text(currency);
    if (!Currencies.known(code) || Currencies.digits(Currencies.pack(code)) != 2) {
      return false;
    }
    row.currency = Currencies.pack(code);
    return true;
  }

  private BadRow.@Nullable Problem backwards(Cells cells, Row row) {
    long amount = amount(cells, requested);
    long settled = amount(cells, refunded);
    if (amount == Decimals.UNREADABLE || settled == Decimals.UNREADABLE) {
      cells.blame(amount == Decimals.UNREADABLE ? requested : refunded, "退款金额");
      return BadRow.Problem.AMOUNT;
    }
    if (amount == 0) {
      amount = settled;
    }
    if (row.kind == LineKind.VOID && amount == 0 && row.has(Num.AMOUNT)) {
      amount = row.figure(Num.AMOUNT);
      settled = row.has(Num.SETTLED) ? row.figure(Num.SETTLED) : amount;
    }
    row.set(Num.AMOUNT, -Math.abs(amount));
    row.set(Num.SETTLED, -Math.abs(settled));
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
        row.set(Num.RATE_MICRO, Decimals.parse(cells.bytes, cells.from[rate], last, 4));
      }
    }
  }
}
