package guiwei.statement;

import guiwei.money.Decimals;
import guiwei.table.Footing;
import guiwei.table.RefusedFile;
import guiwei.table.Tally;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The last lines of an Alipay bill, such as `#交易合计：6笔，商家实收共0.06元，商家优惠共0.00元`.
///
/// @param totals what each figure must be, by the words before it: `交易合计` for the count,
///     `交易合计商家实收共` for the sum of that name
/// @param declared whether the file began with `#` lines, so that it must end with them
record AlipayTotals(Map<String, Total> totals, boolean declared) implements Footing {
  private static final Pattern LINE = Pattern.compile("#(\\p{IsHan}{1,30}合计):(\\d+)笔(.*)");
  private static final Pattern SUM = Pattern.compile("(\\p{IsHan}{0,30})共(-?[\\d.]+)元");

  /// What a figure must be. Amounts are compared without their sign: bills disagree about it.
  @FunctionalInterface
  interface Total {
    long in(Tally tally);
  }

  @Override
  public List<Check> check(Tally tally, List<String> footer) throws RefusedFile {
    List<Check> checks = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    boolean exported = false;
    for (String written : footer) {
      String line = Header.plain(written);
      exported |= line.contains("#导出时间:[") && line.contains("]");
      Matcher total = LINE.matcher(line);
      if (total.find()) {
        seen.add(total.group(1));
        check(tally, total, checks);
      }
    }
    long kinds = totals.keySet().stream().filter(name -> name.endsWith("合计")).count();
    if (declared && !exported && seen.size() < kinds) {
      throw new RefusedFile(RefusedFile.Problem.TRUNCATED, "no totals after the last row");
    }
    return checks;
  }

  private void check(Tally tally, Matcher line, List<Check> checks) throws RefusedFile {
    String name = line.group(1);
    Total count = totals.get(name);
    if (count != null) {
      long declared = Decimals.parse(line.group(2), 0);
      checks.add(Check.count(name + "笔数", readable(name, declared), count.in(tally)));
    }
    Matcher sum = SUM.matcher(line.group(3));
    while (sum.find()) {
      Total total = totals.get(name + sum.group(1) + "共");
      if (total != null) {
        long amount = readable(name, Decimals.parse(sum.group(2), 2));
        long found = total.in(tally);
        long signed = Math.abs(amount) == Math.abs(found) ? found : amount;
        checks.add(Check.amount(name + sum.group(1), signed, found, 2));
      }
    }
  }

  private static long readable(String name, long value) throws RefusedFile {
    if (value == Decimals.UNREADABLE) {
      throw new RefusedFile(RefusedFile.Problem.BROKEN, "no figure in the total " + name);
    }
    return value;
  }
}
