package guiwei.sift;

import guiwei.outcome.Progress;
import guiwei.source.Source;
import guiwei.source.Sources;
import guiwei.table.Book;
import guiwei.table.Delimited;
import guiwei.table.DelimitedReader;
import guiwei.table.Footing;
import guiwei.table.Layout;
import guiwei.table.Mapping;
import guiwei.table.Reading;
import guiwei.table.RefusedFile;
import guiwei.table.RowSink;
import guiwei.table.Side;
import guiwei.table.Tally;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Reads every file once: recognises it, cuts large ones into pieces, gives rows to the clerks,
/// and holds each file's declared figures against its rows.
///
/// A file gets a number; rows carry it. A file that turns out not to foot, or that was cut in
/// the middle of a quoted line, is voided by its number, so that its rows count nowhere.
final class Intake {
  private static final long PIECE = 8 << 20;
  private static final int HEAD = 1 << 16;

  private final List<Layout> layouts;
  private final Desk desk;
  private final Crew crew;
  private final Progress progress;
  private final List<Entry> entries = new ArrayList<>();
  private final AtomicLong bytesDone = new AtomicLong();
  private long bytesTotal;

  Intake(List<Layout> layouts, Desk desk, Crew crew, Progress progress) {
    this.layouts = layouts;
    this.desk = desk;
    this.crew = crew;
    this.progress = progress;
  }

  /// One file on its way in. Its number is its index in [#entries].
  static final class Entry {
    final int number;
    final Source source;
    String format = "";
    @Nullable Reading reading;
    boolean voided;

    /// The name of the file with the same content that is read instead, or empty.
    String sameAs = "";

    RefusedFile.@Nullable Problem refusal;
    String detail = "";
    final List<Piece> pieces = new ArrayList<>();

    /// What its statements say of their accounts before and after: see [Periods].
    final Periods periods = new Periods();

    List<Footing.Check> checks = List.of();

    /// Tables of it that were not read, although they have rows.
    final List<String> passedOver = new ArrayList<>();

    long rows;
    long badRows;

    Entry(int number, Source source) {
      this.number = number;
      this.source = source;
    }

    void refuse(RefusedFile.Problem problem, String why) {
      refusal = problem;
      detail = why;
      voided = true;
    }

    boolean live() {
      return !voided;
    }

    /// Reads the whole file once more, row by row.
    void readAgain(RowSink sink) {
      try (InputStream in = source.open()) {
        switch (reading) {
          case Reading.Cut cut ->
              new DelimitedReader(cut.plan(), number, source.name(), sink).read(in);
          case Reading.Streamed streamed -> streamed.reader().read(in, number, source.name(), sink);
          case null -> throw new IllegalStateException("rows of an unread file");
        }
      } catch (IOException changed) {
        throw new UncheckedIOException(source.name() + " could not be read a second time", changed);
      }
    }
  }

  /// What a piece of a cut file left behind.
  static final class Piece {
    Tally tally = new Tally();
    List<String> footer = List.of();
    boolean cutInQuotes;
  }

  List<Entry> entries() {
    return entries;
  }

  /// Reads all sources; afterwards [#entries] tells what became of each.
  void read(List<Source> sources) {
    Map<Source, Source> repeated = Sources.repeated(sources);
    List<Entry> read = new ArrayList<>();
    for (Source source : sources) {
      Entry entry = add(source);
      Source same = repeated.get(source);
      if (same == null) {
        read.add(entry);
        bytesTotal += Math.max(0, source.size());
      } else {
        entry.sameAs = same.name();
        entry.voided = true;
      }
    }
    crew.each(read, this::recognise);
    List<Crew.Task> tasks = new ArrayList<>();
    for (Entry entry : read) {
      note(entry);
      plan(entry, tasks);
    }
    crew.run(tasks);
    rereadMiscut();
    entries.forEach(this::foot);
  }

  private Entry add(Source source) {
    Entry entry = new Entry(entries.size(), source);
    entries.add(entry);
    return entry;
  }

  private void recognise(Entry entry) {
    RefusedFile near = null;
    try (InputStream in = entry.source.open()) {
      byte[] head = in.readNBytes(HEAD);
      for (Layout layout : layouts) {
        try {
          Reading reading = layout.recognise(head);
          if (reading != null) {
            entry.format = layout.key();
            entry.reading = reading;
            return;
          }
        } catch (RefusedFile refused) {
          near = near == null ? refused : near;
        }
      }
      throw near == null ? new RefusedFile(RefusedFile.Problem.UNRECOGNISED, "") : near;
    } catch (RefusedFile refused) {
      entry.refuse(refused.problem(), refused.detail());
    } catch (IOException failed) {
      entry.refuse(RefusedFile.Problem.IO, failed.getClass().getSimpleName());
    }
  }

  /// Which level of which channel a file shows.
  private void note(Entry entry) {
    if (entry.reading instanceof Reading.Cut cut) {
      Mapping.Defaults shown = cut.plan().mapping().defaults();
      if (shown.side() == Side.LINE && shown.book() == Book.TRADE) {
        desk.traded.add(shown.channel());
      } else if (shown.side() == Side.LINE && shown.book() == Book.FUND) {
        desk.funded.add(shown.channel());
      }
    }
  }

