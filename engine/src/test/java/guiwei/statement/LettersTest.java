package guiwei.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {
  private static final String TEXT =
      ":86:付款人：支付宝（中国）网络技术有限公司\r\n账号：215500690\r\n附言：学费 孔敏洋\r\n".repeat(4);

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030"})
  void a_file_is_in_one_encoding_wherever_what_is_seen_of_it_ends(String name)
      throws CharacterCodingException {
    Charset charset = Charset.forName(name);
    byte[] file = TEXT.getBytes(charset);
    for (int seen = 0; seen < file.length; seen++) {
      String read = new Letters(Arrays.copyOf(file, seen)).decode(file, file.length);
      assertEquals(TEXT, read, "with " + seen + " bytes seen");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {":86:Caf\u00e9", ":86:Caf\u00e9 M\u00fcller\r\n:86:Gar\u00e7on"})
  void a_letter_that_stands_alone_is_one_of_western_europe(String text)
      throws CharacterCodingException {
    byte[] file = text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    assertEquals(text, new Letters(file).decode(file, file.length));
  }
}
