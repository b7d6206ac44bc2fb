package guiwei.bench.race;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.duckdb.DuckDBDriver;

/// DuckDB made ready to start fast: its library lies unpacked beside a small jar, so that the
/// alternatives are not charged 0.6 s for unpacking 70 MB in every run.
final class DuckDb {
  private final String classPath;

  private DuckDb(String classPath) {
    this.classPath = classPath;
  }

  static DuckDb prepare(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path small = folder.resolve("duckdb.jar");
    String library = "libduckdb_java.so_" + system() + "_" + processor();
    try (JarFile jar = new JarFile(home(DuckDBDriver.class).toFile());
        JarOutputStream out = new JarOutputStream(Files.newOutputStream(small))) {
      boolean found = false;
      for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        try (var in = jar.getInputStream(entry)) {
          if (entry.getName().equals(library)) {
            found = true;
            Files.copy(
                in, folder.resolve(library), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
          } else if (!entry.getName().startsWith("libduckdb_java") && !entry.isDirectory()) {
            out.putNextEntry(new JarEntry(entry.getName()));
            in.transferTo(out);
          }
        }
      }
      if (!found) {
        throw new IOException("DuckDB has no " + library + " for this machine");
      }
    }
    return new DuckDb(small + File.pathSeparator + home(SqlScript.class));
  }

  /// The command that runs [SqlScript] with these arguments in a process of its own.
  List<String> command(List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath,
                SqlScript.class.getName()));
    command.addAll(arguments);
    return command;
  }

  /// The jar or folder that a class comes from.
  static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(type + " comes from nowhere", e);
    }
  }

  private static String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.startsWith("mac") ? "macos" : name.startsWith("windows") ? "windows" : "linux";
  }

  private static String processor() {
    String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return name.equals("aarch64") || name.equals("arm64") ? "arm64" : "amd64";
  }
}
