package guiwei.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import guiwei.money.Decimals;
import guiwei.table.BadRow;
import guiwei.table.Currencies;
import guiwei.table.Footing.Check;
import guiwei.table.Layout;
import guiwei.table.Num;
import guiwei.table.Reading;
import guiwei.table.RefusedFile;
import guiwei.table.Row;
import guiwei.table.RowSink;
import guiwei.table.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads a bank's file through the layouts and writes what it found as a text table.
final class BankTable implements RowSink {
  private static final int HEAD = 1 << 16;

  final List<String> rows = new ArrayList<>();
  final List<String> bad = new ArrayList<>();
  List<Check> checks = List.of();
  String format = "";
  RefusedFile.@Nullable Problem refused;
  long sum;
  long count;

  /// Reads the content; a refusal is kept, not thrown.
  static BankTable read(byte[] content) {
    BankTable table = new BankTable();
    try {
      table.fill(content);
    } catch (RefusedFile refusal) {
      table.refused = refusal.problem();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return table;
  }

  /// Reads a file of `banks/` and compares with a table: rows, then bad rows, then checks.
  static void check(String file, String expected) {
    check(resource(file), expected);
  }

  static void check(byte[] content, String expected) {
    assertEquals(tidy(expected), tidy(read(content).toString()));
  }

  private static String tidy(String table) {
    return String.join(
        "\n",
        Arrays.stream(table.split("\n", -1))
            .map(line -> line.strip().replaceAll(" +", " "))
            .filter(line -> !line.isEmpty())
            .toList());
  }

  static byte[] resource(String file) {
    try (InputStream in = BankTable.class.getResourceAsStream("/banks/" + file)) {
      return Objects.requireNonNull(in, file).readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void fill(byte[] content) throws IOException {
    byte[] head = Arrays.copyOf(content, Math.min(content.length, HEAD));
    for (Layout layout : Formats.builtIn()) {
      Reading reading = layout.recognise(head);
      if (reading instanceof Reading.Streamed streamed) {
        format = layout.key();
        checks = streamed.reader().read(new ByteArrayInputStream(content), 1, "a-file", this);
        return;
      }
    }
    refused = RefusedFile.Problem.UNRECOGNISED;
  }

  /// Whether a caller would take the file.
  boolean accepted() {
    return refused == null && bad.isEmpty() && checks.stream().allMatch(Check::agrees);
  }

  @Override
  public void row(Row row) {
    int digits = Currencies.digits(row.currency);
    long amount = row.figure(Num.AMOUNT);
    sum += amount;
    count++;
    StringBuilder line = new StringBuilder();
    line.append(row.kind).append(' ').append(row.state).append(' ');
    line.append(Decimals.text(amount, digits)).append(' ').append(Currencies.code(row.currency));
    line.append(' ').append(time(row));
    if (row.has(Num.FEE_MILLI)) {
      line.append(" fee=").append(Decimals.text(row.figure(Num.FEE_MILLI), digits + 3));
    }
    for (Text text : Text.values()) {
      if (row.has(text)) {
        line.append(' ').append(label(text)).append('=').append(row.text(text).replace('\n', ';'));
      }
    }
    rows.add(line.toString());
  }

  private static String time(Row row) {
    if (!row.hasTime) {
      return "never";
    }
    ZoneOffset offset = ZoneOffset.ofTotalSeconds(row.offsetSeconds);
    var moment = OffsetDateTime.ofInstant(java.time.Instant.ofEpochSecond(row.epochSecond), offset);
    return row.dayOnly ? moment.toLocalDate().toString() : moment.toString();
  }

  private static String label(Text text) {
    return switch (text) {
      case ID -> "id";
      case REFERENCE -> "ref";
      case ACCOUNT -> "account";
      case PAYER_NAME -> "name";
      case PAYER -> "payer";
      case BANK -> "bank";
      case REMARK -> "remark";
      case LIST -> "list";
      case TYPE -> "type";
      case STATE -> "state";
      case ORIGINAL -> "original";
      case BATCH -> "batch";
      case PART_OF -> "part-of";
      default -> text.name();
    };
  }

  @Override
  public void bad(BadRow row) {
    bad.add("bad line " + row.line() + " " + row.column() + " " + row.problem());
  }

  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    lines.add(format + (refused == null ? "" : " refused " + refused));
    lines.addAll(rows);
    lines.addAll(bad);
    for (Check check : checks) {
      String found = check.agrees() ? "" : ", found " + check.found();
      lines.add((check.agrees() ? "ok " : "off ") + check.what() + " " + check.declared() + found);
    }
    return String.join("\n", lines);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
