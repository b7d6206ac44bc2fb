package guiwei.bench;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `guiwei bench ...`: how right and how fast, on data that is made up on the spot.
@Command(
    name = "guiwei bench",
    description = "How right and how fast Guiwei is, beside what a user would run instead.",
    subcommands = {FindCommand.class, ScoreCommand.class},
    mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(System.out);
    return 2;
  }
}
