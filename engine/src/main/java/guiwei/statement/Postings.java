package guiwei.statement;

import guiwei.table.BadRow;
import guiwei.table.Book;
import guiwei.table.Channel;
import guiwei.table.Locator;
import guiwei.table.Num;
import guiwei.table.Period;
import guiwei.table.Row;
import guiwei.table.RowSink;
import guiwei.table.Side;
import guiwei.table.Text;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Gives movements of a bank account to the sink as rows: numbers them, names those without a
/// number of their own, and keeps two movements of one number apart.
final class Postings {
  /// No text of a row may be longer; such a row is refused.
  static final int MAX_TEXT = 8192;

  private static final char REPEAT = '#';

  private final int file;
  private final String name;
  private final RowSink sink;
  private final Row row = new Row();
  private final Sightings seen = new Sightings();
  private long ordinal;

  Postings(int file, String name, RowSink sink) {
    this.file = file;
    this.name = name;
    this.sink = sink;
    row.bytes = new byte[1024];
  }

  /// A statement begins: movements of one number are told apart within a statement only,
  /// because the same statement may stand in a file twice.
  void begin() {
    seen.clear();
  }

  /// Gives a movement that stands in a statement whose balances count it. A number and amount
  /// that the statement has had before moved money again: its number gets `#2`.
  void counted(Posting posting) {
    identify(posting);
    String id = posting.word(Text.ID);
    int times = seen.add(Facts.hash(id, Long.toString(posting.minor)));
    if (times > 1) {
      posting.word(Text.ID, id + REPEAT + times);
    }
    give(posting);
  }

  /// Gives a movement whose number is unique by the format's own rule: seen twice, it is the
  /// same.
  void unique(Posting posting) {
    identify(posting);
    give(posting);
  }

  /// Gives the place of a row that cannot be read.
  void bad(long line, String column, String value, BadRow.Problem problem) {
    sink.bad(new BadRow(name, line, column, value, problem));
  }

  /// Gives the balances between which a statement stands; not where its account or one of their
  /// days is unknown.
  void period(
      String account,
      int currency,
      @Nullable LocalDate opening,
      @Nullable LocalDate closing,
      long openingMinor,
      long closingMinor) {
    if (!account.isEmpty() && opening != null && closing != null && !closing.isBefore(opening)) {
      sink.period(new Period(account, currency, opening, closing, openingMinor, closingMinor));
    }
  }

  private static void identify(Posting posting) {
    if (posting.word(Text.ID).isEmpty()) {
      posting.word(Text.ID, Facts.name(posting));
    }
  }

  private void give(Posting posting) {
    row.clear();
    row.charset = StandardCharsets.UTF_8;
    row.side = Side.LINE;
    row.channel = Channel.BANK;
    row.book = Book.BANK;
    row.kind = posting.kind;
    row.state = posting.state;
    row.currency = posting.currency;
    row.set(Num.AMOUNT, posting.orderMinor());
    row.set(Num.SETTLED, posting.orderMinor());
    row.set(Num.FEE_MILLI, posting.feeMilli());
    row.hasTime = posting.timed();
    row.dayOnly = posting.dayOnly();
    row.epochSecond = posting.epochSecond();
    row.offsetSeconds = posting.offsetSeconds();
    row.locator = Locator.of(file, ordinal++);
    write(posting.words());
    sink.row(row);
  }

  private void write(Map<Text, String> words) {
    int end = 0;
    for (Map.Entry<Text, String> word : words.entrySet()) {
      byte[] letters = word.getValue().getBytes(StandardCharsets.UTF_8);
      if (end + letters.length > row.bytes.length) {
        row.bytes = Arrays.copyOf(row.bytes, Math.max(end + letters.length, row.bytes.length * 2));
      }
      System.arraycopy(letters, 0, row.bytes, end, letters.length);
      row.set(word.getKey(), end, end + letters.length);
      end += letters.length;
    }
  }

  /// How many rows were given.
  long count() {
    return ordinal;
  }
}
