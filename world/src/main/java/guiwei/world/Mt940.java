package guiwei.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// SWIFT MT940, one message per day, the details in `?` fields.
final class Mt940 implements DayFile {
  private final Sheet sheet;
  private final BankWords words;
  private final BankBook book;
  private final List<Line> today = new ArrayList<>();
  private long balance;
  private int number;

  Mt940(Folder folder, BankBook book, BankWords words) {
    this.words = words;
    this.book = book;
    balance = book.opening();
    sheet = folder.utf8("mt940-" + book.number().substring(13) + ".sta");
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
    sheet.text("{1:F01YQLBCNSHAXXX0000000000}{2:O9400530");
    sheet.text(Clock.brief(day.plusDays(1))).text("YQLBCNSHAXXX0000000000");
    sheet.text(Clock.brief(day.plusDays(1))).text("0530N}{4:\r\n:20:ST").text(Clock.compact(day));
    sheet.text("\r\n:25:").text(book.number()).text("\r\n:28C:").number(number).text("/1\r\n");
    balance("60F", day);
    for (Line line : today) {
      balance += line.doing.sign * line.amount;
      entry(line);
    }
    balance("62F", day);
    sheet.text("-}\r\n");
  }

  private void balance(String tag, LocalDate day) {
    sheet.mark(':').text(tag).mark(':').mark(balance < 0 ? 'D' : 'C').text(Clock.brief(day));
    sheet.text(book.currency()).text(amount(balance)).text("\r\n");
  }

  private static String amount(long minor) {
    return Sheets.yuan(Math.abs(minor)).replace('.', ',');
  }

  private void entry(Line line) {
    String day = Clock.brief(Clock.date(line.at));
    sheet.text(":61:").text(day).text(day.substring(2)).mark(line.doing.sign > 0 ? 'C' : 'D');
    sheet.text(amount(line.amount)).text(code(line.doing)).text("NONREF//").text(line.id());
    sheet.text("\r\n:86:166?00").text(BankWords.digest(line.doing));
    int field = 20;
    String remark = words.remark(line);
    for (int at = 0; at < remark.length(); at += 27) {
      sheet.text("\r\n?").number(field++);
      sheet.text(remark.substring(at, Math.min(at + 27, remark.length())));
    }
    sheet.text("\r\n?31").text(words.otherAccount(line)).text("?32").text(words.otherName(line));
    sheet.text("\r\n");
  }

  private static String code(Doing doing) {
    return switch (doing) {
      case INTEREST -> "NINT";
      case BANK_FEE -> "NCHG";
      case PAYMENT, REFUND, VOID, PREAUTH, PREAUTH_DONE, PAYOUT, TOP_UP -> "NTRF";
      case INTERNAL_IN, INTERNAL_OUT, WAGES, SUPPLIER -> "NTRF";
    };
  }

  @Override
  public void close() {
    sheet.close();
  }
}
