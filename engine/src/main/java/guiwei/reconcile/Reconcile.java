package guiwei.reconcile;

import guiwei.outcome.MatchSink;
import guiwei.outcome.Progress;
import guiwei.outcome.ProofBuilder;
import guiwei.outcome.Result;
import guiwei.outcome.Settings;
import guiwei.sift.Desk;
import guiwei.sift.Sifting;
import guiwei.source.Source;
import guiwei.table.Layout;
import java.util.List;
import java.util.Map;

/// Reconciles statements and orders: every line and every order gets its place, and what is out
/// of place is named.
///
/// Stage 1 ([Sifting]) reads every file once and settles what is plainly clean without an object
/// per row; stage 2 ([Thinking]) thinks about the rest. The result is the same for any order of
/// rows and files.
public final class Reconcile {
  private final Settings settings;
  private final List<Layout> layouts;
  private final Progress progress;
  private final long inMemory;

  public Reconcile(Settings settings, List<Layout> layouts, Progress progress) {
    this(settings, layouts, progress, Desk.IN_MEMORY);
  }

  /// @param inMemory how many bytes of rows stay in memory in stage 1
  Reconcile(Settings settings, List<Layout> layouts, Progress progress, long inMemory) {
    this.settings = settings;
    this.layouts = List.copyOf(layouts);
    this.progress = progress;
    this.inMemory = inMemory;
  }

  /// Runs over the sources; matches go to the sink as they are written, everything else is in
  /// the result.
  public Result run(List<Source> sources, MatchSink sink) {
    try (Desk desk = new Desk(settings.zone(), inMemory)) {
      Sifting sifting = new Sifting(sources, layouts, settings, progress, desk);
      Thinking thinking = new Thinking(settings, sifting).think();
      ProofBuilder proof = new ProofBuilder();
      sifting.write(thinking.matches(), sink, proof);
      thinking.addTo(proof);
      Map<String, Result.RuleCount> rules = thinking.rules();
      sifting.countRules(rules);
      return new Result(
          proof.build(),
          sifting.readable(thinking.discrepancies()),
          sifting.files(thinking.repeatsByFile()),
          sifting.badRows(),
          rules,
          thinking.decided(),
          sifting.learnt().gaps(),
          thinking.unordered());
    }
  }
}
