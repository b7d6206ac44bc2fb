package guiwei.sift;

import guiwei.sift.FundNotes.Move;
import guiwei.sift.FundNotes.Note;
import guiwei.table.Book;
import guiwei.table.LineKind;
import guiwei.table.Locator;
import guiwei.table.Num;
import guiwei.table.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Holds a channel's trade bill against its fund bill, number by number: what was traded must have
/// been credited to the account at the channel, a refund taken from it, and the fee that was told.
///
/// The key is the channel's own number, the solver compares what both bills say of it. What the
/// fund bill alone knows is a receipt or a refund of its own and is thought about like any other.
/// What it lacks, or books as another amount, is told only where nearly all else agrees: else the
/// fund bill is of another account, or its fees come in one sum.
public final class Funds {
  /// Days on which fewer agree say nothing of what a fund bill covers.
  private static final int ENOUGH = 10;

  /// Refunds are fewer: so many must agree before one that does not is told.
  private static final int ENOUGH_REFUNDS = 2;

  /// The share that must agree before what does not is told.
  private static final int SURE_PERCENT = 90;

  /// What a trade's booking differs by.
  ///
  /// @param tradedMinor what the trade bill says, signed as the account should see it
  /// @param bookedMinor what the fund bill booked, 0 for nothing
  public record Difference(Move move, long tradedMinor, long bookedMinor) {
    /// What was booked more than traded, in minor units.
    public long minor() {
      return bookedMinor - tradedMinor;
    }
  }

  /// How many bookings agree with their trades.
  private static final class Share {
    int all;
    int agreed;

    void count(boolean agrees) {
      all++;
      agreed += agrees ? 1 : 0;
    }

    boolean isSure() {
      return isSure(ENOUGH);
    }

    /// Whether so many agree, and nine in ten of all but one.
    boolean isSure(int enough) {
      return agreed >= enough && agreed * 100L >= (all - 1L) * SURE_PERCENT;
    }
  }

  /// The shares of days, and of all days of an account together.
  private static final class Shares {
    private final Map<Long, Share> days = new HashMap<>();
    private final Map<Long, Share> accounts = new HashMap<>();

    void count(long day, boolean agrees) {
      share(days, day).count(agrees);
      share(accounts, day >>> 16).count(agrees);
    }

    /// Whether the day agrees but for few; where it has few bookings, whether it does but for one
    /// and so do all days together.
    boolean isSure(long day) {
      Share here = share(days, day);
      boolean butOne = here.agreed > 0 && here.all - here.agreed <= 1;
      return here.isSure() || (butOne && share(accounts, day >>> 16).isSure());
    }

    private static Share share(Map<Long, Share> shares, long key) {
      return shares.computeIfAbsent(key, k -> new Share());
    }
  }

  /// A difference that counts if its day allows it.
  ///
  /// @param movedMilli what the account had more than the trade says
  private record Suspect(Note trade, Difference difference, long movedMilli) {}

  private final Shares payments = new Shares();
  private final Shares fees = new Shares();

  /// By account: refunds are too few to be counted by day.
  private final Map<Long, Share> refunds = new HashMap<>();
  private final Map<Integer, Map<Integer, Integer>> accountsOfFiles = new HashMap<>();
  private final List<Suspect> suspects = new ArrayList<>();

  /// What the fund bill alone knows.
  private final List<Note> alone = new ArrayList<>();

  private final Map<Long, Difference> differences = new TreeMap<>();
  private final Sums booked = new Sums();

  private final Map<Integer, Integer> providers;

  private Funds(Map<Integer, Integer> providers) {
    this.providers = providers;
  }

  /// Compares everything noted.
  ///
  /// @param dead by file number: whether its rows count nowhere
  static Funds of(List<FundNotes> all, boolean[] dead) {
    Funds funds = new Funds(FundNotes.providers(all));
    FundNotes.each(all, dead, funds::compare);
    funds.alone.forEach(funds::book);
    funds.judge();
    return funds;
  }

