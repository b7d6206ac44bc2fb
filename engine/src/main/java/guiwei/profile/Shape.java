package guiwei.profile;

import guiwei.money.Decimals;
import guiwei.table.Currencies;
import guiwei.table.Row;
import guiwei.table.Times;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the values of one column look like in the rows that were seen.
///
/// @param filled how many are not empty
/// @param distinct how many different ones
/// @param amounts how many read as an amount
/// @param decimals how many of those have decimals
/// @param points how many of those have a point that is no mark of thousands
/// @param commas how many would be an amount if its comma were a decimal point
/// @param median the middle amount as written, in hundredths; 0 without amounts
/// @param moments how many read as a date (and time) for each order of [Times.Order]
/// @param days how many of those are dates alone
/// @param eitherYear whether years have two digits and may come first or last
/// @param clocks how many read as a time of day
/// @param currencies how many are the code of a currency
record Shape(
    int filled,
    int distinct,
    int amounts,
    int decimals,
    int points,
    int commas,
    long median,
    List<Integer> moments,
    int days,
    boolean eitherYear,
    int clocks,
    int negatives,
    int currencies) {
  private static final Pattern CLOCK =
      Pattern.compile("([01]?\\d|2[0-4])[:：时点]([0-5]\\d)([:：分]([0-5]\\d)秒?)?([.]\\d+)?|\\d{6}");

  /// What stands where there is nothing, such as no money out.
  private static final Pattern NOTHING = Pattern.compile("-+|—+");

  private static final Pattern COMMA =
      Pattern.compile(
          "(?:[€$£¥] ?)?[-+]?(\\d{1,3}([.' ]\\d{3})+|\\d+),\\d{1,2}( ?(?:[€$£¥-]|EUR|CHF))?");
  private static final Pattern THOUSANDS =
      Pattern.compile("(?:[€$£¥] ?)?[-+]?\\d{1,3}([.]\\d{3})+( ?(?:[€$£¥-]|EUR|CHF))?");

  /// Who writes points between day, month and year writes the day first.
  private static final Pattern DOTTED =
      Pattern.compile("\\d{1,2}\\.\\d{1,2}\\.(?:\\d{4}|\\d{2}(?!\\d))");

  static Shape of(List<String> values) {
    Set<String> different = new HashSet<>();
    List<Long> amounts = new java.util.ArrayList<>();
    int filled = 0;
    int decimals = 0;
    int points = 0;
    int commas = 0;
    int days = 0;
    int clocks = 0;
    int negatives = 0;
    int currencies = 0;
    Times.Order[] orders = Times.Order.values();
    List<Times> readers = Stream.of(orders).map(order -> new Times(Times.BEIJING, order)).toList();
    int[] moments = new int[orders.length];
    ShortYears shortYears = new ShortYears();
    Row row = new Row();
    for (String value : values) {
      if (value.isEmpty() || NOTHING.matcher(value).matches()) {
        continue;
      }
      filled++;
      different.add(value);
      currencies += Currencies.known(value) ? 1 : 0;
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      long amount = Decimals.parse(bytes, 0, bytes.length, 2);
      if (amount != Decimals.UNREADABLE) {
        amounts.add(amount);
        negatives += amount < 0 ? 1 : 0;
        decimals += value.indexOf('.') >= 0 ? 1 : 0;
        points += value.indexOf('.') >= 0 && !THOUSANDS.matcher(value).matches() ? 1 : 0;
      } else {
        commas += COMMA.matcher(value).matches() ? 1 : 0;
      }
      if (CLOCK.matcher(value).matches()) {
        clocks++;
        continue;
      }
      shortYears.add(value);
      boolean dotted =
          DOTTED.matcher(value).lookingAt()
              && read(readers.get(Times.Order.DAY_FIRST.ordinal()), row, bytes);
      for (Times.Order order : orders) {
        boolean may = !dotted || order != Times.Order.MONTH_FIRST;
        if (may && read(readers.get(order.ordinal()), row, bytes)) {
          moments[order.ordinal()]++;
          days += order == Times.Order.YEAR_FIRST && row.dayOnly ? 1 : 0;
        }
      }
    }
    shortYears.rule(moments);
    amounts.sort(null);
    long median = amounts.isEmpty() ? 0 : Math.abs(amounts.get(amounts.size() / 2));
    List<Integer> byOrder = new java.util.ArrayList<>();
    for (int count : moments) {
      byOrder.add(count);
    }
    return new Shape(
        filled,
        different.size(),
        amounts.size(),
        decimals,
        points,
        commas,
        median,
        List.copyOf(byOrder),
        days,
        shortYears.either(),
        clocks,
        negatives,
        currencies);
  }

  private static boolean read(Times reader, Row row, byte[] bytes) {
    return reader.read(row, bytes, 0, bytes.length);
  }

  boolean allAmounts() {
    return amounts + commas == filled;
  }

  /// Whether a column of amounts may look so: a few that cannot be read are bad rows.
  boolean mostlyAmounts() {
    return filled == 0 || (amounts + commas) * 2 > filled;
  }

  /// The same of dates.
  boolean mostlyMoments() {
    return filled == 0 || most() * 2 > filled;
  }

  /// Whether as many read as dates in this order as in any.
  boolean mostMoments(Times.Order order) {
    return moments.get(order.ordinal()) == most();
  }

  /// How many read as a date in the order in which most do.
  int most() {
    return moments.stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  boolean allMoments() {
    return moments.stream().anyMatch(count -> count == filled);
  }

  boolean allClocks() {
    return clocks == filled;
  }
}
