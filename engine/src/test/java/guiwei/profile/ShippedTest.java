package guiwei.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.table.Layout;
import guiwei.table.RefusedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Exports as banks write them, and profiles as people write them.
class ShippedTest {

  private static final Charset GBK = Charset.forName("GB18030");

  private static void check(Charset charset, String table) throws IOException {
    String[] halves = table.split("->\n", -1);
    byte[] file = halves[0].getBytes(charset);
    String rows = String.join("\n", ReadRows.of(file));
    assertEquals(halves[1].strip(), rows.replaceAll("ID=\\d{8}-[0-9a-f]{12}", "ID=X"));
  }

  private static String layoutOf(String text) throws IOException {
    for (Layout layout : Profiles.shipped().layouts()) {
      if (layout.recognise(text.getBytes(StandardCharsets.UTF_8)) != null) {
        return layout.key();
      }
    }
    return "";
  }

  @Test
  void orders_need_not_say_how_they_were_paid() throws IOException {
    for (String heading :
        List.of(
            "order_no,customer,store,amount,created_at,status", "订单号,客户编号,门店编号,应付金额,下单时间,订单状态")) {
      assertEquals("orders", layoutOf(heading + "\nA1,C1,S1,5.00,2026-03-01 10:00:00,paid\n"));
    }
    String fewer = "订单号,应付金额（元）,下单时间,订单状态\nA1,5.00,2026-03-01 10:00:00,已支付\n";
    assertEquals("proposed", layoutOf(fewer));
  }

  @Test
  void what_is_to_be_refunded_of_an_order_has_more_than_one_heading() throws IOException {
    for (String heading : List.of("promised_refund", "refund_amount", "refunded_amount", "退款金额")) {
      String file =
          "order_no,customer,store,amount,created_at,status,"
              + heading
              + "\nA1,C1,S1,5.00,2026-03-01 10:00:00,paid,2.00\n";
      String row =
          ReadRows.of(Profiles.shipped(), file.getBytes(StandardCharsets.UTF_8)).getFirst();
      assertTrue(row.contains("PROMISED=200"), row);
    }
  }

  @Test
  void a_personal_account_of_icbc_with_title_lines_and_footer() throws IOException {
    check(
        StandardCharsets.UTF_8,
        """
        明细查询文件下载
        卡号: 6222000011112222, 卡别名:
        起始日期: 2026-10-01,截止日期: 2026-10-31

        交易日期,摘要,交易场所,交易国家或地区简称,钞/汇,交易金额(收入),交易金额(支出),交易币种,记账金额(收入),记账金额(支出),记账币种,余额,对方户名
        2026-10-02,转账,,CHN,钞,,"1,000.00",人民币,,"1,000.00",人民币,"1,280.50",某供货商
        2026-10-01,汇入,A1001,CHN,钞,"1,280.50",,人民币,"1,280.50",,人民币,"2,280.50",王某
        人民币合计,,,,,"1,280.50","1,000.00"
        ->
        BANK TRANSFER DONE BANK CNY 2026-10-02T00:00+08:00 day AMOUNT=-100000 SETTLED=-100000 BALANCE=128050 ID=X ACCOUNT=6222000011112222 PAYER_NAME=某供货商 TYPE=转账 CURRENCY=人民币
        BANK PAYMENT DONE BANK CNY 2026-10-01T00:00+08:00 day AMOUNT=128050 SETTLED=128050 BALANCE=228050 ID=X ACCOUNT=6222000011112222 PAYER_NAME=王某 REMARK=A1001 TYPE=汇入 CURRENCY=人民币
        Check[what=balance chain breaks, declared=0, found=0]
        """);
  }

