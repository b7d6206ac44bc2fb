package guiwei.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `guiwei trace` from the list to the answer.
class TracingTest {
  @TempDir private Path folder;

  private String list() throws IOException {
    return write(
        "customers.csv",
        """
        customer,name,phone,email,company
        C1,张三,13812342046,zhang@example.com,
        C2,李三,13987651111,,明辉商贸有限公司
        C3,王芳,15012340000,fang@example.cn,
        """);
  }

  private String write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text);
    return file.toString();
  }

  @Test
  void the_likeliest_customer_comes_first_and_masked() throws IOException {
    Said said = Said.when("trace", list(), "--clues", "name=*三,phone=138****2046");
    assertEquals(0, said.code(), said.err());
    assertTrue(said.out().lines().findFirst().orElse("").contains("C1  张*  138****2046  z***@"));
    assertTrue(said.out().contains("none of ours"));
    assertFalse(said.out().contains("张三") || said.out().contains("13812342046"));
  }

  @Test
  void a_firm_and_a_mail_lead_to_their_customers() throws IOException {
    String list = list();
    assertTrue(Said.when("trace", list, "--clues", "company=明辉商贸").out().contains("C2"));
    assertTrue(Said.when("trace", list, "--clues", "email=fa***@example.cn").out().contains("C3"));
  }

  @Test
  void an_index_answers_as_the_list_does() throws IOException {
    String list = list();
    String index = folder.resolve("made.guiwei").toString();
    assertEquals(0, Said.when("index", list, "--out", index).code());
    String clues = "name=*三,phone=138****2046";
    Said said = Said.when("trace", index, "--clues", clues);
    assertEquals(Said.when("trace", list, "--clues", clues), said);
    assertEquals(2, Said.when("index", list, folder + "/none.csv", "--out", index).code());
    assertEquals(said, Said.when("trace", index, "--clues", clues));
  }

  @Test
  void an_index_that_breaks_off_is_refused() throws IOException {
    Path index = folder.resolve("made.guiwei");
    Said.when("index", list(), "--out", index.toString());
    byte[] whole = Files.readAllBytes(index);
    Files.write(index, java.util.Arrays.copyOf(whole, whole.length - 1));
    Said said = Said.when("trace", index.toString(), "--clues", "name=*三");
    assertEquals(3, said.code());
    assertTrue(said.err().contains("no whole index"), said.err());
  }

  @Test
  void who_sees_names_says_why() throws IOException {
    String list = list();
    assertEquals(2, Said.when("trace", list, "--clues", "name=*三", "--reveal").code());
    assertEquals(2, Said.when("trace", list, "--clues", "name=*三", "--reason", "x").code());
    Said said = Said.when("trace", list, "--clues", "name=*三", "--reveal", "--reason", "case 17");
    assertTrue(said.out().startsWith("# shown in full, because: case 17"), said.out());
    assertTrue(said.out().contains("张三"));
  }

  @Test
  void the_answer_is_also_given_as_json() throws IOException {
    Said said = Said.when("trace", list(), "--clues", "phone=138****2046", "--json");
    assertTrue(said.out().startsWith("{\"customers\":3,\"candidates\":[{\"customer\":\"C1\""));
    assertTrue(said.out().contains("\"none_of_ours\":"));
  }

  @Test
  void what_cannot_be_used_is_told() throws IOException {
    String list = list();
    assertTrue(Said.when("trace", list, "--clues", "shoe=44").err().contains("shoe"));
    assertTrue(Said.when("trace", list, "--clues", "").err().contains("--clues"));
    assertTrue(Said.when("trace", list, "--clues", "name=***").err().contains("says nothing"));
    assertTrue(Said.when("trace", list, "--clues", "name=*九").err().contains("no customer"));
    assertTrue(Said.when("trace", list, "--clues", "name=*三,name=张*").err().contains("twice"));
    String other = write("stores.csv", "store,name,channel,account,terminal\nS1,A,wechat,1,2\n");
    Said said = Said.when("trace", other, "--clues", "name=*三");
    assertEquals(2, said.code());
    assertTrue(said.err().contains("no customers in it"), said.err());
  }
}
