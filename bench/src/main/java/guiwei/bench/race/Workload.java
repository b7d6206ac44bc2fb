package guiwei.bench.race;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files that everybody reads.
///
/// @param in the folder
/// @param bytes how many there are
record Workload(Path in, long orders, long payments, long bytes) {
  static Workload of(Path in, long orders, long payments) throws IOException {
    long bytes = 0;
    for (Path file : files(in)) {
      bytes += Files.size(file);
    }
    return new Workload(in, orders, payments, bytes);
  }

  /// Reads every byte once, so that everybody finds the files in memory and nobody pays the disk.
  void warm() throws IOException {
    byte[] buffer = new byte[1 << 20];
    for (Path file : files(in)) {
      try (InputStream stream = Files.newInputStream(file)) {
        while (stream.read(buffer) >= 0) {
          // the system keeps what was read
        }
      }
    }
  }

  static List<Path> files(Path in) throws IOException {
    try (Stream<Path> tree = Files.walk(in)) {
      return tree.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
