package guiwei.profile;

import guiwei.money.Decimals;
import guiwei.table.BadRow;
import guiwei.table.Book;
import guiwei.table.Cells;
import guiwei.table.Channel;
import guiwei.table.Currencies;
import guiwei.table.Encoding;
import guiwei.table.LineKind;
import guiwei.table.Mapping;
import guiwei.table.Num;
import guiwei.table.Row;
import guiwei.table.Side;
import guiwei.table.State;
import guiwei.table.Text;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A profile's rules for one row: words, signs, units, kinds. Allocates nothing for words it
/// has seen before; not for several threads.
final class Rules implements Mapping.Refiner {
  /// From how many digits on words hold a number.
  private static final int NUMBER_DIGITS = 4;

  /// Words of two characters are a bank's: 转账, 汇入.
  private static final int LONGEST_WORD_BYTES = 6;

  /// Decimals that amounts are read with while the row's currency is not yet known.
  static final int WIDE = 4;

  /// What shops write for a guest who has no account.
  private static final Pattern DASHES = Pattern.compile("—+");

  private static final byte[] NO_CUSTOMER = {'0'};

  private static final Text[] TEXTS = Text.values();
  private static final Num[] AMOUNTS = {
    Num.AMOUNT, Num.SETTLED, Num.BALANCE, Num.PROMISED, Num.DISCOUNT, Num.PAID, Num.DEPOSIT
  };

  private final Profile profile;
  private final Bound bound;
  private final Words<State> states;
  private final Words<LineKind> kinds;
  private final Words<Channel> channels;
  private final Tenders tenders;
  private final Words<Boolean> directions;
  private final Words<Integer> currencies = Vocabulary.currencies();
  private final Words<Boolean> marks = Vocabulary.marks();
  private final Words<Boolean> leavesOpen = Vocabulary.leavesOpen();
  private final Words<Boolean> lapses = Vocabulary.lapses();
  private final Words<Boolean> totals = Vocabulary.totals();
  private final int state;
  private final int type;
  private final boolean wordy;
  private final int remark;
  private final int channel;
  private final int currency;
  private final int direction;
  private final int order;
  private final int rate;
  private final int cancelled;
  private final int paidAt;
  private final int[] means;
  private final int surcharge;
  private final byte[][] empty;
  private final TakenBack takenBack;
  private final WordedPromise wordedPromise;
  private final Scratch scratch = new Scratch();
  private final @Nullable Recipe recipe;
  private final int[] joined;
  private final int[] goesOn;
  private final Text joinedAs;

  /// Columns of a store's terminals, one in each.
  private final int[] terminals;

  Rules(Profile profile, Bound bound) {
    String written = profile.format().id();
    this.recipe = written.isEmpty() ? null : Recipe.of(written);
    this.profile = profile;
    this.bound = bound;
    boolean store = profile.origin().side() == Side.STORE;
    this.joined = bound.all(store ? Field.ACCOUNT : Field.REMARK);
    this.goesOn =
        profile.format().goesOn().stream().mapToInt(bound::index).filter(c -> c >= 0).toArray();
    this.joinedAs = store ? Text.LIST : Text.REMARK;
    this.terminals = store ? bound.all(Field.TERMINAL) : new int[0];
    this.states = Vocabulary.states(profile);
    this.kinds = Vocabulary.kinds(profile);
    this.channels = Vocabulary.channels(profile);
    this.tenders = new Tenders(Vocabulary.channelWords(profile));
    this.directions = Vocabulary.directions(profile);
    this.state = bound.index(Field.STATE);
    this.remark = bound.index(Field.REMARK);
    this.type = bound.index(Field.TYPE);
    this.wordy = profile.origin().book() == Book.BANK && isWordy(type);
    this.channel = bound.index(Field.CHANNEL);
    this.currency = bound.index(Field.CURRENCY);
    this.direction = bound.index(Field.DIRECTION);
    this.order = bound.index(Field.ORDER);
    this.rate = bound.index(Field.RATE);
    this.cancelled = bound.index(Field.CANCELLED);
    this.paidAt = bound.index(Field.PAID_AT);
    this.means = bound.all(Field.MEANS);
    this.surcharge = bound.index(Field.SURCHARGE);
    this.takenBack = new TakenBack(bound);
    this.wordedPromise = new WordedPromise(bound);
    this.empty =
        profile.format().empty().stream()
            .flatMap(
                word -> Stream.of(StandardCharsets.UTF_8, Encoding.GB18030).map(word::getBytes))
            .toArray(byte[][]::new);
  }

