package guiwei.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MomentsTest {
  @TempDir private static Path folder;

  @Test
  void a_day_means_its_end_in_the_merchants_zone_and_a_moment_itself() throws Misuse {
    assertEquals("2026-03-31T16:00:00Z", asOf("--as-of", "2026-03-31"));
    assertEquals("2026-04-01T04:00:00Z", asOf("--as-of=2026-03-31", "--zone=America/New_York"));
    assertEquals("2026-03-31T10:00:00Z", asOf("--as-of", "2026-03-31T18:00"));
    assertEquals("2026-03-31T18:00:30Z", asOf("--as-of", "2026-03-31T18:00:30", "--zone", "UTC"));
    assertEquals("2026-03-31T09:00:00Z", asOf("--as-of", "2026-03-31T18:00+09:00"));
  }

  private static String asOf(String... options) throws Misuse {
    var words = new java.util.ArrayList<>(List.of("reconcile", "x"));
    words.addAll(List.of(options));
    return Moments.asOf(Arguments.parse(words)).map(Instant::toString).orElse("");
  }

  @Test
  void what_is_no_moment_and_no_zone_is_refused_with_what_to_write_instead() {
    for (String wrong : List.of("yesterday", "2026-02-30", "31.03.2026", "2026-03-31T25:00", "")) {
      Said said = Said.when("reconcile", folder.toString(), "--as-of", wrong);
      assertEquals(Exit.BAD_INPUT, said.code(), wrong);
      assertTrue(said.err().contains("2026-03-31T18:00"), said.err());
    }
    for (String wrong : List.of("Shanghai", "CST", "+25:00", "Asia/../etc", "")) {
      Said said = Said.when("reconcile", folder.toString(), "--zone", wrong);
      assertEquals(Exit.BAD_INPUT, said.code(), wrong);
      assertTrue(said.err().contains("Asia/Shanghai"), said.err());
    }
  }

  @Test
  void times_without_a_zone_are_the_merchants() throws IOException {
    Path orders = folder.resolve("orders.csv");
    Files.writeString(
        orders,
        """
        order_no,customer,store,terminal,amount_due,created_at,status,channel,remark,promised_refund
        A1,C1,S1,,12.00,2026-03-02 10:00:00,paid,bank,,
        A2,C1,S1,,13.00,2026-03-02 10:00:00,cancelled,bank,,
        """);
    Path bank = folder.resolve("bank.csv");
    Files.writeString(
        bank,
        """
        交易时间,收入,支出,余额,对方户名,对方账号,摘要,交易流水号
        2026-03-02 11:00:00,13.00,,113.00,张三,6222000000000001,A2,B1
        """);
    Path out = folder.resolve("out");
    String[] words = {
      "reconcile", orders.toString(), bank.toString(), "--out", out.toString(), "--zone", "UTC"
    };
    Said said = Said.when(words);
    assertEquals(Exit.DISCREPANCIES, said.code(), said.out() + said.err());
    String found = Files.readString(out.resolve("discrepancies.csv"));
    assertTrue(found.contains("2026-03-02T11:00:00Z"), found);
  }
}
