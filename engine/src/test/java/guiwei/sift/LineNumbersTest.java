package guiwei.sift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.outcome.MatchSink;
import guiwei.outcome.Progress;
import guiwei.outcome.Result;
import guiwei.outcome.Settings;
import guiwei.profile.Profiles;
import guiwei.reconcile.Reconcile;
import guiwei.source.Limits;
import guiwei.source.Sources;
import guiwei.statement.Formats;
import guiwei.table.BadRow;
import guiwei.table.Layout;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Places in words that a person can follow.
class LineNumbersTest {
  @TempDir Path folder;

  @Test
  void everyBadRowOfALargeFileHasItsLineAndTheFileIsReadOnceMore() throws IOException {
    int rows = 200_000;
    List<Integer> broken = IntStream.range(0, 900).map(i -> 5_000 + i * 200).boxed().toList();
    StringBuilder file =
        new StringBuilder("order_no,customer,store,amount_due,created_at,status\n");
    for (int line = 2; line < rows; line++) {
      String amount = broken.contains(line) ? "ten" : "10.00";
      file.append("A%07d,C1,S1,%s,2026-03-02 10:00:00,paid\n".formatted(line, amount));
    }
    Path orders = Files.writeString(folder.resolve("orders.csv"), file);

    Result result = run(orders);

    assertEquals("", result.files().getFirst().detail());
    assertEquals(broken.size(), result.files().getFirst().badRows());
    assertEquals(
        broken.stream().map(Integer::longValue).toList(),
        result.badRows().stream().map(BadRow::line).toList());
    assertTrue(result.badRows().stream().allMatch(row -> row.value().equals("ten")));
    assertEquals(rows - 2 - broken.size(), result.files().getFirst().rows());
  }

  @Test
  void aLineEndWithinQuotesIsALineInEveryEncoding() throws IOException {
    String file =
        """
        order_no,customer,store,amount_due,created_at,status,remark
        A1,C1,S1,10.00,2026-03-02 10:00:00,paid,"first
        second
        third"
        A2,C1,S1,ten,2026-03-02 10:00:00,paid,
        A3,C1,S1,20.00,2026-03-02 10:00:00,paid,"one
        two"
        A4,C1,S1,20.00,2026-03-02 10:00:00,paid,
        A5,C1,S1,twenty,2026-03-02 10:00:00,paid,
        """;
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
      byte[] bytes = ("\ufeff" + file).getBytes(charset);
      Result result = run(Files.write(folder.resolve(charset.name() + ".csv"), bytes));
      assertEquals(
          List.of(5L, 9L), result.badRows().stream().map(BadRow::line).toList(), charset.name());
    }
  }

  private static Result run(Path file) throws IOException {
    List<Layout> layouts = new ArrayList<>(Formats.builtIn());
    layouts.addAll(Profiles.shipped().layouts());
    return new Reconcile(Settings.standard(), layouts, Progress.SILENT)
        .run(Sources.find(List.of(file), Limits.DEFAULT).sources(), number -> new Nothing());
  }

  /// Takes matches and forgets them.
  private static final class Nothing implements MatchSink.Part {
    @Override
    public void group(byte[] bytes, int from, int to) {}

    @Override
    public void receipt(byte[] bytes, int from, int to) {}

    @Override
    public void order(byte[] bytes, int from, int to) {}

    @Override
    public void end(String rule, String answer, long amountMinor, int currency) {}

    @Override
    public void close() {}
  }
}
