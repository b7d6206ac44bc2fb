package guiwei.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.table.RefusedFile;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tables with headings that nobody described to us.
class ProposalTest {
  private static void check(String table) throws IOException {
    String[] halves = table.split("->\n", -1);
    byte[] file = halves[0].getBytes(StandardCharsets.UTF_8);
    assertEquals(halves[1].strip(), String.join("\n", ReadRows.of(file)));
  }

  @Test
  void orders_with_english_headings_need_no_questions() throws IOException {
    check(
        """
        order_no,customer,store,terminal,amount,currency,created_at,status,channel,remark,refund_promised
        A1,C7,S1,T1,128.50,CNY,2026-10-01 09:30:00,paid,wechat,two cups,10.00
        A2,C8,S1,T1,99.00,CNY,2026-10-01 09:31:00,unpaid,pos,,
        ->
        ORDER PAID WECHAT CNY 2026-10-01T09:30+08:00 AMOUNT=12850 PROMISED=1000 ID=A1 STORE=S1 TERMINAL=T1 REMARK=two cups CUSTOMER=C7 CHANNEL=wechat STATE=paid CURRENCY=CNY
        ORDER OPEN POS CNY 2026-10-01T09:31+08:00 AMOUNT=9900 ID=A2 STORE=S1 TERMINAL=T1 CUSTOMER=C8 CHANNEL=pos STATE=unpaid CURRENCY=CNY
        """);
  }

  @Test
  void amounts_in_yen_have_one_unit_only() throws IOException {
    check(
        """
        order_no,amount,currency,created_at,status
        A1,12850,JPY,2026-10-01 09:30:00,paid
        A2,9900,JPY,2026-10-01 09:31:00,paid
        A3,23000,JPY,2026-10-01 09:32:00,paid
        A4,12.345,KWD,2026-10-01 09:33:00,paid
        ->
        ORDER PAID OTHER JPY 2026-10-01T09:30+08:00 AMOUNT=12850 ID=A1 STATE=paid CURRENCY=JPY
        ORDER PAID OTHER JPY 2026-10-01T09:31+08:00 AMOUNT=9900 ID=A2 STATE=paid CURRENCY=JPY
        ORDER PAID OTHER JPY 2026-10-01T09:32+08:00 AMOUNT=23000 ID=A3 STATE=paid CURRENCY=JPY
        ORDER PAID OTHER KWD 2026-10-01T09:33+08:00 AMOUNT=12345 ID=A4 STATE=paid CURRENCY=KWD
        """);
  }

  @Test
  void whole_amounts_in_a_currency_with_cents_are_asked_about_beside_yen() {
    assertRefused(
        """
        order_no,amount,currency,created_at,status
        A1,128500,CNY,2026-10-01 09:30:00,paid
        A2,99000,CNY,2026-10-01 09:31:00,paid
        A3,230000,CNY,2026-10-01 09:32:00,paid
        A4,12345,JPY,2026-10-01 09:33:00,paid
        """,
        "smallest unit");
  }

