package guiwei.sift;

import guiwei.statement.StatementLine;
import guiwei.table.Book;
import guiwei.table.Channel;
import guiwei.table.LineKind;
import guiwei.table.Names;
import guiwei.table.State;

/// What each account's trades come to per day, net of fees, in thousandths of a minor unit, as
/// [Sums] under one key per account and day, and per batch: see [Lots].
public final class Nets {
  private Nets() {}

  /// Packs a channel's account, currency and day for [FileNotes#nets].
  static long key(Channel channel, int account, int currency, int day) {
    return 1L << 52
        | (long) channel.ordinal() << 48
        | (long) account << 32
        | (long) currency << 16
        | (day & 0xffff);
  }

  /// The nets of one file that are under no account's name, under a number of the file's own:
  /// whose list names no account pays what stands in that list.
  static Sums ofNameless(Sums nets, int own) {
    Sums nameless = new Sums();
    nets.each(
        (key, count, sum) -> {
          if (!Lots.isKey(key) && (int) (key >>> 32 & 0xffff) == Names.NONE) {
            nameless.add(key | (long) own << 32, count, sum);
          }
        });
    return nameless;
  }

  /// Takes a line out of the nets that it was counted in.
  public static void takeOut(StatementLine line, Days calendar, Names accounts, Sums nets) {
    if (counted(line)) {
      if (!line.list.isEmpty()) {
        nets.add(Lots.key(Lots.hash(line.list)), line.feeMilli - line.settledMinor * 1000);
      }
      takeOut(line, calendar, accounts.of(line.account), nets);
      if (!line.subAccount.isEmpty() && !line.subAccount.equals(line.account)) {
        takeOut(line, calendar, accounts.of(line.subAccount), nets);
      }
    }
  }

  /// Whether the line was one of a channel's day when it was read: see [Clerk].
  private static boolean counted(StatementLine line) {
    boolean charged = line.book == Book.JOURNAL && line.feeMilli != 0;
    return (line.book == Book.TRADE || charged)
        && line.kind != LineKind.PAYOUT
        && line.hasTime
        && line.state != State.FAILED
        && line.state != State.PENDING;
  }

  private static void takeOut(StatementLine line, Days calendar, int account, Sums nets) {
    int day = calendar.of(line.epochSecond);
    nets.add(
        key(line.channel, account, line.currency, day), line.feeMilli - line.settledMinor * 1000);
  }
}
