package guiwei.command;

import guiwei.outcome.FileReport;
import guiwei.outcome.Result;
import guiwei.outcome.Settings;
import guiwei.profile.BadProfile;
import guiwei.profile.Profiles;
import guiwei.profile.Unsaid;
import guiwei.reconcile.Reconcile;
import guiwei.report.MatchFiles;
import guiwei.report.Report;
import guiwei.report.Words;
import guiwei.source.Limits;
import guiwei.source.Sources;
import guiwei.statement.Formats;
import guiwei.table.Currencies;
import guiwei.table.Layout;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// One reconciliation from paths to result files.
///
/// @param paths what to read
/// @param out where the results go
/// @param profiles how tables are read
record Run(List<Path> paths, Path out, Profiles profiles, Settings settings) {

  /// Reads, reconciles and writes.
  Result run(Terminal terminal) throws IOException {
    return over(
        Sources.find(paths, List.of(out), Limits.DEFAULT), UnaryOperator.identity(), terminal);
  }

  /// The same over files that were found before.
  ///
  /// @param last what is done to the result before it is written
  Result over(Sources.Found found, UnaryOperator<Result> last, Terminal terminal)
      throws IOException {
    try (Unfinished unfinished = Unfinished.in(out)) {
      Path folder = unfinished.folder();
      Result result;
      try (MatchFiles matches = MatchFiles.open(folder);
          ProgressLine progress = ProgressLine.on(terminal)) {
        result = new Reconcile(settings, layouts(profiles), progress).run(found.sources(), matches);
        matches.finish();
      }
      Result whole = last.apply(withRefusals(result, found.refusals()));
      if (hasRead(whole)) {
        Report.write(whole, folder, words(terminal), "");
        unfinished.finish();
      }
      return whole;
    }
  }

  /// Whether any file was read. Where none was, no results are written: they would look like those
  /// of a day without payments.
  static boolean hasRead(Result result) {
    return result.files().stream().anyMatch(file -> file.refusal() == null);
  }

  /// The profiles that ship, and before them those that were named.
  static Profiles profiles(Arguments arguments) throws IOException, Misuse {
    List<Path> own = arguments.all(Option.PROFILE).stream().map(Path::of).toList();
    Profiles shipped = Profiles.shipped(new Unsaid(Moments.zone(arguments), currency(arguments)));
    try {
      return own.isEmpty() ? shipped : shipped.with(own);
    } catch (BadProfile e) {
      throw new Misuse("misuse.profile", String.valueOf(e.getMessage()));
    } catch (NoSuchFileException e) {
      throw new Misuse("misuse.profile", String.valueOf(e.getFile()));
    }
  }

  private static String currency(Arguments arguments) throws Misuse {
    String currency = arguments.one(Option.CURRENCY).orElse(Unsaid.USUAL.currency());
    if (!Currencies.known(currency)) {
      throw new Misuse("misuse.currency", Option.CURRENCY.word(), currency);
    }
    return currency;
  }

  static Words words(Terminal terminal) {
    return Words.of(Locale.forLanguageTag(terminal.phrases().language()));
  }

  /// Every way to read a file, the most certain first.
  static List<Layout> layouts(Profiles profiles) {
    var layouts = new ArrayList<Layout>(Formats.builtIn(profiles.zone()));
    layouts.addAll(profiles.layouts());
    return layouts;
  }

  /// Files that could not even be opened stand in the result beside those that could.
  private static Result withRefusals(Result result, List<Sources.Refusal> refusals) {
    var files = new ArrayList<FileReport>(result.files());
    for (Sources.Refusal refusal : refusals) {
      files.add(
          new FileReport(
              refusal.name(), "", 0, 0, 0, "", refusal.problem(), refusal.detail(), List.of()));
    }
    files.sort(Comparator.comparing(FileReport::name));
    return new Result(
        result.proof(),
        result.discrepancies(),
        files,
        result.badRows(),
        result.matchedByRule(),
        result.decided(),
        result.gaps(),
        result.unordered());
  }
}
