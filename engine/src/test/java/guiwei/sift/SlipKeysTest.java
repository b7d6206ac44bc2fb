package guiwei.sift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import guiwei.statement.StatementLine;
import guiwei.table.Book;
import guiwei.table.Num;
import guiwei.table.Row;
import guiwei.table.Text;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// One slip told of by an acquirer's bill and by the terminal's journal.
class SlipKeysTest {
  private static final int DAY = 20_500;

  private static Row row(String terminal, String trace, long amount) {
    Row row = new Row();
    row.clear();
    row.bytes = (terminal + trace).getBytes(StandardCharsets.US_ASCII);
    row.set(Text.TERMINAL, 0, terminal.length());
    row.set(Text.TRACE, terminal.length(), row.bytes.length);
    row.set(Num.AMOUNT, amount);
    row.book = Book.JOURNAL;
    row.hasTime = true;
    row.epochSecond = DAY * 86_400L;
    return row;
  }

  private static long billed(String terminal, String trace, long amount) {
    Row row = row(terminal, trace, amount);
    return SlipKeys.of(row, amount, DAY);
  }

  private static long printed(String terminal, String trace, long amount) {
    return SlipKeys.of(new StatementLine(row(terminal, trace, amount)), DAY);
  }

  @Test
  void theSameSlipHasTheSameKeyHoweverItsTraceIsPadded() {
    assertEquals(billed("56596175", "000123", 720), printed("56596175", "123", 720));
    assertEquals(billed("56596175", "633450", 720), printed("56596175", "633450", 720));
  }

  @Test
  void anotherTerminalTraceOrAmountIsAnotherSlip() {
    long key = billed("56596175", "000123", 720);
    assertNotEquals(key, printed("56596176", "123", 720));
    assertNotEquals(key, printed("56596175", "124", 720));
    assertNotEquals(key, printed("56596175", "123", 721));
  }
}
