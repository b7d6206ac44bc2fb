package guiwei.bench.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatesTest {
  @Test
  void precision_recall_and_f1_come_from_the_counts() {
    Rates rates = new Rates(8, 2, 4);
    assertEquals(0.8, rates.precision(), 1e-9);
    assertEquals(8 / 12.0, rates.recall(), 1e-9);
    assertEquals(16 / 22.0, rates.f1(), 1e-9);
  }

  @Test
  void nothing_said_about_nothing_is_perfect() {
    assertEquals(1, Rates.NONE.precision());
    assertEquals(1, Rates.NONE.recall());
    assertEquals(1, Rates.NONE.f1());
  }

  @Test
  void the_interval_of_ten_out_of_ten_does_not_reach_below_seven_tenths() {
    Rates.Interval interval = new Rates(10, 0, 0).recallInterval();
    assertEquals(0.7225, interval.low(), 1e-4);
    assertEquals(1, interval.high(), 1e-9);
  }

  @Test
  void the_calibration_error_is_the_mean_distance_weighed_by_cases() {
    Calibration calibration = new Calibration();
    for (int i = 0; i < 10; i++) {
      calibration.add(0.92, i != 0); // nine of ten right
    }
    for (int i = 0; i < 10; i++) {
      calibration.add(0.52, i < 3); // three of ten right
    }
    assertEquals((0.02 + 0.22) / 2, calibration.error(), 1e-9);
    assertEquals(
        List.of(10L, 10L), calibration.bins().stream().map(Calibration.Bin::cases).toList());
  }

  @Test
  void a_probability_of_one_belongs_to_the_last_bin() {
    Calibration calibration = new Calibration();
    calibration.add(1, true);
    assertEquals(0.95, calibration.bins().getFirst().from(), 1e-9);
    assertEquals(0, calibration.error(), 1e-9);
  }
}
