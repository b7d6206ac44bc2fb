package guiwei.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Which columns of a list of orders say by what means they were paid: a column of amounts for each
/// means, which come to what is due (`现金 | 微信 | 储值卡`), or one that lists them in words.
record Means(Figures figures, List<Shape> shapes) {
  private static final Pattern LIST =
      Pattern.compile("(支付|付款|收款|结算|收银|实收)(明细|详情|构成|组成)|(payment|tender)(details?|breakdown)");
  private static final Pattern NO_AMOUNT =
      Pattern.compile(".*(号|id|no|余额|手续费|费率|积分|次数|数量|笔数|退款|退货)");

  private static final int FOUR_OF_FIVE = 80;
  private static final int NEARLY_ALL = 95;

  /// @param due the column of what is due
  /// @param free the columns that are nothing else
  List<Integer> of(int due, List<Integer> free) {
    List<Integer> each =
        free.stream()
            .filter(c -> isMeans(figures.plain(c)) && shapes.get(c).mostlyAmounts())
            .toList();
    if (!each.isEmpty()) {
      List<Integer> amounts = free.stream().filter(c -> shapes.get(c).mostlyAmounts()).toList();
      List<Integer> named = amounts.stream().filter(this::mayBeMeans).toList();
      List<Integer> best = List.of();
      for (List<Integer> tried : List.of(each, block(each, named), block(each, amounts))) {
        int percent = tried.equals(each) ? FOUR_OF_FIVE : NEARLY_ALL;
        boolean more = agreeing(tried, due) > agreeing(best, due);
        if (tried.size() > 1 && more && comesTo(tried, due, percent)) {
          best = tried;
        }
      }
      if (!best.isEmpty()) {
        return best;
      }
    }
    return free.stream().filter(c -> LIST.matcher(figures.plain(c)).matches()).limit(1).toList();
  }

  private static boolean isMeans(String plain) {
    return !NO_AMOUNT.matcher(plain).matches()
        && Vocabulary.channel(plain) != null
        && Dictionary.shipped().senses(Table.ORDER, plain).isEmpty();
  }

  private boolean mayBeMeans(int column) {
    return !NO_AMOUNT.matcher(figures.plain(column)).matches();
  }

  /// The columns of amounts that stand without a gap beside those of known means: what a till calls
  /// the others (`线上商城`, `外卖平台`) is told by the sum.
  private static List<Integer> block(List<Integer> known, List<Integer> amounts) {
    List<Integer> block = new ArrayList<>();
    for (int column : amounts) {
      if (!block.isEmpty() && block.getLast() != column - 1) {
        if (block.containsAll(known)) {
          return block;
        }
        block.clear();
      }
      block.add(column);
    }
    return block.containsAll(known) ? block : List.of();
  }

  /// Whether the means come to what is due in so many percent of the orders that were paid; the
  /// others were rounded off, or have a tip.
  private boolean comesTo(List<Integer> means, int due, int percent) {
    long paid = figures.body().stream().filter(row -> sum(row, means) != 0).count();
    return paid > 0 && agreeing(means, due) * 100 >= paid * percent;
  }

  /// Of how many orders these means come to just what is due.
  private long agreeing(List<Integer> means, int due) {
    return figures.body().stream()
        .filter(row -> sum(row, means) != 0 && sum(row, means) == figures.amount(row, due, 0))
        .count();
  }

  private long sum(List<String> row, List<Integer> means) {
    return means.stream().mapToLong(column -> figures.amount(row, column, 0)).sum();
  }
}
