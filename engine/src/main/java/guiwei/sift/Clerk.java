package guiwei.sift;

import guiwei.statement.StatementLine;
import guiwei.table.BadRow;
import guiwei.table.Book;
import guiwei.table.Channel;
import guiwei.table.Hash;
import guiwei.table.LineKind;
import guiwei.table.Locator;
import guiwei.table.Names;
import guiwei.table.Num;
import guiwei.table.Period;
import guiwei.table.Row;
import guiwei.table.RowSink;
import guiwei.table.State;
import guiwei.table.Tally;
import guiwei.table.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One thread of a run and everything it may touch without asking: its writer to the shelf, its
/// caches, its finds.
final class Clerk {
  private final Shelf.Writer writer;
  private final Names.Cache stores;
  private final Names.Cache accounts;
  private final Names.Cache terminals;
  private final Shelf.Marks marks = new Shelf.Marks();

  final BadRows bad = new BadRows();

  /// Rows about stores and customers, decoded at once: there are few.
  final List<StatementLine> directory = new ArrayList<>();

  /// Clean pairs by payer and amount, for [Twins].
  final Twins.Notes twins = new Twins.Notes();

  /// How many clean pairs joined a store to an account, per channel: see [Doubts].
  final Sums roads = new Sums();

  /// How many clean pairs joined the order's store to the store that the line names.
  final Sums visits = new Sums();

  /// How many clean pairs each channel has on each day: see [Coverage].
  final Sums days = new Sums();

  /// How many clean pairs each account has at each store or till on each day: see [Ordered].
  final Sums ordered = new Sums();

  private final Map<Integer, FileNotes> files = new HashMap<>();
  private FileNotes notes = new FileNotes(-1);

  /// Both levels of the channels' bills: see [Funds].
  final FundNotes funds = new FundNotes();

  private final Desk desk;
  private final Days calendar;

  /// Clean payments by channel, account and currency.
  final Sums received = new Sums();

  /// Cancelled orders without money by currency.
  final Sums idle = new Sums();

  Clerk(Desk desk) {
    this.desk = desk;
    calendar = desk.days;
    writer = desk.shelf.writer();
    stores = desk.stores.cache();
    accounts = desk.accounts.cache();
    terminals = desk.terminals.cache();
  }

  /// Takes the rows of one file, or of a piece of it.
  RowSink sink(Intake.Entry entry) {
    return new Tray(entry);
  }

  /// Takes the rows of one file that nobody else counts.
  RowSink counting(Intake.Entry entry) {
    return new Tray(entry) {
      @Override
      public void row(Row row) {
        entry.rows++;
        super.row(row);
      }
    };
  }

  private class Tray implements RowSink {
    private final Intake.Entry entry;

    Tray(Intake.Entry entry) {
      this.entry = entry;
    }

    @Override
    public void row(Row row) {
      take(row);
    }

    @Override
    public void passedOver(String table) {
      entry.passedOver.add(table);
    }

    @Override
    public void tallied(Tally tally) {
      entry.periods.add(tally);
    }

    @Override
    public void period(Period period) {
      entry.periods.add(period);
    }

    @Override
    public void bad(BadRow row) {
      synchronized (entry) {
        entry.badRows++;
      }
      bad.add(row, entry.number);
    }
  }

  private void take(Row row) {
    switch (row.side) {
      case LINE -> line(row);
      case ORDER -> order(row);
      case STORE, CUSTOMER -> directory.add(new StatementLine(row));
    }
  }

  private void order(Row row) {
    name(row);
    open(row);
    notes.stores.set(marks.store);
    marks.terminal = terminals.of(row, Text.TERMINAL);
    marks.words = row.has(Text.REMARK);
    if (marks.words) {
      // a waybill's or invoice's number by which others call the order
      Alias.find(row, marks);
    }
    // a payment under a number of its own may still come for a cancelled order
    boolean awaited = row.state == State.CANCELLED && row.has(Text.ORIGINAL);
    boolean promised = row.has(Num.PROMISED) && row.figure(Num.PROMISED) != 0;
    // the deposit of a cancelled order may be kept
    boolean kept = row.state == State.CANCELLED && row.has(Num.DEPOSIT);
    marks.odd = promised || awaited || kept || !row.hasTime;
    put(row, Text.ID);
  }

