package guiwei.statement;

import guiwei.table.Book;
import guiwei.table.Delimited;
import guiwei.table.Layout;
import guiwei.table.Mapping;
import guiwei.table.Num;
import guiwei.table.Reading;
import guiwei.table.RefusedFile;
import guiwei.table.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The trade bill of WeChat Pay (交易账单) in all its layouts: ALL, SUCCESS and REFUND, the one
/// before 2019, with or without sub-merchants.
///
/// Mapped by heading:
/// <https://pay.weixin.qq.com/docs/merchant/products/bill-download/format-trade.html>
public final class WechatTrade implements Layout {
  private static final List<String> OURS =
      List.of(
          "公众账号ID", "微信订单号", "商户订单号", "用户标识", "交易类型", "交易状态", "付款银行", "货币种类", "应结订单金额", "微信退款单号",
          "商户数据包");
  private static final int ENOUGH = 6;

  @Override
  public String key() {
    return "wechat-trade";
  }

  @Override
  public @Nullable Reading recognise(byte[] bytes) throws RefusedFile {
    Head head = Head.of(bytes);
    if (head == null) {
      return null;
    }
    Header header = new Header(head.line(head.start()));
    if (!ours(header) || WechatOverseas.ours(header)) {
      return null;
    }
    Mapping mapping = WechatPlan.mapping(columns(header), Book.TRADE, new WechatTradeRow(header));
    Delimited plan = WechatPlan.cut(head, header, mapping, "总交易单数");
    return new Reading.Cut(plan, WechatSummary.TRADE);
  }

  static boolean ours(Header header) {
    return header.count(OURS) >= ENOUGH && header.has("公众账号ID", "微信订单号");
  }

  /// What every trade bill says besides figures, at home and abroad.
  static Columns words(Columns columns) {
    return columns
        .moment("交易时间")
        .words(Text.ID, "微信订单号")
        .words(Text.REFERENCE, "商户订单号")
        .words(Text.REFUND_REFERENCE, "商户退款单号")
        .words(Text.ACCOUNT, "商户号")
        .words(Text.SUB_ACCOUNT, "特约商户号", "子商户号")
        .words(Text.TERMINAL, "设备号")
        .words(Text.PAYER, "用户标识")
        .words(Text.BANK, "付款银行")
        .words(Text.TYPE, "交易类型")
        .words(Text.STATE, "交易状态")
        .words(Text.GOODS, "商品名称")
        .words(Text.REMARK, "商户数据包");
  }

  private List<Mapping.Column> columns(Header header) throws RefusedFile {
    Columns columns =
        new Columns(header)
            .need("交易时间")
            .need("微信订单号")
            .need("商户订单号")
            .need("交易状态")
            .need("订单金额", "总金额");
    if (header.has("微信退款单号", "商户退款单号", "退款状态")) {
      columns.need("微信退款单号").need("退款金额").need("退款状态");
    }
    return words(columns)
        .maybeFigure(Num.AMOUNT, 2, "订单金额", "总金额")
        .summed(WechatSummary.ORDERED, 2, "订单金额", "总金额")
        .maybeFigure(Num.SETTLED, 2, "应结订单金额")
        .summed(WechatSummary.SETTLED, 2, "应结订单金额")
        .maybeFigure(Num.FEE_MILLI, 5, "手续费")
        .summed(WechatSummary.REFUNDED, 2, "退款金额")
        .summed(WechatSummary.COUPONS, 2, "充值券退款金额", "代金券或立减优惠退款金额", "企业红包退款金额")
        .summed(WechatSummary.FEES, 5, "手续费")
        .summed(WechatSummary.REQUESTED, 2, "申请退款金额")
        .list(key());
  }
}