  @Test
  void a_business_account_of_boc_declares_its_counts_and_sums() throws IOException {
    check(
        GBK,
        """
        查询账号[ Inquirer account number ],123456789012
        总笔数[ Total number ],2
        借方发生总笔数[ Total Numbers of Debited Payments ],1
        借方发生总额[ Total Debit Amount of Payments ],50.00
        贷方发生总笔数[ Total Numbers of Credited Payments ],1
        贷方发生总额[ Total Credit Amount of Payments ],267.10
        交易类型[ Transaction Type ],业务类型[ Business type ],付款人账号[ Debit Account No. ],付款人名称[ Payer's Name ],交易日期[ Transaction Date ],交易时间[ Transaction time ],交易货币[ Trade Currency ],交易金额[ Trade Amount ],交易后余额[ After-transaction balance ],交易流水号[ Transaction reference number ],交易附言[ Remark ]
        来账,小额普通,7448000182,某贸易公司,20261001,093000,CNY,+267.10,"2,267.10",N1,A1001
        往账,跨行汇款,123456789012,我方,20261002,100000,CNY,-50.00,"2,217.10",N2,
        ->
        BANK PAYMENT DONE BANK CNY 2026-10-01T09:30+08:00 AMOUNT=26710 SETTLED=26710 BALANCE=226710 ID=N1 ACCOUNT=123456789012 PAYER=7448000182 PAYER_NAME=某贸易公司 REMARK=A1001 TYPE=小额普通 CURRENCY=CNY
        BANK TRANSFER DONE BANK CNY 2026-10-02T10:00+08:00 AMOUNT=-5000 SETTLED=-5000 BALANCE=221710 ID=N2 ACCOUNT=123456789012 PAYER=123456789012 PAYER_NAME=我方 TYPE=跨行汇款 CURRENCY=CNY
        Check[what=count, declared=2, found=2]
        Check[what=in_count, declared=1, found=1]
        Check[what=in_sum, declared=267.10, found=267.10]
        Check[what=out_count, declared=1, found=1]
        Check[what=out_sum, declared=50.00, found=50.00]
        Check[what=balance chain breaks, declared=0, found=0]
        """);
  }

  @Test
  void a_personal_account_of_cmb_has_tabs_before_its_values() throws IOException {
    check(
        GBK,
        """
        # 招商银行交易记录
        # 账号: [62145000****1234 ]

        交易日期,交易时间,收入,支出,余额,交易类型,交易备注
        "\t20261001","\t13:44:45","73.64","","73.64","\t转账汇款","\t订单A1001"
        # 收入合计: 1 笔
        ->
        BANK PAYMENT DONE BANK CNY 2026-10-01T13:44:45+08:00 AMOUNT=7364 SETTLED=7364 BALANCE=7364 ID=X ACCOUNT=62145000****1234 REMARK=订单A1001 TYPE=转账汇款
        Check[what=balance chain breaks, declared=0, found=0]
        """);
  }

  @Test
  void the_same_rows_in_utf_16_and_with_pipes() throws IOException {
    String csv = "订单号|客户编号|门店编号|应付金额|下单时间|订单状态|支付方式\nA1|C1|S1|12.50|2026-10-01 09:30:00|已支付|微信\n";
    List<String> rows = ReadRows.of(csv.getBytes(StandardCharsets.UTF_8));
    assertEquals(1, rows.size());
    assertTrue(rows.getFirst().contains("AMOUNT=1250"), rows.getFirst());
    assertEquals(rows, ReadRows.of(("\ufeff" + csv).getBytes(StandardCharsets.UTF_16LE)));
    assertEquals(rows, ReadRows.of(csv.getBytes(GBK)));
    assertEquals(rows, ReadRows.of(csv.replace('|', '\t').getBytes(GBK)));
  }

  @Test
  void equal_lines_of_a_bank_get_numbers_of_their_own() throws IOException {
    List<String> rows =
        ReadRows.of(
            """
            交易日期,收入金额,支出金额,余额,对方户名,摘要
            2026-10-01,5.00,,5.00,某人,a
            2026-10-01,,5.00,0.00,某人,a
            2026-10-01,5.00,,5.00,某人,a
            """
                .getBytes(GBK));
    assertEquals(4, rows.size());
    assertEquals(rows.get(0).replaceAll("(ID=\\S+)", "$1-2"), rows.get(2));
  }

