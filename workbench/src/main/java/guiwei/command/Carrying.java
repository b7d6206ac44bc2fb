package guiwei.command;

import guiwei.carryover.Carryover;
import guiwei.carryover.CarryoverRefused;
import guiwei.outcome.Discrepancy;
import guiwei.outcome.Result;
import guiwei.source.Limits;
import guiwei.source.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

/// A run that takes up what earlier runs left in a folder, and leaves its own there.
///
/// @param keepDays how many days before the latest one are kept
record Carrying(Path folder, int keepDays, Terminal terminal) {

  Result run(Run run) throws IOException, Misuse {
    try (Carryover carryover = Carryover.open(folder)) {
      Sources.Found found = Sources.find(run.paths(), List.of(run.out(), folder), Limits.DEFAULT);
      Carryover.Taken taken =
          carryover.take(found.sources(), Run.layouts(run.profiles()), keepDays);
      tell(taken);
      Result result =
          run.over(
              new Sources.Found(taken.sources(), found.refusals()), within(taken, run), terminal);
      Carryover.Change change =
          carryover.commit(
              result.discrepancies().stream().map(Discrepancy::id).distinct().toList());
      terminal.tell(
          "carryover.change", "" + change.fresh(), "" + change.gone(), "" + change.same());
      return result;
    } catch (CarryoverRefused e) {
      throw new Misuse("carryover." + e.problem(), e.place());
    }
  }

  private static UnaryOperator<Result> within(Carryover.Taken taken, Run run) {
    LocalDate since = taken.since();
    if (since == null) {
      return UnaryOperator.identity();
    }
    Instant from = since.atStartOfDay(run.settings().zone()).toInstant();
    return result -> result.since(from);
  }

  private void tell(Carryover.Taken taken) {
    for (Carryover.Replacement replacement : taken.replacements()) {
      terminal.tell("carryover.replaced", replacement.newer(), replacement.kept());
    }
    for (Carryover.Replacement part : taken.parts()) {
      terminal.tell("carryover.part", part.newer(), part.kept());
    }
    for (String name : taken.outdated()) {
      terminal.tell("carryover.outdated", name);
    }
  }
}
