package guiwei.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// ISO 20022 camt.053, one `Stmt` per account and day, in version 2 or 8 by seed.
final class Camt implements DayFile {
  private final Sheet sheet;
  private final BankWords words;
  private final BankBook book;
  private final boolean late;
  private final List<Line> today = new ArrayList<>();
  private long balance;
  private int number;

  Camt(Folder folder, Setting setting, BankBook book, BankWords words) {
    this.words = words;
    this.book = book;
    late = setting.seed() % 2 == 1;
    balance = book.opening();
    String name = "camt053-" + book.number().substring(15) + ".xml";
    sheet = setting.days() > 7 ? folder.packed(name) : folder.utf8(name);
    String version = late ? "08" : "02";
    sheet.text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"");
    sheet.text("urn:iso:std:iso:20022:tech:xsd:camt.053.001.").text(version);
    sheet.text("\">\n<BkToCstmrStmt>\n<GrpHdr><MsgId>STM").text(book.number());
    sheet.text("</MsgId><CreDtTm>").text(setting.firstDay().plusDays(setting.days()).toString());
    sheet.text("T05:30:00+08:00</CreDtTm></GrpHdr>\n");
  }

  @Override
  public void open(LocalDate day) {
    today.clear();
  }

  @Override
  public void line(Line line) {
    today.add(line);
  }

  @Override
  public void shut(LocalDate day) {
    number++;
    sheet.text("<Stmt><Id>").text(book.number().substring(9)).mark('-').number(number);
    sheet.text("</Id><ElctrncSeqNb>").number(number).text("</ElctrncSeqNb><CreDtTm>");
    sheet.text(day.plusDays(1).toString()).text("T05:30:00+08:00</CreDtTm><Acct><Id><Othr><Id>");
    sheet.text(book.number()).text("</Id></Othr></Id><Ccy>").text(book.currency());
    sheet.text("</Ccy><Ownr><Nm>").text(book.owner()).text("</Nm></Ownr></Acct>\n");
    balance("OPBD", day);
    for (Line line : today) {
      balance += line.doing.sign * line.amount;
    }
    balance("CLBD", day);
    for (Line line : today) {
      entry(line);
    }
    sheet.text("</Stmt>\n");
  }

  private void balance(String code, LocalDate day) {
    sheet.text("<Bal><Tp><CdOrPrtry><Cd>").text(code).text("</Cd></CdOrPrtry></Tp>");
    amount(balance);
    sheet.text("<Dt><Dt>").text(day.toString()).text("</Dt></Dt></Bal>\n");
  }

  private void amount(long signed) {
    sheet.text("<Amt Ccy=\"").text(book.currency()).text("\">").yuan(Math.abs(signed));
    sheet.text("</Amt><CdtDbtInd>").text(signed < 0 ? "DBIT" : "CRDT").text("</CdtDbtInd>");
  }

  private void entry(Line line) {
    sheet.text("<Ntry>");
    amount(line.doing.sign * line.amount);
    sheet.text(late ? "<Sts><Cd>BOOK</Cd></Sts>" : "<Sts>BOOK</Sts>").text("<BookgDt><DtTm>");
    sheet.date(line.at).mark('T').clock(line.at).text("+08:00</DtTm></BookgDt><ValDt><Dt>");
    sheet.date(line.at).text("</Dt></ValDt><AcctSvcrRef>").text(line.id());
    sheet.text("</AcctSvcrRef><BkTxCd>").text(code(line.doing)).text("</BkTxCd><NtryDtls><TxDtls>");
    sheet.text("<Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>");
    if (late) {
      amount(line.doing.sign * line.amount);
    }
    parties(line);
    String remark = words.remark(line);
    if (!remark.isEmpty()) {
      sheet.text("<RmtInf><Ustrd>").text(escaped(remark)).text("</Ustrd></RmtInf>");
    }
    sheet.text("</TxDtls></NtryDtls><AddtlNtryInf>").text(BankWords.digest(line.doing));
    sheet.text("</AddtlNtryInf></Ntry>\n");
  }

  private void parties(Line line) {
    String name = escaped(words.otherName(line));
    String account = words.otherAccount(line);
    if (name.isEmpty() && account.isEmpty()) {
      return;
    }
    String role = line.doing.sign > 0 ? "Dbtr" : "Cdtr";
    sheet.text("<RltdPties><").text(role).text(late ? "><Pty><Nm>" : "><Nm>").text(name);
    sheet.text(late ? "</Nm></Pty></" : "</Nm></").text(role).text("><").text(role);
    sheet.text("Acct><Id><Othr><Id>").text(account).text("</Id></Othr></Id></").text(role);
    sheet.text("Acct></RltdPties>");
  }

  private static String code(Doing doing) {
    String family =
        switch (doing) {
          case INTEREST -> "<Cd>ACMT</Cd><Fmly><Cd>MCOP</Cd><SubFmlyCd>INTR</SubFmlyCd></Fmly>";
          case BANK_FEE -> "<Cd>ACMT</Cd><Fmly><Cd>MDOP</Cd><SubFmlyCd>CHRG</SubFmlyCd></Fmly>";
          case PAYMENT, PAYOUT, TOP_UP, INTERNAL_IN ->
              "<Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd><SubFmlyCd>DMCT</SubFmlyCd></Fmly>";
          case REFUND, VOID, PREAUTH, PREAUTH_DONE, INTERNAL_OUT, WAGES, SUPPLIER ->
              "<Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>DMCT</SubFmlyCd></Fmly>";
        };
    return "<Domn>" + family + "</Domn>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Override
  public void close() {
    sheet.text("</BkToCstmrStmt>\n</Document>\n").close();
  }
}
