import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/// What `guiwei` (POSIX shell) does after it has found a JDK, for Windows: builds into a folder of
/// its own per state of the sources, one build at a time, and runs. Started by `guiwei.cmd`.
final class Launch {
  private final Path home;
  private final Path apps;
  private final boolean bench;

  private Launch(Path home, boolean bench) {
    this.home = home;
    this.apps = home.resolve("workbench/target/app");
    this.bench = bench;
  }

  public static void main(String[] args) throws Exception {
    Path home = Path.of(System.getProperty("jdk.launcher.sourcefile", ".mvn/Launch.java"));
    String told = System.getenv("GUIWEI_HOME_DIR");
    home = (told == null ? home.toAbsolutePath().getParent().getParent() : Path.of(told));
    String command = args.length == 0 ? "" : args[0];
    List<String> rest = List.of(args).subList(Math.min(1, args.length), args.length);
    var launch = new Launch(home.toRealPath(), command.equals("bench"));
    System.exit(
        switch (command) {
          case "test" -> launch.test(rest);
          case "bench" -> launch.run("guiwei.bench.Main", rest);
          default -> launch.run("guiwei.command.Main", List.of(args));
        });
  }

  private int test(List<String> args) throws Exception {
    Files.createDirectories(apps);
    try (FileChannel lock = lock()) {
      var command = new ArrayList<>(List.of(maven(), "-B", "-ntp", "verify"));
      command.addAll(args);
      return start(command, null);
    }
  }

  private int run(String main, List<String> args) throws Exception {
    Path app = built();
    var command = new ArrayList<String>(java());
    if (Files.exists(app.resolve("guiwei.aot"))) {
      command.add("-XX:AOTCache=" + app.resolve("guiwei.aot"));
    }
    int memory = args.indexOf("--memory");
    if (memory >= 0 && memory + 1 < args.size() && args.get(memory + 1).matches("\\d+[kmgKMG]")) {
      command.add("-Xmx" + args.get(memory + 1));
    }
    command.addAll(List.of("-Dguiwei.home=" + home, "-Dguiwei.live=" + live()));
    command.addAll(List.of("-cp", classPath(app), main));
    command.addAll(args);
    return start(command, null);
  }

  private static boolean live() {
    return System.console() != null && System.console().isTerminal();
  }

  private List<String> java() {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return List.of(java, "@" + home.resolve("workbench/jvm.options"));
  }

  private String maven() {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win");
    return home.resolve(windows ? "mvnw.cmd" : "mvnw").toString();
  }

