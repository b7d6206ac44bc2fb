package guiwei.command;

import guiwei.outcome.Result;
import guiwei.report.Screen;
import guiwei.world.Setting;
import guiwei.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// `guiwei demo`: a month of an invented merchant, reconciled and held against the truth.
final class Demo {
  private static final int ORDERS = 3000;
  private static final int MOST_ORDERS = 10_000_000;
  private static final int DAYS = 30;

  private Demo() {}

  static int run(Arguments arguments, Terminal terminal) throws IOException, Misuse {
    Path folder = Reconciling.folder(arguments, "guiwei-demo");
    Path month = folder.resolve("month");
    clear(folder, month);
    Setting setting = setting(arguments);
    terminal.tell("demo.making", "" + setting.orders(), "" + setting.days(), "" + setting.seed());
    World.Made made = World.make(setting, month);
    Path out = folder.resolve("result");
    Result result =
        new Run(List.of(made.in()), out, Run.profiles(arguments), Reconciling.settings(arguments))
            .run(terminal);
    terminal.show(
        Screen.print(result, Run.words(terminal), terminal.width(), terminal.colour(), out));
    terminal.show(Truth.compare(result, made.truth()).text(Run.words(terminal), terminal));
    terminal.print(
        terminal.phrases().say("demo.where", out.resolve("report.html").toUri().toString()));
    return Exit.CLEAN;
  }

  private static Setting setting(Arguments arguments) throws Misuse {
    return Setting.standard()
        .orders(arguments.number(Option.ORDERS, ORDERS, 1, MOST_ORDERS))
        .days(arguments.number(Option.DAYS, DAYS, 1, 366))
        .seed(arguments.number(Option.SEED, 1, 0, Integer.MAX_VALUE));
  }

  /// Removes an earlier demo, and nothing else.
  private static void clear(Path folder, Path month) throws IOException, Misuse {
    if (!Files.isDirectory(folder)) {
      return;
    }
    boolean ours = Files.exists(month.resolve("truth"));
    try (Stream<Path> inside = Files.list(folder)) {
      if (!ours && inside.findAny().isPresent()) {
        throw new Misuse("misuse.not-a-demo", folder.toString());
      }
    }
    if (ours) {
      delete(month);
      delete(folder.resolve("result"));
    }
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
