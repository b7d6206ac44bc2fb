package guiwei.statement;

import guiwei.table.RefusedFile;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What one MT940 or MT942 message declares, and what its movements add up to; across messages,
/// the pages of one statement.
final class MtStatement {
  /// A balance: signed minor units.
  ///
  /// @param page an intermediate balance: the statement goes on on another page
  private record Balance(String currency, long minor, boolean page, @Nullable LocalDate day) {}

  /// A statement that goes on on another page.
  ///
  /// @param opening of its first page, or null where that is not in the file
  private record Begun(@Nullable Balance opening, Balance closing) {}

  private static final Pattern BALANCE =
      Pattern.compile(
          "(?<mark>C|D|RC|RD)(?<day>\\d{6})(?<currency>[A-Z]{3})?(?<amount>\\d[\\d.]*(,\\d*)?)");
  private static final Pattern TOTAL =
      Pattern.compile("(?<count>\\d{1,9})(?<currency>[A-Z]{3})(?<amount>\\d[\\d.]*(,\\d*)?)");
  private static final Pattern FLOOR = Pattern.compile("(?<currency>[A-Z]{3})[CD]?[\\d.,]*");
  private static final int MAX_OPEN_PAGES = 10_000;

  private final Monies monies;
  private final Checks checks;
  private final Map<String, Begun> openPages = new HashMap<>();
  private String type = "";
  private String reference = "";
  private String account = "";
  private String number = "";
  private String currency = "";
  private @Nullable Balance opening;
  private @Nullable Balance closing;
  private @Nullable String debitTotal;
  private @Nullable String creditTotal;
  private long credits;
  private long debits;
  private long creditCount;
  private long debitCount;

  MtStatement(Monies monies, Checks checks) {
    this.monies = monies;
    this.checks = checks;
  }

  void begin(String messageType) {
    type = messageType;
    reference = "";
    account = "";
    number = "";
    currency = "";
    opening = null;
    closing = null;
    debitTotal = null;
    creditTotal = null;
    credits = 0;
    debits = 0;
    creditCount = 0;
    debitCount = 0;
  }

  String account() {
    return account;
  }

  String currency() {
    return currency;
  }

  /// A field that is no movement.
  void say(String tag, String text, long line) throws RefusedFile {
    switch (tag) {
      case "20" -> reference = text;
      case "25", "25P" -> account = accountNumber(text);
      case "28", "28C" -> number = text;
      case "34F" -> floor(text, line);
      case "60F", "60M" -> opening = opening == null ? balance(tag, text, line) : opening;
      case "62F", "62M" -> closing = balance(tag, text, line);
      case "90D" -> debitTotal = text;
      case "90C" -> creditTotal = text;
      default -> {}
    }
  }

  /// `BLZ/account`, `BIC/account`, with the currency behind it or not.
  private static String accountNumber(String text) {
    String first = text.lines().findFirst().orElse("").strip().replaceFirst("/[A-Z]{3}$", "");
    String last = first.substring(first.lastIndexOf('/') + 1).strip();
    return last.replaceFirst("(?<=\\d) ?[A-Z]{3}$", "");
  }

  private void floor(String text, long line) throws RefusedFile {
    Matcher found = FLOOR.matcher(text);
    if (!found.matches()) {
      throw broken("34F", line);
    }
    currency = found.group("currency");
  }

  private Balance balance(String tag, String text, long line) throws RefusedFile {
    Matcher found = BALANCE.matcher(text.replace(" ", ""));
    if (!found.matches()) {
      throw broken(tag, line);
    }
    // a closing balance without its currency is in that of the opening one
    String said = found.group("currency") == null ? currency : found.group("currency");
    if (monies.currency(said) == Monies.UNKNOWN) {
      throw broken(tag, line);
    }
    long amount = monies.unsigned(MtMovement.point(found.group("amount")));
    if (amount == Monies.UNREADABLE) {
      throw broken(tag, line);
    }
    currency = said;
    boolean debit = found.group("mark").endsWith("D") == (found.group("mark").length() == 1);
    return new Balance(
        currency, debit ? -amount : amount, tag.endsWith("M"), day(found.group("day")));
  }