  private void judge() {
    List<Note> unknown =
        alone.stream().filter(n -> n.move() == Move.REFUND && payments.isSure(dayOf(n))).toList();
    unknown.forEach(note -> refunds(dayOf(note)).count(false));
    for (Note note : unknown) {
      if (refunds(dayOf(note)).isSure(ENOUGH_REFUNDS)) {
        differences.put(note.locator(), new Difference(Move.REFUND, 0, note.amountMinor()));
      }
    }
    for (Suspect suspect : suspects) {
      if (isSure(suspect)) {
        Note trade = suspect.trade;
        book(trade, trade.account(), suspect.movedMilli);
        // another amount has another fee: that is said once
        differences.putIfAbsent(trade.locator(), suspect.difference);
      }
    }
  }

  private void compare(List<Note> notes) {
    List<Note> trades = notes.stream().filter(n -> !n.isFund()).toList();
    List<Note> funds = notes.stream().filter(Note::isFund).toList();
    if (trades.isEmpty()) {
      alone.addAll(funds);
      return;
    }
    for (Note fund : funds) {
      accountsOfFiles
          .computeIfAbsent(Locator.file(fund.locator()), f -> new HashMap<>())
          .merge(trades.getFirst().account(), 1, Integer::sum);
    }
    boolean even = isEven(trades, funds);
    int lone = alone.size();
    List<Note> booked = new ArrayList<>(trades);
    payments(of(Move.PAYMENT, trades), of(Move.PAYMENT, funds), even, booked);
    refunds(of(Move.REFUND, trades), of(Move.REFUND, funds), even, booked);
    List<Note> fees = of(Move.FEE, funds);
    if (alone.size() > lone || trades.stream().anyMatch(n -> n.feeMilli() == Num.NONE)) {
      alone.addAll(fees);
    } else if (!booked.isEmpty()) {
      fees(booked, fees, even);
    }
  }

  private static List<Note> of(Move move, List<Note> notes) {
    return notes.stream().filter(n -> n.move() == move).toList();
  }

  /// Whether the account moved by just what the trades come to, whatever rows it is booked in:
  /// some bills book a refund net of its fee.
  private static boolean isEven(List<Note> trades, List<Note> funds) {
    if (trades.stream().anyMatch(n -> n.isPending() || n.feeMilli() == Num.NONE)) {
      return false;
    }
    long traded = trades.stream().mapToLong(n -> n.amountMinor() * 1000 - n.feeMilli()).sum();
    return isSame(traded, sum(funds) * 1000);
  }

  private static long sum(List<Note> notes) {
    return notes.stream().mapToLong(Note::amountMinor).sum();
  }

  /// Whether two amounts are one but for its rounding to minor units.
  private static boolean isSame(long milli, long otherMilli) {
    return Math.abs(milli - otherMilli) < 1000;
  }

  /// @param booked the trades of the number; those that the fund bill lacks are taken out
  private void payments(List<Note> trades, List<Note> funds, boolean even, List<Note> booked) {
    if (trades.isEmpty()) {
      alone.addAll(funds);
      return;
    }
    long traded = sum(trades);
    long credited = sum(funds);
    Note trade = trades.getFirst();
    boolean agrees = even || traded == credited;
    payments.count(dayOf(trade, trade.account()), agrees);
    if (!agrees) {
      suspect(trade, new Difference(Move.PAYMENT, traded, credited), booked);
    }
  }

  /// Refunds of one payment: each takes a booking of its amount; one that finds none differs from
  /// one that is left, or was not booked at all.
  private void refunds(List<Note> trades, List<Note> funds, boolean even, List<Note> booked) {
    List<Note> left = new ArrayList<>(funds);
    List<Note> unbooked = new ArrayList<>();
    for (Note trade : trades) {
      Note fund = first(left, trade.amountMinor());
      boolean agrees = even || fund != null;
      left.remove(fund);
      if (trade.isPending()) {
        pending(trade, fund, booked);
        continue;
      }
      refunds(dayOf(trade, trade.account())).count(agrees);
      if (!agrees) {
        unbooked.add(trade);
      }
    }
    if (even) {
      return;
    }
    for (Note trade : unbooked) {
      long taken = left.isEmpty() ? 0 : left.removeFirst().amountMinor();
      suspect(trade, new Difference(Move.REFUND, trade.amountMinor(), taken), booked);
    }
    alone.addAll(left);
  }

  /// A refund that was only accepted is in no day's net: what was booked of it is.
  private void pending(Note trade, @Nullable Note fund, List<Note> booked) {
    if (fund == null) {
      booked.remove(trade);
    } else {
      this.booked.add(trade.key(trade.account()), netMilli(trade));
    }
  }

