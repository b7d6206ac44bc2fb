package guiwei.reconcile;

import static guiwei.reconcile.Story.check;
import static guiwei.reconcile.Story.checkFiles;

import org.junit.jupiter.api.Test;

/// What banks book besides a customer's single payment: batches, exchanges, our own transfers.
class BankBooksTest {
  private static final String ORDERS =
      """
      Rechnungsnummer;Rechnungsdatum;Kunde;Betrag EUR;QR-Referenz;Status
      R10001;02.03.2026;Anna Beck;1.020,50;21 00000 00003 13947 14300 09017;bezahlt
      R10002;02.03.2026;Jörg Lutz;79,50;21 00000 00003 13947 14300 09024;bezahlt
      """;

  private static String camt(String message, String statement, String entries) {
    return """
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt"><%s><%s><Id>S1</Id>
        <Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>%s</%s></%s></Document>
        """
        .formatted(message, statement, entries, statement, message);
  }

  private static String statement(String entries) {
    return camt("BkToCstmrStmt", "Stmt", entries);
  }

  private static String notification(String entries) {
    return camt("BkToCstmrDbtCdtNtfctn", "Ntfctn", entries);
  }

  private static String entry(String reference, String amount, String details) {
    return """
        <Ntry><Amt Ccy="EUR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>
        <BookgDt><Dt>2026-03-09</Dt></BookgDt>%s<NtryDtls>%s</NtryDtls></Ntry>
        """
        .formatted(amount, reference, details);
  }

  private static String detail(String amount, String reference) {
    return """
        <TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">%s</Amt></TxAmt></AmtDtls>
        <RmtInf><Strd><CdtrRefInf><Ref>%s</Ref></CdtrRefInf></Strd></RmtInf></TxDtls>
        """
        .formatted(amount, reference);
  }

  private static final String BOTH =
      detail("1020.50", "210000000003139471430009017")
          + detail("79.50", "210000000003139471430009024");
  private static final String COUNT = "<Btch><NbOfTxs>2</NbOfTxs></Btch>";

  @Test
  void a_batch_counts_once_beside_the_notification_that_tells_its_payments() {
    String matched =
        """
        match R10001
        match R10002
        """;
    String reference = "<AcctSvcrRef>B1</AcctSvcrRef>";
    checkFiles(
        matched,
        ORDERS,
        statement(entry(reference, "1100.00", COUNT)),
        notification(entry(reference, "1100.00", COUNT + BOTH)));
    checkFiles(
        matched,
        ORDERS,
        statement(entry("<AcctSvcrRef>B1</AcctSvcrRef>", "1100.00", COUNT)),
        notification(entry("<AcctSvcrRef>N7</AcctSvcrRef>", "1100.00", COUNT + BOTH)));
  }

  @Test
  void a_batch_of_one_is_told_by_its_notification() {
    String reference = "<AcctSvcrRef>B1</AcctSvcrRef>";
    String one = "<Btch><NbOfTxs>1</NbOfTxs></Btch>";
    checkFiles(
        """
        match R10002
        missing-receipt R10001 -1020.50
        unidentified 5.00
        """,
        ORDERS,
        statement(
            entry(reference, "79.50", one)
                + entry("", "5.00", "").replace("2026-03-09", "2026-03-30")),
        notification(
            entry(reference, "79.50", one + detail("79.50", "210000000003139471430009024"))));
  }

  @Test
  void a_batch_whose_payments_come_to_another_sum_stays_a_receipt() {
    checkFiles(
        """
        match R10001
        match R10002
        unidentified 1100.01
        """,
        ORDERS,
        statement(entry("<AcctSvcrRef>B1</AcctSvcrRef>", "1100.01", COUNT)),
        notification(entry("<AcctSvcrRef>N1</AcctSvcrRef>", "1100.00", COUNT + BOTH)));
  }

  private static final String BANK = "交易时间,交易流水号,本方账号,币种,对方户名,对方账号,借方发生额,贷方发生额,摘要,附言\n";
  private static final String ORDER =
      "order_no,amount_due,currency,created_at,status,channel\nA1001,10.00,USD,2026-03-01 10:00:00,open,bank\n";

  @Test
  void money_that_we_changed_from_one_currency_to_another_is_nobodys_payment() {
    checkFiles(
        "internal-transfer",
        ORDER,
        BANK + "2026-03-02 10:00:00,B1,331501985038,USD,,,20000.00,,FX SALE,\n",
        BANK + "2026-03-02 14:00:00,B2,574903122310,CNY,,,,143726.00,结汇,\n");
  }

