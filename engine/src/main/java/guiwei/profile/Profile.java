package guiwei.profile;

import guiwei.money.Decimals;
import guiwei.table.Book;
import guiwei.table.Channel;
import guiwei.table.LineKind;
import guiwei.table.Side;
import guiwei.table.State;
import guiwei.table.Times;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// How the tables of one origin are read: which heading is what, and what its words mean.
///
/// @param columns the accepted headings of each field, best first
/// @param required the fields without which a table is not of this profile
record Profile(
    String key,
    Title title,
    Origin origin,
    Map<Field, List<String>> columns,
    Set<Field> required,
    Format format,
    Meanings meanings,
    Declared declared) {

  /// The same with dates in this order.
  Profile with(Times.Order dates) {
    return new Profile(
        key, title, origin, columns, required, format.with(dates), meanings, declared);
  }

  record Title(String zh, String en) {}

  /// What all rows have in common.
  ///
  /// @param account our account, where no column and no title line names it; may be empty
  record Origin(Side side, Book book, Channel channel, String currency, String account) {}

  /// How values are written.
  ///
  /// @param unit of amounts whose heading does not say
  /// @param within how many rows may stand above the headings
  /// @param footers words that begin the first row after the data
  /// @param id the [Recipe] of a line's number where the `id` column has none, or an empty text
  /// @param mark words of which one must stand above or in the headings; none asks for nothing
  /// @param minus what a minus means in a column that has a direction already
  /// @param refunds whose number the merchant order number of a refund is
  /// @param empty words that stand for nothing
  /// @param goesOn the fields of which none is filled in a row that only goes on with the order
  ///     above it, for another thing in it; none where every row is an order
  /// @param decimal what stands before the decimals of an amount
  record Format(
      ZoneId zone,
      Times.Order dates,
      Heading.Unit unit,
      int within,
      List<String> footers,
      String id,
      List<String> mark,
      Minus minus,
      Refunds refunds,
      List<String> empty,
      List<Field> goesOn,
      Decimal decimal) {
    static final int WITHIN = 60;

    /// What a bank's list calls a row that sums up a stretch of time or a page: 本月合计.
    static final List<String> SUMS =
        Stream.of("本", "当")
            .flatMap(which -> Stream.of("日", "月", "季", "年", "期", "页").map(which::concat))
            .flatMap(time -> Stream.of("合计", "累计", "小计").map(time::concat))
            .toList();

    /// What begins a row of totals or a note, besides [#SUMS].
    private static final List<String> NOTES =
        List.of(
            """
            合计|总计|小计|共计|汇总|总笔数|总金额|借方合计|贷方合计|收入合计|支出合计|Total|TOTAL|total:|Sum:|SUM|\
            -----|日小计|总条数|总记录数|记录总数|总单数|总共|共1|共2|共3|共4|共5|\
            共6|共7|共8|共9|共 |Subtotal|期初余额|期末余额|上期余额|上期结余|上月结余|承前页|过次页|承上页|转下页|Opening balance|Closing balance|OPENING BALANCE|\
            CLOSING BALANCE|Balance brought forward|Balance carried forward|\
            Grand Total|制表人|制表：|制表:|打印时间|打印日期|打印人|导出时间|导出人|审核：|审核:|经办人|笔数|交易笔数|备注：|\
            备注:|注：|注:|说明：|说明:\
            """
                .split("\\|"));

    static final List<String> FOOTERS = footers(NOTES);

    /// The words of a profile, and those that every bank may use.
    static List<String> footers(List<String> own) {
      return Stream.concat(own.stream(), SUMS.stream()).toList();
    }

    Format with(Times.Order order) {
      return new Format(
          zone, order, unit, within, footers, id, mark, minus, refunds, empty, goesOn, decimal);
    }
  }

  /// What stands before the decimals of an amount, and how profiles write it.
  enum Decimal {
    POINT("."),
    COMMA(",");

    private final String sign;

    Decimal(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }

    /// Reads an amount that is written so, as [Decimals#parse(String, int)].
    long read(String amount, int scale) {
      return this == COMMA ? Decimals.parseComma(amount, scale) : Decimals.parse(amount, scale);
    }
  }

  /// What a minus means in a column of money in or of money out.
  enum Minus {
    /// Nothing more than the column: money out is written with its sign.
    SIGN,
    /// The opposite of the column: the bank takes an earlier entry back.
    BACK
  }

  /// Whose number stands in the column of the merchant order number on a refund.
  enum Refunds {
    ORDER_NUMBER,
    OWN_NUMBER
  }

  /// What words mean, in addition to the words known everywhere.
  record Meanings(
      Map<LineKind, List<String>> kinds,
      Map<State, List<String>> states,
      Map<Channel, List<String>> channels,
      List<String> in,
      List<String> out) {
    static final Meanings COMMON = new Meanings(Map.of(), Map.of(), Map.of(), List.of(), List.of());
  }

  /// What a file of this origin says about itself.
  ///
  /// @param labels words beside a figure, in the lines above the headings or below the data
  /// @param chain whether each balance must follow from the one before
  record Declared(Map<Figure, List<String>> labels, boolean chain) {
    static final Declared NOTHING = new Declared(Map.of(), false);

    private static final Map<Figure, List<String>> COMMON =
        Map.of(
            Figure.ACCOUNT,
            List.of(
                "查询账号",
                "本方账号",
                "账户账号",
                "账号",
                "帐号",
                "卡号",
                "账户",
                "户口号",
                "Account Number",
                "Account No.",
                "Account No",
                "Account",
                "商户号",
                "商户编号"),
            Figure.CURRENCY,
            List.of("币种", "货币", "Currency"));

    /// The labels of a figure: the profile's own, else those known everywhere.
    List<String> of(Figure figure) {
      return labels.getOrDefault(figure, COMMON.getOrDefault(figure, List.of()));
    }
  }

  /// A figure or text that stands outside the rows.
  enum Figure {
    ACCOUNT,
    CURRENCY,
    COUNT,
    SUM,
    IN_COUNT,
    IN_SUM,
    OUT_COUNT,
    OUT_SUM,
    OPENING,
    CLOSING;

    /// How profiles write it.
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Whether it is compared with the rows.
    boolean checked() {
      return this != ACCOUNT && this != CURRENCY;
    }

    boolean counted() {
      return this == COUNT || this == IN_COUNT || this == OUT_COUNT;
    }

    /// Whether it can only be compared where rows have balances.
    boolean chained() {
      return this == OPENING || this == CLOSING;
    }
  }
}