  /// What a trade moves, net of its fee.
  private static long netMilli(Note trade) {
    long fee = trade.feeMilli() == Num.NONE ? 0 : trade.feeMilli();
    return trade.amountMinor() * 1000 - fee;
  }

  private void suspect(Note trade, Difference difference, List<Note> booked) {
    if (difference.bookedMinor == 0) {
      booked.remove(trade);
      suspects.add(new Suspect(trade, difference, -netMilli(trade)));
    } else {
      suspects.add(new Suspect(trade, difference, difference.minor() * 1000));
    }
  }

  private static @Nullable Note first(List<Note> notes, long amountMinor) {
    return notes.stream().filter(n -> n.amountMinor() == amountMinor).findFirst().orElse(null);
  }

  private void fees(List<Note> trades, List<Note> funds, boolean even) {
    List<Note> payments = of(Move.PAYMENT, trades);
    Note trade = payments.isEmpty() ? trades.getFirst() : payments.getFirst();
    long told = trades.stream().mapToLong(Note::feeMilli).sum();
    long taken = -sum(funds);
    boolean agrees = even || isSame(told, taken * 1000);
    fees.count(dayOf(trade, trade.account()), agrees);
    if (!agrees) {
      Difference difference = new Difference(Move.FEE, -Math.round(told / 1000.0), -taken);
      suspects.add(new Suspect(trade, difference, told - taken * 1000));
    }
  }

  private Share refunds(long day) {
    return Shares.share(refunds, day >>> 16);
  }

  private boolean isSure(Suspect suspect) {
    long day = dayOf(suspect.trade, suspect.trade.account());
    return payments.isSure(day)
        && switch (suspect.difference.move) {
          case PAYMENT -> true;
          case REFUND -> refunds(day).isSure(ENOUGH_REFUNDS);
          case FEE -> fees.isSure(day);
        };
  }

  private void book(Note fund) {
    book(fund, account(fund), fund.amountMinor() * 1000);
  }

  /// On the merchant's own account and on that of its service provider.
  private void book(Note note, int account, long milli) {
    booked.add(note.key(account), milli);
    if (providers.containsKey(account)) {
      booked.add(note.key(top(account)), milli);
    }
  }

  private int top(int account) {
    return providers.getOrDefault(account, account);
  }

  /// The day of all merchants of a service provider together.
  private long dayOf(Note note, int account) {
    return note.onAccount(top(account)).day();
  }

  /// The account that a line of a fund bill is about: that of most trades in its file, because
  /// WeChat Pay does not write it.
  private int account(Note fund) {
    Map<Integer, Integer> votes =
        accountsOfFiles.getOrDefault(Locator.file(fund.locator()), Map.of());
    Map<Integer, Integer> together = new HashMap<>();
    votes.forEach((account, count) -> together.merge(top(account), count, Integer::sum));
    return most(votes).or(() -> most(together)).orElse(fund.account());
  }

  private static Optional<Integer> most(Map<Integer, Integer> votes) {
    int all = votes.values().stream().mapToInt(Integer::intValue).sum();
    return votes.entrySet().stream()
        .filter(entry -> entry.getValue() * 2 > all)
        .findFirst()
        .map(Map.Entry::getKey);
  }

  private long dayOf(Note fund) {
    return dayOf(fund, account(fund));
  }

  /// The lines of payments and refunds that only the fund bill knows.
  long[] alone() {
    return alone.stream()
        .filter(note -> note.move() != Move.FEE)
        .mapToLong(Note::locator)
        .toArray();
  }

  /// The lines of trades that were booked otherwise, sorted.
  long[] differing() {
    return differences.keySet().stream().mapToLong(Long::longValue).toArray();
  }

  /// What the trade of this line was booked as, where that is another amount.
  public @Nullable Difference difference(long locator) {
    return differences.get(locator);
  }

  /// What was booked more than traded, by the keys of [Nets].
  public Sums booked() {
    return booked;
  }

  /// Turns a line of a fund bill into one of the trade bill that is not there: a refund is what the
  /// payer got back, not what the account lost.
  static void asTrade(Row row) {
    row.book = Book.TRADE;
    if (row.kind == LineKind.REFUND && row.has(Num.SETTLED)) {
      row.set(Num.AMOUNT, row.figure(Num.SETTLED));
    }
  }
}
