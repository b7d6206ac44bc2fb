package guiwei.statement;

import guiwei.table.Book;
import guiwei.table.Channel;
import guiwei.table.Currencies;
import guiwei.table.Delimited;
import guiwei.table.Mapping;
import guiwei.table.Side;
import guiwei.table.Times;
import java.util.List;

/// How every bill of WeChat Pay is cut: a header line, rows that begin with a backtick, and a
/// summary that does not.
final class WechatPlan {
  private static final byte BACKTICK = '`';

  private WechatPlan() {}

  static Mapping mapping(List<Mapping.Column> columns, Book book, Mapping.Refiner refiner) {
    return new Mapping(
        columns,
        new Mapping.Defaults(Side.LINE, Channel.WECHAT, book, Currencies.CNY),
        // wherever the merchant is
        Times.BEIJING,
        Times.Order.YEAR_FIRST,
        BACKTICK,
        refiner);
  }

  /// @param firstTotal the word that begins the summary. It is what ends the rows where
  ///     somebody has taken the backticks out; such files may have been saved with quotes
  static Delimited cut(Head head, Header header, Mapping mapping, String firstTotal) {
    int dataStart = head.next(head.start());
    String first = head.line(dataStart);
    boolean asMade = first.isEmpty() || first.startsWith("`") || first.startsWith(firstTotal);
    return new Delimited(
        head.charset(),
        (byte) ',',
        !asMade,
        asMade ? BACKTICK : 0,
        asMade ? List.of() : List.of(firstTotal, "\"" + firstTotal),
        dataStart,
        header.size(),
        mapping);
  }
}
