package guiwei.sift;

import guiwei.table.Book;
import guiwei.table.Channel;
import guiwei.table.Hash;
import guiwei.table.LineKind;
import guiwei.table.Locator;
import guiwei.table.Num;
import guiwei.table.Row;
import guiwei.table.State;
import guiwei.table.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What one clerk notes of rows in both of a channel's bills, seven numbers a row; afterwards the
/// rows of one number are brought together: see [Funds].
public final class FundNotes {
  private static final int PARTS = 64;
  private static final int PART_SHIFT = 58;
  private static final int WIDTH = 7;
  private static final int INDEX_BITS = 22;
  private static final long FUND = 1L << 62;
  private static final long PENDING = 1L << 61;

  private static final Comparator<Note> FINAL_FIRST =
      Comparator.comparing(Note::isPending)
          .thenComparingLong(Note::where)
          .thenComparingLong(Note::locator);

  private final long[][] rows = new long[PARTS][];
  private final int[] counts = new int[PARTS];

  /// The service provider's account by the account of each merchant below it.
  private final Map<Integer, Integer> providers = new TreeMap<>();

  /// What a row moved.
  public enum Move {
    PAYMENT,
    REFUND,
    FEE
  }

  /// One row: `amountMinor` is signed as the account saw it, `feeMilli` is what a trade says its
  /// fee is, or [Num#NONE].
  ///
  /// @param copy the same for the same fact in another export
  /// @param where see [#day], [#account]
  record Note(long amountMinor, long feeMilli, long copy, long locator, long where) {
    boolean isFund() {
      return (where & FUND) != 0;
    }

    /// Accepted, and perhaps booked later.
    boolean isPending() {
      return (where & PENDING) != 0;
    }

    Move move() {
      return Move.values()[(int) (where >>> 56) & 3];
    }

    /// Channel, currency, account and day in one number, the same for both bills.
    long day() {
      return where & (1L << 52) - 1;
    }

    /// The key of its day, on another account.
    long key(int account) {
      Channel channel = Channel.values()[(int) (where >>> 48) & 15];
      return Nets.key(channel, account, (int) (where >>> 32) & 0xffff, (int) where & 0xffff);
    }

    int account() {
      return (int) (where >>> 16) & 0xffff;
    }

    /// The same on another account.
    Note onAccount(int account) {
      long moved = (where & ~(0xffffL << 16)) | (long) account << 16;
      return new Note(amountMinor, feeMilli, copy, locator, moved);
    }

    private boolean repeats(Note other) {
      return copy == other.copy && isFund() == other.isFund() && move() == other.move();
    }
  }

  /// Whether a row is one side of the comparison.
  static boolean compares(Row row) {
    if (!row.has(Text.ID) || !row.hasTime || row.state == State.FAILED) {
      return false;
    }
    return switch (row.kind) {
      case PAYMENT -> row.state != State.PENDING;
      case REFUND, VOID -> true;
      case FEE, FEE_BACK -> row.book == Book.FUND;
      case PAYOUT, TRANSFER, INTEREST, TOP_UP, PREAUTH, PREAUTH_DONE, OTHER -> false;
    };
  }

  /// Notes whose account another is below: a channel pays each merchant of a service provider
  /// from an account of its own.
  void under(int account, int provider) {
    if (account != provider) {
      providers.put(account, provider);
    }
  }

  /// The account of the service provider, or the account itself.
  static Map<Integer, Integer> providers(List<FundNotes> all) {
    Map<Integer, Integer> providers = new TreeMap<>();
    all.forEach(
        notes -> notes.providers.forEach((own, top) -> providers.merge(own, top, Math::min)));
    return providers;
  }

  /// Notes a row that [#compares].
  ///
  /// @param account the merchant's own, which a fund bill is about
  void add(Row row, int account, int day) {
    boolean settled = row.book == Book.TRADE && row.has(Num.SETTLED);
    long amount = row.figure(settled ? Num.SETTLED : Num.AMOUNT);
    Text own = row.book == Book.FUND ? Text.TRACE : Text.ID;
    long copy = Hash.mix(Hash.of(row.bytes, row.from(own), row.to(own)), amount);
    Text key = key(row);
    long hash = Hash.of(row.bytes, row.from(key), row.to(key));
    int part = (int) (hash >>> PART_SHIFT);
    int at = counts[part]++ * WIDTH;
    if (rows[part] == null) {
      rows[part] = new long[64 * WIDTH];
    } else if (at == rows[part].length) {
      rows[part] = Arrays.copyOf(rows[part], at * 2);
    }
    long[] numbers = rows[part];
    numbers[at] = hash;
    numbers[at + 1] = end(row, key);
    numbers[at + 2] = amount;
    numbers[at + 3] = row.book == Book.FUND ? Num.NONE : row.figure(Num.FEE_MILLI);
    numbers[at + 4] = copy;
    numbers[at + 5] = row.locator;
    numbers[at + 6] = where(row, account, day);
  }

