package guiwei.bench;

import java.util.Arrays;
import java.util.List;

/// `guiwei bench ...`: how right and how fast, on data that is made up on the spot.
public final class Main {
  private static final String USAGE =
      """
      guiwei bench find    times Guiwei, two DuckDB scripts and the floor over the same files
        --orders 1m,10m    sizes of the workload
        --runs 5           rounds; in each everybody runs once
        --threads 2        for everybody
        --memory 1g        runs Guiwei with this limit too, beside Guiwei without one
        --only A,B         of guiwei, plain.sql, rules.sql, own-floor, floor only these
        --seed 1           of the workload
        --keep DIR         keeps workload and results here, and uses what is already there
        --json FILE        the figures for machines (bench-find.json)

      guiwei bench score   scores Guiwei and the SQL rules on made-up months of known truth
        --setting WORD     standard, hard, or lean (only what the speed workload has)
        --orders 20k       of each month
        --seeds 1,2,3      one month each
        --threads 2
        --misses 20        how many of each sort of mistake are listed
        --keep DIR         keeps months and results here
        --json FILE        the figures for machines (bench-score.json)
        --run DIR --truth DIR
                           instead: scores the results in one folder against one truth

      guiwei bench months  scores Guiwei on months of other merchants that the project keeps
        --only A,B         only these
        --misses 0         how many of each sort of mistake are listed
      """;

  /// Exit codes: all went well, what was typed makes no sense, somebody did not finish.
  private static final int GOOD = 0;

  private static final int MISUSED = 2;
  private static final int FAILED = 3;

  private Main() {}

  public static void main(String[] args) throws Exception {
    System.exit(run(Arrays.asList(args)));
  }

  private static int run(List<String> args) throws Exception {
    try {
      List<String> rest = args.subList(Math.min(1, args.size()), args.size());
      return switch (args.isEmpty() ? "help" : args.getFirst()) {
        case "find" -> FindCommand.run(rest) ? GOOD : FAILED;
        case "score" -> ScoreCommand.run(rest) ? GOOD : FAILED;
        case "months" -> MonthsCommand.run(rest) ? GOOD : FAILED;
        case "help", "--help", "-h" -> help();
        default -> throw new Options.Misuse("unknown: " + args.getFirst() + "\n\n" + USAGE);
      };
    } catch (Options.Misuse e) {
      System.err.println(e.getMessage());
      return MISUSED;
    }
  }

  private static int help() {
    System.out.print(USAGE);
    return GOOD;
  }
}
