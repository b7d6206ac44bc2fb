package guiwei.command;

import guiwei.outcome.Result;
import guiwei.outcome.Settings;
import guiwei.report.Screen;
import guiwei.report.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `guiwei reconcile PATH...`.
final class Reconciling {
  private static final int MOST_THREADS = 256;

  /// WeChat Pay refunds up to 365 days after a payment, and a refund needs its payment.
  private static final int KEEP_DAYS = 400;

  private static final int MOST_DAYS = 36_500;

  private Reconciling() {}

  static int run(Arguments arguments, Terminal terminal) throws IOException, Misuse {
    FailOn failOn = FailOn.of(arguments.one(Option.FAIL_ON).orElse("any"));
    List<Path> paths = arguments.rest().stream().map(Path::of).toList();
    Path out = folder(arguments, "guiwei-out");
    Run run = new Run(paths, out, Run.profiles(arguments), settings(arguments));
    Optional<Path> carryover = arguments.one(Option.CARRYOVER).map(Path::of);
    if (carryover.isEmpty() && (paths.isEmpty() || arguments.has(Option.KEEP))) {
      throw new Misuse(paths.isEmpty() ? "misuse.missing.reconcile" : "misuse.keep");
    }
    Result result =
        carryover.isEmpty()
            ? run.run(terminal)
            : new Carrying(carryover.get(), keepDays(arguments), terminal).run(run);
    Deciding.tell(result, terminal);
    Path written = Run.hasRead(result) ? out : null;
    if (arguments.has(Option.JSON)) {
      Summary.write(result, written, terminal.out());
    } else {
      terminal.show(
          Screen.print(result, Run.words(terminal), terminal.width(), terminal.colour(), written));
    }
    return failOn.exit(result);
  }

  private static int keepDays(Arguments arguments) throws Misuse {
    return arguments.number(Option.KEEP, KEEP_DAYS, 1, MOST_DAYS);
  }

  /// The folder for results, which may not be a file.
  static Path folder(Arguments arguments, String otherwise) throws Misuse {
    Path out = Path.of(arguments.one(Option.OUT).orElse(otherwise));
    if (Files.exists(out) && !Files.isDirectory(out)) {
      throw new Misuse("misuse.folder", out.toString());
    }
    return out;
  }

  static Settings settings(Arguments arguments) throws IOException, Misuse {
    Settings standard = Settings.standard();
    int threads = arguments.number(Option.THREADS, standard.threads(), 1, MOST_THREADS);
    return standard
        .withThreads(threads)
        .withDecisions(Deciding.read(arguments))
        .withZone(Moments.zone(arguments))
        .withAsOf(Moments.asOf(arguments));
  }
}
