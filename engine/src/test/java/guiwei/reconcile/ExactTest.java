package guiwei.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Which amounts make up another exactly.
class ExactTest {
  private static String told(Exact.Answer answer) {
    return answer.word()
        + answer.sets().stream().map(Arrays::toString).collect(Collectors.joining(" ", " ", ""));
  }

  @Test
  void one_sum_is_unique_and_two_are_several() {
    assertEquals("unique [0, 1]", told(Exact.sets(new long[] {30, 70, 45}, 100, 8)));
    assertEquals("several [0, 1] [2, 3]", told(Exact.sets(new long[] {30, 70, 40, 60}, 100, 8)));
  }

  @Test
  void equal_amounts_are_rivals_or_the_same_choice() {
    long[] amounts = {50, 50, 50};
    assertEquals("several [0, 1] [0, 2] [1, 2]", told(Exact.sets(amounts, 100, 8)));
    assertEquals("unique [0, 1]", told(Exact.sums(amounts, 100, 8)));
  }

  @Test
  void too_many_combinations_stop_at_the_limit() {
    long[] amounts = new long[200];
    for (int i = 0; i < amounts.length; i++) {
      amounts[i] = 2L * (i + 1);
    }
    Exact.Answer answer = Exact.sums(amounts, 1_001, 8);
    assertEquals(List.of(), answer.sets());
    assertEquals("stopped at the limit", answer.word());
  }
}
