package guiwei.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.outcome.Discrepancy;
import guiwei.outcome.Kind;
import guiwei.outcome.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
  @TempDir Path folder;

  private String page(Result result) throws IOException {
    Path file = folder.resolve("report.html");
    Page.write(result, Words.ZH, "<b>木棉</b>", file);
    return Files.readString(file);
  }

  @Test
  void what_is_told_beside_a_payment_that_keeps_its_match_is_not_unmatched() {
    for (Discrepancy found : Example.day().discrepancies()) {
      Figures.Money sum =
          Figures.receiptsByKind(Example.day(), "CNY")
              .getOrDefault(found.kind(), Figures.Money.NONE);
      assertTrue(sum.received() >= 0, found.kind() + " " + sum);
    }
    assertFalse(Figures.receiptsByKind(Example.day(), "CNY").containsKey(Kind.REFUND_TWICE));
  }

  @Test
  void the_page_says_where_every_cent_is_in_both_directions() throws IOException {
    String page = page(Example.day());
    assertTrue(page.contains("实收 ¥913,150.75，每一分都有去处"));
    assertTrue(page.contains("Received ¥913,150.75, every cent has its place"));
    assertEquals(3, page.split("class=zero><small>", -1).length - 1, "left over of all three sums");
    assertTrue(page.contains("未匹配 4,068.99，占 0.45%，放大"));
    assertTrue(page.contains("<td class=n>3,184</td><td class=n><span class=money>412,680<i>.35"));
  }

  @Test
  void the_page_needs_nothing_from_anywhere() throws IOException {
    String page = page(Example.day());
    List<String> elsewhere =
        Pattern.compile("(?i)(https?:)?//[a-z][^\\s\"']*|@import|url\\((?!#)[^)]*\\)|\\bsrc=")
            .matcher(page.replaceAll("(?s)<script type=\"application/json\".*?</script>", ""))
            .results()
            .map(MatchResult::group)
            .filter(found -> !found.startsWith("//"))
            .toList();
    assertEquals(List.of(), elsewhere);
    assertTrue(page.contains("default-src 'none'"));
  }

  @Test
  void nothing_that_a_file_holds_becomes_markup() throws IOException {
    String page = page(Example.day());
    assertEquals(2, page.split("<script", -1).length - 1);
    assertEquals(2, page.split("</script", -1).length - 1);
    assertFalse(page.contains("<img"));
    assertFalse(page.contains("<b>木棉"));
    assertTrue(page.contains("\\u003C/script\\u003E") || page.contains("\\u003c/script\\u003e"));
  }

  @Test
  void a_day_without_discrepancies_has_no_filters() throws IOException {
    String page = page(Example.cleanDay());
    assertTrue(page.contains("<div class=filters role=search hidden>"));
    assertTrue(page.contains("没有未匹配的钱"));
    assertTrue(page(Example.nothing()).contains("没有收款"));
  }

  @Test
  void more_than_the_limit_shows_the_largest_and_says_so() throws IOException {
    String page = page(Example.large(PageData.LIMIT + 3));
    assertTrue(page.contains("这里是金额最大的 20,000 件，共 20,003 件"));
    assertEquals(PageData.LIMIT, page.split("\"rivals\":", -1).length - 1);
  }

  @Test
  void every_number_of_the_drawing_is_to_scale() {
    Figures.Day day = Figures.days(Example.day()).getFirst();
    String drawing = Flow.of(Example.day(), day);
    List<Double> heights =
        Pattern.compile("<rect class=\"node [^>]*height=([\\d.]+)")
            .matcher(drawing)
            .results()
            .map(found -> Double.parseDouble(found.group(1)))
            .toList();
    double wechat = heights.getFirst();
    double alipay = heights.get(1);
    assertEquals(41_268_035.0 / 23_891_460, wechat / alipay, 0.001);
  }

  /// In a browser, where there is one: that the script runs, filters, opens and speaks both
  /// languages. What matters most is asserted above without it.
  @Test
  void the_script_runs_in_a_browser() throws Exception {
    Path browser = browser();
    if (browser == null) {
      System.err.println("no chromium found: the page's script was not run");
      return;
    }
    page(Example.day());
    String all = dom(browser, "");
    assertTrue(all.contains("data-ready=\"7\""), all.substring(0, Math.min(600, all.length())));
    assertTrue(all.contains("另有 1 种可能"));
    assertFalse(all.contains("<script>alert"));
    assertTrue(dom(browser, "#kind=OVERPAID&lang=en").contains("data-ready=\"1\""));
    assertTrue(dom(browser, "#q=0833&lang=en").contains("1 discrepancies, 268.00 in error"));
    String open = dom(browser, "#open=GW-7d20b1");
    assertTrue(open.contains("SO-261118-2217"));
    assertTrue(open.contains("都不是"));
  }

  private static @Nullable Path browser() {
    return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  private String dom(Path browser, String fragment) throws Exception {
    Path out = folder.resolve("dom.html");
    Process process =
        new ProcessBuilder(
                browser.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + folder.resolve("profile"),
                "--virtual-time-budget=2000",
                "--dump-dom",
                folder.resolve("report.html").toUri() + fragment)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
      throw new AssertionError("the browser does not end");
    }
    return Files.readString(out);
  }
}
