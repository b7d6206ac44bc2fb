package guiwei.bench;

import guiwei.bench.race.Find;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `guiwei bench find`: Guiwei, the SQL scripts and the floor over the same files, in turn.
@Command(
    name = "find",
    description = "Times Guiwei, two DuckDB scripts and the floor, in turn, as processes.",
    mixinStandardHelpOptions = true)
final class FindCommand implements Callable<Integer> {
  @Option(
      names = "--orders",
      split = ",",
      converter = Counts.class,
      description = "Sizes of the workload, e.g. 100k,1m,10m (default: ${DEFAULT-VALUE}).")
  private List<Long> orders = List.of(1_000_000L, 10_000_000L);

  @Option(names = "--runs", description = "Rounds (default: ${DEFAULT-VALUE}).")
  private int runs = 5;

  @Option(names = "--threads", description = "Threads for everybody (default: ${DEFAULT-VALUE}).")
  private int threads = 2;

  @Option(
      names = "--memory",
      description = "Also run Guiwei with this limit, e.g. 1g, beside Guiwei without one.")
  private @Nullable String memory;

  @Option(
      names = "--only",
      split = ",",
      description = "Of guiwei, plain.sql, rules.sql, floor, own-floor only these.")
  private List<String> only = List.of();

  @Option(names = "--seed", description = "Of the workload (default: ${DEFAULT-VALUE}).")
  private long seed = 1;

  @Option(
      names = "--keep",
      description = "Keep the workload and what everybody wrote here; use what is already there.")
  private @Nullable Path keep;

  @Option(
      names = "--json",
      description = "Where the figures go for machines (default: ${DEFAULT-VALUE}).")
  private Path json = Path.of("bench-find.json");

  @Override
  public Integer call() throws Exception {
    Path work = Folders.work(keep);
    try {
      Find find =
          new Find(
              Folders.home(),
              work,
              new Find.Plan(
                  orders, runs, threads, Optional.ofNullable(memory), List.copyOf(only), seed));
      boolean finished = find.run(json.toAbsolutePath(), System.out, System.err);
      System.out.println("figures: " + json.toAbsolutePath());
      return finished ? 0 : 3;
    } finally {
      if (keep == null) {
        Folders.delete(work);
      }
    }
  }
}
