package guiwei.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GB18030 | ￥1,863.88 | 186388
          GB18030 | １２．５０  | 1250
          GB18030 | 12.50元    | 1250
          GB18030 | 12.50      | 1250
          UTF-8   | ￥1,863.88 | 186388
          """)
  void an_amount_is_read_in_the_encoding_of_its_file(String charset, String text, long minor) {
    Cells cells = new Cells();
    cells.charset = Charset.forName(charset);
    cells.bytes = text.getBytes(cells.charset);
    cells.add(0, cells.bytes.length);
    assertEquals(minor, cells.amount(0, 2));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          ="0012"   | 0012
          ` ="0012" `| 0012
          '0012     | 0012
          't Hof    | 't Hof
          '         | '
          ="        | ="
          =1        | =1
          ="A       | A
          """)
  void what_keeps_a_number_as_it_is_in_a_spreadsheet_is_no_part_of_it(String text, String plain) {
    Cells cells = new Cells();
    cells.bytes = text.getBytes(cells.charset);
    cells.add(0, cells.bytes.length);
    cells.trim(0, (byte) 0);
    assertEquals(plain, cells.text(0));
  }
}
