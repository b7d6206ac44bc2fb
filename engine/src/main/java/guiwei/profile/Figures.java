package guiwei.profile;

import guiwei.money.Decimals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The first rows of a table as figures, to see which columns make up which.
record Figures(List<String> header, List<List<String>> body) {
  private static final int DECIMALS = 4;

  /// What stands beside amounts, longer signs first: `HK$` is no `$`.
  private static final Map<String, String> SIGNS = new LinkedHashMap<>();

  static {
    for (String code : "HKD USD EUR CHF GBP JPY SGD TWD MOP AUD CAD".split(" ", -1)) {
      SIGNS.put(code, code);
    }
    SIGNS.put("港币", "HKD");
    SIGNS.put("美元", "USD");
    SIGNS.put("HK$", "HKD");
    SIGNS.put("US$", "USD");
    SIGNS.put("NT$", "TWD");
    SIGNS.put("MOP$", "MOP");
    SIGNS.put("S$", "SGD");
    SIGNS.put("A$", "AUD");
    SIGNS.put("C$", "CAD");
    SIGNS.put("$", "USD");
    SIGNS.put("€", "EUR");
    SIGNS.put("£", "GBP");
  }

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

  /// The currencies that stand beside a column's amounts, by ISO 4217; an empty text among them
  /// where some amounts have none.
  Set<String> currencies(int column) {
    return body.stream()
        .filter(row -> !isEmpty(row, column))
        .map(row -> currency(row.get(column)))
        .collect(Collectors.toSet());
  }

  private static String currency(String amount) {
    return SIGNS.entrySet().stream()
        .filter(sign -> amount.contains(sign.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