  /// Whether the bank's column of words holds what a payer wrote: no word of the bank's, and a
  /// number in it or nothing beside it.
  private boolean isPayers(Cells cells) {
    if (type >= cells.count || kinds.find(cells, type) != null) {
      return false;
    }
    int digits = 0;
    for (int i = cells.from[type]; i < cells.to[type]; i++) {
      digits += cells.bytes[i] >= '0' && cells.bytes[i] <= '9' ? 1 : 0;
    }
    boolean alone =
        IntStream.of(joined).noneMatch(c -> c < cells.count && cells.from[c] < cells.to[c]);
    return digits >= NUMBER_DIGITS
        || (alone && cells.to[type] - cells.from[type] > LONGEST_WORD_BYTES);
  }

  /// Whether the heading of the bank's words may stand above payers' words as well: 摘要.
  private boolean isWordy(int column) {
    if (column < 0) {
      return false;
    }
    String heading = Heading.of(bound.header().get(column)).plain();
    return Dictionary.shipped().senses(Table.BANK, heading).stream()
        .anyMatch(sense -> sense.field() == Field.REMARK);
  }

  @Override
  public Mapping.Refiner copy() {
    return new Rules(profile, bound);
  }

  @Override
  public int[] reads() {
    int[] more = {
      direction,
      order,
      rate,
      cancelled,
      paidAt,
      surcharge,
      bound.index(Field.IN),
      bound.index(Field.OUT)
    };
    return Stream.of(more, joined, means, terminals).flatMapToInt(IntStream::of).toArray();
  }

  @Override
  public boolean decimalComma() {
    return profile.format().decimal() == Profile.Decimal.COMMA;
  }

  @Override
  public boolean goesOn(Cells cells) {
    return goesOn.length > 0
        && IntStream.of(goesOn).noneMatch(c -> c < cells.count && cells.from[c] < cells.to[c]);
  }

  @Override
  public BadRow.@Nullable Problem refine(Cells cells, Row row) {
    for (byte[] nothing : empty) {
      dropEmpty(row, nothing);
    }
    BadRow.Problem problem = meant(cells, row);
    if (problem == null && wordy && isPayers(cells)) {
      int[] words = IntStream.concat(IntStream.of(type), IntStream.of(joined)).toArray();
      join(cells, row, words, joinedAs);
    } else if (problem == null && joined.length > 1) {
      join(cells, row, joined, joinedAs);
    }
    if (problem == null && terminals.length > 1) {
      join(cells, row, terminals, Text.TERMINAL);
    }
    if (problem == null && row.side == Side.ORDER) {
      wordedPromise.read(row);
    }
    return problem;
  }

  private static void dropEmpty(Row row, byte[] nothing) {
    for (Text text : TEXTS) {
      dropEmpty(row, nothing, text);
    }
  }

  private static void dropEmpty(Row row, byte[] nothing, Text text) {
    int from = row.from(text);
    int to = row.to(text);
    if (to > from && Arrays.equals(row.bytes, from, to, nothing, 0, nothing.length)) {
      row.set(text, 0, 0);
    }
  }

  /// Puts the texts of several columns together: what a payer wrote may stand in any column of
  /// remarks, and a store may have an account or a terminal in each of several.
  private void join(Cells cells, Row row, int[] columns, Text as) {
    int filled = 0;
    int size = 0;
    for (int column : columns) {
      if (column < cells.count && cells.from[column] < cells.to[column]) {
        filled++;
        size += cells.to[column] - cells.from[column] + 1;
      }
    }
    if (filled == 0 || (filled == 1 && row.has(as))) {
      return;
    }
    byte[] text = new byte[size - 1];
    int at = 0;
    for (int column : columns) {
      if (column < cells.count && cells.from[column] < cells.to[column]) {
        if (at > 0) {
          text[at++] = (byte) (as == Text.REMARK ? ' ' : ';');
        }
        int length = cells.to[column] - cells.from[column];
        System.arraycopy(cells.bytes, cells.from[column], text, at, length);
        at += length;
      }
    }
    scratch.adopt(row);
    scratch.add(row, as, text);
  }

