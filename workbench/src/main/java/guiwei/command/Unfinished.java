package guiwei.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Where result files grow until all of them are complete: a folder within the one for results. A
/// run that fails, or that somebody stops, takes its folder with it and leaves the results of the
/// run before, all of one run.
final class Unfinished implements AutoCloseable {
  private static final String NAME = ".unfinished";

  /// What a run left that was killed is removed when no run can be using it any more.
  private static final Duration OLD = Duration.ofDays(1);

  private final Path out;
  private final Path folder;
  private final Thread stopped = new Thread(this::drop, "unfinished");

  private Unfinished(Path out, Path folder) {
    this.out = out;
    this.folder = folder;
  }

  /// Makes the folder for results where it is not there, and one within it.
  static Unfinished in(Path out) throws IOException {
    Files.createDirectories(out);
    FileTime old = FileTime.from(Instant.now().minus(OLD));
    for (Path path : inside(out)) {
      boolean ours = path.getFileName().toString().startsWith(NAME) && Files.isDirectory(path);
      if (ours && Files.getLastModifiedTime(path).compareTo(old) < 0) {
        remove(path);
      }
    }
    Unfinished unfinished = new Unfinished(out, Files.createTempDirectory(out, NAME));
    Runtime.getRuntime().addShutdownHook(unfinished.stopped);
    return unfinished;
  }

  Path folder() {
    return folder;
  }

  /// Puts all files where they belong; whoever stops the run now waits for it.
  synchronized void finish() throws IOException {
    for (Path file : inside(folder)) {
      Files.move(file, out.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      Runtime.getRuntime().removeShutdownHook(stopped);
    } catch (IllegalStateException stopping) {
      return; // the hook is at it
    }
    remove(folder);
  }

  private synchronized void drop() {
    try {
      remove(folder);
    } catch (IOException left) {
      // the process ends; what is left has a name of its own
    }
  }

  private static void remove(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      for (Path inside : inside(path)) {
        remove(inside);
      }
    }
    Files.deleteIfExists(path);
  }

  private static List<Path> inside(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.sorted().toList();
    }
  }
}