  /// The folder with the jars of the sources as they are now.
  private Path built() throws Exception {
    Path stamp = apps.resolve(bench ? "current-bench" : "current");
    if (!fresh(stamp)) {
      Files.createDirectories(apps);
      try (FileChannel lock = lock()) {
        if (!fresh(stamp)) {
          FileTime begun = FileTime.fromMillis(System.currentTimeMillis());
          String key = key();
          if (!Files.exists(apps.resolve(key).resolve("classpath"))) {
            build(apps.resolve(key));
          }
          Path written = Files.writeString(apps.resolve(".stamp"), key + "\n");
          Files.setLastModifiedTime(written, begun);
          Files.move(written, stamp, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
    return apps.resolve(Files.readString(stamp).strip());
  }

  private FileChannel lock() throws IOException {
    var options = List.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileChannel channel =
        FileChannel.open(apps.resolve("lock.file"), options.toArray(StandardOpenOption[]::new));
    if (channel.tryLock() == null) {
      System.err.println("Waiting for another build of this folder ...");
      channel.lock();
    }
    return channel;
  }

  private boolean fresh(Path stamp) throws IOException {
    if (!Files.exists(stamp)) {
      return false;
    }
    if (!Files.exists(apps.resolve(Files.readString(stamp).strip()).resolve("classpath"))) {
      return false;
    }
    FileTime built = Files.getLastModifiedTime(stamp);
    for (Path path : sources()) {
      if (Files.getLastModifiedTime(path).compareTo(built) > 0) {
        return false;
      }
    }
    return true;
  }

  /// Files and folders that a build is made of; folders tell of deleted files.
  private List<Path> sources() throws IOException {
    var sources = new ArrayList<Path>();
    sources.add(home.resolve("pom.xml"));
    sources.add(home.resolve("workbench/jvm.options"));
    for (String module : modules()) {
      sources.add(home.resolve(module).resolve("pom.xml"));
      try (Stream<Path> inside = Files.walk(home.resolve(module).resolve("src/main"))) {
        sources.addAll(inside.toList());
      }
    }
    return sources;
  }

  private List<String> modules() {
    return bench
        ? List.of("engine", "world", "workbench", "bench")
        : List.of("engine", "world", "workbench");
  }

  private String key() throws IOException {
    var sum = new CRC32();
    for (Path path : sources().stream().sorted().filter(Files::isRegularFile).toList()) {
      sum.update(home.relativize(path).toString().getBytes());
      sum.update(Files.readAllBytes(path));
    }
    return "w" + Long.toString(sum.getValue()) + (bench ? "-bench" : "");
  }

  private void build(Path app) throws Exception {
    System.err.println("Building Guiwei (the first time fetches its libraries) ...");
    String last = modules().getLast();
    Path log = apps.resolve("build.log");
    List<String> command =
        List.of(
            maven(),
            "-B",
            "-ntp",
            "-Dmaven.test.skip=true",
            "-Dspotless.check.skip=true",
            "-pl",
            last,
            "-am",
            "package");
    if (start(command, log) != 0) {
      System.err.println("Guiwei could not be built; everything the build said is in " + log);
      System.exit(3);
    }
    install(app, home.resolve(last).resolve("target"), last);
    if (!bench) {
      train(app);
    }
  }

  private void install(Path app, Path target, String last) throws IOException {
    Path part = apps.resolve(".part");
    delete(part);
    Files.createDirectories(part);
    try (Stream<Path> libraries = Files.list(target.resolve("lib"));
        Stream<Path> own = Files.list(target)) {
      for (Path jar : Stream.concat(libraries, own).filter(Launch::jar).toList()) {
        Files.copy(jar, part.resolve(jar.getFileName()));
      }
    }
    try (Stream<Path> jars = Files.list(part)) {
      String names = jars.map(j -> j.getFileName().toString()).sorted().collect(Collectors.joining("\n"));
      Files.writeString(part.resolve("classpath"), names + "\n");
    }
    delete(app);
    Files.move(part, app);
  }

  private static boolean jar(Path file) {
    return file.toString().endsWith(".jar");
  }

  /// One small run that teaches the Java machine what every run loads; without it all works, slower.
  private void train(Path app) throws Exception {
    var command = new ArrayList<String>(java());
    Path made = app.resolve("new.aot");
    command.addAll(List.of("-XX:AOTCacheOutput=" + made, "-Xlog:disable"));
    command.addAll(List.of("-cp", classPath(app), "guiwei.command.Main", "train"));
    command.add(app.resolve("train").toString());
    if (start(command, apps.resolve("train.log")) == 0 && Files.exists(made)) {
      Files.move(made, app.resolve("guiwei.aot"), StandardCopyOption.REPLACE_EXISTING);
    }
    delete(app.resolve("train"));
  }

  private String classPath(Path app) throws IOException {
    return Files.readAllLines(app.resolve("classpath")).stream()
        .map(jar -> app.resolve(jar).toString())
        .collect(Collectors.joining(java.io.File.pathSeparator));
  }

  /// Runs to its end; with a log, from the project's folder and quietly.
  private int start(List<String> command, Path log) throws Exception {
    var process = new ProcessBuilder(command);
    process.environment().put("JAVA_HOME", System.getProperty("java.home"));
    boolean maven = command.getFirst().equals(maven());
    if (maven) {
      process.directory(home.toFile());
    }
    process.inheritIO();
    if (log != null) {
      process.redirectErrorStream(true).redirectOutput(log.toFile());
    }
    return process.start().waitFor();
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> inside = Files.walk(folder)) {
        for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
