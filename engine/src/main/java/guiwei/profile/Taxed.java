package guiwei.profile;

import guiwei.money.Decimals;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Two columns of amounts of which one is the other with the tax that a third column tells: a
/// customer owes the one with tax.
record Taxed(Figures figures) {
  private static final Pattern TAX =
      Pattern.compile("(原币|本币|)税(额|款|金)|(total|)(sales|)(tax|vat|gst)(total|amount|amt|sum|)");

  /// Whether a column of tax makes up the difference in every row that was seen.
  boolean ties(int first, int second) {
    return figures
        .columns()
        .filter(column -> TAX.matcher(figures.plain(column)).matches())
        .anyMatch(tax -> makesUp(tax, first, second) || makesUp(tax, second, first));
  }

  /// The one of the two that holds the tax.
  int withTax(int first, int second) {
    return figures.body().stream().anyMatch(row -> amount(row, second) > amount(row, first))
        ? second
        : first;
  }

  private boolean makesUp(int tax, int without, int with) {
    return !figures.body().isEmpty()
        && figures.body().stream()
            .allMatch(
                row ->
                    known(row, tax, without, with)
                        && amount(row, without) + amount(row, tax) == amount(row, with));
  }

  private boolean known(List<String> row, int... columns) {
    return IntStream.of(columns).allMatch(column -> amount(row, column) != Decimals.UNREADABLE);
  }

  private long amount(List<String> row, int column) {
    return figures.amount(row, column, Decimals.UNREADABLE);
  }
}
