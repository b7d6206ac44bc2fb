package guiwei.statement;

import guiwei.table.BadRow;
import guiwei.table.Footing.Check;
import guiwei.table.RefusedFile;
import guiwei.table.RowSink;
import guiwei.table.Text;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads a BAI2 file: groups of one day, accounts with their summaries, and their details.
final class Bai2Reader {
  private enum Within {
    NOTHING,
    FILE,
    GROUP,
    ACCOUNT
  }

  private final Monies monies = new Monies();
  private final Checks checks = new Checks();
  private final Bai2Totals totals = new Bai2Totals(monies, checks);
  private final Postings postings;
  private final ZoneId zone;
  private final Map<String, Long> summary = new HashMap<>();
  private Within within = Within.NOTHING;
  private LocalDate day = LocalDate.EPOCH;
  private String groupCurrency = "";
  private String account = "";
  private int currency;
  private long groups;
  private long credits;
  private long debits;

  Bai2Reader(int file, String name, RowSink sink, ZoneId zone) {
    this.postings = new Postings(file, name, sink);
    this.zone = zone;
  }

  List<Check> read(InputStream in, byte[] head) throws IOException {
    Bai2Records records = new Bai2Records(new ByteLines(in), new Letters(head));
    for (var entry = records.next(); entry != null; entry = records.next()) {
      take(entry);
    }
    if (within != Within.NOTHING) {
      throw new RefusedFile(RefusedFile.Problem.TRUNCATED, "the file trailer (99) is missing");
    }
    return checks.list();
  }

  private void take(Bai2Records.Entry entry) throws RefusedFile {
    switch (entry.code()) {
      case "01" -> {
        expect(Within.NOTHING, entry);
        totals.beginFile(entry);
        groups = 0;
        within = Within.FILE;
      }
      case "02" -> {
        expect(Within.FILE, entry);
        beginGroup(entry);
      }
      case "03" -> {
        expect(Within.GROUP, entry);
        beginAccount(entry);
      }
      case "16" -> {
        expect(Within.ACCOUNT, entry);
        totals.detail(entry);
        detail(entry);
      }
      case "49" -> {
        expect(Within.ACCOUNT, entry);
        endAccount(entry);
      }
      case "98" -> {
        expect(Within.GROUP, entry);
        totals.endGroup(entry, groups);
        within = Within.FILE;
      }
      case "99" -> {
        expect(Within.FILE, entry);
        totals.endFile(entry);
        within = Within.NOTHING;
      }
      default -> throw broken(entry, "record code " + entry.code());
    }
  }

  private void expect(Within place, Bai2Records.Entry entry) throws RefusedFile {
    if (within != place) {
      throw broken(entry, "a record " + entry.code() + " stands where none may");
    }
  }

  private static RefusedFile broken(Bai2Records.Entry entry, String what) {
    return new RefusedFile(RefusedFile.Problem.BROKEN, "line " + entry.line() + ": " + what);
  }

  private void beginGroup(Bai2Records.Entry entry) throws RefusedFile {
    totals.beginGroup(entry);
    Bai2Fields fields = new Bai2Fields(entry.rest());
    fields.next();
    fields.next();
    String status = fields.next();
    if (status.equals("2") || status.equals("4")) {
      throw broken(entry, status.equals("2") ? "a group to be deleted" : "a test group");
    }
    try {
      day = BankMoments.sixDigits(fields.next());
    } catch (DateTimeException | IndexOutOfBoundsException noDay) {
      throw broken(entry, "no as-of date");
    }
    fields.next();
    groupCurrency = fields.next();
    groups++;
    postings.begin();
    within = Within.GROUP;
  }

  private void beginAccount(Bai2Records.Entry entry) throws RefusedFile {
    totals.beginAccount(entry);
    Bai2Fields fields = new Bai2Fields(entry.rest());
    account = fields.next();
    String own = fields.next();
    String code = own.isEmpty() ? groupCurrency : own;
    // the standard's default
    currency = monies.currency(code.isEmpty() ? "USD" : code);
    if (currency == Monies.UNKNOWN) {
      throw broken(entry, "currency " + code);
    }
    summary.clear();
    credits = 0;
    debits = 0;
    while (fields.more()) {
      summary(entry, fields);
    }
    within = Within.ACCOUNT;
  }

  private void summary(Bai2Records.Entry entry, Bai2Fields fields) throws RefusedFile {
    String type = fields.next();
    String amount = fields.next();
    fields.next();
    long minor = amount.isEmpty() ? 0 : monies.whole(amount);
    if (minor == Monies.UNREADABLE || !fields.funds()) {
      throw broken(entry, "summary " + type + " cannot be read");
    }
    totals.amount(minor);
    if (!amount.isEmpty()) {
      summary.put(type, minor);
    }
  }

  private void detail(Bai2Records.Entry entry) {
    Bai2Fields fields = new Bai2Fields(entry.rest());
    String type = fields.next();
    String amount = fields.next();
    long minor = amount.isEmpty() ? 0 : monies.whole(amount);
    if (minor == Monies.UNREADABLE) {
      postings.bad(entry.line(), "amount", amount, BadRow.Problem.AMOUNT);
      return;
    }
    totals.amount(minor);
    if (type.equals("890") || (amount.isEmpty() && type.matches("9[01]\\d"))) {
      // words of the bank without money
      return;
    }
    boolean credit = type.matches("[123]\\d\\d|9[2-5]\\d");
    boolean debit = type.matches("[456]\\d\\d|9[6-9]\\d");
    if (!credit && !debit) {
      postings.bad(entry.line(), "type", type, BadRow.Problem.WORD);
    } else if (!fields.funds()) {
      postings.bad(entry.line(), "funds type", "", BadRow.Problem.WORD);
    } else {
      give(fields, type, credit ? minor : -minor, credit, entry.line());
    }
  }

  private void give(Bai2Fields fields, String type, long minor, boolean credit, long line) {
    Posting posting = new Posting();
    posting.minor = minor;
    posting.currency = currency;
    posting.kind = BankCodes.bai(type, credit);
    posting.on(day, zone);
    posting
        .word(Text.ACCOUNT, account)
        .word(Text.TYPE, type)
        .word(Text.ID, reference(fields.next()))
        .word(Text.REFERENCE, reference(fields.next()));
    String text = fields.rest();
    if (text.length() > Postings.MAX_TEXT) {
      postings.bad(line, "text", "", BadRow.Problem.TOO_LONG);
      return;
    }
    posting.word(Text.REMARK, text);
    credits = credit ? Math.addExact(credits, minor) : credits;
    debits = credit ? debits : Math.addExact(debits, -minor);
    postings.counted(posting);
  }

  private static String reference(String text) {
    return text.matches("0*") ? "" : CamtPosting.named(text);
  }

  private void endAccount(Bai2Records.Entry entry) throws RefusedFile {
    int digits = monies.digits();
    String name = "account " + account + " of " + day;
    declared(name + ": total credits (100)", "100", credits, digits);
    declared(name + ": total debits (400)", "400", debits, digits);
    Long opening = summary.get("010");
    Long closing = summary.getOrDefault("015", summary.get("030"));
    if (opening != null && closing != null) {
      long found = Math.addExact(opening, Math.subtractExact(credits, debits));
      checks.amount(name + ": closing ledger", closing, found, digits);
    }
    totals.endAccount(entry, name, digits);
    within = Within.GROUP;
  }

  private void declared(String what, String type, long found, int digits) {
    Long declared = summary.get(type);
    if (declared != null) {
      checks.amount(what, declared, found, digits);
    }
  }
}
