package guiwei.bench.race;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// Runs a command as a process of its own and says what it took: wall time from before the start to
/// after the end, and the operating system's own account of the finished process and every process
/// it waited for (user and system time, largest resident set).
///
/// The account comes from `time` of GNU or BSD where one is installed. Elsewhere `times` of the
/// shell gives the CPU time as exactly, and the peak is read from `/proc` while the process runs.
enum Stopwatch {
  GNU {
    @Override
    List<String> wrap(List<String> command, Path account) {
      return with(
          List.of(TIME, "-q", "-f", "user %U\nsys %S\npeak %M", "-o", "" + account), command);
    }
  },
  BSD {
    @Override
    List<String> wrap(List<String> command, Path account) {
      return with(List.of(TIME, "-l", "-p", "-o", "" + account), command);
    }
  },
  SHELL {
    @Override
    List<String> wrap(List<String> command, Path account) {
      String script = "out=$1; shift; \"$@\"; code=$?; times > \"$out\"; exit $code";
      return with(List.of("sh", "-c", script, "sh", "" + account), command);
    }
  };

  private static final String TIME = "/usr/bin/time";
  private static final Pattern WORDS = Pattern.compile("\\s+");

  /// What a finished process took.
  ///
  /// @param cpuSeconds user and system time together
  /// @param peakBytes of the largest single process, 0 when nobody knows
  record Took(double wallSeconds, double cpuSeconds, long peakBytes, int exit) {}

  abstract List<String> wrap(List<String> command, Path account);

  /// The most exact way of this machine.
  static Stopwatch find() throws IOException, InterruptedException {
    for (Stopwatch way : List.of(GNU, BSD)) {
      if (way.works()) {
        return way;
      }
    }
    return SHELL;
  }

  private boolean works() throws IOException, InterruptedException {
    if (!Files.isExecutable(Path.of(TIME))) {
      return false;
    }
    Path log = Files.createTempFile("guiwei-bench", ".log");
    try {
      return time(List.of("true"), log, Map.of(), Path.of("")).exit == 0;
    } catch (IOException e) {
      return false;
    } finally {
      Files.delete(log);
    }
  }

  /// Runs the command to its end, both its outputs in `log`.
  Took time(List<String> command, Path log, Map<String, String> environment, Path folder)
      throws IOException, InterruptedException {
    Path account = Files.createTempFile("guiwei-bench", ".time");
    try {
      ProcessBuilder builder = new ProcessBuilder(wrap(command, account));
      builder.environment().putAll(environment);
      builder.directory(folder.toAbsolutePath().toFile()).redirectErrorStream(true);
      builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
      builder.redirectOutput(log.toFile());
      long start = System.nanoTime();
      Process process = builder.start();
      long polled = this == SHELL ? watch(process) : 0;
      int exit = process.waitFor();
      double wall = (System.nanoTime() - start) / 1e9;
      return read(Files.readString(account), wall, polled, exit);
    } finally {
      Files.deleteIfExists(account);
    }
  }

  private static Took read(String account, double wall, long polled, int exit) throws IOException {
    double cpu = 0;
    long peak = polled;
    boolean seen = false;
    for (String line : account.lines().map(String::strip).toList()) {
      String[] words = WORDS.split(line, -1);
      if (words.length == 2 && (words[0].equals("user") || words[0].equals("sys"))) {
        cpu += Double.parseDouble(words[1]);
        seen = true;
      } else if (words.length == 2 && words[0].equals("peak")) {
        peak = Long.parseLong(words[1]) * 1024;
      } else if (line.endsWith("maximum resident set size")) {
        peak = Long.parseLong(words[0]);
      } else if (words.length == 2 && words[0].endsWith("s") && words[1].endsWith("s")) {
        // The shell prints its own time first and its children's second: the last line counts.
        cpu = seconds(words[0]) + seconds(words[1]);
        seen = true;
      }
    }
    if (!seen) {
      throw new IOException("no account of a finished process: " + account);
    }
    return new Took(wall, cpu, peak, exit);
  }

  /// `1m2.345s` as the shell prints it.
  private static double seconds(String text) {
    int minutes = text.indexOf('m');
    return 60 * Double.parseDouble(text.substring(0, minutes))
        + Double.parseDouble(text.substring(minutes + 1, text.length() - 1).replace(',', '.'));
  }

  private static long watch(Process process) throws IOException, InterruptedException {
    long peak = 0;
    do {
      for (ProcessHandle child : process.descendants().toList()) {
        peak = Math.max(peak, peakOf(child.pid()).orElse(0));
      }
    } while (!process.waitFor(20, TimeUnit.MILLISECONDS));
    return peak;
  }

  private static OptionalLong peakOf(long pid) throws IOException {
    Path status = Path.of("/proc/" + pid + "/status");
    try {
      for (String line : Files.readAllLines(status)) {
        if (line.startsWith("VmHWM:")) {
          String kilobytes = line.replaceAll("[^0-9]", "");
          return OptionalLong.of(Long.parseLong(kilobytes) * 1024);
        }
      }
    } catch (java.nio.file.NoSuchFileException e) {
      return OptionalLong.empty(); // it has just ended, or this system has no /proc
    }
    return OptionalLong.empty();
  }

  private static List<String> with(List<String> first, List<String> rest) {
    List<String> all = new ArrayList<>(first);
    all.addAll(rest);
    return all;
  }

  String words() {
    return switch (this) {
      case GNU, BSD -> TIME + " of " + name();
      case SHELL -> "the shell's times, peak memory from /proc";
    };
  }
}
