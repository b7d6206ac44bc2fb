package guiwei.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

final class SlipsTest {
  @Property
  void swapping_keeps_the_figures_and_moves_the_amount_the_way_it_was_asked(
      @ForAll @LongRange(min = 1, max = 10_000_000) long amount,
      @ForAll boolean greater,
      @ForAll long seed) {
    long slipped = Slips.swapped(amount, greater, new Dice(seed));
    if (slipped != 0) {
      assertEquals(figures(amount), figures(slipped));
      assertEquals(greater, slipped > amount);
    }
  }

  private static String figures(long amount) {
    char[] figures = Long.toString(amount).toCharArray();
    Arrays.sort(figures);
    return new String(figures);
  }

  @Property
  void a_figure_more_makes_more_and_a_figure_less_makes_less(
      @ForAll @LongRange(min = 100, max = 10_000_000) long amount, @ForAll long seed) {
    assertTrue(Slips.longer(amount, new Dice(seed)) > amount);
    assertTrue(Slips.shorter(amount, new Dice(seed)) < amount);
  }

  @Property
  void a_replaced_figure_changes_exactly_one(
      @ForAll @LongRange(min = 100, max = 10_000_000) long amount,
      @ForAll boolean greater,
      @ForAll long seed) {
    long slipped = Slips.replaced(amount, greater, new Dice(seed));
    if (slipped != 0) {
      String before = Long.toString(amount);
      String after = Long.toString(slipped);
      assertEquals(before.length(), after.length());
      long different = 0;
      for (int i = 0; i < before.length(); i++) {
        different += before.charAt(i) == after.charAt(i) ? 0 : 1;
      }
      assertEquals(1, different);
    }
  }

  @Property
  void a_part_is_less_than_the_whole_and_more_than_nothing(
      @ForAll @LongRange(min = 2, max = 10_000_000) long amount, @ForAll long seed) {
    long part = Slips.part(amount, new Dice(seed));
    assertTrue(part > 0 && part < amount, part + " of " + amount);
  }
}
