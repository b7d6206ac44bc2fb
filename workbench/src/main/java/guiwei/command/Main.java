package guiwei.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// `guiwei COMMAND ...`: the way in from a terminal.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Terminal terminal = Terminal.ofProcess();
    boolean training = args.length == 2 && args[0].equals("train");
    int code = training ? Training.run(args[1]) : run(List.of(args), terminal);
    terminal.flush();
    if (code != Exit.CLEAN) {
      System.exit(code);
    }
  }

  /// Runs one command.
  ///
  /// @return the exit code, see [Exit]
  static int run(List<String> args, Terminal terminal) {
    Arguments arguments;
    try {
      arguments = Arguments.parse(args);
    } catch (Misuse e) {
      return misused(e, terminal.in(Arguments.language(args)));
    }
    Terminal speaking = terminal.in(arguments.language());
    try {
      return command(arguments, speaking);
    } catch (Misuse e) {
      return misused(e, speaking);
    } catch (OutOfMemoryError e) {
      speaking.tell("failed.memory");
      return Exit.FAILURE;
    } catch (IOException | UncheckedIOException e) {
      speaking.tell("failed.io", String.valueOf(e.getMessage()));
      speaking.trace(e);
      return Exit.FAILURE;
    } catch (RuntimeException | Error e) {
      speaking.tell("failed", e.getClass().getSimpleName());
      speaking.trace(e);
      return Exit.FAILURE;
    }
  }

  private static int command(Arguments arguments, Terminal terminal) throws IOException, Misuse {
    return switch (arguments.command()) {
      case HELP -> Help.print(arguments, terminal);
      case VERSION -> Version.print(terminal);
      case RECONCILE -> Reconciling.run(arguments, terminal);
      case DEMO -> Demo.run(arguments, terminal);
      case EXPLAIN -> Explain.run(arguments, terminal);
      case FORMATS -> KnownFormats.run(arguments, terminal);
    };
  }

  private static int misused(Misuse e, Terminal terminal) {
    terminal.tell(e.key(), e.values());
    terminal.tell("misuse.help");
    return Exit.BAD_INPUT;
  }
}
