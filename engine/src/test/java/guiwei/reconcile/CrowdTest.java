package guiwei.reconcile;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CrowdTest {
  /// Days on which one store sells one thing three times an hour, paid within a minute by a static
  /// code: no sale is alone with its order, but all together tell how soon payments follow.
  @Test
  void a_store_of_one_price_has_each_sale_beside_its_order() {
    Random random = new Random(7);
    StringBuilder story = new StringBuilder();
    StringBuilder outcome = new StringBuilder();
    int second = 0;
    for (int i = 1; i <= 700; i++) {
      second += 240 + (int) (-960 * Math.log(1 - random.nextDouble()));
      story.append("order O%d 8.00 paid s=S1 +%ds\n".formatted(i, second));
      if (i % 100 == 0) {
        outcome.append("missing-receipt O%d -8.00\n".formatted(i));
      } else {
        story.append("wechat - 8.00 u=openid-%d +%ds\n".formatted(i, second + 5 + i % 50));
        outcome.append("till-amount-time O%d\n".formatted(i));
      }
    }
    Story.check(story + "order O900 11.00 open s=S1 +20d\n->\n" + outcome);
  }
}