  private void line(Row row) {
    seen(row);
    if (Withdrawal.is(row)) {
      notes.withdrawals.add(Withdrawal.of(row));
    }
    if (row.book == Book.FUND && !standsIn(row)) {
      return;
    }
    if (row.book == Book.TRADE && SlipKeys.names(row)) {
      int day = calendar.of(row.epochSecond);
      notes.slips.add(SlipKeys.of(row, row.figure(Num.AMOUNT), day), 0);
    }
    name(row);
    if (row.book == Book.TRADE && desk.funded.contains(row.channel)) {
      note(row);
    }
    if (row.book == Book.BANK) {
      notes.accounts.set(marks.account);
      notes.currency = row.currency;
    }
    marks.odd = row.book != Book.TRADE;
    if (row.book == Book.TRADE && row.hasTime && row.state != State.FAILED) {
      if (row.state != State.PENDING) {
        net(row);
      }
      marks.odd = false;
      if (Contract.concerns(row)) {
        notes.contract.note(row, marks.account);
      }
    }
    if (row.book == Book.TRADE && row.kind == LineKind.PAYMENT) {
      Alias.find(row, marks);
    }
    if (row.book == Book.JOURNAL) {
      slip(row);
    }
    boolean numbered = row.has(Text.REFERENCE) && row.book != Book.BANK && row.book != Book.FUND;
    put(row, numbered ? Text.REFERENCE : Text.ID);
  }

  /// Notes a row that one bill of a channel must tell like the other.
  private void note(Row row) {
    if (FundNotes.compares(row)) {
      int own = marks.subAccount == 0 ? marks.account : marks.subAccount;
      funds.under(own, marks.account);
      funds.add(row, own, calendar.of(row.epochSecond));
    }
  }

  /// A line of a terminal's journal: its till, and for what was given back the sale it names.
  private void slip(Row row) {
    marks.terminal = terminals.of(row, Text.TERMINAL);
    boolean charged = row.has(Num.FEE_MILLI) && row.figure(Num.FEE_MILLI) != 0;
    if (charged && row.hasTime && row.state != State.FAILED && row.state != State.PENDING) {
      // an acquirer's list of slips tells what it pays out
      net(row);
    }
    if (row.kind == LineKind.PAYMENT) {
      boolean words = row.has(Text.REMARK) || row.has(Text.GOODS) || row.has(Text.REFERENCE);
      marks.odd = words || !row.hasTime || row.dayOnly;
    } else if (row.length(Text.ORIGINAL) <= Shelf.MAX_TEXT) {
      marks.aliasFrom = row.from(Text.ORIGINAL);
      marks.aliasTo = row.to(Text.ORIGINAL);
    }
  }

  /// Whether a line of a fund bill counts as a receipt, because the channel's trade bill is not
  /// there. Where it is, the line is held against it; fees only enter the day's net.
  private boolean standsIn(Row row) {
    if (desk.traded.contains(row.channel)) {
      name(row);
      note(row);
      return false;
    }
    if (row.hasTime && (row.kind == LineKind.FEE || row.kind == LineKind.FEE_BACK)) {
      name(row);
      net(row);
    }
    Funds.asTrade(row);
    return row.kind == LineKind.PAYMENT || row.kind == LineKind.REFUND || row.kind == LineKind.VOID;
  }

  /// Adds what the line moves on its account, net of the fee, to its day.
  private void net(Row row) {
    if (row.kind == LineKind.PAYOUT) {
      return;
    }
    long settled = row.has(Num.SETTLED) ? row.figure(Num.SETTLED) : row.figure(Num.AMOUNT);
    long fee = row.has(Num.FEE_MILLI) ? row.figure(Num.FEE_MILLI) : 0;
    int day = calendar.of(row.epochSecond);
    long net = settled * 1000 - fee;
    if (row.has(Text.LIST)) {
      notes.nets.add(Lots.key(Hash.of(row.bytes, row.from(Text.LIST), row.to(Text.LIST))), net);
    }
    notes.nets.add(Nets.key(row.channel, marks.account, row.currency, day), net);
    if (marks.subAccount != 0 && marks.subAccount != marks.account) {
      // a channel pays the merchants of a service provider one by one
      notes.nets.add(Nets.key(row.channel, marks.subAccount, row.currency, day), net);
    }
  }

