package guiwei.command;

import guiwei.reconcile.Result;
import guiwei.reconcile.Settings;
import guiwei.report.Screen;
import guiwei.report.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/// `guiwei reconcile PATH...`.
final class Reconciling {
  static final int WIDTH = 100;
  private static final int MOST_THREADS = 256;
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private Reconciling() {}

  static int run(Arguments arguments, Terminal terminal) throws IOException, Misuse {
    FailOn failOn = FailOn.of(arguments.one(Option.FAIL_ON).orElse("any"));
    List<Path> paths = arguments.rest().stream().map(Path::of).toList();
    Path out = folder(arguments, "guiwei-out");
    Result result = new Run(paths, out, Run.profiles(arguments), settings(arguments)).run(terminal);
    if (arguments.has(Option.JSON)) {
      Summary.write(result, out, terminal.out());
    } else {
      terminal.show(Screen.print(result, Run.words(terminal), WIDTH, terminal.colour(), out));
    }
    return failOn.exit(result);
  }

  /// The folder for results, which may not be a file.
  static Path folder(Arguments arguments, String otherwise) throws Misuse {
    Path out = Path.of(arguments.one(Option.OUT).orElse(otherwise));
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new Misuse("misuse.folder", out.toString());
    }
    return out;
  }

  static Settings settings(Arguments arguments) throws Misuse {
    Settings standard = Settings.standard();
    int threads = arguments.number(Option.THREADS, standard.threads(), 1, MOST_THREADS);
    return new Settings(threads, asOf(arguments), standard.cutOff(), standard.refundTime());
  }

  /// The end of the day that was named.
  private static Optional<Instant> asOf(Arguments arguments) throws Misuse {
    Optional<String> day = arguments.one(Option.AS_OF);
    if (day.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(day.get()).plusDays(1).atStartOfDay(ZONE).toInstant());
    } catch (DateTimeParseException e) {
      throw new Misuse("misuse.day", Option.AS_OF.word(), day.get());
    }
  }
}
