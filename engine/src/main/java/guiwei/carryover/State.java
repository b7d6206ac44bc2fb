package guiwei.carryover;

import guiwei.carryover.CarryoverRefused.Problem;
import guiwei.source.Private;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the carryover is after a run: which files count, which were replaced, what was reported.
/// One text file, replaced at once, so that a run that dies leaves the state before it.
///
/// @param kept by SHA-256
/// @param replaced SHA-256 of files whose place another one took: given again, they change nothing
/// @param found the names of the discrepancies that the last run reported
record State(Map<String, KeptFile> kept, TreeSet<String> replaced, TreeSet<String> found) {
  private static final String FILE = "state";
  private static final String HEAD = "guiwei-carryover 1";
  private static final int CELLS = 7;

  State() {
    this(new TreeMap<>(), new TreeSet<>(), new TreeSet<>());
  }

  static boolean isThere(Path folder) {
    return Files.exists(folder.resolve(FILE));
  }

  static State read(Path folder, Path contents) throws IOException, CarryoverRefused {
    State state = new State();
    List<String> lines = Files.readAllLines(folder.resolve(FILE));
    if (lines.isEmpty() || !lines.getFirst().equals(HEAD)) {
      boolean newer = !lines.isEmpty() && lines.getFirst().startsWith("guiwei-carryover ");
      throw new CarryoverRefused(newer ? Problem.NEWER : Problem.BROKEN, folder.toString());
    }
    for (int i = 1; i < lines.size(); i++) {
      if (!state.take(lines.get(i).split(" ", -1), contents)) {
        throw new CarryoverRefused(Problem.BROKEN, folder.resolve(FILE) + ":" + (i + 1));
      }
    }
    return state;
  }

  /// Whether the line says something, and the content it names is there.
  private boolean take(String[] cells, Path contents) throws IOException {
    if (cells.length == 2 && (cells[0].equals("replaced") || cells[0].equals("found"))) {
      return (cells[0].equals("found") ? found : replaced).add(cells[1]);
    }
    if (cells.length != CELLS || !cells[0].equals("file") || !cells[1].matches("[0-9a-f]{64}")) {
      return false;
    }
    try {
      KeptFile.Span days = new KeptFile.Span(Long.parseLong(cells[3]), Long.parseLong(cells[4]));
      Path content = contents.resolve(cells[1]);
      long size = Long.parseLong(cells[5]);
      String name = URLDecoder.decode(cells[6], StandardCharsets.UTF_8);
      kept.put(cells[1], new KeptFile(cells[1], name, cells[2], days, size, content));
      return Files.exists(content) && Files.size(content) == size;
    } catch (IllegalArgumentException damaged) {
      return false;
    }
  }

  /// Takes the place of the state before, all of it or nothing.
  void write(Path folder) throws IOException {
    StringBuilder text = new StringBuilder(HEAD).append('\n');
    for (KeptFile file : kept.values()) {
      List<String> cells = new ArrayList<>(List.of("file", file.sha256(), file.format()));
      cells.add(Long.toString(file.days().first()));
      cells.add(Long.toString(file.days().last()));
      cells.add(Long.toString(file.size()));
      cells.add(URLEncoder.encode(file.name(), StandardCharsets.UTF_8));
      text.append(String.join(" ", cells)).append('\n');
    }
    replaced.forEach(sha256 -> text.append("replaced ").append(sha256).append('\n'));
    found.forEach(id -> text.append("found ").append(id).append('\n'));
    Path next = folder.resolve(FILE + ".next");
    Files.deleteIfExists(next);
    Private.create(next);
    try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(
        next,
        folder.resolve(FILE),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