  @Test
  void a_bank_list_in_big5_is_read_by_its_own_letters() throws IOException {
    String list =
        """
        Transaction Date,Description 交易摘要,Deposit 存入,Withdrawal 提取,Balance 結餘
        2026/03/02,轉數快 陳穎欣 訂單HK20417,128.00,,1128.00
        2026/03/03,支票存入 100200,50.00,,1178.00
        2026/03/04,轉賬支出,,78.00,1100.00
        """;
    List<String> rows = ReadRows.of(list.getBytes(StandardCharsets.UTF_8));
    assertTrue(rows.getFirst().contains("轉數快 陳穎欣 訂單HK20417"), rows.getFirst());
    assertEquals(rows, ReadRows.of(list.getBytes(Charset.forName("Big5"))));
    assertEquals(rows, ReadRows.of(list.getBytes(Charset.forName("GB18030"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "UTF-8", "UTF-16"})
  void a_western_bank_list_is_read_by_its_own_letters(String charset) throws IOException {
    String list =
        """
        Buchungstag;Verwendungszweck;Begünstigter/Zahlungspflichtiger;Betrag;Währung
        02.03.2026;Rechnung A100 für Müßiggang – 3 Stück;Jörg Größer;1.128,00;EUR
        03.03.2026;Überweisung A101 é;Señora Peña;50,00;EUR
        04.03.2026;Miete März 800 €;Grün & Söhne;-78,00;EUR
        """;
    List<String> rows = ReadRows.of(list.getBytes(Charset.forName(charset)));
    assertTrue(rows.getFirst().contains("A100 für Müßiggang – 3 Stück"), rows.getFirst());
    assertTrue(rows.getFirst().contains("Jörg Größer"), rows.getFirst());
    assertTrue(rows.get(1).contains("Señora Peña"), rows.get(1));
    assertTrue(rows.get(2).contains("800 €"), rows.get(2));
  }

  @Test
  void a_german_bank_calls_what_comes_in_a_credit() throws IOException {
    check(
        """
        IBAN Auftragskonto;Buchungstag;Name Zahlungsbeteiligter;Buchungstext;Verwendungszweck;Betrag;Waehrung;Saldo nach Buchung
        DE02120300000000202051;03.11.26;Anna Groß;Gutschrift;RE-1001;1119,00;EUR;2119,00
        DE02120300000000202051;04.11.26;Jan Klein;Gutschrift;RE-1002;238,50;EUR;2357,50
        DE02120300000000202051;05.11.26;Stadtwerke;Lastschrift;Strom;-120,00;EUR;2237,50
        ->
        BANK PAYMENT DONE BANK EUR 2026-11-03T00:00+08:00 day AMOUNT=111900 SETTLED=111900 BALANCE=211900 ID=20261103-2ed98a06644e ACCOUNT=DE02120300000000202051 PAYER_NAME=Anna Groß REMARK=RE-1001 TYPE=Gutschrift CURRENCY=EUR
        BANK PAYMENT DONE BANK EUR 2026-11-04T00:00+08:00 day AMOUNT=23850 SETTLED=23850 BALANCE=235750 ID=20261104-da025f416419 ACCOUNT=DE02120300000000202051 PAYER_NAME=Jan Klein REMARK=RE-1002 TYPE=Gutschrift CURRENCY=EUR
        BANK TRANSFER DONE BANK EUR 2026-11-05T00:00+08:00 day AMOUNT=-12000 SETTLED=-12000 BALANCE=223750 ID=20261105-780d9b49a709 ACCOUNT=DE02120300000000202051 PAYER_NAME=Stadtwerke REMARK=Strom TYPE=Lastschrift CURRENCY=EUR
        Check[what=balance chain breaks, declared=0, found=0]
        """);
  }

  @ParameterizedTest
  @CsvSource({
    "03.11.26, 2026-11-03",
    "26.11.03, 2026-11-03",
    "11/23/26, 2026-11-23",
    "26-11-03, 2026-11-03",
  })
  void a_year_of_two_digits_may_stand_last(String day, String moment) throws IOException {
    String list =
        """
        order_no,amount,created_at,status
        A1,1.50,DAY 10:01,paid
        A2,2.50,DAY 10:02,paid
        A3,3.50,DAY 10:03,paid
        """
            .replace("DAY", day);
    List<String> read = ReadRows.of(list.getBytes(StandardCharsets.UTF_8));
    assertTrue(read.getFirst().contains(" " + moment + "T10:01"), read.toString());
  }

  @Test
  void where_the_year_may_come_first_or_last_a_person_is_asked() {
    assertRefused(
        """
        order_no,amount,created_at,status
        A1,1.50,25.11.26 10:01,paid
        A2,2.50,25.11.26 10:02,paid
        """,
        "the year may come first or last");
  }

  @Test
  void an_amount_that_cannot_be_read_is_a_bad_row_and_no_other_table() throws IOException {
    check(
        """
        order_no,amount_due,created_at,status
        A1,100.00,2026-10-01 09:30:00,paid
        A2,1.2.3,2026-10-01 09:31:00,paid
        A3,7.00,yesterday,paid
        A4,8.00,2026-10-01 09:33:00,paid
        ->
        ORDER PAID OTHER CNY 2026-10-01T09:30+08:00 AMOUNT=10000 ID=A1 STATE=paid
        bad AMOUNT amount_due 1.2.3
        bad TIME created_at yesterday
        ORDER PAID OTHER CNY 2026-10-01T09:33+08:00 AMOUNT=800 ID=A4 STATE=paid
        """);
  }

  @Test
  void a_heading_may_name_the_zone_of_its_moments() throws IOException {
    check(
        """
        order_no,amount_due,Created at (UTC),status
        A1,100.00,2026-10-01 09:30:00,paid
        ->
        ORDER PAID OTHER CNY 2026-10-01T09:30Z AMOUNT=10000 ID=A1 STATE=paid
        """);
    check(
        """
        商户订单号,应付金额,下单时间（UTC+9）,订单状态
        A1,100.00,2026-10-01 09:30:00,已支付
        ->
        ORDER PAID OTHER CNY 2026-10-01T09:30+09:00 AMOUNT=10000 ID=A1 STATE=已支付
        """);
  }

  @Test
  void a_decimal_comma_here_and_a_decimal_point_there_are_asked_about() {
    asks(
        "amount_due",
        """
        order_no;account;amount_due;created_at
        A1;V1;1.100,00;2026-10-01 09:30:00
        A2;V2;7.50;2026-10-01 09:31:00
        """);
  }

  @Test
  void german_orders_with_a_decimal_comma_need_no_questions() throws IOException {
    check(
        """
        Bestellnummer;Bestelldatum;Kundennummer;Kunde;Zahlungsart;Rechnungsbetrag (brutto);Währung;Status;Gutschrift
        4711;02.03.2026 09:30;10007;Anna Beck;Vorkasse;1.280,50;EUR;bezahlt;80,00
        4712;03.03.2026 09:31;10008;Jörg Lutz;Kreditkarte;99;EUR;storniert;
        ->
        ORDER PAID BANK EUR 2026-03-02T09:30+08:00 AMOUNT=128050 PROMISED=8000 ID=4711 PAYER_NAME=Anna Beck CUSTOMER=10007 CHANNEL=Vorkasse STATE=bezahlt CURRENCY=EUR
        ORDER CANCELLED POS EUR 2026-03-03T09:31+08:00 AMOUNT=9900 ID=4712 PAYER_NAME=Jörg Lutz CUSTOMER=10008 CHANNEL=Kreditkarte STATE=storniert CURRENCY=EUR
        """);
  }

  @Test
  void a_sign_in_every_amount_names_the_currency() throws IOException {
    check(
        """
        order_no,amount_due,created_at,status
        A1,"$1,100.00",2026-10-01 09:30:00,paid
        ->
        ORDER PAID OTHER USD 2026-10-01T09:30+08:00 AMOUNT=110000 ID=A1 STATE=paid
        """);
  }

  @Test
  void what_customers_owe_in_a_currency_is_no_list_of_customers() throws IOException {
    check(
        """
        PI号,日期,客户编号,客户名称,币种,合同金额,状态
        PI2026-031,2026-03-02,K1,NORDIC HOME AB,USD,12000.00,已收齐
        ->
        ORDER PAID OTHER USD 2026-03-02T00:00+08:00 day AMOUNT=1200000 ID=PI2026-031 PAYER_NAME=NORDIC HOME AB CUSTOMER=K1 STATE=已收齐 CURRENCY=USD
        """);
  }

  @Test
  void an_order_with_a_row_and_an_amount_for_each_thing_in_it_is_due_what_they_come_to()
      throws IOException {
    check(
        """
        主订单编号,子订单编号,商品数量,订单应付金额,支付方式,订单提交时间,订单状态
        "\t6917","\t69171",1,28.90,微信支付,2026/3/2 9:07,交易关闭
        "\t6917","\t69172",2,20.00,微信支付,2026/3/2 9:07,交易成功
        "\t6918","\t69181",1,15.00,支付宝,2026/3/2 9:30,交易成功
        ->
        ORDER PAID WECHAT CNY 2026-03-02T09:07+08:00 AMOUNT=4890 ID=6917 CHANNEL=微信支付 STATE=交易关闭
        ORDER PAID ALIPAY CNY 2026-03-02T09:30+08:00 AMOUNT=1500 ID=6918 CHANNEL=支付宝 STATE=交易成功
        """);
  }

  @Test
  void an_order_whose_total_stands_in_each_of_its_rows_is_due_it_once() throws IOException {
    check(
        """
        订单编号,子订单编号,商品小计,运费,实付金额,下单时间,订单状态
        6917,69171,28.90,6.00,54.90,2026/3/2 9:07,交易成功
        6917,69172,20.00,6.00,54.90,2026/3/2 9:07,交易成功
        ->
        ORDER PAID OTHER CNY 2026-03-02T09:07+08:00 AMOUNT=5490 ID=6917 STATE=交易成功
        """);
  }

  @Test
  void a_file_in_which_rows_of_one_order_stand_apart_is_refused() {
    String table =
        """
        主订单编号,子订单编号,商品数量,订单应付金额,支付方式,订单提交时间,订单状态
        6917,69171,1,28.90,微信支付,2026/3/2 9:07,交易成功
        6918,69181,1,15.00,支付宝,2026/3/2 9:30,交易成功
        6917,69172,2,20.00,微信支付,2026/3/2 9:07,交易成功
        """;
    RefusedFile refused =
        assertThrows(RefusedFile.class, () -> ReadRows.of(table.getBytes(StandardCharsets.UTF_8)));
    assertEquals(RefusedFile.Problem.SCATTERED, refused.problem());
    assertEquals(
        "row 3 below its headings is of order “6917”, whose other rows stand before those of"
            + " other orders",
        refused.detail());
  }

  @Test
  void rows_of_one_number_with_different_amounts_are_asked_about() {
    asks(
        "different amounts",
        """
        order_no,amount_due,created_at,status
        A1,100.00,2026-10-01 09:30:00,paid
        A1,20.00,2026-10-01 09:30:00,paid
        """);
  }

  @Test
  void a_list_of_after_sales_promises_refunds() throws IOException {
    check(
        """
        售后单号,订单编号,商品单号,售后类型,售后状态,商品名称,退款金额,售后申请时间,售后原因
        1471,6917,69171,仅退款,退款成功,围巾,28.90,2026/3/4 9:07,少件
        1472,6918,69181,仅退款,买家撤销,毛巾,15.00,2026/3/5 9:30,不想要了
        ->
        ORDER REFUNDED OTHER CNY 2026-03-04T09:07+08:00 PROMISED=2890 ID=6917 ORIGINAL=1471 REMARK=少件 STATE=退款成功
        ORDER CANCELLED OTHER CNY 2026-03-05T09:30+08:00 PROMISED=1500 ID=6918 ORIGINAL=1472 REMARK=不想要了 STATE=买家撤销
        """);
  }

  private static void asks(String word, String table) {
    RefusedFile refused = assertThrows(RefusedFile.class, () -> check(table + "->\n"));
    assertEquals(RefusedFile.Problem.NEEDS_MAPPING, refused.problem());
    assertTrue(refused.toString().contains(word), refused.toString());
  }

  @Test
  void headings_that_only_their_last_word_speaks_for_are_asked_about() {
    String survey =
        """
        勘测编号,客户,勘测费用,勘测时间
        K1,某公司,1200.00,2026-10-01 09:30:00
        K2,某公司,1300.00,2026-10-02 09:30:00
        """;
    asks("勘测编号", survey);
    asks("勘测费用", survey);
    asks(
        "场地编号",
        """
        场地编号,订单金额,下单时间
        S1,1200.00,2026-10-01 09:30:00
        S2,1300.00,2026-10-02 09:30:00
        """);
  }

  @Test
  void a_zone_in_a_column_of_its_own_is_asked_about() {
    asks(
        "TimeZone",
        """
        Transaction ID,Date,Time,TimeZone,Type,Status,Currency,Gross,Fee,Net
        9AB,2026-10-01,09:30:00,PDT,Payment,Completed,USD,36.50,-1.36,35.14
        """);
  }

  @Test
  void what_has_a_fee_may_be_a_statement_rather_than_orders() {
    asks(
        "手续费",
        """
        订单号,商户号,金额,手续费
        A1,9996,36.50,0.14
        A2,9996,12.00,0.05
        """);
  }

  @Test
  void of_two_amounts_the_one_with_the_tax_beside_them_is_due() throws IOException {
    check(
        """
        invoice_number,issued_at,net_amount,tax_amount,total_amount
        A1,2026-10-01 09:30:00,100.00,19.00,119.00
        A2,2026-10-01 09:31:00,50.00,0.00,50.00
        ->
        ORDER UNKNOWN OTHER CNY 2026-10-01T09:30+08:00 AMOUNT=11900 ID=A1
        ORDER UNKNOWN OTHER CNY 2026-10-01T09:31+08:00 AMOUNT=5000 ID=A2
        """);
  }

  @Test
  void two_amounts_that_no_tax_ties_together_are_asked_about() {
    assertThrows(
        RefusedFile.class,
        () ->
            ReadRows.of(
                """
                invoice_number,issued_at,net_amount,tax_amount,total_amount
                A1,2026-10-01 09:30:00,100.00,19.00,119.00
                A2,2026-10-01 09:31:00,50.00,9.50,50.00
                """
                    .getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void an_open_order_is_paid_by_its_moment_and_cancelled_by_its_mark() throws IOException {
    check(
        """
        order_no,amount,order_date,status,paid_at,cancelled
        A1,5.00,2026-10-01 09:30:00,processing,2026-10-01 09:31:00,no
        A2,6.00,2026-10-01 09:30:00,processing,,no
        A3,7.00,2026-10-01 09:30:00,processing,,yes
        A4,8.00,2026-10-01 09:30:00,refunded,2026-10-01 09:31:00,yes
        ->
        ORDER PAID OTHER CNY 2026-10-01T09:30+08:00 AMOUNT=500 ID=A1 STATE=processing
        ORDER OPEN OTHER CNY 2026-10-01T09:30+08:00 AMOUNT=600 ID=A2 STATE=processing
        ORDER CANCELLED OTHER CNY 2026-10-01T09:30+08:00 AMOUNT=700 ID=A3 STATE=processing
        ORDER REFUNDED OTHER CNY 2026-10-01T09:30+08:00 AMOUNT=800 ID=A4 STATE=refunded
        """);
  }

  @Test
  void a_guest_of_a_shop_is_no_customer() throws IOException {
    check(
        """
        order_no,customer_id,amount,order_date,status
        A1,0,5.00,2026-10-01 09:30:00,paid
        A2,7,6.00,2026-10-01 09:30:00,paid
        ->
        ORDER PAID OTHER CNY 2026-10-01T09:30+08:00 AMOUNT=500 ID=A1 STATE=paid
        ORDER PAID OTHER CNY 2026-10-01T09:30+08:00 AMOUNT=600 ID=A2 CUSTOMER=7 STATE=paid
        """);
  }

  @Test
  void orders_with_a_bare_number_need_no_questions() throws IOException {
    check(
        """
        number,customer,store,terminal,amount_due,time,status,channel,remark,promised_refund
        B1,C7,S1,T1,88,2026-10-01T09:30:00+08:00,CANCELLED,alipay,,
        ->
        ORDER CANCELLED ALIPAY CNY 2026-10-01T09:30+08:00 AMOUNT=8800 ID=B1 STORE=S1 TERMINAL=T1 CUSTOMER=C7 CHANNEL=alipay STATE=CANCELLED
        """);
  }

  @Test
  void orders_with_chinese_headings_need_no_questions() throws IOException {
    check(
        """
        商户订单号,会员号,门店编号,终端号,应付金额（元）,下单时间,订单状态,支付方式,备注,应退金额
        D1,V1,M1,P1,"1,280.00",2026/10/01 09:30:00,已支付,微信支付,无糖,
        ->
        ORDER PAID WECHAT CNY 2026-10-01T09:30+08:00 AMOUNT=128000 ID=D1 STORE=M1 TERMINAL=P1 REMARK=无糖 CUSTOMER=V1 CHANNEL=微信支付 STATE=已支付
        """);
  }

  @Test
  void what_a_payer_wrote_may_stand_where_a_bank_has_its_own_words() throws IOException {
    check(
        """
        交易时间,流水号,对方户名,借方发生额,贷方发生额,余额,摘要,附言
        2026-10-01 09:30:00,L1,王芳,,100.00,100.00,订单GZ20260301,谢谢
        2026-10-01 09:31:00,L2,,,1.00,101.00,结息,
        ->
        BANK PAYMENT DONE BANK CNY 2026-10-01T09:30+08:00 AMOUNT=10000 SETTLED=10000 BALANCE=10000 ID=L1 PAYER_NAME=王芳 REMARK=订单GZ20260301 谢谢 TYPE=订单GZ20260301
        BANK INTEREST DONE BANK CNY 2026-10-01T09:31+08:00 AMOUNT=100 SETTLED=100 BALANCE=10100 ID=L2 TYPE=结息
        Check[what=balance chain breaks, declared=0, found=0]
        """);
  }

  @Test
  void dates_that_only_a_late_row_tells_the_order_of_are_read() throws IOException {
    StringBuilder rows = new StringBuilder("Terminal,Trace,Date Time,Type,Card No,Amount\n");
    for (int i = 0; i < 400; i++) {
      rows.append("T1,%d,%02d/03/2026 10:00:00,SALE,6222****1,1.00\n".formatted(i, i / 100 + 1));
    }
    String doubtful = rows.toString();
    rows.append("T1,400,31/03/2026 10:00:00,SALE,6222****1,2.00\n");
    List<String> read = ReadRows.of(rows.toString().getBytes(StandardCharsets.UTF_8));
    assertEquals(401, read.size());
    assertTrue(read.getFirst().contains("2026-03-01T10:00+08:00"), read.getFirst());
    assertTrue(read.getLast().contains("2026-03-31T10:00+08:00"), read.getLast());
    RefusedFile refused =
        assertThrows(
            RefusedFile.class, () -> ReadRows.of(doubtful.getBytes(StandardCharsets.UTF_8)));
    assertEquals(RefusedFile.Problem.NEEDS_MAPPING, refused.problem());
  }

  @Test
  void rows_that_say_in_or_out_are_of_an_account_and_no_orders() {
    assertRefused(
        """
        交易时间,交易分类,交易对方,收/支,金额,交易状态,交易订单号,商家订单号,备注
        2026-10-01 09:30:00,日用,甲,支出,20.00,交易成功,T1,M1,
        2026-10-01 09:31:00,转账,乙,收入,30.00,交易成功,T2,M2,
        2026-10-01 09:32:00,退款,丙,不计收支,5.00,交易成功,T3,M3,
        """,
        "“收/支”");
  }

  @Test
  void payments_with_numbers_of_their_customers_are_no_list_of_customers() {
    assertRefused(
        """
        Date,Time,Total Collected,Fees,Net Total,Transaction ID,Payment ID,Customer ID,Customer Name
        2026-10-01,10:00:05,21.00,-0.60,20.40,TX1,PY1,C1,Ann
        """,
        "“Transaction ID” or “Payment ID”");
  }

  private static void assertRefused(String table, String doubt) {
    RefusedFile refusal =
        assertThrows(RefusedFile.class, () -> ReadRows.of(table.getBytes(StandardCharsets.UTF_8)));
    assertTrue(String.valueOf(refusal.getMessage()).contains(doubt), refusal::getMessage);
  }

  @Test
  void the_order_of_a_shop_is_what_the_buyer_owes_however_many_columns_stand_around_it()
      throws IOException {
    check(
        """
        订单号,销售渠道,归属店铺,推广方式,订单状态,分销员,导购,订单创建时间,发货时间,付款方式,商品总价(元),运费,平台优惠,用户应付金额(元),商家应收金额(元),星级,桌号,团长,标签,提成,佣金,全部商品,配送,省,市,区,收货人/提货人,买家昵称
        ="E1",网店,茶铺,,买家已付款，等待卖家发货,,,2026-10-01 09:30:00,,微信支付,60.00,0,10.00,50.00,60.00,,,,,,,茶,快递,浙,杭,西湖,林,小林
        ->
        ORDER PAID WECHAT CNY 2026-10-01T09:30+08:00 AMOUNT=5000 ID=E1 STORE=茶铺 CUSTOMER=小林 CHANNEL=微信支付 STATE=买家已付款，等待卖家发货
        """);
  }

  @Test
  void a_bank_abroad_has_its_own_currency_and_names_its_months() throws IOException {
    check(
        """
        Transaction Date,Value Date,Statement Code,Description,Client Reference,Debit Amount,Credit Amount,Account Currency,Running Bal.
        15-Oct-2026,15-Oct-2026,ICT,FAST PAYMENT,INV-1,,120.50,SGD,1120.50
        16-Oct-2026,16-Oct-2026,GRO,RENT,,500.00,,SGD,620.50
        ->
        BANK PAYMENT DONE BANK SGD 2026-10-15T00:00+08:00 day AMOUNT=12050 SETTLED=12050 BALANCE=112050 ID=20261015-c371ceb3ca16 REFERENCE=INV-1 REMARK=FAST PAYMENT CURRENCY=SGD
        BANK TRANSFER DONE BANK SGD 2026-10-16T00:00+08:00 day AMOUNT=-50000 SETTLED=-50000 BALANCE=62050 ID=20261016-6b35686edd89 REMARK=RENT CURRENCY=SGD
        Check[what=balance chain breaks, declared=0, found=0]
        """);
  }

  @Test
  void a_fee_with_a_minus_is_what_a_payment_cost() throws IOException {
    check(
        """
        Date,Time,Type,Status,Currency,Gross,Fee,Net,Transaction ID
        2026-10-01,10:00:00,Payment,Completed,USD,120.50,-3.79,116.71,TX1
        ->
        TRADE PAYMENT DONE OTHER USD 2026-10-01T10:00+08:00 AMOUNT=12050 SETTLED=12050 FEE_MILLI=379000 ID=TX1 TYPE=Payment STATE=Completed CURRENCY=USD
        """);
  }

  @Test
  void a_number_that_some_rows_lack_is_not_the_rows_own() throws IOException {
    check(
        """
        缴款单号,运单号,应收合计,签收时间,代收状态
        JK20260301,YD1,199.00,2026-03-01 10:00:00,已收款
        ,YD2,59.00,2026-03-01 11:00:00,已收款
        ->
        ORDER PAID OTHER CNY 2026-03-01T10:00+08:00 AMOUNT=19900 ID=YD1 REMARK=JK20260301 STATE=已收款
        ORDER PAID OTHER CNY 2026-03-01T11:00+08:00 AMOUNT=5900 ID=YD2 STATE=已收款
        """);
  }

  @Test
  void a_column_that_tells_the_hours_of_the_same_days_is_the_time() throws IOException {
    check(
        """
        订单号,营业日期,应收金额,结账时间,发货时间
        A1,2026-03-01,28.00,2026-03-01 10:30:00,2026-03-03 09:00:00
        A2,2026-03-01,15.00,2026-03-01 11:30:00,2026-03-03 09:00:00
        ->
        ORDER UNKNOWN OTHER CNY 2026-03-01T10:30+08:00 AMOUNT=2800 ID=A1
        ORDER UNKNOWN OTHER CNY 2026-03-01T11:30+08:00 AMOUNT=1500 ID=A2
        """);
    check(
        """
        订单号,下单日期,应收金额,发货时间
        A1,2026-03-01,28.00,2026-03-03 09:00:00
        A2,2026-03-01,15.00,2026-03-03 09:00:00
        ->
        ORDER UNKNOWN OTHER CNY 2026-03-01T00:00+08:00 day AMOUNT=2800 ID=A1
        ORDER UNKNOWN OTHER CNY 2026-03-01T00:00+08:00 day AMOUNT=1500 ID=A2
        """);
  }

  @Test
  void an_order_without_its_first_time_has_that_of_the_column_that_all_rows_fill()
      throws IOException {
    check(
        """
        应收单号,应收日期,应收金额,收款时间,收款状态
        A1,2026-03-01,28.00,2026-03-02 10:30:00,已收款
        A2,2026-03-05,15.00,,待收款
        ->
        ORDER PAID OTHER CNY 2026-03-02T10:30+08:00 AMOUNT=2800 ID=A1 STATE=已收款
        ORDER OPEN OTHER CNY 2026-03-05T00:00+08:00 day AMOUNT=1500 ID=A2 STATE=待收款
        """);
  }

  @Test
  void a_bank_may_end_its_table_with_the_sums_of_both_sides() throws IOException {
    check(
        """
        交易日,交易时间,借方金额,贷方金额,余额,摘要,流水号
        20260301,10:00:00,,50.00,150.00,学费,L1
        借方合计：0笔 0.00元,,,贷方合计：1笔 50.00元,,,
        ->
        BANK PAYMENT DONE BANK CNY 2026-03-01T10:00+08:00 AMOUNT=5000 SETTLED=5000 BALANCE=15000 ID=L1 REMARK=学费
        Check[what=balance chain breaks, declared=0, found=0]
        """);
  }

  @Test
  void of_several_means_of_payment_what_no_statement_tells_is_not_expected() throws IOException {
    check(
        """
        订单号,下单时间,应收金额,实收金额,支付方式
        A1,2026-03-01 10:00:00,28.00,28.00,会员储值:10.00;微信支付:18.00
        A2,2026-03-01 10:05:00,28.00,28.00,支付宝(20.00)+现金(8.00)
        A3,2026-03-01 10:06:00,28.00,28.00,微信支付:10.00;微信支付:18.00
        A4,2026-03-01 10:07:00,28.00,28.00,会员储值:10.00;微信支付:10.00
        ->
        ORDER UNKNOWN WECHAT CNY 2026-03-01T10:00+08:00 AMOUNT=1800 PAID=1800 ID=A1 CHANNEL=会员储值:10.00;微信支付:18.00
        ORDER UNKNOWN ALIPAY CNY 2026-03-01T10:05+08:00 AMOUNT=2000 PAID=2000 ID=A2 CHANNEL=支付宝(20.00)+现金(8.00)
        ORDER UNKNOWN WECHAT CNY 2026-03-01T10:06+08:00 AMOUNT=2800 PAID=2800 ID=A3 CHANNEL=微信支付:10.00;微信支付:18.00
        ORDER UNKNOWN WECHAT CNY 2026-03-01T10:07+08:00 AMOUNT=2800 PAID=2800 ID=A4 CHANNEL=会员储值:10.00;微信支付:10.00
        """);
  }

  @Test
  void of_a_bill_that_an_insurance_shares_the_own_part_is_due() throws IOException {
    check(
        """
        收据号,收费时间,总金额,统筹支付,个人账户支付,自费金额,支付方式
        A1,2026-03-01 10:00:00,100.00,60.00,10.00,30.00,微信
        A2,2026-03-01 10:05:00,28.00,,,28.00,支付宝
        A3,2026-03-01 10:06:00,50.00,40.00,10.00,0.00,医保
        ->
        ORDER UNKNOWN WECHAT CNY 2026-03-01T10:00+08:00 AMOUNT=3000 ID=A1 CHANNEL=微信
        ORDER UNKNOWN ALIPAY CNY 2026-03-01T10:05+08:00 AMOUNT=2800 ID=A2 CHANNEL=支付宝
        ORDER UNKNOWN CASH CNY 2026-03-01T10:06+08:00 AMOUNT=0 ID=A3 CHANNEL=医保
        """);
  }

  @Test
  void words_beside_an_order_promise_a_refund_where_the_list_has_no_column_for_it()
      throws IOException {
    check(
        """
        order_no,due,created,status,channel,remark
        A1,100.00,2026-03-01 10:00:00,paid,wechat,少发一件退款8.50元
        A2,100.00,2026-03-01 10:00:00,paid,wechat,退货2件 单号20260301
        A3,100.00,2026-03-01 10:00:00,paid,wechat,顾客要退款20元，已拒绝
        A4,100.00,2026-03-01 10:00:00,paid,wechat,退款20元，又退款5元
        A5,100.00,2026-03-01 10:00:00,refunded,wechat,Partial refund $20
        A6,100.00,2026-03-01 10:00:00,unpaid,wechat,退款20元
        A7,100.00,2026-03-01 10:00:00,paid,wechat,退款120元
        A8,100.00,2026-03-01 10:00:00,paid,wechat,退款12元现金
        ->
        ORDER PAID WECHAT CNY 2026-03-01T10:00+08:00 AMOUNT=10000 PROMISED=850 ID=A1 REMARK=少发一件退款8.50元 CHANNEL=wechat STATE=paid
        ORDER PAID WECHAT CNY 2026-03-01T10:00+08:00 AMOUNT=10000 ID=A2 REMARK=退货2件 单号20260301 CHANNEL=wechat STATE=paid
        ORDER PAID WECHAT CNY 2026-03-01T10:00+08:00 AMOUNT=10000 ID=A3 REMARK=顾客要退款20元，已拒绝 CHANNEL=wechat STATE=paid
        ORDER PAID WECHAT CNY 2026-03-01T10:00+08:00 AMOUNT=10000 ID=A4 REMARK=退款20元，又退款5元 CHANNEL=wechat STATE=paid
        ORDER REFUNDED WECHAT CNY 2026-03-01T10:00+08:00 AMOUNT=10000 PROMISED=2000 ID=A5 REMARK=Partial refund $20 CHANNEL=wechat STATE=refunded
        ORDER OPEN WECHAT CNY 2026-03-01T10:00+08:00 AMOUNT=10000 ID=A6 REMARK=退款20元 CHANNEL=wechat STATE=unpaid
        ORDER PAID WECHAT CNY 2026-03-01T10:00+08:00 AMOUNT=10000 ID=A7 REMARK=退款120元 CHANNEL=wechat STATE=paid
        ORDER PAID WECHAT CNY 2026-03-01T10:00+08:00 AMOUNT=10000 ID=A8 REMARK=退款12元现金 CHANNEL=wechat STATE=paid
        """);
  }

  @Test
  void a_row_that_takes_back_a_part_of_its_order_promises_a_refund() throws IOException {
    check(
        """
        单据号,总金额,统筹支付,自付金额,支付方式,收费状态,收费时间
        A1,100.00,60.00,40.00,微信,已收费,2026-03-01 10:00:00
        A2,15.00,,15.00,支付宝,已收费,2026-03-01 10:05:00
        A2,-15.00,,-15.00,支付宝,已退号,2026-03-01 10:06:00
        A1,-25.00,-15.00,-10.00,微信,已退费,2026-03-01 10:07:00
        ->
        ORDER PAID WECHAT CNY 2026-03-01T10:00+08:00 AMOUNT=4000 ID=A1 CHANNEL=微信 STATE=已收费
        ORDER PAID ALIPAY CNY 2026-03-01T10:05+08:00 AMOUNT=1500 ID=A2 CHANNEL=支付宝 STATE=已收费
        ORDER REFUNDED ALIPAY CNY 2026-03-01T10:06+08:00 PROMISED=1500 ID=A2 ORIGINAL=1772330760/-1500 CHANNEL=支付宝 STATE=已退号
        ORDER REFUNDED WECHAT CNY 2026-03-01T10:07+08:00 PROMISED=1000 ID=A1 ORIGINAL=1772330820/-1000 CHANNEL=微信 STATE=已退费
        """);
  }

  @Test
  void a_row_that_takes_back_an_order_it_names_promises_a_refund_on_that() throws IOException {
    check(
        """
        单据号,金额,支付方式,收费状态,收费时间,原单据号
        A1,100.00,微信,已收费,2026-03-01 10:00:00,
        T1,-25.00,微信,已退费,2026-03-01 10:07:00,A1
        A2,15.00,支付宝,已收费,2026-03-01 10:05:00,
        ->
        ORDER PAID WECHAT CNY 2026-03-01T10:00+08:00 AMOUNT=10000 ID=A1 CHANNEL=微信 STATE=已收费
        ORDER REFUNDED WECHAT CNY 2026-03-01T10:07+08:00 PROMISED=2500 ID=A1 ORIGINAL=T1 CHANNEL=微信 STATE=已退费
        ORDER PAID ALIPAY CNY 2026-03-01T10:05+08:00 AMOUNT=1500 ID=A2 CHANNEL=支付宝 STATE=已收费
        """);
  }

  @Test
  void short_headings_of_a_list_of_orders_are_understood() throws IOException {
    check(
        """
        order,cust,store,till,yuan,created,stat,chan,rem
        A1,C1,S1,T1,12.50,2026-03-01 10:00:00,paid,wechat,x
        ->
        ORDER PAID WECHAT CNY 2026-03-01T10:00+08:00 AMOUNT=1250 ID=A1 STORE=S1 TERMINAL=T1 REMARK=x CUSTOMER=C1 CHANNEL=wechat STATE=paid
        """);
  }

  @Test
  void orders_whose_amounts_no_heading_tells_are_no_list_of_stores() {
    assertRefused(
        """
        order,store,terminal,worth,created
        A1,S1,T1,12.50,2026-03-01 10:00:00
        A2,S1,T1,13.50,2026-03-01 11:00:00
        """,
        "no row has headings that are known");
  }

  @Test
  void a_list_of_invoices_is_named_by_their_numbers() throws IOException {
    check(
        """
        Invoice No,Sales Order,Company Code,Customer No,Invoice Date,Gross Amount,Currency,Credit Note Amount
        RE-1,SO9,HM,D1,2026-03-01,119.00,EUR,20.00
        RE-2,SO9,HO,D2,2026-03-01,59.50,EUR,
        ->
        ORDER UNKNOWN OTHER EUR 2026-03-01T00:00+08:00 day AMOUNT=11900 PROMISED=2000 ID=RE-1 STORE=HM CUSTOMER=D1 CURRENCY=EUR
        ORDER UNKNOWN OTHER EUR 2026-03-01T00:00+08:00 day AMOUNT=5950 ID=RE-2 STORE=HO CUSTOMER=D2 CURRENCY=EUR
        """);
  }

  @Test
  void an_own_part_that_no_insurance_ties_to_the_whole_is_asked_about() {
    assertRefused(
        """
        收据号,收费时间,总金额,自费金额,支付方式
        A1,2026-03-01 10:00:00,100.00,30.00,微信
        A2,2026-03-01 10:05:00,28.00,28.00,支付宝
        """,
        "“自费金额”");
  }

  @Test
  void a_column_for_each_means_of_payment_tells_what_statements_will_show() throws IOException {
    check(
        """
        单号,开单时间,应收金额,现金,微信,支付宝,储值卡,美团券
        A1,2026-03-01 10:00:00,28.00,0.00,18.00,0.00,10.00,0.00
        A2,2026-03-01 10:05:00,28.00,,,28.00,,
        A3,2026-03-01 10:06:00,58.00,0.00,0.00,0.00,0.00,58.00
        A4,2026-03-01 10:07:00,58.00,58.00,0.00,0.00,0.00,0.00
        A5,2026-03-01 10:08:00,58.00,0.00,56.00,0.00,0.00,0.00
        ->
        ORDER UNKNOWN WECHAT CNY 2026-03-01T10:00+08:00 AMOUNT=1800 ID=A1
        ORDER UNKNOWN ALIPAY CNY 2026-03-01T10:05+08:00 AMOUNT=2800 ID=A2
        ORDER UNKNOWN CASH CNY 2026-03-01T10:06+08:00 AMOUNT=5800 ID=A3
        ORDER UNKNOWN CASH CNY 2026-03-01T10:07+08:00 AMOUNT=5800 ID=A4
        ORDER UNKNOWN WECHAT CNY 2026-03-01T10:08+08:00 AMOUNT=5800 ID=A5
        """);
  }

  @Test
  void what_stands_among_the_means_of_payment_is_one_if_all_come_to_what_is_due()
      throws IOException {
    check(
        """
        单号,开单时间,应收金额,现金,医保统筹,惠民码,会员卡余额,银行卡
        A1,2026-03-01 10:00:00,28.00,0.00,10.00,18.00,0.00,0.00
        A2,2026-03-01 10:05:00,28.00,8.00,0.00,0.00,20.00,0.00
        A3,2026-03-01 10:06:00,58.00,0.00,0.00,0.00,0.00,58.00
        ->
        ORDER UNKNOWN OTHER CNY 2026-03-01T10:00+08:00 AMOUNT=1800 ID=A1
        ORDER UNKNOWN CASH CNY 2026-03-01T10:05+08:00 AMOUNT=2800 ID=A2
        ORDER UNKNOWN POS CNY 2026-03-01T10:06+08:00 AMOUNT=5800 ID=A3
        """);
  }

  @Test
  void what_the_seller_receives_counts_where_a_platform_pays_a_part() throws IOException {
    check(
        """
        订单号,商品总价(元),用户实付金额(元),商家实收金额(元),订单成交时间
        260301-11,29.90,24.90,26.90,2026-03-01 10:00:00
        260301-28,19.90,19.90,19.90,2026-03-01 11:00:00
        ->
        ORDER UNKNOWN OTHER CNY 2026-03-01T10:00+08:00 AMOUNT=2690 ID=260301-11
        ORDER UNKNOWN OTHER CNY 2026-03-01T11:00+08:00 AMOUNT=1990 ID=260301-28
        """);
  }

  @Test
  void what_late_payers_owe_comes_on_top_where_the_paid_orders_say_so() throws IOException {
    check(
        """
        账单编号,应收金额,减免金额,违约金,实收金额,缴费状态,出账日期
        ZD1,256.00,0.00,0.00,256.00,已缴,2026-03-01
        ZD2,256.00,20.00,0.00,0.00,未缴,2026-03-01
        ZD3,150.00,0.00,3.00,153.00,已缴,2026-03-01
        ->
        ORDER PAID OTHER CNY 2026-03-01T00:00+08:00 day AMOUNT=25600 DISCOUNT=0 PAID=25600 ID=ZD1 STATE=已缴
        ORDER OPEN OTHER CNY 2026-03-01T00:00+08:00 day AMOUNT=25600 DISCOUNT=2000 PAID=0 ID=ZD2 STATE=未缴
        ORDER PAID OTHER CNY 2026-03-01T00:00+08:00 day AMOUNT=15300 DISCOUNT=0 PAID=15300 ID=ZD3 STATE=已缴
        """);
    check(
        """
        账单编号,费用金额,违约金,应缴金额,缴费状态,出账日期
        ZD1,256.00,0.00,256.00,已缴,2026-03-01
        ZD3,150.00,3.00,153.00,未缴,2026-03-01
        ->
        ORDER PAID OTHER CNY 2026-03-01T00:00+08:00 day AMOUNT=25600 ID=ZD1 STATE=已缴
        ORDER OPEN OTHER CNY 2026-03-01T00:00+08:00 day AMOUNT=15300 ID=ZD3 STATE=未缴
        """);
    assertRefused(
        """
        账单编号,应收金额,违约金,缴费状态,出账日期
        ZD1,256.00,0.00,已缴,2026-03-01
        ZD3,150.00,3.00,已缴,2026-03-01
        """,
        "“违约金” may come on top of what is due");
  }

  @Test
  void money_in_and_out_beside_fees_and_numbers_of_trades_is_no_bank_account() throws IOException {
    check(
        """
        交易时间,业务单号,支付单号,交易类型,支付方式,收入金额(元),支出金额(元),手续费(元)
        2026-03-01 10:00:20,E1,P1,消费,微信支付,118.00,0.00,0.71
        2026-03-02 11:00:20,E1,P2,退款,微信支付,0.00,18.00,-0.11
        ->
        TRADE PAYMENT DONE WECHAT CNY 2026-03-01T10:00:20+08:00 AMOUNT=11800 FEE_MILLI=71000 ID=P1 REFERENCE=E1 CHANNEL=微信支付 TYPE=消费
        TRADE REFUND DONE WECHAT CNY 2026-03-02T11:00:20+08:00 AMOUNT=-1800 FEE_MILLI=-11000 ID=P2 REFERENCE=E1 CHANNEL=微信支付 TYPE=退款
        """);
  }

  @Test
  void what_a_platform_keeps_and_owes_makes_its_bill_a_list_of_trades() throws IOException {
    check(
        """
        账单日期,门店名称,交易类型,流水单号,平台订单号,完成时间,订单金额,平台佣金,商家应收
        2026-03-02,东门店,订单,MT1,93000001,2026-03-02 12:40:00,50.00,-4.00,46.00
        2026-03-03,西门店,订单,MT2,93000002,2026-03-03 12:40:00,25.00,-2.00,23.00
        2026-03-03,西门店,退款,MT3,93000002,2026-03-03 14:40:00,-5.00,0.40,-4.60
        ->
        TRADE PAYMENT DONE OTHER CNY 2026-03-02T12:40+08:00 AMOUNT=5000 SETTLED=5000 FEE_MILLI=400000 ID=MT1 REFERENCE=93000001 STORE=东门店 TYPE=订单
        TRADE PAYMENT DONE OTHER CNY 2026-03-03T12:40+08:00 AMOUNT=2500 SETTLED=2500 FEE_MILLI=200000 ID=MT2 REFERENCE=93000002 STORE=西门店 TYPE=订单
        TRADE REFUND DONE OTHER CNY 2026-03-03T14:40+08:00 AMOUNT=-500 SETTLED=-500 FEE_MILLI=-40000 ID=MT3 REFERENCE=93000002 STORE=西门店 TYPE=退款
        """);
  }

  @Test
  void columns_that_do_not_come_to_what_is_due_are_no_means_of_payment() throws IOException {
    check(
        """
        单号,开单时间,应收金额,微信,支付宝
        A1,2026-03-01 10:00:00,28.00,1.00,2.00
        A2,2026-03-01 10:05:00,28.00,3.00,4.00
        ->
        ORDER UNKNOWN OTHER CNY 2026-03-01T10:00+08:00 AMOUNT=2800 ID=A1
        ORDER UNKNOWN OTHER CNY 2026-03-01T10:05+08:00 AMOUNT=2800 ID=A2
        """);
  }

  @Test
  void the_means_of_payment_may_be_listed_beside_the_word_for_all_of_them() throws IOException {
    check(
        """
        单号,开单时间,应收金额,支付方式,支付明细
        A1,2026-03-01 10:00:00,28.00,组合支付,储值卡:10.00;微信:18.00
        A2,2026-03-01 10:05:00,28.00,支付宝,支付宝:28.00
        ->
        ORDER UNKNOWN WECHAT CNY 2026-03-01T10:00+08:00 AMOUNT=1800 ID=A1 CHANNEL=组合支付
        ORDER UNKNOWN ALIPAY CNY 2026-03-01T10:05+08:00 AMOUNT=2800 ID=A2 CHANNEL=支付宝
        """);
  }

  @Test
  void what_expired_after_it_was_paid_is_a_ticket_that_nobody_used() throws IOException {
    check(
        """
        订单号,实付金额,下单时间,支付时间,订单状态
        A1,80.00,2026-03-01 10:00:00,2026-03-01 10:00:20,已过期
        A2,80.00,2026-03-01 10:05:00,,已过期
        A3,80.00,2026-03-01 10:06:00,2026-03-01 10:30:00,已关闭
        ->
        ORDER PAID OTHER CNY 2026-03-01T10:00+08:00 AMOUNT=8000 ID=A1 STATE=已过期
        ORDER CANCELLED OTHER CNY 2026-03-01T10:05+08:00 AMOUNT=8000 ID=A2 STATE=已过期
        ORDER CANCELLED OTHER CNY 2026-03-01T10:06+08:00 AMOUNT=8000 ID=A3 STATE=已关闭
        """);
  }

  @Test
  void a_trades_number_is_the_orders_where_a_pump_proves_that_it_sold_something()
      throws IOException {
    check(
        """
        站点编码,交易流水号,交易类型,枪号,油品名称,应收金额,优惠金额,实收金额,结算方式,交易时间,收银终端,POS终端号,发票号码,状态
        S1,A1,加油,3,92#汽油,300.00,6.00,294.00,微信,2026-03-01 10:00:00,S1-1,P1077,,已结算
        S1,A2,加油卡充值,,,500.00,0.00,500.00,银联卡,2026-03-01 10:05:00,S1-1,P1077,2532,已结算
        S1,A3,加油,3,92#汽油,200.00,0.00,200.00,加油卡,2026-03-01 10:06:00,S1-1,P1077,,已结算
        ->
        ORDER PAID WECHAT CNY 2026-03-01T10:00+08:00 AMOUNT=30000 DISCOUNT=600 PAID=29400 ID=A1 STORE=S1 TERMINAL=P1077 REMARK=3 GOODS=92#汽油 CHANNEL=微信 STATE=已结算
        ORDER PAID UNIONPAY CNY 2026-03-01T10:05+08:00 AMOUNT=50000 DISCOUNT=0 PAID=50000 ID=A2 STORE=S1 TERMINAL=P1077 REMARK=2532 CHANNEL=银联卡 STATE=已结算
        ORDER PAID CASH CNY 2026-03-01T10:06+08:00 AMOUNT=20000 DISCOUNT=0 PAID=20000 ID=A3 STORE=S1 TERMINAL=P1077 REMARK=3 GOODS=92#汽油 CHANNEL=加油卡 STATE=已结算
        """);
  }

  @Test
  void orders_whose_number_or_amount_no_heading_tells_are_asked_about_and_are_no_list_of_stores() {
    String rows =
        """
        order_no,customer_id,store_id,terminal_id,amount_due,order_time,status
        K-100-7,C1,S1,T1,100.00,2026-10-01 09:30:00,paid
        K-101-2,C2,S1,T1,80.50,2026-10-01 09:31:00,paid
        K-102-9,C1,S2,T2,70.00,2026-10-01 09:32:00,paid
        K-103-3,C3,S2,T2,60.00,2026-10-01 09:33:00,paid
        """;
    assertRefused(rows.replace("order_no", "kennung"), "“kennung” may be the number");
    assertRefused(rows.replace("amount_due", "quux"), "“quux” may be the amount due");
    // two columns could be it
    assertRefused(
        rows.replaceAll("K-1(\\d+)-.", "K-1$1,Q-$1").replace("order_no", "kennung,zeichen"), "");
    assertRefused(rows.replace("order_no", "kennung").replace("K-102-9", "K-101-2"), "");
  }

  @Test
  void headings_and_words_may_be_in_traditional_characters() throws IOException {
    check(
        """
        訂單編號,門店,應付金額,幣別,下單時間,訂單狀態,付款方式,備註
        H1,中環,128.00,HKD,2026-03-01 10:00:00,已付款,支付寶,優惠
        ->
        ORDER PAID ALIPAY HKD 2026-03-01T10:00+08:00 AMOUNT=12800 ID=H1 STORE=中環 REMARK=優惠 CHANNEL=支付寶 STATE=已付款 CURRENCY=HKD
        """);
    check(
        """
        交易日期,交易編號,交易類型,存入金額,支出金額,結餘,對方戶名,備註
        2026-03-01,X1,轉數快,128.00,,1128.00,陳小明,訂單H1
        2026-03-02,X2,轉賬,,28.00,1100.00,某公司,
        ->
        BANK PAYMENT DONE BANK CNY 2026-03-01T00:00+08:00 day AMOUNT=12800 SETTLED=12800 BALANCE=112800 ID=X1 PAYER_NAME=陳小明 REMARK=訂單H1 TYPE=轉數快
        BANK TRANSFER DONE BANK CNY 2026-03-02T00:00+08:00 day AMOUNT=-2800 SETTLED=-2800 BALANCE=110000 ID=X2 PAYER_NAME=某公司 TYPE=轉賬
        Check[what=balance chain breaks, declared=0, found=0]
        """);
  }

  @Test
  void a_journal_whose_terminal_no_heading_tells_is_no_list_of_orders() {
    assertRefused(
        """
        哪台机器,流水号,交易时间,交易类型,交易金额,卡号,参考号,交易状态,批次号,授权号
        T1,000101,2026-03-01 10:00:00,消费,128.00,6222****1001,260301000001,成功,000012,100001
        T1,000102,2026-03-01 10:05:00,消费,28.00,6222****1002,260301000002,成功,000012,100002
        """,
        "it may be a statement rather than a list of orders");
  }

  @Test
  void an_account_that_differs_from_row_to_row_is_the_payers() throws IOException {
    check(
        """
        Date,Transaction ID,Credit,Debit,Balance,Account Number
        2026-03-01,X1,128.00,,128.00,6222001
        2026-03-01,X2,8.00,,136.00,6222002
        2026-03-02,X3,9.00,,145.00,6222003
        2026-03-02,X4,1.00,,146.00,6222001
        ->
        BANK PAYMENT DONE BANK CNY 2026-03-01T00:00+08:00 day AMOUNT=12800 SETTLED=12800 BALANCE=12800 ID=X1 PAYER=6222001
        BANK PAYMENT DONE BANK CNY 2026-03-01T00:00+08:00 day AMOUNT=800 SETTLED=800 BALANCE=13600 ID=X2 PAYER=6222002
        BANK PAYMENT DONE BANK CNY 2026-03-02T00:00+08:00 day AMOUNT=900 SETTLED=900 BALANCE=14500 ID=X3 PAYER=6222003
        BANK PAYMENT DONE BANK CNY 2026-03-02T00:00+08:00 day AMOUNT=100 SETTLED=100 BALANCE=14600 ID=X4 PAYER=6222001
        Check[what=balance chain breaks, declared=0, found=0]
        """);
  }

  @Test
  void amounts_may_be_marked_as_text_and_have_the_sign_of_their_currency() throws IOException {
    check(
        """
        order_no,amount_due,created_at
        A1,'10.00,2026-03-01 10:00:00
        A2,="1280.50",2026-03-01 10:00:00
        ->
        ORDER UNKNOWN OTHER CNY 2026-03-01T10:00+08:00 AMOUNT=1000 ID=A1
        ORDER UNKNOWN OTHER CNY 2026-03-01T10:00+08:00 AMOUNT=128050 ID=A2
        """);
    check(
        """
        order_no,amount_due,created_at,payment_method
        A1,HK$10.00,2026-03-01 10:00:00,FPS
        A2,"HK$1,280.50",2026-03-01 10:00:00,微信/支付宝
        ->
        ORDER UNKNOWN BANK HKD 2026-03-01T10:00+08:00 AMOUNT=1000 ID=A1 CHANNEL=FPS
        ORDER UNKNOWN OTHER HKD 2026-03-01T10:00+08:00 AMOUNT=128050 ID=A2 CHANNEL=微信/支付宝
        """);
  }

  @Test
  void amounts_of_several_currencies_and_moments_that_cannot_be_read_are_asked_about() {
    String list =
        """
        order_no,amount_due,created_at
        A1,10.00,2026-03-01 10:00:00
        A2,20.00,2026-03-01 10:00:00
        A3,30.00,2026-03-01 10:00:00
        """;
    assertRefused(list.replace("20.00", "HK$20.00"), "several currencies");
    assertRefused(
        list.replaceAll("2026-03-01 10:00:00", "am Morgen"), "“created_at” cannot be read");
  }

  @Test
  void a_bank_list_with_one_column_of_amounts_and_no_balance_is_no_list_of_orders()
      throws IOException {
    check(
        """
        id,time,payer,amount,remark
        B1,2026-03-02 10:01:30,Ann Larkin,1475.37,order A1
        B2,2026-03-02 16:00:00,,-80000.00,salaries
        ->
        BANK PAYMENT DONE BANK CNY 2026-03-02T10:01:30+08:00 AMOUNT=147537 SETTLED=147537 ID=B1 PAYER_NAME=Ann Larkin REMARK=order A1
        BANK TRANSFER DONE BANK CNY 2026-03-02T16:00+08:00 AMOUNT=-8000000 SETTLED=-8000000 ID=B2 REMARK=salaries
        """);
    check(
        """
        流水号,时间,付款人,金额,摘要
        B1,2026-03-02 10:01:30,王芳,1475.37,订单A1
        ->
        BANK PAYMENT DONE BANK CNY 2026-03-02T10:01:30+08:00 AMOUNT=147537 SETTLED=147537 ID=B1 PAYER_NAME=王芳 REMARK=订单A1
        """);
  }

  @Test
  void who_paid_how_much_and_when_may_be_a_bank_s_list_or_orders() {
    asks(
        "a bank's list",
        """
        id,time,payer,amount,remark
        B1,2026-03-02 10:01:30,Ann Larkin,1475.37,order A1
        B2,2026-03-02 16:00:00,Bo Thornby,20.00,
        """);
  }

  @Test
  void a_reservation_that_is_given_up_moves_no_money() throws IOException {
    check(
        """
        transaction_id,merchant_reference,transaction_time,type,amount,fee,net_amount
        P1,A1,2026-10-01 09:30:00,Authorisation,100.00,0.00,0.00
        P2,A1,2026-10-02 09:30:00,Authorisation reversal,100.00,0.00,0.00
        P3,A2,2026-10-02 09:31:00,Pre-auth void,100.00,0.00,0.00
        P4,A3,2026-10-02 09:32:00,扫码预授权撤销,100.00,0.00,0.00
        P5,A4,2026-10-02 09:33:00,Capture,100.00,0.60,99.40
        P6,A5,2026-10-02 09:34:00,扫码预授权完成,100.00,0.60,99.40
        P7,A5,2026-10-02 09:35:00,预授权完成撤销,100.00,0.60,99.40
        P8,A6,2026-10-02 09:36:00,Sale reversal,100.00,0.60,99.40
        ->
        TRADE PREAUTH DONE OTHER CNY 2026-10-01T09:30+08:00 AMOUNT=10000 SETTLED=0 FEE_MILLI=0 ID=P1 REFERENCE=A1 TYPE=Authorisation
        TRADE PREAUTH DONE OTHER CNY 2026-10-02T09:30+08:00 AMOUNT=10000 SETTLED=0 FEE_MILLI=0 ID=P2 REFERENCE=A1 TYPE=Authorisation reversal
        TRADE PREAUTH DONE OTHER CNY 2026-10-02T09:31+08:00 AMOUNT=10000 SETTLED=0 FEE_MILLI=0 ID=P3 REFERENCE=A2 TYPE=Pre-auth void
        TRADE PREAUTH DONE OTHER CNY 2026-10-02T09:32+08:00 AMOUNT=10000 SETTLED=0 FEE_MILLI=0 ID=P4 REFERENCE=A3 TYPE=扫码预授权撤销
        TRADE PAYMENT DONE OTHER CNY 2026-10-02T09:33+08:00 AMOUNT=10000 SETTLED=10000 FEE_MILLI=60000 ID=P5 REFERENCE=A4 TYPE=Capture
        TRADE PREAUTH_DONE DONE OTHER CNY 2026-10-02T09:34+08:00 AMOUNT=10000 SETTLED=10000 FEE_MILLI=60000 ID=P6 REFERENCE=A5 TYPE=扫码预授权完成
        TRADE VOID DONE OTHER CNY 2026-10-02T09:35+08:00 AMOUNT=-10000 SETTLED=-10000 FEE_MILLI=-60000 ID=P7 REFERENCE=A5 TYPE=预授权完成撤销
        TRADE VOID DONE OTHER CNY 2026-10-02T09:36+08:00 AMOUNT=-10000 SETTLED=-10000 FEE_MILLI=-60000 ID=P8 REFERENCE=A6 TYPE=Sale reversal
        """);
  }

  @Test
  void stores_need_no_more_than_a_number_and_a_name() throws IOException {
    check(
        """
        门店编号,门店名称
        S1,南门店
        S2,北门店
        ->
        STORE UNKNOWN OTHER CNY ID=S1 STORE=南门店
        STORE UNKNOWN OTHER CNY ID=S2 STORE=北门店
        """);
  }

  @Test
  void a_store_may_have_a_column_for_each_of_its_terminals() throws IOException {
    check(
        """
        门店编号,门店名称,POS终端号1,POS终端号2
        S1,南门店,T11,T12
        S2,北门店,T21,
        ->
        STORE UNKNOWN OTHER CNY ID=S1 STORE=南门店 TERMINAL=T11;T12
        STORE UNKNOWN OTHER CNY ID=S2 STORE=北门店 TERMINAL=T21
        """);
  }

  @Test
  void the_fee_beside_a_refund_went_back_as_well_where_a_list_has_no_signs() throws IOException {
    check(
        """
        终端号,凭证号,交易日期,交易时间,交易类型,卡号,交易金额,手续费
        T1,000001,2026-03-01,10:00:00,消费,622202******1234,100.00,0.50
        T1,000002,2026-03-01,10:05:00,退货,622202******1234,100.00,0.50
        ->
        JOURNAL PAYMENT DONE POS CNY 2026-03-01T10:00+08:00 AMOUNT=10000 FEE_MILLI=50000 ID=T1-20260301-000001 TERMINAL=T1 TRACE=000001 PAYER=622202******1234 TYPE=消费
        JOURNAL REFUND DONE POS CNY 2026-03-01T10:05+08:00 AMOUNT=-10000 FEE_MILLI=-50000 ID=T1-20260301-000002 TERMINAL=T1 TRACE=000002 PAYER=622202******1234 TYPE=退货
        """);
  }

  @Test
  void the_company_of_a_booking_pays_for_it_unless_it_is_ours() {
    String rows =
        """
        Reservation No,Guest Name,Company,Total Amount,Booked On
        A1,Ann,%1$s,12.50,2026-10-01 09:30
        A2,Bo,Larkin Ltd,12.60,2026-10-01 09:31
        A3,Cy,Larkin Ltd,12.70,2026-10-01 09:32
        A4,Di,Larkin Ltd,12.80,2026-10-01 09:33
        """;
    assertTrue(read(rows.formatted("Thornby Ltd")).contains("PAYER_NAME=Thornby Ltd"));
    assertTrue(!read(rows.formatted("Larkin Ltd")).contains("PAYER_NAME"));
  }

  @Test
  void dates_words_and_amounts_both_ways_are_a_bank_s_list() throws IOException {
    check(
        """
        date,description,amount
        2026-03-02,order A1 Ann Larkin,1475.37
        2026-03-03,salaries,-80000.00
        ->
        BANK PAYMENT DONE BANK CNY 2026-03-02T00:00+08:00 day AMOUNT=147537 SETTLED=147537 ID=20260302-e47e7835c291 REMARK=order A1 Ann Larkin
        BANK TRANSFER DONE BANK CNY 2026-03-03T00:00+08:00 day AMOUNT=-8000000 SETTLED=-8000000 ID=20260303-ccbf3b13e10a REMARK=salaries
        """);
  }

  @Test
  void numbered_credit_notes_among_what_may_be_orders_are_asked_about() {
    asks(
        "a bank's list",
        """
        编号,时间,金额,户名,附言
        A1,2026-10-01 09:30:00,12.50,王芳,
        A2,2026-10-01 09:31:00,-12.50,李强,
        """);
  }

  @Test
  void words_tell_what_a_column_is_whose_heading_does_not() throws IOException {
    check(
        """
        订单号,下单时间,金额,方式,付清没有
        A1,2026-10-01 09:30:00,12.50,微信,已支付
        A2,2026-10-01 09:31:00,12.60,刷卡,待付款
        A3,2026-10-01 09:32:00,12.70,微信,已取消
        A4,2026-10-01 09:33:00,12.80,支付宝,已支付
        ->
        ORDER PAID WECHAT CNY 2026-10-01T09:30+08:00 AMOUNT=1250 ID=A1 CHANNEL=微信 STATE=已支付
        ORDER OPEN POS CNY 2026-10-01T09:31+08:00 AMOUNT=1260 ID=A2 CHANNEL=刷卡 STATE=待付款
        ORDER CANCELLED WECHAT CNY 2026-10-01T09:32+08:00 AMOUNT=1270 ID=A3 CHANNEL=微信 STATE=已取消
        ORDER PAID ALIPAY CNY 2026-10-01T09:33+08:00 AMOUNT=1280 ID=A4 CHANNEL=支付宝 STATE=已支付
        """);
  }

  @Test
  void words_tell_a_refund_from_a_sale_where_no_heading_does() throws IOException {
    check(
        """
        store,terminal,trace,local_time,op,amount
        S1,T1,000001,2026-10-01 09:30:00,sale,12.50
        S1,T1,000002,2026-10-01 09:31:00,void,12.50
        S1,T1,000003,2026-10-01 09:32:00,sale,12.60
        S1,T1,000004,2026-10-01 09:33:00,refund,12.60
        ->
        JOURNAL PAYMENT DONE POS CNY 2026-10-01T09:30+08:00 AMOUNT=1250 ID=T1-20261001-000001 STORE=S1 TERMINAL=T1 TRACE=000001 TYPE=sale
        JOURNAL VOID DONE POS CNY 2026-10-01T09:31+08:00 AMOUNT=-1250 ID=T1-20261001-000002 STORE=S1 TERMINAL=T1 TRACE=000002 TYPE=void
        JOURNAL PAYMENT DONE POS CNY 2026-10-01T09:32+08:00 AMOUNT=1260 ID=T1-20261001-000003 STORE=S1 TERMINAL=T1 TRACE=000003 TYPE=sale
        JOURNAL REFUND DONE POS CNY 2026-10-01T09:33+08:00 AMOUNT=-1260 ID=T1-20261001-000004 STORE=S1 TERMINAL=T1 TRACE=000004 TYPE=refund
        """);
  }

  private static String read(String table) {
    try {
      return String.join("\n", ReadRows.of(table.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
  }
}
