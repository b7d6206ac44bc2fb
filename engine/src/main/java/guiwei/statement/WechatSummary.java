package guiwei.statement;

import guiwei.money.Decimals;
import guiwei.table.Footing;
import guiwei.table.RefusedFile;
import guiwei.table.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The two last lines of a WeChat bill: names of totals, and the totals.
final class WechatSummary implements Footing {
  static final int SETTLED = 0;
  static final int REFUNDED = 1;
  static final int COUPONS = 2;
  static final int FEES = 3;
  static final int ORDERED = 4;
  static final int REQUESTED = 5;

  /// What a total is compared with.
  @FunctionalInterface
  interface Found {
    long in(Tally tally);
  }

  /// One total: how fine it is, and what it must be.
  record Total(int scale, Found found) {
    static Total raw(int slot, int scale) {
      return new Total(scale, tally -> tally.raw(slot));
    }
  }

  static final WechatSummary TRADE =
      new WechatSummary(
          "总交易单数",
          Map.ofEntries(
              Map.entry("总交易单数", new Total(0, Tally::rows)),
              Map.entry("应结订单总金额", Total.raw(SETTLED, 2)),
              Map.entry("退款总金额", Total.raw(REFUNDED, 2)),
              Map.entry("总退款金额", Total.raw(REFUNDED, 2)),
              Map.entry("充值券退款总金额", Total.raw(COUPONS, 2)),
              Map.entry("总代金券或立减优惠退款金额", Total.raw(COUPONS, 2)),
              Map.entry("总企业红包退款金额", Total.raw(COUPONS, 2)),
              Map.entry("手续费总金额", Total.raw(FEES, 5)),
              Map.entry("订单总金额", Total.raw(ORDERED, 2)),
              Map.entry("总交易额", Total.raw(ORDERED, 2)),
              Map.entry("申请退款总金额", Total.raw(REQUESTED, 2))));

  private final String first;
  private final Map<String, Total> totals;

  WechatSummary(String first, Map<String, Total> totals) {
    this.first = first;
    this.totals = totals;
  }

  @Override
  public List<Check> check(Tally tally, List<String> lines) throws RefusedFile {
    List<String> footer = lines.stream().filter(line -> !Header.plain(line).matches(",*")).toList();
    if (footer.size() < 2) {
      throw new RefusedFile(RefusedFile.Problem.TRUNCATED, "no summary after the last row");
    }
    Header names = new Header(footer.get(0));
    if (footer.size() > 2 || !names.has(first)) {
      throw new RefusedFile(RefusedFile.Problem.BROKEN, "the rows do not end in a summary");
    }
    String[] values = footer.get(1).split(",", -1);
    if (values.length < names.size()) {
      throw new RefusedFile(RefusedFile.Problem.TRUNCATED, "the summary breaks off");
    }
    List<Check> checks = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Total total = totals.get(Header.plain(names.heading(i)));
      if (total != null) {
        checks.add(check(tally, names.heading(i), values[i], total));
      }
    }
    return checks;
  }

  private static Check check(Tally tally, String what, String written, Total total)
      throws RefusedFile {
    long declared = Decimals.parse(Header.plain(written), total.scale);
    if (declared == Decimals.UNREADABLE) {
      throw new RefusedFile(RefusedFile.Problem.BROKEN, "no figure in the summary for " + what);
    }
    return Check.amount(what, declared, total.found.in(tally), total.scale);
  }
}
