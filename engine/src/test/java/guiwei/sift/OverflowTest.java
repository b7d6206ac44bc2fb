package guiwei.sift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverflowTest {
  private static final int SIZE = 1000;

  @Test
  void what_is_over_the_budget_comes_back_as_it_was() {
    List<Overflow.Parked> parked = new ArrayList<>();
    try (Overflow overflow = new Overflow(SIZE, 2 * SIZE)) {
      for (int i = 0; i < 5; i++) {
        byte[] block = overflow.room();
        Arrays.fill(block, (byte) i);
        parked.add(overflow.park(block, SIZE - i));
      }
      assertEquals(
          List.of(false, false, true, true, true),
          parked.stream().map(Overflow.Parked::isOut).toList());
      for (int i = 0; i < 5; i++) {
        byte[] expected = new byte[SIZE - i];
        Arrays.fill(expected, (byte) i);
        byte[] fetched = overflow.fetch(parked.get(i));
        assertArrayEquals(expected, Arrays.copyOf(fetched, parked.get(i).size));
      }
    }
  }

  @Test
  void blocks_that_were_given_back_are_used_again() {
    try (Overflow overflow = new Overflow(SIZE, 0)) {
      byte[] block = overflow.room();
      Overflow.Parked parked = overflow.park(block, SIZE);
      byte[] again = overflow.fetch(parked);
      assertSame(block, again);
      assertNotSame(again, overflow.room());
    }
  }

  @Test
  void a_short_block_keeps_its_length() {
    try (Overflow overflow = new Overflow(SIZE, 0)) {
      Overflow.Parked parked = overflow.park(new byte[] {1, 2, 3}, 2);
      assertArrayEquals(new byte[] {1, 2}, Arrays.copyOf(overflow.fetch(parked), parked.size));
    }
  }
}
