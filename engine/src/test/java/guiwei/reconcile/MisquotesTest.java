package guiwei.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.number.Numbers;
import guiwei.order.Order;
import guiwei.statement.StatementLine;
import guiwei.table.Num;
import guiwei.table.Row;
import guiwei.table.Side;
import guiwei.table.Text;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// All words against all numbers at once find what comparing each with each finds.
class MisquotesTest {
  private static final String LETTERS = "0123AB";

  @Test
  void slipsAndPartsAreThoseOfEveryComparison() {
    Random random = new Random(20_260_303);
    List<String> numbers = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      numbers.add("D1" + letters(random, 4 + random.nextInt(6)));
    }
    List<Due> dues = numbers.stream().map(MisquotesTest::due).toList();
    List<Paid> payments = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      payments.add(paid(misspelt(numbers.get(random.nextInt(numbers.size())), random)));
    }
    Misquotes misquotes = new Misquotes(new Telling(List.of()), payments, dues, new Papers());
    int found = 0;
    for (Paid paid : payments) {
      String word = paid.line.reference;
      List<String> expected =
          numbers.stream()
              .filter(
                  n ->
                      Numbers.oneSlip(word, n)
                          || (word.length() >= 5 && word.length() < n.length() && n.contains(word)))
              .distinct()
              .sorted()
              .toList();
      List<String> told =
          misquotes.of(paid).stream().map(d -> d.plainNumber).distinct().sorted().toList();
      assertEquals(expected, told, word);
      found += told.size();
    }
    assertTrue(found > 400, "hardly anything was alike: " + found);
  }

  private static String misspelt(String number, Random random) {
    int at = random.nextInt(number.length() - 1);
    String before = number.substring(0, at);
    String letter = letters(random, 1);
    return switch (random.nextInt(6)) {
      case 0 -> before + letter + number.substring(at + 1);
      case 1 -> before + number.substring(at + 1);
      case 2 -> before + letter + number.substring(at);
      case 3 -> before + number.charAt(at + 1) + number.charAt(at) + number.substring(at + 2);
      case 4 -> number.substring(Math.min(at, 3));
      default -> number;
    };
  }

  private static String letters(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  private static Due due(String number) {
    return new Due(new Order(row(Side.ORDER, Text.ID, number)));
  }

  private static Paid paid(String reference) {
    return new Paid(new StatementLine(row(Side.LINE, Text.REFERENCE, reference)));
  }

  private static Row row(Side side, Text text, String value) {
    Row row = new Row();
    row.clear();
    row.side = side;
    row.bytes = value.getBytes(StandardCharsets.UTF_8);
    row.set(text, 0, row.bytes.length);
    row.set(Num.AMOUNT, 100);
    return row;
  }
}
