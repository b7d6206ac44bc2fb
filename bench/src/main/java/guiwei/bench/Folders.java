package guiwei.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the project lies and where a benchmark works.
final class Folders {
  private Folders() {}

  /// The project's folder, with the launcher in it.
  static Path home() {
    Path home = Path.of(System.getProperty("guiwei.home", "")).toAbsolutePath();
    if (!Files.isExecutable(home.resolve("guiwei"))) {
      throw new IllegalStateException(
          "no launcher in "
              + home
              + ": start this with ./guiwei bench, or in the project's folder");
    }
    return home;
  }

  /// A folder to work in: the one to keep, or a new one for the time being.
  static Path work(Optional<Path> keep) throws IOException {
    return keep.isPresent()
        ? Files.createDirectories(keep.get())
        : Files.createTempDirectory("guiwei-bench");
  }

  static void delete(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
