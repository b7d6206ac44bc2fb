package guiwei.bench.race;

import guiwei.table.BadRow;
import guiwei.table.Book;
import guiwei.table.Channel;
import guiwei.table.Delimited;
import guiwei.table.DelimitedReader;
import guiwei.table.Mapping;
import guiwei.table.Row;
import guiwei.table.RowSink;
import guiwei.table.Side;
import guiwei.table.Times;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The floor of our own reader: cuts every file into rows and fields and does nothing with them.
///
/// Arguments: threads, the folder to read.
public final class SplitOnly {
  private static final int HEAD = 1 << 16;

  private SplitOnly() {}

  private record Counted(long rows, long bad) {}

  public static void main(String[] args) throws Exception {
    run(Integer.parseInt(args[0]), Path.of(args[1]), System.out);
  }

  /// Cuts every file of the folder; answers how many rows there are, well formed or not.
  static long run(int count, Path folder, PrintStream told)
      throws IOException, InterruptedException, ExecutionException {
    List<Path> files = Workload.files(folder);
    long rows = 0;
    long bad = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
      List<Future<Counted>> pieces = new ArrayList<>();
      for (Path file : files) {
        pieces.add(threads.submit(() -> split(file)));
      }
      for (Future<Counted> piece : pieces) {
        rows += piece.get().rows;
        bad += piece.get().bad;
      }
    }
    told.println("rows " + rows + ", not rows " + bad);
    return rows + bad;
  }

  private static Counted split(Path file) throws IOException {
    long[] counts = new long[2];
    RowSink sink =
        new RowSink() {
          @Override
          public void row(Row row) {
            counts[0]++;
          }

          @Override
          public void bad(BadRow row) {
            counts[1]++;
          }
        };
    try (FileChannel channel = FileChannel.open(file)) {
      new DelimitedReader(plan(file), 0, file.toString(), sink).read(channel, 0, channel.size());
    }
    return new Counted(counts[0], counts[1]);
  }

  /// A plan without columns; rows may have as many fields as the widest line at the file's head.
  private static Delimited plan(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    int widest = 1;
    int width = 1;
    for (byte b : head) {
      width = b == '\n' ? 1 : b == ',' ? width + 1 : width;
      widest = Math.max(widest, width);
    }
    Mapping nothing =
        new Mapping(
            List.of(),
            new Mapping.Defaults(Side.LINE, Channel.OTHER, Book.TRADE, 0),
            ZoneOffset.UTC,
            Times.Order.YEAR_FIRST,
            (byte) 0,
            (cells, row) -> null);
    return new Delimited(
        StandardCharsets.UTF_8, (byte) ',', true, (byte) 0, List.of(), 0, widest, nothing);
  }
}
