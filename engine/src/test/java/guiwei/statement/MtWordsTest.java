package guiwei.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import guiwei.table.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who stands on the other side, in the words of a field 86.
class MtWordsTest {
  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "-100, /BENM/路明远/REMI/路明远 退款, 路明远, 路明远 退款",
    "100, /ORDP/路明远/BENM/青禾商贸/REMI/货款 A1, 路明远, 货款 A1",
    "-100, /ORDP/青禾商贸/BENM/路明远/REMI/退款 A1, 路明远, 退款 A1",
    "100, /NAME/LU MINGYUAN/REMI/A1, LU MINGYUAN, A1",
    "-100, /BENM//NAME/LU MINGYUAN/REMI/refund A1, LU MINGYUAN, refund A1"
  })
  void theOtherSideIsNamed(long minor, String words, String name, String remark) {
    Posting posting = new Posting();
    posting.minor = minor;
    MtWords.read(words, posting);
    assertEquals(name, posting.word(Text.PAYER_NAME));
    assertEquals(remark, posting.word(Text.REMARK));
  }
}