  private void name(Row row) {
    marks.store = stores.of(row, Text.STORE);
    marks.account = accounts.of(row, Text.ACCOUNT);
    marks.subAccount = row.has(Text.SUB_ACCOUNT) ? accounts.of(row, Text.SUB_ACCOUNT) : 0;
    marks.aliasFrom = 0;
    marks.aliasTo = 0;
    marks.terminal = Names.NONE;
    marks.words = false;
    marks.currency = row.currency;
  }

  private void put(Row row, Text key) {
    marks.odd |=
        Math.max(Math.max(marks.store, marks.terminal), Math.max(marks.account, marks.subAccount))
            == Names.OTHERS;
    // stage 1 compares bytes and writes them: that is only right where they are the same text
    marks.odd |= !row.isPlain(key) || !row.isPlain(Text.ID);
    long hash =
        row.has(key) ? Hash.of(row.bytes, row.from(key), row.to(key)) : Hash.mix(row.locator, 1);
    writer.add(row, hash, key, marks);
  }

  /// What this thread learnt, file by file.
  Collection<FileNotes> files() {
    return files.values();
  }

  /// What this thread learnt from one file, or null where it read nothing of it.
  @Nullable FileNotes notes(int file) {
    return files.get(file);
  }

  /// Whether a live trade bill tells of terminals' slips.
  boolean hasSlips(boolean[] dead) {
    return files.values().stream().anyMatch(notes -> !dead[notes.file] && !notes.slips.isEmpty());
  }

  /// Opens the notes of the row's file.
  private void open(Row row) {
    int file = Locator.file(row.locator);
    if (notes.file != file) {
      notes = files.computeIfAbsent(file, FileNotes::new);
    }
  }

  private void seen(Row row) {
    open(row);
    if (row.hasTime) {
      notes.lastSecond = Math.max(notes.lastSecond, row.epochSecond);
    }
  }

  /// Notes what the clean pairs of a partition say about payers, stores and accounts.
  void note(Grouping group) {
    Shelf.Partition partition = group.partition();
    for (int i = 0; i < group.pairs; i++) {
      int order = group.orders[i];
      int line = group.lines[i];
      int payer = partition.payer(line);
      payer = payer == 0 ? partition.payer(order) : payer;
      int place = partition.index << 24 | i;
      twins.add(payer, partition.amount(line), partition.second(line), place);
      roads.add(road(partition, order, line), partition.amount(line));
      visits.add(visit(partition, order, line), 0);
      Channel channel = Shelf.channel(partition.flags(line));
      days.add(Coverage.key(channel, calendar.of(partition.second(order))), 0);
      ordered.add(Ordered.key(partition, line, calendar.of(partition.second(line))), 0);
    }
    // a pair may be the twin of a payment that needs thought anyway
    for (int i = 0; i < group.restCount; i++) {
      int row = group.rest[i];
      int flags = partition.flags(row);
      if (!Shelf.isOrder(flags) && Shelf.kind(flags) == LineKind.PAYMENT) {
        twins.add(
            partition.payer(row), partition.amount(row), partition.second(row), Twins.NO_PAIR);
      }
    }
  }

  /// Packs channel, store and account of a clean pair into one key.
  static long road(Shelf.Partition partition, int order, int line) {
    return 1L << 44
        | (long) Shelf.channel(partition.flags(line)).ordinal() << 40
        | (long) partition.store(order) << 16
        | partition.ownAccount(line);
  }

  /// Packs channel, the order's store and the line's store into one key.
  static long visit(Shelf.Partition partition, int order, int line) {
    return 1L << 44
        | (long) Shelf.channel(partition.flags(line)).ordinal() << 40
        | (long) partition.store(order) << 16
        | partition.store(line);
  }
}