  private BadRow.@Nullable Problem meant(Cells cells, Row row) {
    if (channel >= 0) {
      Channel said = channels.find(cells, channel);
      row.channel = said == null ? row.channel : said;
    }
    if (currency >= 0) {
      BadRow.Problem problem = currency(cells, row);
      if (problem != null) {
        return problem;
      }
    }
    if (row.side == Side.ORDER) {
      row.state = ordered(cells);
      dropEmpty(row, NO_CUSTOMER, Text.CUSTOMER);
      if (!surcharged(cells, row)) {
        blame(cells, surcharge);
        return BadRow.Problem.AMOUNT;
      }
      if (hasFigures(cells, channel)) {
        tenders.read(row.text(Text.CHANNEL), row);
      }
      if (means.length > 1) {
        tenders.read(cells, means, bound.header(), row);
      } else if (means.length == 1 && hasFigures(cells, means[0])) {
        tenders.read(cells.text(means[0]), row);
      }
      takenBack.read(cells, row);
      return row.has(Text.ID) ? null : BadRow.Problem.MISSING;
    }
    if (row.side != Side.LINE) {
      return row.has(Text.ID) ? null : BadRow.Problem.MISSING;
    }
    BadRow.Problem problem = line(cells, row);
    return problem == null ? named(row) : problem;
  }

  /// Adds what a late payer owes to what is due; answers false where it cannot be read.
  private boolean surcharged(Cells cells, Row row) {
    if (!isTold(cells, surcharge) || !row.has(Num.AMOUNT)) {
      return true;
    }
    long more = cells.amount(surcharge, Currencies.digits(row.currency));
    if (more == Decimals.UNREADABLE) {
      return false;
    }
    row.set(Num.AMOUNT, row.figure(Num.AMOUNT) + more);
    return true;
  }

  /// Means of payment with figures are read one by one; they are rare.
  private static boolean hasFigures(Cells cells, int column) {
    if (column < 0 || column >= cells.count) {
      return false;
    }
    for (int i = cells.from[column]; i < cells.to[column]; i++) {
      if (cells.bytes[i] >= '0' && cells.bytes[i] <= '9') {
        return true;
      }
    }
    return false;
  }

  /// How far an order is. Where the word leaves it open whether it is paid (`processing`), or is
  /// none, the moment of its payment says so; one that is not paid is cancelled by its mark. What
  /// has expired (`已过期`) was never paid, unless it tells when it was: a ticket is lost by then.
  private State ordered(Cells cells) {
    State word = state < 0 ? null : states.find(cells, state);
    boolean leftOpen = word == null || Boolean.TRUE.equals(leavesOpen.find(cells, state));
    if (leftOpen && paidAt >= 0) {
      word = isTold(cells, paidAt) ? State.PAID : state < 0 ? State.OPEN : word;
    }
    if (word == State.CANCELLED && isTold(cells, paidAt) && lapses.find(cells, state) != null) {
      // what was paid and not used in time
      return State.PAID;
    }
    boolean unpaid = word == null || word == State.OPEN || word == State.UNKNOWN;
    if (unpaid && cancelled >= 0 && Boolean.TRUE.equals(marks.find(cells, cancelled))) {
      return State.CANCELLED;
    }
    return word == null ? State.UNKNOWN : word;
  }

  private static boolean isTold(Cells cells, int column) {
    return column >= 0 && column < cells.count && cells.from[column] < cells.to[column];
  }

  /// Gives the line the account of its file and a number of its own where it brings none.
  private BadRow.@Nullable Problem named(Row row) {
    boolean account = !bound.account().isEmpty() && !row.has(Text.ACCOUNT);
    boolean number = recipe != null && !row.has(Text.ID);
    if (!account && !number) {
      return row.has(Text.ID) ? null : BadRow.Problem.MISSING;
    }
    scratch.adopt(row);
    if (account) {
      scratch.add(row, Text.ACCOUNT, bound.account().getBytes(row.charset));
    }
    if (number && recipe != null) {
      scratch.add(row, Text.ID, recipe.number(row).getBytes(row.charset));
    }
    return row.has(Text.ID) ? null : BadRow.Problem.MISSING;
  }

