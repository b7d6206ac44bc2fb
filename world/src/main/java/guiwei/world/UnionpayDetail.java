package guiwei.world;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// UnionPay's merchant detail (ZM): fixed width in GBK bytes, one space between fields, no year.
final class UnionpayDetail implements DayFile {
  private static final int[] WIDTHS = {
    3, 11, 11, 6, 10, 19, 12, 4, 2, 21, 2, 32, 2, 6, 10, 13, 13, 4, 15, 2, 2, 6, 2, 4, 32, 1, 21,
    15, 1, 15, 32, 13, 13, 8, 32, 13, 13, 12, 2, 1, 32, 98
  };

  private final Folder folder;
  private final People people;
  private @Nullable Sheet open;

  UnionpayDetail(Folder folder, People people) {
    this.folder = folder;
    this.people = people;
  }

  @Override
  public void open(LocalDate day) {
    open = folder.gbk("INN" + Clock.brief(day) + "88ZM_898310053110001");
  }

  @Override
  public void line(Line line) {
    boolean back = line.doing == Doing.REFUND;
    String[] field = new String[WIDTHS.length];
    field[0] = back ? "S30" : "S22";
    field[1] = "00049992";
    field[2] = "48023310";
    field[3] = line.id().substring(15);
    field[4] = monthDay(line.at);
    field[5] = people.card(line.payer, line.instrument);
    field[6] = figures(line.amount, 12);
    field[7] = "5311";
    field[8] = "07";
    field[9] = line.id();
    field[11] = line.reference;
    field[12] = "01";
    Line paid = line.original;
    if (paid != null) {
      field[13] = paid.id().substring(15);
      field[14] = monthDay(paid.at);
      field[26] = paid.id();
      field[40] = paid.reference;
    }
    long net = line.doing.sign * line.amount - line.fee;
    field[15] = (line.fee < 0 ? "C" : "D") + figures(Math.abs(line.fee), 12);
    field[16] = (net < 0 ? "D" : "C") + figures(Math.abs(net), 12);
    field[17] = "0201";
    field[19] = back ? "04" : "01";
    field[20] = "01";
    field[21] = "000201";
    field[27] = line.store.unionpay();
    field[32] = field[16];
    field[33] = "01080209";
    field[34] = line.refundNumber;
    write(field);
  }

  private void write(@Nullable String[] field) {
    Sheet sheet = sheet();
    for (int i = 0; i < WIDTHS.length; i++) {
      String value = field[i] == null ? "" : field[i];
      sheet.text(i == 0 ? "" : " ").text(value);
      sheet.text(" ".repeat(WIDTHS[i] - value.getBytes(Folder.GBK).length));
    }
    sheet.text("\r\n");
  }

  private static String monthDay(long at) {
    return Clock.compact(Clock.date(at)).substring(4) + Clock.hhmmss(at);
  }

  static String figures(long value, int width) {
    String text = Long.toString(value);
    return "0".repeat(width - text.length()) + text;
  }

  @Override
  public void shut(LocalDate day) {
    sheet().close();
    open = null;
  }

  private Sheet sheet() {
    if (open == null) {
      throw new IllegalStateException("no day is open");
    }
    return open;
  }

  @Override
  public void close() {}
}
