package guiwei.statement;

import guiwei.table.Book;
import guiwei.table.Channel;
import guiwei.table.Currencies;
import guiwei.table.Layout;
import guiwei.table.LineKind;
import guiwei.table.Mapping;
import guiwei.table.Num;
import guiwei.table.Reading;
import guiwei.table.RefusedFile;
import guiwei.table.Side;
import guiwei.table.Text;
import guiwei.table.Times;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The business bill of Alipay (业务明细): what was sold and refunded.
///
/// Mapped by heading; the bill is what `alipay.data.dataservice.bill.downloadurl.query` gives
/// for `bill_type=trade`.
public final class AlipayBusiness implements Layout {
  private static final List<String> OURS =
      List.of(
          "支付宝交易号",
          "商户订单号",
          "业务类型",
          "创建时间",
          "完成时间",
          "对方账户",
          "订单金额(元)",
          "商家实收(元)",
          "集分宝(元)",
          "退款批次号/请求号",
          "服务费(元)",
          "分润(元)");
  private static final int ENOUGH = 5;
  private static final Map<String, AlipayTotals.Total> TOTALS =
      Map.of(
          "交易合计", tally -> tally.count(LineKind.PAYMENT),
          "交易合计商家实收共", tally -> tally.sum(LineKind.PAYMENT, Num.SETTLED),
          "交易合计商家优惠共", tally -> tally.sum(LineKind.PAYMENT, Num.DISCOUNT),
          "退款合计", tally -> tally.count(LineKind.REFUND),
          "退款合计商家实收退款共", tally -> tally.sum(LineKind.REFUND, Num.SETTLED),
          "退款合计商家优惠退款共", tally -> tally.sum(LineKind.REFUND, Num.DISCOUNT));

  @Override
  public String key() {
    return "alipay-business";
  }

  @Override
  public @Nullable Reading recognise(byte[] bytes) throws RefusedFile {
    AlipayHead head = AlipayHead.of(bytes, OURS, ENOUGH);
    if (head == null || !head.header().has("支付宝交易号", "商家实收(元)")) {
      return null;
    }
    Mapping mapping =
        new Mapping(
            columns(head),
            new Mapping.Defaults(Side.LINE, Channel.ALIPAY, Book.TRADE, Currencies.CNY),
            Times.BEIJING,
            Times.Order.YEAR_FIRST,
            (byte) 0,
            new AlipayBusinessRow(head.header(), head.charset()));
    return AlipayAccount.cut(head, mapping, new AlipayTotals(TOTALS, head.declared()));
  }

  private List<Mapping.Column> columns(AlipayHead head) throws RefusedFile {
    return new Columns(head.header())
        .constant(Text.ACCOUNT, head.account(), head.charset())
        .need("支付宝交易号")
        .need("商户订单号")
        .need("业务类型")
        .need("完成时间", "创建时间")
        .need("订单金额(元)")
        .need("商家实收(元)")
        .need("退款批次号/请求号", "退款批次号", "退款请求号")
        .moment("完成时间", "创建时间")
        .words(Text.ID, "支付宝交易号")
        .words(Text.REFERENCE, "商户订单号")
        .words(Text.REFUND_REFERENCE, "退款批次号/请求号", "退款批次号", "退款请求号")
        .words(Text.TYPE, "业务类型")
        .words(Text.GOODS, "商品名称")
        .words(Text.STORE, "门店编号", "门店名称")
        .words(Text.TERMINAL, "终端号")
        .words(Text.PAYER, "对方账户")
        .words(Text.REMARK, "备注")
        .figure(Num.AMOUNT, 2, "订单金额(元)")
        .figure(Num.SETTLED, 2, "商家实收(元)")
        .maybeFigure(Num.DISCOUNT, 2, "商家优惠(元)")
        .maybeFigure(Num.FEE_MILLI, 5, "服务费(元)")
        .list(key());
  }
}