  /// The number that both bills write: WeChat Pay books a refund under its own, others under that
  /// of the payment.
  private static Text key(Row row) {
    boolean original =
        (row.kind == LineKind.REFUND || row.kind == LineKind.VOID)
            && row.channel != Channel.WECHAT
            && row.has(Text.ORIGINAL);
    return original ? Text.ORIGINAL : Text.ID;
  }

  /// The last eight bytes of the number: equal hashes are one number only where these agree too.
  private static long end(Row row, Text key) {
    long end = 0;
    for (int i = Math.max(row.from(key), row.to(key) - 8); i < row.to(key); i++) {
      end = end << 8 | (row.bytes[i] & 0xff);
    }
    return end;
  }

  private static long where(Row row, int account, int day) {
    Move move =
        switch (row.kind) {
          case FEE, FEE_BACK -> Move.FEE;
          case REFUND, VOID -> Move.REFUND;
          default -> Move.PAYMENT;
        };
    return (row.book == Book.FUND ? FUND : 0)
        | (row.state == State.PENDING ? PENDING : 0)
        | (long) move.ordinal() << 56
        | (long) row.channel.ordinal() << 48
        | (long) (row.currency & 0xffff) << 32
        | (long) account << 16
        | (day & 0xffff);
  }

  /// Hands over the rows of every number, each fact once, in no order.
  ///
  /// @param dead by file number: whether its rows count nowhere
  static void each(List<FundNotes> all, boolean[] dead, Consumer<List<Note>> judge) {
    for (int part = 0; part < PARTS; part++) {
      long[] rows = gather(all, part, dead);
      int count = rows.length / WIDTH;
      long[] sorted = new long[count];
      for (int i = 0; i < count; i++) {
        sorted[i] = ((rows[i * WIDTH] << 6) & (-1L << INDEX_BITS)) | i;
      }
      Arrays.sort(sorted);
      int from = 0;
      while (from < count) {
        int to = from + 1;
        while (to < count && sorted[to] >>> INDEX_BITS == sorted[from] >>> INDEX_BITS) {
          to++;
        }
        apart(rows, sorted, from, to, judge);
        from = to;
      }
    }
  }

  private static long[] gather(List<FundNotes> all, int part, boolean[] dead) {
    int most = all.stream().mapToInt(notes -> notes.counts[part]).sum() * WIDTH;
    long[] rows = new long[most];
    int filled = 0;
    for (FundNotes notes : all) {
      for (int at = 0; at < notes.counts[part] * WIDTH; at += WIDTH) {
        if (!dead[Locator.file(notes.rows[part][at + 5])]) {
          System.arraycopy(notes.rows[part], at, rows, filled, WIDTH);
          filled += WIDTH;
        }
      }
    }
    return Arrays.copyOf(rows, filled);
  }

  /// Numbers whose hashes share their upper bits only are told apart.
  private static void apart(
      long[] rows, long[] sorted, int from, int to, Consumer<List<Note>> judge) {
    boolean[] taken = new boolean[to - from];
    for (int i = from; i < to; i++) {
      if (!taken[i - from]) {
        List<Note> same = new ArrayList<>();
        for (int k = i; k < to; k++) {
          if (isOne(rows, index(sorted[i]), index(sorted[k]))) {
            taken[k - from] = true;
            addOnce(same, note(rows, index(sorted[k])));
          }
        }
        same.sort(Comparator.comparingLong(Note::locator));
        judge.accept(same);
      }
    }
  }

  private static int index(long sorted) {
    return (int) (sorted & (1L << INDEX_BITS) - 1) * WIDTH;
  }

  private static boolean isOne(long[] rows, int one, int other) {
    return rows[one] == rows[other] && rows[one + 1] == rows[other + 1];
  }

  private static Note note(long[] rows, int at) {
    return new Note(rows[at + 2], rows[at + 3], rows[at + 4], rows[at + 5], rows[at + 6]);
  }

  /// Of copies the more final one is kept, and of equal ones the first by its place.
  private static void addOnce(List<Note> notes, Note note) {
    for (int i = 0; i < notes.size(); i++) {
      if (notes.get(i).repeats(note)) {
        notes.set(i, FINAL_FIRST.compare(note, notes.get(i)) < 0 ? note : notes.get(i));
        return;
      }
    }
    notes.add(note);
  }
}
