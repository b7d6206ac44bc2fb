package guiwei.bench.score;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Months of other merchants stay as right as they were.
class MonthTest {
  @TempDir Path work = Path.of("");

  static List<Month> months() throws IOException {
    List<Month> months = Month.all(Path.of("months"));
    assertFalse(months.isEmpty());
    return months;
  }

  @ParameterizedTest
  @MethodSource("months")
  void nothing_is_worse_than_it_was(Month month) throws IOException {
    Score score = month.score(work);
    assertTrue(score.receipts() > 0 && score.automatic().automatic() > 0, "nothing was matched");
    assertTrue(month.holds(score), () -> ScoreText.of(month.name(), score, 10));
  }
}