  private BadRow.@Nullable Problem currency(Cells cells, Row row) {
    if (row.has(Text.CURRENCY)) {
      Integer said = currencies.find(cells, currency);
      if (said == null) {
        blame(cells, currency);
        return BadRow.Problem.WORD;
      }
      row.currency = said;
    }
    int digits = row.currency == Currencies.CNY ? 2 : Currencies.digits(row.currency);
    long unit = 1;
    for (int i = digits; i < WIDE; i++) {
      unit *= 10;
    }
    for (Num num : AMOUNTS) {
      long wide = row.figure(num);
      if (wide != Num.NONE && bound.wide(num)) {
        if (wide % unit != 0) {
          return BadRow.Problem.AMOUNT;
        }
        row.set(num, wide / unit);
      }
    }
    return null;
  }

  private BadRow.@Nullable Problem line(Cells cells, Row row) {
    BadRow.Problem problem = signed(cells, row);
    if (problem != null) {
      return problem;
    }
    if (state >= 0 && row.has(Text.STATE)) {
      State said = states.find(cells, state);
      if (said == null) {
        blame(cells, state);
        return BadRow.Problem.WORD;
      }
      row.state = said;
    } else {
      row.state = State.DONE;
    }
    int worded = worded(row);
    if (row.book == Book.BANK && worded >= 0 && totals.find(cells, worded) != null) {
      // no amount of its own: the reader takes it for a row of totals
      return BadRow.Problem.MISSING;
    }
    if (rate >= 0) {
      rate(cells, row);
    }
    row.kind = kind(cells, row, worded);
    turn(row);
    settle(row);
    if (profile.format().refunds() == Profile.Refunds.OWN_NUMBER) {
      owned(cells, row);
    }
    return null;
  }

  /// A rate is read where it is printed in percent: `0.38%`.
  private void rate(Cells cells, Row row) {
    if (rate < cells.count && cells.to[rate] > cells.from[rate]) {
      int last = cells.to[rate] - 1;
      long micro =
          cells.bytes[last] == '%'
              ? Decimals.parse(cells.bytes, cells.from[rate], last, 4)
              : Decimals.UNREADABLE;
      if (micro != Decimals.UNREADABLE) {
        row.set(Num.RATE_MICRO, micro);
      }
    }
  }

  /// Brings the amount of a line together from one signed, two plain, or one worded column.
  private BadRow.@Nullable Problem signed(Cells cells, Row row) {
    if (bound.index(Field.IN) >= 0 || bound.index(Field.OUT) >= 0) {
      long in = figure(cells, Field.IN, row);
      long out = figure(cells, Field.OUT, row);
      if (in == Decimals.UNREADABLE || out == Decimals.UNREADABLE) {
        blame(cells, bound.index(in == Decimals.UNREADABLE ? Field.IN : Field.OUT));
        return BadRow.Problem.AMOUNT;
      }
      boolean back = profile.format().minus() == Profile.Minus.BACK;
      row.set(Num.AMOUNT, in - (back ? out : Math.abs(out)));
      return null;
    }
    long amount = row.figure(Num.AMOUNT);
    if (direction >= 0 && row.has(Num.AMOUNT)) {
      Boolean in = directions.find(cells, direction);
      if (in == null) {
        blame(cells, direction);
        return BadRow.Problem.WORD;
      }
      // a negative amount beside a word of direction is a correction of that direction
      row.set(Num.AMOUNT, in ? amount : -Math.abs(amount));
    }
    return null;
  }

  /// Names the column that whoever mends the file must look at.
  private void blame(Cells cells, int column) {
    cells.blame(column, bound.header().get(column));
  }

  private long figure(Cells cells, Field field, Row row) {
    int index = bound.index(field);
    if (index < 0 || index >= cells.count || cells.from[index] == cells.to[index]) {
      return 0;
    }
    if (isDash(cells, index)) {
      return 0;
    }
    int scale = bound.minor(field) ? 0 : Currencies.digits(row.currency);
    return cells.amount(index, scale);
  }

