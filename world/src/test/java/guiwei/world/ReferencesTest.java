package guiwei.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReferencesTest {
  private static final Setting SETTING = Setting.standard();
  private final Store store = new Merchant(SETTING).stores.getFirst();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void no_number_is_given_twice(long seed) {
    References references = new References(SETTING.seed(seed));
    Set<String> numbers = new HashSet<>();
    for (int i = 0; i < 50_000; i++) {
      Line line = new Line(Way.WECHAT, Doing.PAYMENT, SETTING.start() + i, 100, store);
      references.enter(line);
      assertTrue(numbers.add(line.id()), line.id() + " at " + i);
      assertEquals(28, line.id().length());
      Order order = new Order(store, null, i, SETTING.start() + i, Way.WECHAT);
      references.enter(order);
      assertTrue(numbers.add(order.number()), order.number() + " at " + i);
    }
  }

  @Test
  void a_refund_quotes_what_its_payment_quoted() {
    References references = new References(SETTING);
    Order order = new Order(store, null, 1, SETTING.start(), Way.ALIPAY);
    references.enter(order);
    Line paid = new Line(Way.ALIPAY, Doing.PAYMENT, SETTING.start() + 60, 100, store);
    paid.named = List.of(order);
    paid.quote = Quote.RETRY;
    Line back = new Line(Way.ALIPAY, Doing.REFUND, SETTING.start() + 90, 100, store);
    back.original = paid;
    references.enter(paid);
    references.enter(back);
    assertTrue(paid.reference.startsWith(order.number()) && !paid.reference.equals(order.number()));
    assertEquals(paid.reference, back.reference);
    assertEquals(back.refundNumber, back.id());
  }
}
