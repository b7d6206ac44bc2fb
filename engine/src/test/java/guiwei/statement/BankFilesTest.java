package guiwei.statement;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file of `banks/` with a table `NAME.expected` beside it.
class BankFilesTest {
  private static final Path BANKS = Path.of("src/test/resources/banks");
  private static final String TABLE = ".expected";

  static Stream<String> files() throws IOException {
    try (Stream<Path> all = Files.list(BANKS)) {
      return all
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(TABLE))
          .map(name -> name.substring(0, name.length() - TABLE.length()))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_file_of_a_bank_reads_as_its_table_says(String file) {
    String table = new String(BankTable.resource(file + TABLE), StandardCharsets.UTF_8);
    BankTable.check(file, table);
  }

  @ParameterizedTest
  @MethodSource("files")
  void every_file_with_rows_is_accepted(String file) {
    BankTable table = BankTable.read(BankTable.resource(file));
    assertTrue(table.accepted() == !file.startsWith("broken-"), table::toString);
  }
}
