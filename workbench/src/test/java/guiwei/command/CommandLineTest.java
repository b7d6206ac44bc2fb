package guiwei.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void without_a_word_the_commands_are_listed() {
    assertEquals(0, run());
    assertTrue(out().contains("formats") && out().contains("version"));
    assertEquals("", err());
  }

  @Test
  void every_command_has_its_own_help() {
    for (Command command : Command.values()) {
      assertEquals(0, run("help", command.word()));
      assertEquals(0, run(command.word(), "--help"));
    }
    assertTrue(out().contains("guiwei formats"));
  }

  @Test
  void what_the_launcher_does_itself_has_its_help_too() {
    assertEquals(0, run("help", "test"));
    assertEquals(0, run("help", "bench"));
    assertTrue(out().contains("guiwei bench --help"), out());
  }

  @Test
  void the_language_can_be_chosen() {
    run("help", "--lang", "zh");
    assertTrue(out().contains("账单"));
  }

  @Test
  void what_is_not_understood_is_told_and_answered_with_2() {
    complaint("There is no command \"frobnicate\".", "frobnicate");
    complaint("There is no command \"reconsile\"; did you mean \"reconcile\"?", "reconsile");
    complaint("There is no command \"dmeo\"; did you mean \"demo\"?", "dmeo");
    complaint(
        "\"reconcile\" has no option \"--ouput\"; did you mean \"--out\"?",
        "reconcile",
        "--ouput",
        "x");
    complaint("\"version\" has no option \"--out\".", "version", "--out", "x");
    complaint("\"--lang\" needs a value: zh|en.", "version", "--lang");
    complaint(
        "--currency EURO: not a currency of ISO 4217; write it as CNY, USD or EUR.",
        "reconcile",
        ".",
        "--currency",
        "EURO");
    complaint("\"--lang\" was given twice.", "version", "--lang=en", "--lang=en");
    complaint("\"version\" does not know what to do with \"more\".", "version", "more");
  }

  @Test
  void a_complaint_is_made_in_the_language_asked_for() {
    complaint("没有命令“reconsile”；是不是“reconcile”？", "reconsile", "--lang", "zh");
    complaint("\"fr\" is no language here: zh or en.", "version", "--lang", "fr");
  }

  @Test
  void what_the_system_refuses_is_told_in_one_sentence(@TempDir Path folder) throws IOException {
    Path orders = Files.writeString(folder.resolve("orders.csv"), "order_no,amount\n");
    String name = "long".repeat(100);
    String out = folder.resolve(name).toString();
    assertEquals(3, run("reconcile", orders.toString(), "--out", out));
    assertEquals(1, err().lines().filter(line -> line.contains(name)).count());
    assertFalse(err().contains("\tat "), err());
  }

  @Test
  void an_empty_file_is_told_and_is_no_bad_input_beside_others(@TempDir Path folder)
      throws IOException {
    Path empty = Files.createFile(folder.resolve("journal-2026-03-01.txt"));
    Path blank = Files.writeString(folder.resolve("journal-2026-03-02.txt"), "\r\n");
    Path orders = Files.writeString(folder.resolve("orders.csv"), "order_no,amount\n");
    String out = folder.resolve("out").toString();
    assertEquals(0, run("reconcile", folder.toString(), "--out", out));
    assertTrue(out().contains("journal-2026-03-01.txt"), out());
    assertTrue(out().contains("journal-2026-03-02.txt"), out());
    Files.delete(orders);
    assertEquals(2, run("reconcile", empty.toString(), blank.toString(), "--out", out));
  }

  @Test
  void where_nothing_is_read_nothing_is_written(@TempDir Path folder) {
    Path out = folder.resolve("out");
    Said said =
        Said.when("reconcile", folder.resolve("nowhere").toString(), "--out", out.toString());
    assertEquals(2, said.code());
    assertTrue(said.out().contains("It cannot be read: not there"), said.out());
    assertFalse(said.out().contains("report.html"), said.out());
    assertFalse(Files.exists(out.resolve("proof.json")));
  }

  private void complaint(String expected, String... args) {
    err.reset();
    assertEquals(2, run(args));
    assertEquals(expected, err().lines().findFirst().orElse(""));
    assertEquals("", out());
  }

  private int run(String... args) {
    var terminal =
        new Terminal(
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            false,
            Phrases.of("en"));
    return Main.run(List.of(args), terminal);
  }

  private String out() {
    return out.toString(UTF_8);
  }

  private String err() {
    return err.toString(UTF_8);
  }
}
