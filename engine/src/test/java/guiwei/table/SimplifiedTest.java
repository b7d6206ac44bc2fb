package guiwei.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimplifiedTest {
  @ParameterizedTest
  @CsvSource({
    "訂單編號,订单编号",
    "應付金額（港幣）,应付金额（港币）",
    "對方戶名,对方户名",
    "轉數快 FPS 備註,转数快 FPS 备注",
    "已付款,已付款",
    "收據,收据",
  })
  void words_of_trade_are_read_in_either_script(String traditional, String simplified) {
    assertEquals(simplified, Simplified.of(traditional));
  }

  @Test
  void what_is_simplified_stays_as_it_is() {
    String text = "订单 A-1 ￥ 已付款 \uD842\uDFB7";
    assertSame(text, Simplified.of(text));
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      String once = Simplified.of(String.valueOf(c));
      assertEquals(once, Simplified.of(once));
    }
  }
}
