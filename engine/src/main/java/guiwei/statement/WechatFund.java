package guiwei.statement;

import guiwei.table.Book;
import guiwei.table.Delimited;
import guiwei.table.Footing;
import guiwei.table.Layout;
import guiwei.table.Mapping;
import guiwei.table.Num;
import guiwei.table.Reading;
import guiwei.table.RefusedFile;
import guiwei.table.Tally;
import guiwei.table.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The fund bill of WeChat Pay (资金账单): how an account at WeChat Pay moved, with its balance.
///
/// Mapped by heading:
/// <https://pay.weixin.qq.com/docs/merchant/products/bill-download/format-fundflow.html>
public final class WechatFund implements Layout {
  private static final List<String> OURS =
      List.of("记账时间", "微信支付业务单号", "资金流水单号", "业务名称", "业务类型", "收支类型", "资金变更提交申请人", "业务凭证号");
  private static final int ENOUGH = 5;
  private static final WechatSummary SUMMARY =
      new WechatSummary(
          "资金流水总笔数",
          Map.of(
              "资金流水总笔数", new WechatSummary.Total(0, Tally::rows),
              "收入笔数", new WechatSummary.Total(0, Tally::inCount),
              "收入金额", new WechatSummary.Total(2, Tally::inSum),
              "支出笔数", new WechatSummary.Total(0, Tally::outCount),
              "支出金额", new WechatSummary.Total(2, tally -> -tally.outSum())));

  @Override
  public String key() {
    return "wechat-fund";
  }

  @Override
  public @Nullable Reading recognise(byte[] bytes) throws RefusedFile {
    Head head = Head.of(bytes);
    if (head == null) {
      return null;
    }
    Header header = new Header(head.line(head.start()));
    if (header.count(OURS) < ENOUGH || !header.has("资金流水单号", "微信支付业务单号")) {
      return null;
    }
    Mapping mapping =
        WechatPlan.mapping(columns(header), Book.FUND, new WechatFundRow(header, head.charset()));
    Delimited plan = WechatPlan.cut(head, header, mapping, "资金流水总笔数");
    return new Reading.Cut(plan, WechatFund::check);
  }

  private List<Mapping.Column> columns(Header header) throws RefusedFile {
    return new Columns(header)
        .need("记账时间")
        .need("微信支付业务单号")
        .need("业务类型")
        .need("收支类型")
        .need("收支金额(元)", "收支金额")
        .moment("记账时间")
        .words(Text.ID, "微信支付业务单号")
        .words(Text.TRACE, "资金流水单号")
        .words(Text.REFERENCE, "业务凭证号")
        .words(Text.TYPE, "业务类型")
        .words(Text.REMARK, "备注")
        .figure(Num.AMOUNT, 2, "收支金额(元)", "收支金额")
        .maybeFigure(Num.BALANCE, 2, "账户结余(元)", "账户结余")
        .list(key());
  }

  private static List<Footing.Check> check(Tally tally, List<String> footer) throws RefusedFile {
    List<Footing.Check> checks = new ArrayList<>(SUMMARY.check(tally, footer));
    checks.add(Footing.Check.chain("账户结余", tally, 2));
    return checks;
  }
}
