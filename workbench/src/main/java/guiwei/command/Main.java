package guiwei.command;

import java.io.FileDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;

/// `guiwei COMMAND ...`: the way in from a terminal.
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Speech speech = new Speech(FileDescriptor.out);
    Terminal terminal = Terminal.ofProcess(speech);
    boolean training = args.length == 2 && args[0].equals("train");
    int code = training ? Training.run(args[1]) : run(List.of(args), terminal);
    terminal.flush();
    String lost = speech.lost();
    if (lost != null) {
      terminal.tell("failed.io", lost);
      code = Exit.FAILURE;
    }
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
      speaking.tell("failed.io", why(e, speaking));
      return Exit.FAILURE;
    } catch (RuntimeException | Error e) {
      speaking.tell("failed", e.getClass().getSimpleName());
      speaking.trace(e);
      return Exit.FAILURE;
    }
  }

  /// What was to be done, and what the system said to it.
  private static String why(Exception failure, Terminal terminal) {
    Throwable cause = failure.getCause();
    String reason =
        switch (cause instanceof IOException ? cause : failure) {
          case NoSuchFileException missing -> terminal.phrases().say("failed.io.missing");
          case AccessDeniedException denied -> terminal.phrases().say("failed.io.denied");
          default -> cause instanceof IOException ? String.valueOf(cause.getMessage()) : "";
        };
    String told = String.valueOf(failure.getMessage());
    return reason.isEmpty() ? told : told + " (" + reason + ")";
  }

  private static int command(Arguments arguments, Terminal terminal) throws IOException, Misuse {
    return switch (arguments.command()) {
      case HELP -> Help.print(arguments, terminal);
      case VERSION -> Version.print(terminal);
      case RECONCILE -> Reconciling.run(arguments, terminal);
      case DEMO -> Demo.run(arguments, terminal);
      case EXPLAIN -> Explain.run(arguments, terminal);
      case INDEX -> Indexing.run(arguments, terminal);
      case TRACE -> Tracing.run(arguments, terminal);
      case FORMATS -> KnownFormats.run(arguments, terminal);
    };
  }

  private static int misused(Misuse e, Terminal terminal) {
    terminal.tell(e.key(), e.values());
    terminal.tell("misuse.help");
    return Exit.BAD_INPUT;
  }
}
