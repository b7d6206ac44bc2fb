package guiwei.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import guiwei.table.RefusedFile;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CamtTest {
  @Test
  void a_german_statement_of_version_2_is_read_with_its_balances() {
    BankTable.check(
        "camt053-v2-germany.xml",
        """
        camt-053
        PAYMENT DONE 268.00 EUR 2026-03-01 id=2026030112345678000 \
        account=DE02700100800030876808 payer=DE89370400440532013000 name=Jürgen Größe \
        bank=COBADEFFXXX remark=Bestellung SO2026 030100017 & Danke type=PMNT/RCDT/ESCT state=BOOK
        FEE DONE -31.35 EUR 2026-03-01 id=facts-99503ba99eb0fe8e account=DE02700100800030876808 \
        remark=Entgelt Februar type=ACMT/MDOP/CHRG state=BOOK
        PAYMENT DONE 2000.00 EUR 2026-03-01T14:03:09+01:00 id=0352C5320260302060000/7 \
        account=DE02700100800030876808 payer=000123456 name=Harbor Lane Imports LLC \
        remark=PO-7781 INV-100 INV-101 USD 2160.00 @ 1.08 type=PMNT/RCDT/XBCT state=BOOK \
        list=INV-100;INV-101
        ok statement 0352C5320260302060000: CLBD EUR 3236.65
        """);
  }

  @Test
  void a_chinese_statement_of_version_8_in_gbk_with_a_prefix_is_read() {
    BankTable.check(
        "camt053-v8-china.xml",
        """
        camt-053
        PAYMENT DONE 1280.00 CNY 2026-03-01T10:20:30+08:00 id=C0301000000001 \
        account=1001200309000012345 payer=6222021001112223334 name=欧阳晓晨 bank=工商银行上海分行 \
        remark=货款 订单SO2026030100021 type=PMNT/RCDT/DMCT state=BOOK
        VOID DONE -600.00 CNY 2026-03-01 id=C0301000000002 original=C0228000000077 \
        account=1001200309000012345 name=林知夏 type=冲正 state=BOOK
        PAYMENT PENDING 900.00 CNY 2026-03-01 id=C0301000000003 account=1001200309000012345 \
        state=PDNG
        TRANSFER DONE -60.00 CNY 2026-03-01 id=C0301000000004 account=1001200309000012345 \
        name=青禾物流 remark=运费 <3月> state=BOOK
        INTEREST DONE 7.88 CNY 2026-03-01 id=C0301000000005 account=1001200309000012345 \
        type=ACMT/MCOP/INTR state=BOOK
        PAYMENT DONE 1950.00 CNY 2026-03-01 fee=10.00000 id=C0301000000006 ref=SO2026030100044 \
        account=1001200309000012345 state=BOOK
        ok statement STMT-20260301: CLBD CNY 2067.88
        ok statement STMT-20260301: number of entries 6
        ok statement STMT-20260301: number of credit entries 4
        ok statement STMT-20260301: number of debit entries 2
        ok statement STMT-20260301: sum of entries 4787.88
        ok statement STMT-20260301: sum of credits 4127.88
        ok statement STMT-20260301: sum of debits 660.00
        ok statement STMT-20260301: net of entries 3467.88
        ok entries whose details add up 1
        """);
  }

  @Test
  void a_batch_becomes_one_row_for_each_detail_that_has_an_amount() {
    BankTable.check(
        "camt054-v4-batch.xml",
        """
        camt-054
        PAYMENT DONE 25.10 CHF 2026-03-01T09:00+08:00 id=2026060000112/1 \
        ref=210000000003139471430009017 account=CH2801234000123456789 type=PMNT/RCDT/VCOM state=BOOK \
        part-of=ENTRY_SERVICER_REF 2026060000112;2026-03-01 7510
        PAYMENT DONE 25.00 CHF 2026-03-01 id=2026060000112/2 ref=210000000003139471430009024 \
        account=CH2801234000123456789 type=PMNT/RCDT/VCOM state=BOOK \
        part-of=ENTRY_SERVICER_REF 2026060000112;2026-03-01 7510
        PAYMENT DONE 25.00 CHF 2026-03-01 id=DETAIL-3 account=CH2801234000123456789 \
        type=PMNT/RCDT/VCOM state=BOOK part-of=ENTRY_SERVICER_REF 2026060000112;2026-03-01 7510
        PAYMENT DONE 40.00 CHF 2026-03-01 id=2026060000113 account=CH2801234000123456789 \
        remark=Collective credit state=BOOK list=SO-1;SO-2
        PAYMENT FAILED 12.00 CHF 2026-03-01 id=facts-7988a450c6186127 \
        account=CH2801234000123456789 state=INFO
        ok entries whose details add up 1
        """);
  }

  @Test
  void details_that_do_not_add_up_to_their_entry_refuse_the_file() {
    BankTable table =
        BankTable.read(edited("camt054-v4-batch.xml", ">25.10</Amt>", ">25.20</Amt>"));
    assertFalse(table.accepted());
    assertTrue(
        table.toString().contains("details of entry 2026060000112 75.10, found 75.20"),
        table.toString());
  }

  @Test
  void a_batch_that_declares_another_number_of_details_refuses_the_file() {
    assertFalse(
        BankTable.read(
                edited("camt054-v4-batch.xml", "<NbOfTxs>3</NbOfTxs>", "<NbOfTxs>4</NbOfTxs>"))
            .accepted());
  }

  @Test
  void a_closing_balance_that_is_one_cent_off_refuses_the_file() {
    BankTable table = BankTable.read(edited("camt053-v2-germany.xml", "3236.65", "3236.66"));
    assertEquals(
        "off statement 0352C5320260302060000: CLBD EUR 3236.66, found 3236.65",
        table.toString().lines().toList().getLast());
  }

  @Test
  void an_entry_that_cannot_be_read_is_named_by_its_line() {
    BankTable.check(
        edited("camt053-v2-germany.xml", "\">31.35<", "\">31.355<"),
        BankTable.read(BankTable.resource("camt053-v2-germany.xml"))
            .toString()
            .replaceAll("FEE .*\n", "")
            .replace("ok statement", "bad line 34 Ntry/AMOUNT AMOUNT\noff statement")
            .replace("3236.65", "3236.65, found 3268.00"));
  }

  @Test
  void a_reversed_payment_counts_out_and_a_reversed_debit_counts_in() {
    String entry = "<Amt Ccy=\"EUR\">268.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>";
    BankTable table =
        BankTable.read(edited("camt053-v2-germany.xml", entry, entry + "<RvslInd>true</RvslInd>"));
    assertTrue(table.accepted());
    assertTrue(table.rows.getFirst().startsWith("VOID DONE 268.00"), table.rows.getFirst());
    assertTrue(table.rows.getFirst().contains("name=Morgentau"), table.rows.getFirst());
  }

  @Test
  void a_return_that_names_only_the_other_side_has_it_wherever_it_stands() {
    String returned =
        """
        <Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.053.001.02'><BkToCstmrStmt><Stmt>
        <Id>S-1</Id><Acct><Id><IBAN>DE02700100800030876808</IBAN></Id></Acct>
        <Ntry><Amt Ccy='EUR'>59.40</Amt><CdtDbtInd>DBIT</CdtDbtInd><RvslInd>true</RvslInd>
        <Sts>BOOK</Sts><BookgDt><Dt>2026-03-05</Dt></BookgDt><AcctSvcrRef>R-1</AcctSvcrRef>
        <NtryDtls><TxDtls><RltdPties><Cdtr><Nm>Ines Halvorsen</Nm></Cdtr><CdtrAcct><Id>
        <IBAN>DE89370400440532013000</IBAN></Id></CdtrAcct></RltdPties></TxDtls></NtryDtls>
        </Ntry></Stmt></BkToCstmrStmt></Document>
        """;
    String row = BankTable.read(BankTable.bytes(returned)).rows.getFirst();
    assertTrue(row.contains("payer=DE89370400440532013000 name=Ines Halvorsen"), row);
    String ours = returned.replace("DE89370400440532013000", "DE02700100800030876808");
    assertFalse(BankTable.read(BankTable.bytes(ours)).rows.getFirst().contains("name="));
  }

  @Test
  void the_same_number_twice_in_one_statement_is_two_movements() {
    String text = text("camt053-v2-germany.xml");
    String entry = text.substring(text.indexOf("<Ntry>"), text.indexOf("</Ntry>") + 7);
    BankTable table =
        BankTable.read(
            BankTable.bytes(text.replace(entry, entry + entry).replace("3236.65", "3504.65")));
    assertTrue(table.accepted());
    assertTrue(table.rows.get(1).contains("id=2026030112345678000#2"), table.rows.get(1));
  }

  @Test
  void a_document_type_or_an_entity_is_refused_before_anything_is_read() {
    String laughs =
        "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>";
    String text = text("camt053-v2-germany.xml");
    String body = text.substring(text.indexOf("<Document"));
    refused(RefusedFile.Problem.ENTITIES, laughs + body.replace("Danke", "&b;"));
    refused(RefusedFile.Problem.ENTITIES, text.replace("Danke", "&xxe;"));
    String far = "<!--" + " ".repeat(70_000) + "-->";
    refused(RefusedFile.Problem.BROKEN, text.replace("<GrpHdr>", far + "<!DOCTYPE x><GrpHdr>"));
  }

  @Test
  void elements_that_nest_too_deep_or_never_end_are_refused() {
    String text = text("camt053-v2-germany.xml");
    refused(RefusedFile.Problem.BROKEN, text.replace("<GrpHdr>", "<a>".repeat(5000) + "<GrpHdr>"));
    String comment = "<!--" + " >".repeat(1 << 20) + "-->";
    refused(RefusedFile.Problem.BROKEN, text.replace("<GrpHdr>", comment + "<GrpHdr>"));
    String attribute = "<x y='" + " ".repeat(1 << 21) + "'/>";
    refused(RefusedFile.Problem.BROKEN, text.replace("<GrpHdr>", attribute + "<GrpHdr>"));
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      names.append("<x").append(i).append("/>");
    }
    refused(RefusedFile.Problem.BROKEN, text.replace("<GrpHdr>", names + "<GrpHdr>"));
  }

  @Test
  void a_text_without_end_makes_its_entry_unreadable_and_fills_no_memory() {
    String endless = "x".repeat(1 << 22);
    BankTable table = BankTable.read(edited("camt053-v2-germany.xml", "Danke", endless));
    assertEquals("[bad line 28 Ntry/UNSTRUCTURED TOO_LONG]", table.bad.toString());
    assertFalse(table.accepted());
  }

  @Test
  void a_file_that_breaks_off_anywhere_is_refused() {
    byte[] whole = BankTable.resource("camt053-v8-china.xml");
    int end = new String(whole, StandardCharsets.ISO_8859_1).indexOf("</n:Document>");
    for (int length = 0; length < end + 13; length += length < end - 40 ? 37 : 1) {
      BankTable table = BankTable.read(Arrays.copyOf(whole, length));
      assertFalse(table.accepted(), "accepted the first " + length + " bytes");
    }
  }

  @Test
  void bytes_that_are_not_in_the_declared_encoding_are_refused() {
    byte[] broken = BankTable.resource("camt053-v2-germany.xml");
    broken[text("camt053-v2-germany.xml").indexOf("Morgentau")] = (byte) 0xff;
    assertEquals(RefusedFile.Problem.ENCODING, BankTable.read(broken).refused);
  }

  @Test
  void a_statement_in_utf_16_behind_an_envelope_is_read_the_same() {
    String text = text("camt053-v2-germany.xml");
    String body = text.substring(text.indexOf("<Document"));
    byte[] wide =
        ("\ufeff<Envelope xmlns='urn:e'><Header/><Body>" + body + "</Body></Envelope>")
            .getBytes(StandardCharsets.UTF_16LE);
    assertEquals(
        BankTable.read(BankTable.resource("camt053-v2-germany.xml")).toString(),
        BankTable.read(wide).toString());
  }

  @Test
  void another_camt_message_is_refused_with_the_reason() {
    refused(
        RefusedFile.Problem.UNRECOGNISED,
        "<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.052.001.08'><BkToCstmrAcctRpt/>");
  }

  private static void refused(RefusedFile.Problem problem, String text) {
    assertEquals(problem, BankTable.read(BankTable.bytes(text)).refused);
  }

  private static String text(String file) {
    return new String(BankTable.resource(file), StandardCharsets.UTF_8);
  }

  private static byte[] edited(String file, String from, String to) {
    String text = text(file);
    assertTrue(text.contains(from), from);
    return BankTable.bytes(text.replace(from, to));
  }
}
