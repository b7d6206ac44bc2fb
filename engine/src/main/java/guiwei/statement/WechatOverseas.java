package guiwei.statement;

import guiwei.table.Book;
import guiwei.table.Delimited;
import guiwei.table.Layout;
import guiwei.table.Mapping;
import guiwei.table.Reading;
import guiwei.table.RefusedFile;
import guiwei.table.Tally;
import guiwei.table.Text;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The trade bill of WeChat Pay outside mainland China: 37 or 38 columns with currencies and
/// rates.
///
/// Mapped by heading: <https://pay.weixin.qq.com/doc/global/v3/zh/4012354484>
public final class WechatOverseas implements Layout {
  private static final WechatSummary SUMMARY =
      new WechatSummary("总交易单数", Map.of("总交易单数", new WechatSummary.Total(0, Tally::rows)));

  static boolean ours(Header header) {
    return header.has("标价币种", "结算币种") && WechatTrade.ours(header);
  }

  @Override
  public String key() {
    return "wechat-trade-overseas";
  }

  @Override
  public @Nullable Reading recognise(byte[] bytes) throws RefusedFile {
    Head head = Head.of(bytes);
    if (head == null) {
      return null;
    }
    Header header = new Header(head.line(head.start()));
    if (!ours(header)) {
      return null;
    }
    Mapping mapping =
        WechatPlan.mapping(columns(header), Book.TRADE, new WechatOverseasRow(header));
    Delimited plan = WechatPlan.cut(head, header, mapping, "总交易单数");
    return new Reading.Cut(plan, SUMMARY);
  }

  private List<Mapping.Column> columns(Header header) throws RefusedFile {
    Columns columns =
        new Columns(header)
            .need("交易时间")
            .need("微信订单号")
            .need("商户订单号")
            .need("交易状态")
            .need("标价币种")
            .need("订单金额(标价币种)")
            .need("申请退款金额")
            .need("微信退款单号")
            .need("退款状态");
    return WechatTrade.words(columns).words(Text.CURRENCY, "标价币种").list(key());
  }
}
