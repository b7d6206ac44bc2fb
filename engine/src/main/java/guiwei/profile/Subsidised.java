package guiwei.profile;

import guiwei.money.Decimals;
import java.util.List;
import java.util.regex.Pattern;

/// Orders of which a marketplace or a channel pays a part (`平台优惠`): what the seller receives is
/// more than what the buyer pays, and it is what statements show.
record Subsidised(Figures figures) {
  private static final Pattern BUYERS =
      Pattern.compile(
          "(用户|买家|客户|顾客|消费者|订单|)(实付|实际支付|实际付款|支付|付款)(金额|款|总额|额|)"
              + "|(buyer|customer)(paid|payment|pays)(amount|amt|total|)");
  private static final Pattern SELLERS =
      Pattern.compile(
          "(商家|商户|店铺|卖家)(实收|应收|实际收入)(金额|款|总额|额|)"
              + "|(seller|merchant|shop)(receives|received|revenue|income)(amount|amt|total|)");

  /// The column of what the seller receives of the orders that this one says buyers paid; -1 where
  /// there is none, or where it is less in any row: then something was taken off it.
  int of(int paid) {
    return !BUYERS.matcher(figures.plain(paid)).matches()
        ? -1
        : figures
            .columns()
            .filter(column -> SELLERS.matcher(figures.plain(column)).matches())
            .filter(column -> figures.body().stream().allMatch(row -> more(row, column, paid) >= 0))
            .filter(column -> figures.body().stream().anyMatch(row -> more(row, column, paid) > 0))
            .findFirst()
            .orElse(-1);
  }

  /// How much more the seller receives than the buyer pays, below 0 where that cannot be told.
  private long more(List<String> row, int seller, int buyer) {
    long received = figures.amount(row, seller, Decimals.UNREADABLE);
    long paid = figures.amount(row, buyer, Decimals.UNREADABLE);
    return received == Decimals.UNREADABLE || paid == Decimals.UNREADABLE ? -1 : received - paid;
  }
}
