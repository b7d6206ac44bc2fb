package guiwei.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScreenTest {
  @Test
  void the_day_stands_on_one_screen_with_nothing_left_over() {
    String screen = Screen.print(Example.day(), Words.ZH, 100, false, Path.of("out"));
    assertEquals(
        """
        实收 ¥913,150.75，每一分都有去处
          渠道       笔数        实收      已匹配      差错      挂账  差额
          微信支付  3,184  412,680.35  412,232.35    448.00      0.00  0.00
          支付宝    1,702  238,914.60  237,093.61  1,820.99      0.00  0.00
          银联        486  164,205.00  164,205.00      0.00      0.00  0.00
          银行         23   97,350.80   95,550.80      0.00  1,800.00  0.00
          -----------------------------------------------------------------
          合计      5,395  913,150.75  909,081.76  2,268.99  1,800.00  0.00

          退回 2,500.00 = 已匹配 2,300.00 + 差错 120.00 + 来由不明 80.00  差额 0.00

          应收 913,150.75 = 已匹配 910,000.00 + 差错 1,731.00 + 在途 900.00 + 已取消 519.75  差额 0.00

        差错 7
          不明来款  1  1,800.00
        """,
        screen.substring(0, screen.indexOf("  多付      1")));
    assertTrue(
        screen.contains(
            "  ¥540.00  多付  把握 97.0%  支付宝 南站店\n      两位数字对调：订单 SO-261119-0412 应付 1,280.00，付成 1,820.00"));
    assertTrue(screen.contains("      合计对不上: total 9,800.00, rows 9,700.00\n      重新下载原件"));
    assertTrue(screen.contains("20261119_DETAILS.csv 第 118 行，金额"));
    assertTrue(screen.contains("report.html"));
  }

  @Test
  void no_line_is_wider_than_the_terminal_but_for_numbers_that_cannot_be_cut() {
    for (Words words : Words.all()) {
      for (int width : new int[] {60, 80, 120}) {
        Screen.print(Example.day(), words, width, false, null)
            .lines()
            .filter(line -> !line.contains("GW-"))
            .forEach(line -> assertTrue(Grid.width(line) <= width + 2, line));
      }
    }
  }

  @Test
  void rivals_are_one_discrepancy_and_the_likeliest_is_shown() {
    String screen = Screen.print(Example.day(), Words.EN, 200, false, null);
    assertTrue(screen.contains("GW-7d20b1"));
    assertFalse(screen.contains("GW-7d20b2"));
    assertTrue(screen.contains("Other readings: 1"));
    assertTrue(screen.contains("once by Alipay and once by WeChat Pay"));
  }

  @Test
  void nothing_that_a_file_holds_can_steer_the_terminal() {
    assertFalse(Screen.print(Example.day(), Words.ZH, 100, false, null).contains("\u001B"));
    assertEquals("?[31mred??", Grid.safe("\u001B[31mred\u202E\n"));
  }

  @Test
  void a_clean_day_says_so() {
    assertTrue(Screen.print(Example.cleanDay(), Words.ZH, 80, false, null).contains("没有差错"));
    assertEquals(
        "Nothing was received\n",
        Screen.print(Example.nothing(), Words.EN, 80, true, null).replaceAll("\u001B\\[\\d+m", ""));
  }

  @Test
  void chinese_is_twice_as_wide_as_latin() {
    assertEquals(8, Grid.width("微信AB１"));
    assertEquals(1, Grid.width("e\u0301"));
  }
}
