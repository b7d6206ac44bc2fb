package guiwei.statement;

import guiwei.table.BadRow;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One field 61: a movement as it stands on the statement.
///
/// @param booked the entry date, else the value date
/// @param minor signed, in minor units
/// @param reversed the bank took back an earlier credit (RC) or debit (RD)
/// @param expected announced, not booked (EC, ED)
/// @param type the letters after `N`, `S` or `F`
/// @param reference what the customer calls it
/// @param bankReference what the bank calls it
/// @param more the second line, free for the bank
record MtMovement(
    LocalDate booked,
    long minor,
    boolean reversed,
    boolean expected,
    String type,
    String reference,
    String bankReference,
    String more) {
  private static final Pattern LINE =
      Pattern.compile(
          "(?<value>\\d{6})(?:(?<entry>\\d{4})| {4})?(?<mark>RC|RD|EC|ED|C|D)[A-Z]?"
              + "(?<amount>\\d[\\d.]*(?:,\\d*)?)"
              + " ?(?<type>[NSF][A-Z0-9]{2} |[NSF] {3}|[A-Z][A-Z0-9]{3})?(?<rest>.*)");

  /// What a bank adds behind its own reference instead of on a line of its own.
  private static final Pattern ADDED = Pattern.compile("/[A-Z]{4}/");

  /// Banks that pad their fields leave a gap before what is no reference any more.
  private static final Pattern GAP = Pattern.compile(" {2,}");

  /// A movement, or why there is none.
  record Answer(@Nullable MtMovement movement, BadRow.@Nullable Problem problem) {}

  static Answer parse(String text, Monies monies) {
    int end = text.indexOf('\n');
    String first = (end < 0 ? text : text.substring(0, end)).strip();
    Matcher line = LINE.matcher(first);
    if (!line.matches()) {
      boolean dated = first.matches("\\d{6}.*");
      return refused(dated ? BadRow.Problem.AMOUNT : BadRow.Problem.TIME);
    }
    long amount = monies.unsigned(point(line.group("amount")));
    if (amount == Monies.UNREADABLE) {
      return refused(BadRow.Problem.AMOUNT);
    }
    String mark = line.group("mark");
    boolean credit = mark.equals("C") || mark.equals("RD") || mark.equals("EC");
    String[] references = line.group("rest").split("//", 2);
    String[] ours = GAP.split(references[0].strip(), 2);
    String bank = references.length > 1 ? references[1].strip() : "";
    Matcher added = ADDED.matcher(bank);
    int bankEnd = added.find() ? added.start() : bank.length();
    try {
      LocalDate value = BankMoments.bankDay(line.group("value"));
      String entry = line.group("entry");
      String type = line.group("type") == null ? "" : line.group("type").strip();
      return new Answer(
          new MtMovement(
              entry == null ? value : BankMoments.fourDigitsNear(entry, value),
              credit ? amount : -amount,
              mark.startsWith("R"),
              mark.startsWith("E"),
              type,
              ours[0],
              bank.substring(0, bankEnd),
              (ours.length > 1 ? ours[1] + " " : "")
                  + bank.substring(bankEnd)
                  + (end < 0 ? "" : text.substring(end + 1).replace("\n", "").strip())),
          null);
    } catch (DateTimeException noSuchDay) {
      return refused(BadRow.Problem.TIME);
    }
  }

  private static Answer refused(BadRow.Problem problem) {
    return new Answer(null, problem);
  }

  /// `1.234,56` and `1234,` with a decimal point.
  static String point(String amount) {
    String plain = amount.indexOf(',') < 0 ? amount : amount.replace(".", "").replace(',', '.');
    return plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain;
  }
}
