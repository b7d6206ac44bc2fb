package guiwei.bench;

import guiwei.bench.race.Find;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// `guiwei bench find`: Guiwei, the SQL scripts and the floor over the same files, in turn.
final class FindCommand {
  private static final List<String> KNOWN =
      List.of(
          "--orders", "--runs", "--threads", "--memory", "--only", "--seed", "--keep", "--json");

  private FindCommand() {}

  static boolean run(List<String> args) throws Exception {
    Options options = Options.of(args, KNOWN);
    Find.Plan plan =
        new Find.Plan(
            options.counts("--orders", "1m,10m"),
            Math.toIntExact(options.count("--runs", "5")),
            Math.toIntExact(options.count("--threads", "2")),
            options.text("--memory"),
            options.list("--only", ""),
            options.count("--seed", "1"));
    Path json = options.path("--json").orElse(Path.of("bench-find.json").toAbsolutePath());
    Optional<Path> keep = options.path("--keep");
    Path work = Folders.work(keep);
    try {
      boolean finished = new Find(Folders.home(), work, plan).run(json, System.out, System.err);
      System.out.println("figures: " + json);
      return finished;
    } finally {
      if (keep.isEmpty()) {
        Folders.delete(work);
      }
    }
  }
}