  private static @Nullable LocalDate day(String written) {
    try {
      return BankMoments.sixDigits(written);
    } catch (DateTimeException noDay) {
      return null;
    }
  }

  private static RefusedFile broken(String tag, long line) {
    return new RefusedFile(
        RefusedFile.Problem.BROKEN, "field " + tag + " of line " + line + " cannot be read");
  }

  void move(MtMovement movement) {
    if (movement.expected()) {
      return;
    }
    if (movement.minor() >= 0) {
      credits = Math.addExact(credits, movement.minor());
      creditCount++;
    } else {
      debits = Math.addExact(debits, -movement.minor());
      debitCount++;
    }
  }

  void end(boolean closed, boolean blocks, Postings postings) throws RefusedFile {
    if (blocks && !closed) {
      throw new RefusedFile(RefusedFile.Problem.TRUNCATED, name() + " has no end (-})");
    }
    if (type.equals("942") || (type.isEmpty() && opening == null && closing == null)) {
      endReport(closed);
    } else {
      endStatement(closed, postings);
    }
  }

  private String name() {
    return "statement " + number + " " + reference;
  }

  private void endStatement(boolean closed, Postings postings) throws RefusedFile {
    Balance start = opening;
    Balance end = closing;
    if (start == null || end == null) {
      boolean cutOff = end == null && !closed;
      throw new RefusedFile(
          cutOff ? RefusedFile.Problem.TRUNCATED : RefusedFile.Problem.BROKEN,
          name() + " has no " + (start == null ? "opening" : "closing") + " balance");
    }
    monies.currency(end.currency);
    checks.amount(
        name() + ": closing balance " + end.currency,
        end.minor,
        Math.addExact(start.minor, Math.subtractExact(credits, debits)),
        monies.digits());
    Balance first = page(start, end);
    if (first != null && !end.page) {
      int packed = monies.currency(end.currency);
      postings.period(account, packed, first.day, end.day, first.minor, end.minor);
    }
  }

  /// The closing balance of one page is the opening balance of the next.
  ///
  /// @return with which balance the statement began, or null where the file does not say
  private @Nullable Balance page(Balance start, Balance end) throws RefusedFile {
    String key = account + " " + number.split("/", 2)[0];
    Begun before = openPages.remove(key);
    Balance first = start.page ? null : start;
    if (start.page && before != null) {
      checks.amount(
          name() + ": opening balance of the page",
          start.minor,
          before.closing.minor,
          monies.digits());
      first = before.opening;
    } else if (before != null) {
      openPages.put(key, before);
    }
    if (end.page) {
      openPages.put(key, new Begun(first, end));
    }
    if (openPages.size() > MAX_OPEN_PAGES) {
      throw new RefusedFile(RefusedFile.Problem.BROKEN, "too many statements that go on");
    }
    return first;
  }

  private void endReport(boolean closed) throws RefusedFile {
    if (!closed && debitTotal == null && creditTotal == null) {
      throw new RefusedFile(
          RefusedFile.Problem.TRUNCATED, name() + " has neither totals nor an end mark");
    }
    total("debits", debitTotal, closed, debitCount, debits);
    total("credits", creditTotal, closed, creditCount, credits);
  }

  /// A total that is missing says zero, unless an end mark says that nothing is missing.
  private void total(String what, @Nullable String text, boolean closed, long count, long sum)
      throws RefusedFile {
    if (text == null && closed) {
      return;
    }
    Matcher found = TOTAL.matcher(text == null ? "0" + currency + "0," : text.replace(" ", ""));
    if (!found.matches() || monies.currency(found.group("currency")) == Monies.UNKNOWN) {
      throw new RefusedFile(RefusedFile.Problem.BROKEN, name() + ": total of " + what);
    }
    long declared = monies.unsigned(MtMovement.point(found.group("amount")));
    checks.count(name() + ": number of " + what, Long.parseLong(found.group("count")), count);
    checks.amount(name() + ": sum of " + what, declared, sum, monies.digits());
  }

  /// The file is at its end: no statement may still want a page.
  void endFile() throws RefusedFile {
    if (!openPages.isEmpty()) {
      throw new RefusedFile(
          RefusedFile.Problem.TRUNCATED, "a statement goes on on a page that is not in the file");
    }
  }
}
