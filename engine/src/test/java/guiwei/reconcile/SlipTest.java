package guiwei.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlipTest {
  @ParameterizedTest
  @CsvSource({
    "1280.00, 1820.00, digits_swapped",
    "128.00,  1288.00, extra_digit",
    "1280.00, 128.00,  point_moved",
    "1285.00, 125.00,  digit_dropped",
    "128.50,  1285.00, point_moved",
    "128.50,  138.50,  one_digit",
    "55.00,   110.00,  doubled",
    "99.60,   100.00,  rounded",
    "100.00,  100.00,  same",
    "100.00,  61.37,   other",
  })
  void the_slip_of_the_hand_is_named(String due, String paid, String slip) {
    Slip found =
        Slip.between(guiwei.money.Decimals.parse(due, 2), guiwei.money.Decimals.parse(paid, 2));
    assertEquals(slip, found.name().toLowerCase(Locale.ROOT));
  }
}
