package guiwei.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DelimitedReaderTest {
  private static final Charset GBK = Charset.forName("GB18030");

  /// Three columns: a number, an amount, a remark.
  private static Delimited plan(
      Charset charset, char separator, boolean quoted, List<String> foot) {
    Mapping mapping =
        new Mapping(
            List.of(
                new Mapping.Column.Words(0, "number", Text.ID),
                new Mapping.Column.Figure(1, "amount", Num.AMOUNT, 2, true),
                new Mapping.Column.Summed(1, "amount", 0, 2),
                new Mapping.Column.Words(2, "remark", Text.REMARK),
                new Mapping.Column.Constant(Text.ACCOUNT, "acct7".getBytes(charset))),
            new Mapping.Defaults(Side.LINE, Channel.BANK, Book.BANK, Currencies.CNY),
            ZoneOffset.UTC,
            Times.Order.YEAR_FIRST,
            (byte) 0,
            (cells, row) -> null);
    return new Delimited(charset, (byte) separator, quoted, (byte) 0, foot, 0, 3, mapping);
  }

  private static Delimited quoted() {
    return plan(UTF_8, ',', true, List.of("#"));
  }

  private record Read(List<String> rows, List<BadRow> bad, Tally tally, List<String> footer) {}

  private static final class Kept implements RowSink {
    final List<String> rows = new ArrayList<>();
    final List<BadRow> bad = new ArrayList<>();

    @Override
    public void row(Row row) {
      assertEquals("acct7", row.text(Text.ACCOUNT));
      rows.add(
          Locator.place(row.locator)
              + " "
              + row.text(Text.ID)
              + "|"
              + row.figure(Num.AMOUNT)
              + "|"
              + row.text(Text.REMARK));
    }

    @Override
    public void bad(BadRow row) {
      bad.add(row);
    }
  }

  private static Read read(Delimited plan, InputStream in) {
    Kept kept = new Kept();
    try {
      DelimitedReader reader = new DelimitedReader(plan, 0, "file", kept).read(in);
      return new Read(kept.rows, kept.bad, reader.tally(), reader.footer());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Read read(Delimited plan, String text) {
    return read(plan, new ByteArrayInputStream(text.getBytes(plan.charset())));
  }

  private static List<String> fields(Read read) {
    return read.rows.stream().map(row -> row.substring(row.indexOf(' ') + 1)).toList();
  }

  @Test
  void rows_end_in_any_way_that_files_end_their_lines() {
    assertEquals(
        List.of("a|100|x", "b|200|", "c|300|z"),
        fields(read(quoted(), "a,1.00,x\r\nb,2.00,\n\n  \r\n,, ,\r\nc,3.00,z")));
  }

  @Test
  void a_place_is_the_offset_of_the_rows_first_byte() {
    assertEquals(List.of("0 a|100|归", "12 b|200|y"), read(quoted(), "a,1.00,归\r\nb,2.00,y\n").rows);
  }

  @Test
  void quoted_fields_hold_separators_line_ends_and_doubled_quotes() {
    assertEquals(
        List.of("a|100|x,\"y\"\nz", "b|123456|"),
        fields(read(quoted(), "\"a\",1.00,\"x,\"\"y\"\"\nz\"\r\n\"b\",\"1,234.56\",\"\"\n")));
  }

  @Test
  void a_quote_inside_a_field_is_a_letter_like_any_other() {
    assertEquals(
        List.of("a|100|5\" pipe", "b|200|"), fields(read(quoted(), "a,1.00,5\" pipe\nb,2.00,\n")));
  }

  @Test
  void a_quote_that_is_never_closed_is_a_row_that_breaks_off() {
    Read read = read(quoted(), "a,1.00,x\nb,2.00,\"open\nc,3.00,z\n");
    assertEquals(List.of("a|100|x"), fields(read));
    assertEquals(BadRow.Problem.TRUNCATED, read.bad.getFirst().problem());
    assertEquals(9, read.bad.getFirst().line());
  }

  @Test
  void where_nothing_is_quoted_no_byte_is_taken_for_a_quote() {
    byte[] line = "x,1.00,\"y\n".getBytes(UTF_8);
    line[0] = (byte) 0xff;
    Read read =
        read(
            plan(Charset.forName("ISO-8859-1"), ',', false, List.of()),
            new ByteArrayInputStream(line));
    assertEquals(List.of("ÿ|100|\"y"), fields(read));
  }

  @Test
  void a_bar_inside_a_gbk_character_does_not_separate() {
    String names = "亅|1.00|镕堃\n喆|2.00|亅亅|\n";
    assertTrue(new String(names.getBytes(GBK), Charset.forName("ISO-8859-1")).length() > 20);
    assertEquals(
        List.of("亅|100|镕堃", "喆|200|亅亅"), fields(read(plan(GBK, '|', false, List.of()), names)));
    assertEquals(
        List.of("亅|100|镕堃", "喆|200|亅亅"), fields(read(plan(GBK, '|', true, List.of()), names)));
  }

  @Test
  void the_footer_begins_with_its_word_and_is_kept_as_text() {
    Read read = read(quoted(), "a,1.00,x\n#合计：1笔\n\n 制表,b,\n");
    assertEquals(1, read.rows.size());
    assertEquals(List.of("#合计：1笔", "制表,b,"), read.footer);
  }

  @Test
  void whole_rows_after_a_subtotal_are_rows() {
    Read read = read(quoted(), "a,1.00,x\n#小计：1笔\nb,2.00,y\nc,,z\n#合计：2笔\n");
    assertEquals(2, read.rows.size());
    assertEquals(BadRow.Problem.MISSING, read.bad.getFirst().problem());
    assertEquals(List.of("#小计：1笔", "#合计：2笔"), read.footer);
  }

  @Test
  void rows_with_fewer_or_more_fields_are_refused_and_empty_surplus_is_not() {
    Read read =
        read(quoted(), "a,1.00\nb,2.00,y,,\nc,3.00,z,!\n" + ",".repeat(5000) + "\nd,4.00,\n");
    assertEquals(List.of("b|200|y", "d|400|"), fields(read));
    assertEquals(3, read.bad.size());
    assertTrue(read.bad.stream().allMatch(b -> b.problem() == BadRow.Problem.COLUMN_COUNT));
    Read plain = read(plan(UTF_8, ',', false, List.of()), ",".repeat(5000) + "\nd,4.00,\n");
    assertEquals(List.of("d|400|"), fields(plain));
    assertEquals(BadRow.Problem.COLUMN_COUNT, plain.bad.getFirst().problem());
    assertEquals(
        List.of("3: 2 ≠ 3", "4: 4 ≠ 3", "4: 1024+ ≠ 3"),
        read.bad.stream().map(b -> b.column() + ": " + b.value()).toList());
  }

  @Test
  void an_amount_that_is_none_is_refused_with_its_column_and_value() {
    BadRow bad = read(quoted(), "a,1.005,x\n").bad.getFirst();
    assertEquals(new BadRow("file", 0, "amount", "1.005", BadRow.Problem.AMOUNT), bad);
  }

  @Test
  void a_row_without_an_end_is_refused_once_and_the_next_is_read() {
    for (int extra : new int[] {1, 1 << 20, 5 << 20}) {
      String endless = "x".repeat(DelimitedReader.MAX_ROW + extra);
      Read read = read(quoted(), "a,1.00,x\n" + endless + "\nb,2.00,y\n");
      assertEquals(List.of("a|100|x", "b|200|y"), fields(read));
      assertEquals(1, read.bad.size());
      assertEquals(BadRow.Problem.TOO_LONG, read.bad.getFirst().problem());
      assertEquals(9, read.bad.getFirst().line());
    }
  }

  @Test
  void the_longest_row_is_read_wherever_the_buffer_ends() {
    String longest = "b,2.00," + "y".repeat(DelimitedReader.MAX_ROW - 8);
    String filler = "a,1.00,x\n".repeat(150_000);
    Read read = read(quoted(), filler + longest + "\n" + filler + longest + "\nc,3.00,\n");
    assertEquals(300_003, read.rows.size());
    assertEquals(List.of(), read.bad);
  }

  @Test
  void sums_beyond_every_account_refuse_the_file_instead_of_ending_the_run() {
    String row = "a,9999999999999999.00,x\n";
    RefusedFile refused =
        assertThrows(
            RefusedFile.class,
            () ->
                new DelimitedReader(quoted(), 0, "file", new Kept())
                    .read(new ByteArrayInputStream(row.repeat(20).getBytes(UTF_8))));
    assertEquals(RefusedFile.Problem.BROKEN, refused.problem());
  }

  @Test
  void a_single_row_reads_the_same_however_often_it_is_read() {
    Kept kept = new Kept();
    DelimitedReader reader = new DelimitedReader(quoted(), 0, "file", kept);
    byte[] row = "a,1.00,\"say \"\"yes\"\"\"\nb,2.00,y\n".getBytes(UTF_8);
    byte[] bytes = new byte[reader.reserved() + row.length];
    System.arraycopy(row, 0, bytes, reader.reserved(), row.length);
    for (int i = 0; i < 2; i++) {
      assertEquals(21, reader.readOne(bytes, reader.reserved(), bytes.length, 400, true));
    }
    assertEquals(List.of("400 a|100|say \"yes\"", "400 a|100|say \"yes\""), kept.rows);
  }

  /// Gives one byte at a time, as a slow or hostile source may.
  private static InputStream trickle(byte[] bytes) {
    return new FilterInputStream(new ByteArrayInputStream(bytes)) {
      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        return super.read(into, offset, Math.min(1, length));
      }
    };
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars('"', ',', '\n', '\r', ' ', 'a', '归', '|', '#', '`')
        .ofMaxLength(12);
  }

  private static String quote(String text) {
    return "\"" + text.replace("\"", "\"\"") + "\"";
  }

  @Property(tries = 200)
  void what_is_written_with_quotes_is_read_back(
      @ForAll List<@net.jqwik.api.From("texts") String> texts) {
    StringBuilder file = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (String text : texts) {
      file.append("id,1.00,").append(quote(text)).append("\r\n");
      expected.add("id|100|" + text.replaceAll("\\A[ \t\r]+|[ \t\r]+\\z", ""));
    }
    Read whole = read(quoted(), file.toString());
    assertEquals(expected, fields(whole));
    assertEquals(whole.rows, read(quoted(), trickle(file.toString().getBytes(UTF_8))).rows);
    assertEquals(texts.size() * 100L, whole.tally.raw(0));
  }

  @Property(tries = 200)
  void pieces_of_a_file_give_the_rows_and_the_tally_of_the_whole(
      @ForAll List<@IntRange(min = -999, max = 999) Integer> amounts,
      @ForAll List<@IntRange(min = 0, max = 60) Integer> cuts)
      throws IOException {
    Assume.that(!amounts.isEmpty());
    StringBuilder text = new StringBuilder();
    List<Long> starts = new ArrayList<>();
    for (int i = 0; i < amounts.size(); i++) {
      starts.add((long) text.length());
      text.append("n").append(i).append(',').append(amounts.get(i)).append(".00,r\n");
    }
    Path path = Files.createTempFile("pieces", ".csv");
    try {
      Files.writeString(path, text);
      Kept kept = new Kept();
      Tally tally = new Tally();
      long from = 0;
      for (int cut : cuts.stream().sorted().toList()) {
        long to = cut < starts.size() ? starts.get(cut) : text.length();
        tally.append(piece(path, from, to, kept));
        from = to;
      }
      tally.append(piece(path, from, text.length(), kept));
      Read whole = read(quoted(), text.toString());
      assertEquals(whole.rows, kept.rows);
      assertEquals(whole.tally.rows(), tally.rows());
      assertEquals(whole.tally.inSum(), tally.inSum());
      assertEquals(whole.tally.outSum(), tally.outSum());
      assertEquals(whole.tally.raw(0), tally.raw(0));
    } finally {
      Files.delete(path);
    }
  }

  private static Tally piece(Path path, long from, long to, RowSink sink) throws IOException {
    try (FileChannel channel = FileChannel.open(path)) {
      return new DelimitedReader(quoted(), 0, "file", sink).read(channel, from, to).tally();
    }
  }

  @Property(tries = 300)
  void any_bytes_are_rows_or_bad_rows_and_never_a_crash(
      @ForAll byte[] noise, @ForAll boolean quotes, @ForAll boolean gbk) {
    Delimited plan = plan(gbk ? GBK : UTF_8, gbk ? '|' : ',', quotes, List.of("#"));
    Read first = read(plan, new ByteArrayInputStream(noise));
    assertEquals(first.rows, read(plan, trickle(noise)).rows);
  }
}
