package guiwei.statement;

import guiwei.table.BadRow;
import guiwei.table.Text;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Says in our words what one STMTTRN says.
final class OfxPosting {
  /// A posting, or the column that cannot be read and why.
  record Answer(Posting posting, String column, String value, BadRow.@Nullable Problem problem) {}

  private static final Pattern MOMENT =
      Pattern.compile(
          "(?<day>\\d{8})(?<time>\\d{4}(?:\\d{2})?)?(?:\\.\\d{1,9})?"
              + "(?:\\[(?<offset>[-+]?\\d{1,2}(?:\\.\\d{1,2})?)(?::[^\\]]*)?\\])?");
  private static final Pattern COMMA = Pattern.compile("[-+]?\\d+,\\d{1,2}");
  private static final Pattern ENTITY =
      Pattern.compile("&(#\\d{1,7}|#x[0-9a-fA-F]{1,6}|\\w{2,5});");
  private static final int SECONDS = 3600;

  private final Monies monies = new Monies();
  private final ZoneId zone;

  /// @param zone of days without an offset
  OfxPosting(ZoneId zone) {
    this.zone = zone;
  }

  Answer posting(Map<String, String> said, Map<String, String> statement) {
    Posting posting = new Posting();
    String currency = said.getOrDefault("CURRENCY/CURSYM", statement.getOrDefault("CURDEF", ""));
    if (monies.currency(currency) == Monies.UNKNOWN) {
      return new Answer(posting, "CURDEF", currency, BadRow.Problem.WORD);
    }
    String amount = said.getOrDefault("TRNAMT", "");
    posting.minor =
        monies.signed(COMMA.matcher(amount).matches() ? amount.replace(',', '.') : amount);
    if (posting.minor == Monies.UNREADABLE) {
      boolean missing = amount.isEmpty();
      return new Answer(
          posting, "TRNAMT", amount, missing ? BadRow.Problem.MISSING : BadRow.Problem.AMOUNT);
    }
    String day = said.getOrDefault("DTPOSTED", "");
    if (!moment(posting, day)) {
      return new Answer(posting, "DTPOSTED", day, BadRow.Problem.TIME);
    }
    String action = said.getOrDefault("CORRECTACTION", "");
    if (!action.isEmpty()) {
      // a line of an earlier file is changed or taken out: a person must look at both
      return new Answer(posting, "CORRECTACTION", action, BadRow.Problem.WORD);
    }
    posting.currency = monies.currency(currency);
    posting.kind = BankCodes.ofx(said.getOrDefault("TRNTYPE", ""), posting.minor >= 0);
    words(posting, said, statement);
    return new Answer(posting, "", "", null);
  }

  private static void words(
      Posting posting, Map<String, String> said, Map<String, String> statement) {
    posting
        .word(Text.ID, said.getOrDefault("FITID", ""))
        .word(Text.ACCOUNT, statement.getOrDefault("ACCTID", ""))
        .word(Text.REFERENCE, said.getOrDefault("REFNUM", ""))
        .wordIfNone(Text.REFERENCE, said.getOrDefault("CHECKNUM", ""))
        .word(Text.PAYER_NAME, said.getOrDefault("EXTDNAME", ""))
        .wordIfNone(Text.PAYER_NAME, said.getOrDefault("NAME", ""))
        .wordIfNone(Text.PAYER_NAME, said.getOrDefault("PAYEE/NAME", ""))
        .word(Text.PAYER, said.getOrDefault("BANKACCTTO/ACCTID", ""))
        .wordIfNone(Text.PAYER, said.getOrDefault("CCACCTTO/ACCTID", ""))
        .word(Text.BANK, said.getOrDefault("BANKACCTTO/BANKID", ""))
        .word(Text.TYPE, said.getOrDefault("TRNTYPE", ""));
    String original = said.getOrDefault("ORIGCURRENCY/CURSYM", "");
    String rate = said.getOrDefault("ORIGCURRENCY/CURRATE", "");
    String foreign = original.isEmpty() ? "" : original + " @ " + rate;
    posting.word(Text.REMARK, (said.getOrDefault("MEMO", "") + " " + foreign).strip());
  }

  /// `20260301`, `20260301123000`, with a fraction, with `[+8:CST]`. Without an offset the hour
  /// is UTC, as OFX has it. Midnight and noon to the second stand for a day without an hour.
  private boolean moment(Posting posting, String text) {
    Matcher written = MOMENT.matcher(text);
    if (!written.matches()) {
      return false;
    }
    try {
      LocalDate day =
          LocalDate.parse(written.group("day"), java.time.format.DateTimeFormatter.BASIC_ISO_DATE);
      String digits = written.group("time") == null ? "0000" : written.group("time");
      int hour = Integer.parseInt(digits, 0, 2, 10);
      int minute = Integer.parseInt(digits, 2, 4, 10);
      int second = digits.length() == 6 ? Integer.parseInt(digits, 4, 6, 10) : 0;
      LocalTime time = LocalTime.of(hour, minute, second);
      if (day.getYear() < 1970 || day.getYear() > 2200) {
        return false;
      }
      String offset = written.group("offset");
      if (time.equals(LocalTime.MIDNIGHT) || time.equals(LocalTime.NOON)) {
        posting.on(day, offset == null ? zone : hours(offset));
      } else {
        posting.at(day.atTime(time), offset == null ? ZoneOffset.UTC : hours(offset));
      }
      return true;
    } catch (DateTimeException noSuchMoment) {
      return false;
    }
  }

  /// `-3.5` is three and a half hours west.
  private static ZoneOffset hours(String offset) {
    return ZoneOffset.ofTotalSeconds(
        new java.math.BigDecimal(offset)
            .multiply(java.math.BigDecimal.valueOf(SECONDS))
            .intValue());
  }

  /// The text with its character references undone; the five of XML, `nbsp` and numbers.
  static String plain(String text) {
    if (text.indexOf('&') < 0) {
      return text.strip();
    }
    return ENTITY
        .matcher(text)
        .replaceAll(
            reference -> Matcher.quoteReplacement(letter(reference.group(1), reference.group())))
        .strip();
  }

  private static String letter(String name, String asWritten) {
    return switch (name) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      case "apos" -> "'";
      case "nbsp" -> " ";
      default -> name.startsWith("#") ? numbered(name, asWritten) : asWritten;
    };
  }

  private static String numbered(String name, String asWritten) {
    boolean hex = name.startsWith("#x");
    int letter = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
    return Character.isValidCodePoint(letter) && letter >= ' '
        ? Character.toString(letter)
        : asWritten;
  }
}
