package guiwei.statement;

import guiwei.money.Decimals;
import guiwei.table.BadRow;
import guiwei.table.Currencies;
import guiwei.table.DelimitedReader;
import guiwei.table.Footing;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads whole files in tests and says what came out, one line a row.
final class Samples {
  private static final int HEAD = 1 << 16;

  private Samples() {}

  /// Everything that one file gives.
  record Outcome(String layout, List<String> rows, List<BadRow> bad, List<Footing.Check> checks) {
    boolean foots() {
      return checks.stream().allMatch(Footing.Check::agrees);
    }

    List<String> differences() {
      return checks.stream()
          .filter(check -> !check.agrees())
          .map(check -> check.what() + " " + check.declared() + " is not " + check.found())
          .toList();
    }
  }

  /// A file of `samples`, or one of `channels` by `../channels/name`.
  static byte[] bytes(String name) {
    String path = name.startsWith("../") ? name.substring(2) : "/samples/" + name;
    try (InputStream in = Samples.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("no sample " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Outcome sample(String name) throws IOException {
    return read(bytes(name));
  }

  /// Shows the file to every layout, as a run does.
  static Outcome read(byte[] file) throws IOException {
    for (Layout layout : Formats.builtIn()) {
      Reading reading = layout.recognise(Arrays.copyOf(file, Math.min(file.length, HEAD)));
      if (reading != null) {
        return read(layout.key(), reading, file);
      }
    }
    throw new RefusedFile(RefusedFile.Problem.UNRECOGNISED, "none fits");
  }

  static Outcome read(String key, Reading reading, byte[] file) throws IOException {
    Lines lines = new Lines();
    List<Footing.Check> checks =
        switch (reading) {
          case Reading.Cut cut -> {
            DelimitedReader reader =
                new DelimitedReader(cut.plan(), 0, "file", lines)
                    .read(new ByteArrayInputStream(file));
            yield cut.footing().check(reader.tally(), reader.footer());
          }
          case Reading.Streamed streamed ->
              streamed.reader().read(new ByteArrayInputStream(file), 0, "file", lines);
        };
    return new Outcome(key, lines.rows, lines.bad, checks);
  }

  /// Writes each row down before the next arrives.
  static final class Lines implements RowSink {
    final List<String> rows = new ArrayList<>();
    final List<BadRow> bad = new ArrayList<>();

    @Override
    public void row(Row row) {
      rows.add(line(row));
    }

    @Override
    public void bad(BadRow row) {
      bad.add(row);
    }
  }

  /// `kind state amount/settled fee CUR time texts`, leaving out what the row does not have.
  static String line(Row row) {
    int digits = Currencies.digits(row.currency);
    StringBuilder line =
        new StringBuilder()
            .append(row.kind)
            .append(' ')
            .append(row.state)
            .append(' ')
            .append(figure(row, Num.AMOUNT, digits));
    if (row.has(Num.SETTLED)) {
      line.append('/').append(figure(row, Num.SETTLED, digits));
    }
    line.append(' ').append(Currencies.code(row.currency));
    if (row.hasTime) {
      line.append(' ').append(Instant.ofEpochSecond(row.epochSecond));
    }
    line.append(row.has(Num.FEE_MILLI) ? " fee=" + figure(row, Num.FEE_MILLI, digits + 3) : "");
    line.append(row.has(Num.BALANCE) ? " balance=" + figure(row, Num.BALANCE, digits) : "");
    for (Text text : Text.values()) {
      if (row.has(text)) {
        line.append(' ').append(text).append('=').append(row.text(text));
      }
    }
    return line.toString();
  }

  private static String figure(Row row, Num num, int digits) {
    return row.has(num) ? Decimals.text(row.figure(num), digits) : "-";
  }
}