  @Test
  void an_own_profile_comes_before_the_shipped_ones(@TempDir Path dir) throws IOException {
    Path mine = dir.resolve("mine.yaml");
    Files.writeString(
        mine,
        """
        key: my-orders
        title: mine
        side: order
        amounts: fen
        columns:
          id: [nr]
          amount: [sum]
          state: [s]
        states:
          paid: [bezahlt]
        """);
    Profiles profiles = Profiles.shipped().with(List.of(mine));
    assertEquals("my-orders", profiles.layouts().getFirst().key());
    assertEquals(
        List.of("ORDER PAID OTHER CNY AMOUNT=1250 ID=A1 STATE=bezahlt"),
        ReadRows.of(profiles, "nr;sum;s\nA1;1250;bezahlt\n".getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void what_nothing_fits_is_told_what_it_is_or_lacks() throws IOException {
    String table =
        """
        %PDF-1.7 | a PDF: fetch the same list as XLSX or CSV
        \\0\\0\\0 | no text: byte 0 at offset 0
        order,amount\\0,time,status | no text: byte 0 at offset 12
        only words | no columns: no row has a comma, tab, semicolon or bar
        a,b\\n1,2 | no row has headings that are known
        交易日期,交易时间,交易类型,交易金额,对方户名,摘要 | nearest is bocom, without 借贷
        """;
    for (String line : table.lines().toList()) {
      String[] halves = line.split(" ?\\| ", -1);
      byte[] file = halves[0].translateEscapes().getBytes(StandardCharsets.UTF_8);
      RefusedFile refused =
          assertThrows(RefusedFile.class, () -> ReadRows.of(Profiles.shipped(), file), line);
      assertEquals(halves[1], refused.detail());
    }
  }

  @Test
  void a_file_without_a_word_is_empty() {
    for (String file : List.of("", "\r\n", " \n\n")) {
      RefusedFile refused =
          assertThrows(
              RefusedFile.class,
              () -> ReadRows.of(Profiles.shipped(), file.getBytes(StandardCharsets.UTF_8)));
      assertEquals(RefusedFile.Problem.EMPTY, refused.problem());
    }
  }

  @Test
  void a_wrong_profile_is_refused_with_its_place() {
    BadProfile bad =
        assertThrows(
            BadProfile.class,
            () -> ProfileFile.read("a.yaml", "key: a\nside: line\ncolour: red\n", Unsaid.USUAL));
    assertEquals(3, bad.line());
    bad =
        assertThrows(
            BadProfile.class,
            () ->
                ProfileFile.read(
                    "a.yaml", "key: a\nside: order\ncolumns:\n  wrong: [x]\n", Unsaid.USUAL));
    assertEquals(4, bad.line());
    bad =
        assertThrows(
            BadProfile.class,
            () ->
                ProfileFile.read(
                    "a.yaml", "key: a\nside: order\ncolums:\n  number: x\n", Unsaid.USUAL));
    assertTrue(String.valueOf(bad.getMessage()).startsWith("a.yaml:3:1: "), bad.getMessage());
    bad =
        assertThrows(
            BadProfile.class,
            () -> ProfileFile.read("a.yaml", "key: a\nside: ordre\n", Unsaid.USUAL));
    assertTrue(String.valueOf(bad.getMessage()).startsWith("a.yaml:2:7: "), bad.getMessage());
    bad =
        assertThrows(
            BadProfile.class, () -> ProfileFile.read("a.yaml", "key: [a\nside: }", Unsaid.USUAL));
    assertTrue(bad.line() >= 1);
  }

  @Test
  void what_is_proposed_can_be_saved_and_used(@TempDir Path dir) throws IOException {
    byte[] doubtful = "order_no,amount,time\nA1,5.00,03/04/2026\n".getBytes(StandardCharsets.UTF_8);
    String yaml =
        Profiles.shipped().propose(new ByteArrayInputStream(doubtful)).orElseThrow().yaml();
    assertTrue(yaml.contains("# in doubt"), yaml);
    Path mine = Files.writeString(dir.resolve("mine.yaml"), yaml);
    assertEquals(
        List.of("ORDER UNKNOWN OTHER CNY 2026-04-03T00:00+08:00 day AMOUNT=500 ID=A1"),
        ReadRows.of(Profiles.shipped().with(List.of(mine)), doubtful));
  }

  @Test
  void every_key_of_a_profile_is_documented() throws IOException {
    assertEquals(
        "orders",
        layoutOf(
            "order_no,customer,store,created_at,status,channel,amount\nA1,c,s,2026-10-01,paid,wechat,5.00\n"));
    String docs = Files.readString(Path.of("../docs/profiles.md"));
    for (String key : ProfileFile.KEYS) {
      assertTrue(docs.contains("### " + key + "\n"), key);
    }
  }

  @Test
  void a_table_that_names_no_currency_is_in_the_one_of_the_run() throws IOException {
    Profiles abroad = Profiles.shipped(new Unsaid(java.time.ZoneOffset.UTC, "USD"));
    byte[] orders =
        "Order ID,Order Date,Total Amount,Status\nA1,2026-03-01 10:00:00,5.00,Paid\n"
            .getBytes(StandardCharsets.UTF_8);
    byte[] yuan =
        "订单号,下单时间,应付金额(人民币),订单状态\nA1,2026-03-01 10:00:00,5.00,已支付\n"
            .getBytes(StandardCharsets.UTF_8);
    assertTrue(ReadRows.of(abroad, orders).getFirst().contains(" USD "));
    assertTrue(ReadRows.of(abroad, yuan).getFirst().contains(" CNY "));
    assertTrue(ReadRows.of(orders).getFirst().contains(" CNY "));
  }
}
