package guiwei.statement;

import guiwei.table.Book;
import guiwei.table.Channel;
import guiwei.table.Currencies;
import guiwei.table.Delimited;
import guiwei.table.Footing;
import guiwei.table.Layout;
import guiwei.table.Mapping;
import guiwei.table.Num;
import guiwei.table.Reading;
import guiwei.table.RefusedFile;
import guiwei.table.Side;
import guiwei.table.Tally;
import guiwei.table.Text;
import guiwei.table.Times;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The account bill of Alipay (账务明细): how the account moved, fees in rows of their own.
///
/// Mapped by heading, old and newer orders of columns alike; the bill is what
/// `alipay.data.dataservice.bill.downloadurl.query` gives for `bill_type=signcustomer`.
public final class AlipayAccount implements Layout {
  static final String[] INCOME = {"收入金额(+元)", "收入(+元)", "收入金额(元)", "收入金额", "收入(元)", "收入"};
  static final String[] EXPENSE = {"支出金额(-元)", "支出(-元)", "支出金额(元)", "支出金额", "支出(元)", "支出"};
  static final String[] TYPE = {"业务类型", "账务类型", "业务描述"};
  private static final String[] TIME = {"发生时间", "入账时间"};
  private static final String[] NUMBER = {"业务流水号", "支付宝流水号", "支付宝交易号"};
  private static final List<String> OURS =
      List.of("账务流水号", "业务流水号", "支付宝流水号", "业务基础订单号", "业务账单来源", "业务描述", "账务类型", "交易渠道", "支付渠道");
  private static final Map<String, AlipayTotals.Total> TOTALS =
      Map.of(
          "收入合计", Tally::inCount,
          "收入合计共", Tally::inSum,
          "支出合计", Tally::outCount,
          "支出合计共", Tally::outSum);

  @Override
  public String key() {
    return "alipay-account";
  }

  @Override
  public @Nullable Reading recognise(byte[] bytes) throws RefusedFile {
    AlipayHead head = AlipayHead.of(bytes, OURS, 2);
    if (head == null || !(head.title().contains("账务明细") || head.header().has("账务流水号"))) {
      return null;
    }
    Mapping mapping =
        new Mapping(
            columns(head),
            new Mapping.Defaults(Side.LINE, Channel.ALIPAY, Book.FUND, Currencies.CNY),
            Times.BEIJING,
            Times.Order.YEAR_FIRST,
            (byte) 0,
            new AlipayAccountRow(head.header(), head.charset()));
    return cut(head, mapping, new AlipayTotals(TOTALS, head.declared()));
  }

  static Reading cut(AlipayHead head, Mapping mapping, Footing footing) {
    Delimited plan =
        new Delimited(
            head.charset(),
            (byte) ',',
            true,
            (byte) 0,
            List.of("#", ",#", "\"#"),
            head.dataStart(),
            head.header().size(),
            mapping);
    return new Reading.Cut(plan, footing);
  }

  private List<Mapping.Column> columns(AlipayHead head) throws RefusedFile {
    return new Columns(head.header())
        .constant(Text.ACCOUNT, head.account(), head.charset())
        .need(TIME)
        .need(NUMBER)
        .need(INCOME)
        .need(EXPENSE)
        .need(TYPE)
        .moment(TIME)
        .words(Text.ID, NUMBER)
        .words(Text.TRACE, "账务流水号")
        .words(Text.REFERENCE, "商户订单号")
        .words(Text.LIST, "业务基础订单号")
        .words(Text.TYPE, TYPE)
        .words(Text.GOODS, "商品名称")
        .words(Text.PAYER, "对方账号", "对方账户")
        .words(Text.PAYER_NAME, "对方名称")
        .words(Text.BANK, "交易渠道", "支付渠道")
        .words(Text.REMARK, "备注")
        .maybeFigure(Num.AMOUNT, 2, INCOME)
        .maybeFigure(Num.PAID, 2, EXPENSE)
        .maybeFigure(Num.BALANCE, 2, "账户余额(元)", "余额(元)", "账户余额", "余额")
        .list(key());
  }
}