  @Test
  void a_customers_money_that_was_changed_on_its_way_in_stays_a_receipt() {
    checkFiles(
        "unidentified 143726.00",
        ORDER,
        BANK + "2026-03-02 10:00:00,B1,331501985038,USD,Shipping Ltd,99,20000.00,,FREIGHT,\n",
        BANK + "2026-03-02 14:00:00,B2,574903122310,CNY,Buyer LLC,77,,143726.00,结汇,\n");
  }

  @Test
  void an_iban_that_ends_in_an_account_whose_statement_is_read_is_ours() {
    checkFiles(
        "internal-transfer",
        ORDER,
        BANK
            + "2026-03-02 10:00:00,B1,0099887766,EUR,Wir,DE02120300000000202051,500.00,,Umbuchung,\n",
        BANK
            + "2026-03-02 10:00:00,B2,DE02120300000000202051,EUR,Wir,DE45400501500099887766,,500.00,Umbuchung,\n");
  }

  @Test
  void a_sum_that_left_one_account_of_ours_and_came_to_another_is_no_payment() {
    checkFiles(
        "internal-transfer",
        ORDER,
        BANK + "2026-03-02 10:00:00,B1,331501985038,CNY,,,900.00,,转出至 5749-0312-2310,\n",
        BANK + "2026-03-02 10:03:00,B2,574903122310,CNY,,,,900.00,转入,\n");
    checkFiles(
        "internal-transfer",
        ORDER,
        BANK + "2026-03-02 10:00:00,B1,331501985038,CNY,青空,,900.00,,SHIKIN IDO,\n",
        BANK + "2026-03-02 10:03:00,B2,574903122310,CNY,青空,,,900.00,SHIKIN IDO,\n");
  }

  @Test
  void a_sum_like_one_that_we_paid_that_day_stays_a_receipt() {
    checkFiles(
        "unidentified 900.00",
        ORDER,
        BANK + "2026-03-02 10:00:00,B1,331501985038,CNY,某厂,11,900.00,,货款,\n",
        BANK + "2026-03-02 10:03:00,B2,574903122310,CNY,某人,12,,900.00,转账,\n");
  }

  @Test
  void what_somebody_gives_back_whom_we_pay_is_no_customers_payment() {
    String paid = "2026-03-02 10:00:00,B1,331501985038,CNY,启航五金厂,62998877,900.00,,付货款,\n";
    checkFiles(
        "other-income",
        ORDER,
        BANK + paid + "2026-03-09 10:00:00,B2,331501985038,CNY,启航五金厂,62998877,,70.00,退还多付材料款,\n");
    checkFiles(
        "unidentified 70.00",
        ORDER,
        BANK + paid + "2026-03-09 10:00:00,B2,331501985038,CNY,别家五金厂,62990000,,70.00,转账,\n");
  }

  @Test
  void what_a_bank_calls_a_deposit_is_no_part_of_an_order() {
    check(
        """
        order  SO10001 270.00 open c=C1 ch=bank +0s
        order  SO10002 270.00 open c=C2 ch=bank +0s
        bank   - 207.00 n=Smith w=SO10001,LOCKBOX_DEPOSIT +4d
        bank   - 81.00 n=Lee w=SO10002,DEPOSIT +4d
        ->
        underpaid SO10001 -63.00
        part-payment SO10002
        """
            .replace("SO10001,LOCKBOX_DEPOSIT", "LOCKBOX_DEPOSIT_SO10001")
            .replace("SO10002,DEPOSIT", "DEPOSIT_SO10002"));
  }

  @Test
  void one_payment_whose_number_stands_beside_several_orders_pays_them_all() {
    check(
        """
        order  10001 60.00 ch=bank c=C1 paid=881223344 +0s
        order  10002 45.00 ch=bank c=C2 paid=881223344 +1d
        order  10003 45.00 open ch=bank c=C3 +1d
        bank   - 105.00 n=DENTAL_PLAN w=HCCLAIMPMT_TRN*1*881223344*1222896810 +4d
        ->
        merged 10001+10002
        """);
  }

  @Test
  void a_credit_note_that_the_payer_names_with_its_amount_is_no_shortfall() {
    check(
        """
        order  R10001 180.00 open c=C1 ch=bank +0s
        order  R10002 180.00 open c=C2 ch=bank +0s
        bank   - 120.00 n=Beck w=R10001,Gutschrift,GS22,60,00 +3d
        bank   - 120.00 n=Lutz w=R10002,Ware +3d
        ->
        discount R10001
        underpaid R10002 -60.00
        """
            .replace("R10001,Gutschrift,GS22,60,00", "R10001_Gutschrift_GS22_60.00")
            .replace("R10002,Ware", "R10002_Ware"));
  }
}
