package guiwei.sift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import guiwei.table.Book;
import guiwei.table.Channel;
import guiwei.table.Hash;
import guiwei.table.LineKind;
import guiwei.table.Num;
import guiwei.table.Row;
import guiwei.table.Side;
import guiwei.table.State;
import guiwei.table.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What stage 1 may settle at a till without thinking, and what it must leave alone. Every case
/// happens at a till whose clock is three minutes ahead, among sales that tell so.
class StoreTillsTest {
  private static final long START = 1_772_323_200L;
  private static final int AHEAD = 180;
  private static final int MINUTE = 60;

  private final Shelf shelf = new Shelf(Shelf.IN_MEMORY);
  private final Shelf.Writer writer = shelf.writer();
  private final Row row = new Row();
  private final Shelf.Marks marks = new Shelf.Marks();

  /// Rows are `order AT AMOUNT [till]`, `sale AT AMOUNT [card] [till]`, `refund AT AMOUNT [card]
  /// [sale]`, `held AT AMOUNT`, at minutes by a right clock; the answer is the minutes of the
  /// orders that were settled.
  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "order 600 77; sale 601 77 c1                      | 600     | one sale, one order",
        "order 600 77; sale 599 77 c1                      | 600     | paid before it was entered",
        "order 600 77; sale 620 77 c1                      | ''      | too late to be plain",
        "order 600 77; sale 601 78 c1                      | ''      | another amount",
        "order 600 77 9; sale 601 77 c1                    | ''      | rung up at another till",
        "order 600 77; sale 601 77 c1; sale 603 77 c1      | ''      | charged twice",
        "order 600 77; sale 601 77 c1; sale 640 77 c2      | ''      | another sale of that amount",
        "order 600 77; order 630 77; sale 601 77 c1        | ''      | another order of that amount",
        "order 600 77; sale 601 77 c1; sale 601 77 c2 9    | ''      | the same at a strange till",
        "order 600 77; sale 601 77 c1; order 800 77; sale 801 77 c1 | 600 800 | again hours later",
        "order 600 77; sale 601 77 c1; refund 900 77       | ''      | that amount went back",
        "order 600 77; sale 601 77 c1; refund 900 5 c1     | ''      | some went back to that card",
        "order 600 77; sale 601 77 c1; refund 900 5 c2     | 600     | another card's refund",
        "order 600 77; sale 601 77 c1; refund 900 5 c2 t601 | ''     | the refund names the sale",
        "order 600 77; sale 601 77 c1; refund 590 99 c2    | ''      | it may correct a sale",
        "order 600 77; sale 601 77 c1; held 700 77         | ''      | a reservation of that amount"
      })
  void onlyWhatHasOneReadingIsSettled(String rows, String settled, String why) {
    filler();
    for (String text : rows.split("; ", -1)) {
      add(text.strip().split(" ", -1));
    }
    assertEquals(settled, settled(), why);
  }

  @Test
  void aTillWithFewSalesIsLeftAlone() {
    add("order 600 77".split(" ", -1));
    add("sale 601 77 c1".split(" ", -1));
    assertEquals("", settled());
  }

  /// Forty sales of as many amounts, each a minute after its order.
  private void filler() {
    for (int i = 0; i < 40; i++) {
      add(("order " + 10 * i + " " + (1000 + i)).split(" ", -1));
      add(("sale " + (10 * i + 1) + " " + (1000 + i) + " f" + i).split(" ", -1));
    }
  }

  private void add(String[] words) {
    boolean order = words[0].equals("order");
    long minute = Long.parseLong(words[1]);
    String id = (order ? "D" : "POS1-t") + minute;
    String card = words.length > 3 && !order ? words[3] : "";
    String named = words[0].equals("refund") && words.length > 4 ? words[4] : "";
    row.clear();
    row.bytes = (id + card + named).getBytes(StandardCharsets.UTF_8);
    row.set(Text.ID, 0, id.length());
    row.set(
        order ? Text.CUSTOMER : Text.PAYER, id.length(), id.length() + (order ? 0 : card.length()));
    row.set(Num.AMOUNT, Long.parseLong(words[2]));
    row.side = order ? Side.ORDER : Side.LINE;
    row.book = order ? Book.TRADE : Book.JOURNAL;
    row.channel = Channel.POS;
    row.kind =
        switch (words[0]) {
          case "refund" -> LineKind.REFUND;
          case "held" -> LineKind.PREAUTH_DONE;
          default -> LineKind.PAYMENT;
        };
    row.state = order ? State.PAID : State.DONE;
    row.hasTime = true;
    row.epochSecond = START + minute * MINUTE + (order ? 0 : AHEAD);
    boolean strange = words.length > (order ? 3 : 4) && named.isEmpty();
    marks.terminal = strange ? 9 : 1;
    marks.currency = row.currency;
    marks.aliasFrom = id.length() + card.length();
    marks.aliasTo = marks.aliasFrom + named.length();
    writer.add(row, Hash.of(row.bytes, 0, row.bytes.length) ^ minute, Text.ID, marks);
  }

  private String settled() {
    StoreTills tills = new StoreTills();
    for (int i = 0; i < Shelf.PARTITIONS; i++) {
      Shelf.Partition partition = shelf.partition(i);
      for (int address : partition.addresses()) {
        tills.put(StoreTills.Slip.of(partition, address, true));
      }
    }
    List<StoreTills.Pair> pairs = tills.pairs();
    return pairs.stream()
        .filter(pair -> pair.sale().amount() < 1000)
        .map(pair -> (pair.order().second() - START) / MINUTE)
        .sorted()
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }
}