  private static boolean isDash(Cells cells, int index) {
    byte[] bytes = cells.bytes;
    int at = cells.from[index];
    if (bytes[at] < 0) {
      // no digit, sign or mark of ASCII
      return DASHES.matcher(cells.text(index)).matches();
    }
    while (at < cells.to[index] && bytes[at] == '-') {
      at++;
    }
    return at == cells.to[index];
  }

  /// The column whose words say what kind of row it is, -1 without one.
  private int worded(Row row) {
    return type < 0 && row.book == Book.BANK ? remark : type;
  }

  private LineKind kind(Cells cells, Row row, int worded) {
    LineKind said = worded < 0 ? null : kinds.find(cells, worded);
    long amount = row.figure(Num.AMOUNT);
    boolean in = amount == Num.NONE || amount >= 0;
    if (said == null) {
      return in ? LineKind.PAYMENT : row.book == Book.BANK ? LineKind.TRANSFER : LineKind.REFUND;
    }
    return row.book == Book.BANK ? booked(said, in) : said;
  }

  /// What a word means in a bank's list: what comes in with the words of a fee, as a transfer in,
  /// or as a refund (Gutschrift is any credit there), was paid by somebody.
  private static LineKind booked(LineKind said, boolean in) {
    return switch (said) {
      case PAYMENT, TOP_UP, FEE ->
          in ? LineKind.PAYMENT : said == LineKind.FEE ? said : LineKind.TRANSFER;
      case REFUND -> in ? LineKind.PAYMENT : said;
      case VOID, FEE_BACK, PAYOUT, TRANSFER, INTEREST, PREAUTH, PREAUTH_DONE, OTHER -> said;
    };
  }

  /// Gives refunds, voids and fees of a list without directions their sign.
  private void turn(Row row) {
    long amount = row.figure(Num.AMOUNT);
    if (amount == Num.NONE || row.book == Book.BANK || direction >= 0) {
      return;
    }
    switch (row.kind) {
      case REFUND, VOID, FEE, PAYOUT -> {
        row.set(Num.AMOUNT, -Math.abs(amount));
        long settled = row.figure(Num.SETTLED);
        if (settled != Num.NONE) {
          row.set(Num.SETTLED, -Math.abs(settled));
        } else if (amount > 0 && row.has(Num.FEE_MILLI)) {
          // what a list without signs prints beside a refund went back as well
          row.set(Num.FEE_MILLI, -Math.abs(row.figure(Num.FEE_MILLI)));
        }
      }
      case PAYMENT, FEE_BACK, TRANSFER, INTEREST, TOP_UP, PREAUTH, PREAUTH_DONE, OTHER -> {}
    }
  }

  /// Puts the numbers of a refund where they belong: its own, and that of its order.
  private void owned(Cells cells, Row row) {
    boolean back = row.kind == LineKind.REFUND || row.kind == LineKind.VOID;
    if (!back || !row.has(Text.REFERENCE)) {
      return;
    }
    row.set(Text.REFUND_REFERENCE, row.from(Text.REFERENCE), row.to(Text.REFERENCE));
    boolean named = order >= 0 && order < cells.count;
    row.set(Text.REFERENCE, named ? cells.from[order] : 0, named ? cells.to[order] : 0);
  }

  /// What moved before the fee: acquirers print it after the fee. A fee that made a refund
  /// smaller is a fee given back.
  private static void settle(Row row) {
    long amount = row.figure(Num.AMOUNT);
    if (row.book == Book.BANK) {
      row.set(Num.SETTLED, amount);
      return;
    }
    if (row.has(Num.SETTLED) && row.has(Num.FEE_MILLI) && amount != Num.NONE) {
      long fee = Math.abs(row.figure(Num.FEE_MILLI)) / 1000;
      if (Math.abs(row.figure(Num.SETTLED)) + fee == Math.abs(amount)) {
        // some print what they took off with a minus
        long milli = Math.abs(row.figure(Num.FEE_MILLI));
        row.set(Num.SETTLED, amount);
        row.set(Num.FEE_MILLI, amount < 0 ? -milli : milli);
      }
    }
  }
}
