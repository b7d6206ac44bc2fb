package guiwei.command;

import guiwei.decision.BadDecision;
import guiwei.decision.Decisions;
import guiwei.outcome.Result;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What people decided: read before a run, and told afterwards where it did not apply.
final class Deciding {
  private static final int MOST_LINES = 10;

  private Deciding() {}

  /// A file that cannot be followed is refused before anything is read.
  static Decisions read(Arguments arguments) throws IOException, Misuse {
    Optional<String> file = arguments.one(Option.DECISIONS);
    if (file.isEmpty()) {
      return Decisions.NONE;
    }
    try {
      return Decisions.read(Path.of(file.get()));
    } catch (FileSystemException e) {
      throw new Misuse("misuse.file", Option.DECISIONS.word(), file.get());
    } catch (BadDecision e) {
      throw new Misuse(
          "decisions." + e.problem(),
          e.file(),
          Long.toString(e.line()),
          e.column(),
          e.value(),
          e.detail());
    }
  }

  /// Decisions whose facts are not in the run, or not as they were: they may concern another day.
  static void tell(Result result, Terminal terminal) {
    List<Result.Decided> idle = result.decided().stream().filter(d -> !d.applied()).toList();
    if (!idle.isEmpty()) {
      List<String> lines =
          idle.stream().map(d -> Long.toString(d.line())).limit(MOST_LINES).toList();
      terminal.tell(
          "decisions.idle",
          "" + idle.size(),
          "" + result.decided().size(),
          String.join(", ", lines) + (idle.size() > MOST_LINES ? ", ..." : ""));
    }
  }
}
