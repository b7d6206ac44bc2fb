package guiwei.profile;

import guiwei.money.Decimals;
import java.util.List;
import java.util.stream.IntStream;

/// The first rows of a table as figures, to see which columns make up which.
record Figures(List<String> header, List<List<String>> body) {
  private static final int DECIMALS = 4;

  IntStream columns() {
    return IntStream.range(0, header.size());
  }

  /// A column's heading as [Heading#plain].
  String plain(int column) {
    return Heading.of(header.get(column)).plain();
  }

  boolean isEmpty(List<String> row, int column) {
    return column >= row.size() || row.get(column).isEmpty();
  }

  /// What stands there in ten-thousandths, with a decimal point or else a decimal comma.
  ///
  /// @param otherwise the answer where nothing stands there, or no figure
  long amount(List<String> row, int column, long otherwise) {
    if (isEmpty(row, column)) {
      return otherwise;
    }
    long point = Decimals.parse(row.get(column), DECIMALS);
    long amount =
        point == Decimals.UNREADABLE ? Decimals.parseComma(row.get(column), DECIMALS) : point;
    return amount == Decimals.UNREADABLE ? otherwise : amount;
  }
}
