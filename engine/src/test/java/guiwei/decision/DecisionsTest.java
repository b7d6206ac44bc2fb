package guiwei.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionsTest {
  @Test
  void decisions_are_read_by_the_headings_whatever_stands_between() throws BadDecision {
    assertEquals(
        List.of(
            "2 NOT_AN_ERROR [W1] []",
            "3 TOGETHER [W2, W3] [A1, A2]",
            "5 NOT_AN_ERROR [] [A9]",
            "6 TOGETHER [W;4] [=A4]"),
        read(
            """
            by,orders,note,decision,receipts
            li,,"two, of one
            ",not_an_error,W1
            """
                    .replace("two, of one\n", "two of one")
                + """
            li,A2;A1,,together,W3;W2;W3

            ,A9,,不是差错,
            ,'=A4,,Together,W%3B4
            ,A5,nobody decided this,,W5
            """));
  }

  @Test
  void lines_are_counted_within_quotes_and_after_any_line_end() throws BadDecision {
    assertEquals(
        List.of("2 NOT_AN_ERROR [W1] []", "4 NOT_AN_ERROR [W2] []"),
        read("decision,receipts,note\r\nnot_an_error,W1,\"a\nb\"\"\"\r\nnot_an_error,W2,"));
  }

  @Test
  void a_file_that_a_chinese_spreadsheet_saved_is_read() throws BadDecision {
    String text = "decision,receipts,note\n不是差错,W1,店长已确认\n";
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      assertEquals("[W1]", "" + of(text.getBytes(charset)).all().getFirst().receipts());
    }
    assertEquals(1, of(("\ufeff" + text).getBytes(StandardCharsets.UTF_8)).all().size());
  }

  @Test
  void the_same_decision_twice_counts_once() throws BadDecision {
    assertEquals(
        List.of("2 TOGETHER [W1] [A1]"),
        read("decision,receipts,orders\ntogether,W1,A1\ntogether,W1,A1\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | NO_HEADINGS 1 decision ",
        "`verdict,receipts/not_an_error,W1` | NO_HEADINGS 1 decision ",
        "`decision,receipts/maybe,W1` | VERDICT 2 decision maybe",
        "`decision,receipts/not_an_error,` | FACTS 2 receipts ",
        "`decision,receipts,orders/together,W1,` | FACTS 2 receipts W1",
        "`decision,receipts,orders/together,,A1;A2` | FACTS 2 receipts ",
        "`decision,receipts/not_an_error,W1,x` | CELLS 2  x",
        "`decision,receipts/not_an_error,\"W1` | QUOTES 2  ",
        "`decision,receipts/not_an_error,\"W1\"x` | QUOTES 2  W1",
        "`decision,receipts,orders/together,W1,A1/together,W2,A1` | CONTRADICTION 3 orders A1 2",
        "`decision,receipts,orders/together,W1,A1/together,W1,A2` | CONTRADICTION 3 receipts W1 2",
        "`decision,receipts,orders/together,W1,A1/not_an_error,W1,` | CONTRADICTION 3 receipts W1 2",
        "`decision,receipts,orders/not_an_error,W1,/together,W1,A1` | CONTRADICTION 3 receipts W1 2",
        "`decision,receipts,orders/not_an_error,,A1/together,W1,A1` | CONTRADICTION 3 orders A1 2",
      })
  void what_cannot_be_followed_is_refused_with_its_place(String rows, String expected) {
    String text = rows.replace('/', '\n').replace("W1\nnot", "W1\nnot");
    BadDecision bad = assertThrows(BadDecision.class, () -> read(text), rows);
    String said =
        (bad.problem() + " " + bad.line() + " " + bad.column() + " " + bad.value())
            + (bad.detail().isEmpty() ? "" : " " + bad.detail());
    assertEquals(expected.strip(), said.strip());
  }

  @Test
  void an_order_that_a_receipt_is_wrongly_booked_on_stays_free_for_others() throws BadDecision {
    assertEquals(2, read("decision,receipts,orders\nnot_an_error,W2,A1\ntogether,W1,A1\n").size());
  }

  @FuzzTest
  void any_bytes_are_decisions_or_refused(byte[] bytes) {
    try {
      of(bytes).all().forEach(decision -> assertEquals(false, decision.line() < 2));
    } catch (BadDecision refused) {
      assertEquals(false, refused.line() < 1);
    }
  }

  private static List<String> read(String text) throws BadDecision {
    return of(text.getBytes(StandardCharsets.UTF_8)).all().stream()
        .map(d -> d.line() + " " + d.verdict() + " " + d.receipts() + " " + d.orders())
        .toList();
  }

  private static Decisions of(byte[] content) throws BadDecision {
    return Decisions.of("d.csv", content);
  }
}
