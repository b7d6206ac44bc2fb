package guiwei.profile;

import guiwei.table.RefusedFile;
import java.util.List;

/// The bills of channels that a spreadsheet program has saved as a workbook. As they are
/// downloaded they are read by layouts of their own, with the channel's totals; a proposal from
/// their headings would know neither the channel nor the totals.
final class Saved {
  private static final int WITHIN = 10;

  /// @param columns stand in one of its first rows
  private record Bill(String channel, List<String> columns) {}

  private static final List<Bill> BILLS =
      List.of(
          new Bill("WeChat Pay", List.of("公众账号ID", "微信订单号", "商户订单号", "用户标识", "交易状态")),
          new Bill("WeChat Pay", List.of("微信支付业务单号", "资金流水单号", "收支类型")),
          new Bill("Alipay", List.of("#支付宝业务明细查询")),
          new Bill("Alipay", List.of("#支付宝账务明细查询")));

  private Saved() {}

  /// Refuses a table that begins like a channel's bill.
  static void refuse(List<List<String>> rows) throws RefusedFile {
    for (List<String> row : rows.subList(0, Math.min(WITHIN, rows.size()))) {
      List<String> cells = row.stream().map(cell -> cell.replace("`", "").strip()).toList();
      for (Bill bill : BILLS) {
        if (cells.containsAll(bill.columns)) {
          throw new RefusedFile(
              RefusedFile.Problem.UNRECOGNISED,
              "a bill of " + bill.channel + " saved by a spreadsheet; give it as downloaded");
        }
      }
    }
  }
}
