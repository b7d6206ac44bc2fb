package guiwei.bench.race;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Guiwei and what a user would run instead, as commands over one folder of files.
final class Contestants {
  static final String GUIWEI = "guiwei";
  private static final String SCRIPTS = "/guiwei/bench/race/";
  /// DuckDB knows no GBK: read byte by byte, its numbers are right and its words are not.
  private static final String BYTES = "latin-1";

  private static final List<Integer> ZERO = List.of(0);

  private final Path home;
  private final Path work;
  private final int threads;
  private final DuckDb duckDb;

  /// @param home the project's folder, with the launcher in it
  /// @param work where everybody writes
  Contestants(Path home, Path work, int threads) throws IOException {
    this.home = home;
    this.work = Files.createDirectories(work);
    this.threads = threads;
    this.duckDb = DuckDb.prepare(work.resolve("duckdb"));
  }

  /// Guiwei as its users start it: through the launcher, with all its result files.
  ///
  /// @param memory the limit for `--memory`, or empty for none
  Contestant guiwei(Path in, Optional<String> memory) {
    String name = memory.map(limit -> GUIWEI + " " + limit).orElse(GUIWEI);
    Path out = work.resolve("out-" + name.replace(' ', '-'));
    List<String> command =
        new ArrayList<>(
            List.of(
                home.resolve("guiwei").toString(),
                "reconcile",
                in.toString(),
                "--out",
                out.toString(),
                "--threads",
                Integer.toString(threads)));
    memory.ifPresent(limit -> command.addAll(List.of("--memory", limit)));
    return new Contestant(name, "reads, finds all kinds, writes results", command, out, found());
  }

  /// Lets the launcher build what is out of date, so that no run is charged for it.
  void build() throws IOException, InterruptedException {
    Path log = work.resolve("build.log");
    Process build =
        new ProcessBuilder(home.resolve("guiwei").toString(), "version")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (build.waitFor() != 0) {
      throw new IOException("Guiwei cannot be built: " + Files.readString(log));
    }
  }

  /// Exit codes 0, clean, and 1, discrepancies found.
  private static List<Integer> found() {
    return List.of(0, 1);
  }

  Contestant plain(Path in) {
    return sql("plain.sql", "DuckDB joins on order numbers", in, BYTES, List.of("plain.sql"));
  }

  Contestant rules(Path in) {
    return sql("rules.sql", "DuckDB finds by rules", in, BYTES, List.of("read.sql", "rules.sql"));
  }

  /// The rules over a whole month in all formats, unpacked and in UTF-8.
  Contestant fullRules(Path unpacked) {
    List<String> scripts = List.of("read.sql", "read-full.sql", "rules.sql");
    return sql("rules.sql", "DuckDB finds by rules", unpacked, "utf-8", scripts);
  }

  private Contestant sql(String name, String does, Path in, String encoding, List<String> scripts) {
    Path out = work.resolve("out-" + name);
    List<String> arguments =
        new ArrayList<>(List.of("" + threads, "-", "" + in, "" + out, encoding));
    scripts.forEach(script -> arguments.add(SCRIPTS + script));
    return new Contestant(name, does, duckDb.command(arguments), out, ZERO);
  }

  /// The reader of ours that only cuts.
  Contestant ownFloor(Path in) {
    return new Contestant(
        "own floor",
        "our reader cuts into fields",
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            SplitOnly.class.getName(),
            Integer.toString(threads),
            in.toString()),
        work.resolve("out-own-floor"),
        ZERO);
  }

  /// The C program that only cuts, or empty where there is no C compiler.
  Optional<Contestant> floor(Path in) throws IOException, InterruptedException {
    Path source = work.resolve("floor.c");
    Path program = work.resolve("floor");
    try (InputStream text = Contestants.class.getResourceAsStream(SCRIPTS + "floor.c")) {
      if (text == null) {
        throw new IOException("floor.c is not in the class path");
      }
      Files.write(source, text.readAllBytes());
    }
    if (!compiled(source, program)) {
      return Optional.empty();
    }
    return Optional.of(
        new Contestant(
            "floor",
            "C cuts into fields",
            List.of(program.toString(), Integer.toString(threads), in.toString()),
            work.resolve("out-floor"),
            ZERO));
  }

  private boolean compiled(Path source, Path program) throws InterruptedException {
    List<String> command =
        List.of("cc", "-O3", "-pthread", "-o", program.toString(), source.toString());
    try {
      Process compiler =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(work.resolve("cc.log").toFile())
              .start();
      return compiler.waitFor() == 0;
    } catch (IOException e) {
      return false; // no cc on this machine: the table says so
    }
  }
}
