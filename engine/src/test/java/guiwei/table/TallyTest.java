package guiwei.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static Row row(LineKind kind, long amount, long balance) {
    Row row = new Row();
    row.clear();
    row.kind = kind;
    row.set(Num.AMOUNT, amount);
    row.set(Num.BALANCE, balance);
    row.hasTime = true;
    row.epochSecond = balance;
    return row;
  }

  /// Rows of an account that opened with 1000.
  private static List<Row> account(List<Integer> moves) {
    List<Row> rows = new ArrayList<>();
    long balance = 1000;
    for (int move : moves) {
      balance += move;
      rows.add(row(move < 0 ? LineKind.REFUND : LineKind.PAYMENT, move, balance));
    }
    return rows;
  }

  private static Tally tally(List<Row> rows) {
    Tally tally = new Tally();
    rows.forEach(tally::add);
    return tally;
  }

  private static String everything(Tally tally) {
    return String.join(
        " ",
        "rows " + tally.rows(),
        "in " + tally.inCount() + "/" + tally.inSum(),
        "out " + tally.outCount() + "/" + tally.outSum(),
        "payments " + tally.count(LineKind.PAYMENT) + "/" + tally.sum(LineKind.PAYMENT, Num.AMOUNT),
        "breaks " + tally.chainBreaks(),
        "from " + tally.opening() + " to " + tally.closing(),
        "at " + tally.firstSecond() + ".." + tally.lastSecond());
  }

  @Test
  void a_balance_that_is_a_cent_off_is_told_beside_what_it_should_be() {
    List<Row> rows = account(List.of(500, -200, 30));
    rows.get(1).set(Num.BALANCE, 1301);
    assertEquals(
        "Check[what=chain, declared=13.01, found=13.00]",
        Footing.Check.chain("chain", tally(rows), 2).toString());
    Tally pieces = tally(rows.subList(0, 1));
    pieces.append(tally(rows.subList(1, 3)));
    assertEquals(tally(rows).firstGap(), pieces.firstGap());
  }

  @Test
  void a_balance_chain_holds_oldest_first_and_newest_first() {
    List<Row> rows = account(List.of(500, -200, 30));
    assertEquals(0, tally(rows).chainBreaks());
    assertEquals(1000, tally(rows).opening());
    assertEquals(1330, tally(rows).closing());
    assertEquals(0, tally(rows.reversed()).chainBreaks());
    assertEquals(1000, tally(rows.reversed()).opening());
    assertEquals(1330, tally(rows.reversed()).closing());
  }

  @Test
  void a_missing_row_breaks_the_chain_once() {
    List<Row> rows = account(List.of(500, -200, 30, 70));
    rows.remove(1);
    assertEquals(1, tally(rows).chainBreaks());
  }

  @Test
  void a_line_of_zero_counts_on_the_side_its_file_says() {
    Row row = row(LineKind.TRANSFER, 0, 0);
    assertEquals(1, tally(List.of(row)).inCount());
    row.goesOut = true;
    assertEquals(1, tally(List.of(row)).outCount());
  }

  @Test
  void sums_too_large_to_hold_are_told_and_do_not_throw() {
    Tally tally = tally(List.of(row(LineKind.PAYMENT, Long.MAX_VALUE, 0)));
    assertFalse(tally.overflowed());
    tally.append(tally(List.of(row(LineKind.PAYMENT, 1, 0))));
    assertTrue(tally.overflowed());
  }

  @Property(tries = 300)
  void pieces_appended_in_order_are_the_whole(
      @ForAll List<@IntRange(min = -500, max = 500) Integer> moves,
      @ForAll @IntRange(max = 20) int cut) {
    List<Row> rows = account(moves);
    int at = Math.min(cut, rows.size());
    Tally pieces = new Tally();
    pieces.append(tally(rows.subList(0, at)));
    pieces.append(tally(rows.subList(at, rows.size())));
    assertEquals(everything(tally(rows)), everything(pieces));
  }
}
