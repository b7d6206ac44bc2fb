package guiwei.profile;

import guiwei.money.Decimals;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// Which columns of a list of orders say by what means they were paid: a column of amounts for each
/// means, which come to what is due (`现金 | 微信 | 储值卡`), or one that lists them in words.
record Means(List<String> header, List<Shape> shapes, List<List<String>> body) {
  private static final Pattern LIST =
      Pattern.compile("(支付|付款|收款|结算|收银|实收)(明细|详情|构成|组成)|(payment|tender)(details?|breakdown)");
  private static final Pattern NO_AMOUNT =
      Pattern.compile(".*(号|id|no|余额|手续费|费率|积分|次数|数量|笔数|退款|退货)");
  private static final int DECIMALS = 4;

  /// @param due the column of what is due
  /// @param free the columns that are nothing else
  List<Integer> of(int due, List<Integer> free) {
    List<Integer> each =
        free.stream().filter(c -> isMeans(plain(c)) && shapes.get(c).mostlyAmounts()).toList();
    if (each.size() > 1 && comesTo(each, due)) {
      return each;
    }
    return free.stream().filter(c -> LIST.matcher(plain(c)).matches()).limit(1).toList();
  }

  private static boolean isMeans(String plain) {
    return !NO_AMOUNT.matcher(plain).matches()
        && Vocabulary.channel(plain) != null
        && Dictionary.shipped().senses(Table.ORDER, plain).isEmpty();
  }

  /// Whether the means come to what is due in four of five orders that were paid; the others were
  /// rounded off, or have a tip.
  private boolean comesTo(List<Integer> means, int due) {
    int paid = 0;
    int same = 0;
    for (List<String> row : body) {
      long sum = means.stream().mapToLong(column -> amount(row, column)).sum();
      paid += sum == 0 ? 0 : 1;
      same += sum != 0 && sum == amount(row, due) ? 1 : 0;
    }
    return paid > 0 && same * 5 >= paid * 4;
  }

  private String plain(int column) {
    return Heading.of(header.get(column)).plain();
  }

  private static long amount(List<String> row, int column) {
    String written = column < row.size() ? row.get(column) : "";
    byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
    long amount = Decimals.parse(bytes, 0, bytes.length, DECIMALS);
    return amount == Decimals.UNREADABLE ? 0 : amount;
  }
}
