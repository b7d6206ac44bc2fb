package guiwei.report;

import guiwei.outcome.MatchSink;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `matches.csv` and `matches.parquet`, filled by several threads at once and yet the same
/// bytes in every run.
///
/// Parts are filled in blocks of columns. The first unfinished part writes through; blocks of
/// later ones wait in memory up to a limit, and on disk beyond it.
///
/// Measured in one run on a busy two-core machine, 2 million matches: both files 0.4 to 0.6 CPU
/// seconds (1.5 with the JVM cold); `carpet-record` 0.5.0 on parquet-hadoop 2.3 (5.8 cold) for
/// the Parquet file alone. That is why the Parquet writer is our own.
public final class MatchFiles implements MatchSink, Closeable {
  /// The columns of both files, in order.
  public static final List<String> COLUMNS =
      List.of("group", "rule", "answer", "receipts", "orders", "amount_minor", "currency");

  private static final int WAITING_BLOCKS = 40;

  private final Wording.Dictionary dictionary = new Wording.Dictionary();
  private final Path folder;
  private final FileChannel csv;
  private final FileChannel parquet;
  private final ParquetFile columns;
  private final Map<Integer, Queue> waiting = new HashMap<>();
  private final Deque<MatchBlock> free = new ArrayDeque<>();
  private final int waitingLimit;
  private @Nullable Aside aside;
  private int waitingBlocks;
  private int head;
  private boolean finished;

  /// What a part has delivered while an earlier one is still being filled.
  private static final class Queue {
    final List<Waiting> blocks = new ArrayList<>();
    boolean closed;
  }

  private sealed interface Waiting {}

  private record InMemory(MatchBlock block) implements Waiting {}

  private record OnDisk(Aside.Place place) implements Waiting {}

  /// Begins both files in a folder that exists.
  public static MatchFiles open(Path folder) throws IOException {
    return new MatchFiles(folder, WAITING_BLOCKS);
  }

  MatchFiles(Path folder, int waitingLimit) throws IOException {
    this.folder = folder;
    this.waitingLimit = waitingLimit;
    csv = create(folder.resolve("matches.csv.unfinished"));
    parquet = create(folder.resolve("matches.parquet.unfinished"));
    columns = new ParquetFile(parquet, dictionary);
    byte[] heading = (String.join(",", COLUMNS) + "\r\n").getBytes(StandardCharsets.UTF_8);
    Chunks.write(csv, ByteBuffer.wrap(heading));
  }

  private static FileChannel create(Path path) throws IOException {
    return FileChannel.open(
        path,
        StandardOpenOption.CREATE,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE);
  }

  @Override
  public Part part(int number) {
    return new Filling(number);
  }

  /// Completes both files and gives them their names. Every part must be closed by now.
  public synchronized void finish() throws IOException {
    if (!waiting.isEmpty()) {
      throw new IllegalStateException(
          "part " + head + " is not closed, others wait: " + waiting.keySet());
    }
    columns.finish();
    csv.close();
    parquet.close();
    for (String name : List.of("matches.csv", "matches.parquet")) {
      Files.move(
          folder.resolve(name + ".unfinished"),
          folder.resolve(name),
          StandardCopyOption.REPLACE_EXISTING);
    }
    finished = true;
  }

  /// Lets go of everything; what was not finished disappears.
  @Override
  public synchronized void close() throws IOException {
    csv.close();
    parquet.close();
    if (aside != null) {
      aside.close();
    }
    if (!finished) {
      Files.deleteIfExists(folder.resolve("matches.csv.unfinished"));
      Files.deleteIfExists(folder.resolve("matches.parquet.unfinished"));
    }
  }

  private synchronized MatchBlock fresh() {
    MatchBlock block = free.poll();
    return block == null ? new MatchBlock() : block;
  }

  private synchronized void deliver(int number, MatchBlock block) throws IOException {
    if (number == head) {
      write(block);
      return;
    }
    if (number < head) {
      throw new IllegalStateException("part " + number + " is closed, or was asked for twice");
    }
    Queue queue = waiting.computeIfAbsent(number, key -> new Queue());
    if (waitingBlocks < waitingLimit) {
      waitingBlocks++;
      queue.blocks.add(new InMemory(block));
    } else {
      queue.blocks.add(new OnDisk(aside().put(block)));
      release(block);
    }
  }

  private Aside aside() throws IOException {
    Aside place = aside;
    if (place == null) {
      place = Aside.in(folder);
      aside = place;
    }
    return place;
  }

  private void write(MatchBlock block) throws IOException {
    Chunks.write(csv, ByteBuffer.wrap(block.csv.data, 0, block.csv.size));
    columns.add(block).forEach(this::release);
  }

  private void release(MatchBlock block) {
    block.clear();
    free.push(block);
  }

  private synchronized void closed(int number) throws IOException {
    waiting.computeIfAbsent(number, key -> new Queue()).closed = true;
    while (true) {
      Queue queue = waiting.get(head);
      if (queue == null) {
        return;
      }
      drain(queue);
      if (!queue.closed) {
        return;
      }
      waiting.remove(head++);
    }
  }

  private void drain(Queue queue) throws IOException {
    for (Waiting block : queue.blocks) {
      switch (block) {
        case InMemory here -> {
          waitingBlocks--;
          write(here.block());
        }
        case OnDisk there -> {
          MatchBlock read = fresh();
          aside().get(there.place(), read);
          write(read);
        }
      }
    }
    queue.blocks.clear();
  }

  /// A part that is being filled.
  private final class Filling implements Part {
    private final int number;
    private MatchBlock block = fresh();
    private String rule = "";
    private String answer = "";
    private int currency;
    private @Nullable Wording wording;

    Filling(int number) {
      this.number = number;
    }

    @Override
    public void group(byte[] bytes, int from, int to) {
      block.text(MatchBlock.GROUP, bytes, from, to);
    }

    @Override
    public void receipt(byte[] bytes, int from, int to) {
      block.text(MatchBlock.RECEIPTS, bytes, from, to);
    }

    @Override
    public void order(byte[] bytes, int from, int to) {
      block.text(MatchBlock.ORDERS, bytes, from, to);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // callers pass constants; others only cost a look-up
    public void end(String rule, String answer, long amountMinor, int currency) throws IOException {
      Wording words = wording;
      if (words == null
          || rule != this.rule
          || answer != this.answer
          || currency != this.currency) {
        words = new Wording(dictionary, rule, answer, currency);
        this.rule = rule;
        this.answer = answer;
        this.currency = currency;
        wording = words;
      }
      block.end(words, amountMinor);
      if (block.full()) {
        handOver();
        block = fresh();
      }
    }

    private void handOver() throws IOException {
      block.encode();
      deliver(number, block);
    }

    @Override
    public void close() throws IOException {
      if (block.rows > 0) {
        handOver();
      }
      closed(number);
    }
  }
}