  private void plan(Entry entry, List<Crew.Task> tasks) {
    switch (entry.reading) {
      case null -> {}
      case Reading.Streamed streamed -> tasks.add(clerk -> stream(entry, streamed, clerk));
      case Reading.Cut cut when entry.source.plain().isPresent() ->
          planPieces(entry, cut, entry.source.plain().get(), tasks);
      case Reading.Cut cut -> tasks.add(clerk -> whole(entry, cut, clerk));
    }
  }

  private void planPieces(Entry entry, Reading.Cut cut, Path path, List<Crew.Task> tasks) {
    long size = entry.source.size();
    long from = cut.plan().dataStart();
    for (long at = from; at < size || at == from; at += PIECE) {
      Piece piece = new Piece();
      entry.pieces.add(piece);
      long begin = at;
      tasks.add(clerk -> piece(entry, cut.plan(), path, piece, begin, clerk));
    }
  }

  private void piece(Entry entry, Delimited plan, Path path, Piece piece, long begin, Clerk clerk) {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      long from = begin == plan.dataStart() ? begin : rowStart(channel, begin);
      long to = rowStart(channel, begin + PIECE);
      if (from < to) {
        DelimitedReader reader =
            new DelimitedReader(plan, entry.number, entry.source.name(), clerk.sink(entry));
        keep(piece, reader.read(channel, from, to));
      }
      progress.at(Progress.Step.READ, bytesDone.addAndGet(PIECE), bytesTotal);
    } catch (IOException failed) {
      refuse(entry, failed);
    }
  }

  private static void keep(Piece piece, DelimitedReader reader) {
    piece.tally = reader.tally();
    piece.footer = reader.footer();
    piece.cutInQuotes = reader.endedInQuotes();
  }

  /// The first byte after the line end at or after `offset - 1`, or the file's end.
  private static long rowStart(FileChannel channel, long offset) throws IOException {
    long size = channel.size();
    ByteBuffer buffer = ByteBuffer.allocate(1 << 12);
    long at = offset - 1;
    while (at < size) {
      buffer.clear();
      int read = channel.read(buffer, at);
      for (int i = 0; i < read; i++) {
        if (buffer.get(i) == '\n') {
          return at + i + 1;
        }
      }
      at += Math.max(1, read);
    }
    return size;
  }

  private void whole(Entry entry, Reading.Cut cut, Clerk clerk) {
    Piece piece = new Piece();
    entry.pieces.add(piece);
    try (InputStream in = entry.source.open()) {
      DelimitedReader reader =
          new DelimitedReader(cut.plan(), entry.number, entry.source.name(), clerk.sink(entry));
      keep(piece, reader.read(in));
      progress.at(
          Progress.Step.READ, bytesDone.addAndGet(Math.max(0, entry.source.size())), bytesTotal);
    } catch (IOException failed) {
      refuse(entry, failed);
    }
  }

  private void stream(Entry entry, Reading.Streamed streamed, Clerk clerk) {
    try (InputStream in = entry.source.open()) {
      entry.checks =
          streamed.reader().read(in, entry.number, entry.source.name(), clerk.counting(entry));
      progress.at(
          Progress.Step.READ, bytesDone.addAndGet(Math.max(0, entry.source.size())), bytesTotal);
    } catch (IOException failed) {
      refuse(entry, failed);
    }
  }

  private static void refuse(Entry entry, IOException failed) {
    synchronized (entry) {
      if (failed instanceof RefusedFile refused) {
        entry.refuse(refused.problem(), refused.detail());
      } else {
        entry.refuse(RefusedFile.Problem.IO, failed.getClass().getSimpleName());
      }
    }
  }

  /// A piece that ended inside quotes was cut in the middle of a row: the file is read again
  /// from its beginning by one thread, under a new number.
  private void rereadMiscut() {
    List<Crew.Task> tasks = new ArrayList<>();
    for (Entry entry : List.copyOf(entries)) {
      boolean miscut = false;
      for (int i = 0; i + 1 < entry.pieces.size(); i++) {
        miscut |= entry.pieces.get(i).cutInQuotes;
      }
      if (miscut && entry.live() && entry.reading instanceof Reading.Cut cut) {
        entry.voided = true;
        crew.clerks().forEach(clerk -> clerk.bad.forget(entry.number));
        Entry again = add(entry.source);
        again.format = entry.format;
        again.reading = cut;
        tasks.add(clerk -> whole(again, cut, clerk));
      }
    }
    crew.run(tasks);
  }

  private void foot(Entry entry) {
    if (!entry.live()) {
      return;
    }
    if (entry.reading instanceof Reading.Cut cut) {
      Tally tally = new Tally();
      List<String> footer = new ArrayList<>();
      for (Piece piece : entry.pieces) {
        tally.append(piece.tally);
        entry.rows += piece.tally.rows();
        footer.addAll(piece.footer);
      }
      try {
        entry.checks = cut.footing().check(tally, footer);
        entry.periods.add(tally);
      } catch (RefusedFile refused) {
        entry.refuse(refused.problem(), refused.detail());
        return;
      }
    }
    for (Footing.Check check : entry.checks) {
      if (!check.agrees()) {
        entry.refuse(
            RefusedFile.Problem.DOES_NOT_FOOT,
            check.what() + ": " + check.declared() + " ≠ " + check.found());
        return;
      }
    }
  }
}
