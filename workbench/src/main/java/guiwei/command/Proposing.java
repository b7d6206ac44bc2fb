package guiwei.command;

import guiwei.profile.Profiles;
import guiwei.profile.Suggestion;
import guiwei.report.Words;
import guiwei.source.Limits;
import guiwei.source.Source;
import guiwei.source.Sources;
import guiwei.table.Layout;
import guiwei.table.RefusedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// `guiwei formats --propose FILE`: a mapping profile for a table, on standard output, to be looked
/// at, settled and given with `--profile`. Nothing is ever read by it before that.
final class Proposing {
  private static final int HEAD = 1 << 16;
  private static final int WIDTH = 24;

  /// Layouts that say nothing yet about what the columns are.
  private static final Set<String> CONTAINERS = Set.of("proposed", "workbook", "json", "parquet");

  private final Terminal terminal;
  private final Profiles profiles;

  private Proposing(Terminal terminal, Profiles profiles) {
    this.terminal = terminal;
    this.profiles = profiles;
  }

  static int run(String file, Arguments arguments, Terminal terminal) throws IOException, Misuse {
    return new Proposing(terminal, Run.profiles(arguments)).propose(file);
  }

  private int propose(String file) throws IOException, Misuse {
    Source source = only(file);
    try {
      Optional<Suggestion> found = Optional.empty();
      try (InputStream in = source.open()) {
        found = profiles.propose(in);
      }
      Optional<String> known = known(source);
      if (found.isEmpty()) {
        throw new Misuse(
            known.isEmpty() ? "misuse.propose.nothing" : "propose.known",
            source.name(),
            known.orElse(""));
      }
      known.ifPresent(key -> terminal.tell("propose.known", source.name(), key));
      print(source, found.get());
      return Exit.CLEAN;
    } catch (RefusedFile refused) {
      throw refused(source.name(), refused.problem(), refused.detail());
    }
  }

  private Source only(String file) throws Misuse {
    Sources.Found found = Sources.find(List.of(Path.of(file)), Limits.DEFAULT);
    if (!found.refusals().isEmpty()) {
      Sources.Refusal refusal = found.refusals().getFirst();
      throw refused(refusal.name(), refusal.problem(), refusal.detail());
    }
    if (found.sources().size() != 1) {
      throw new Misuse("misuse.propose.one", file, "" + found.sources().size());
    }
    return found.sources().getFirst();
  }

  private Misuse refused(String name, RefusedFile.Problem problem, String detail) {
    Words words = Run.words(terminal);
    String why =
        words.text("file." + problem) + (detail.isEmpty() ? "" : " (" + words.detail(detail) + ")");
    return new Misuse("misuse.propose.refused", name, why, words.text("file." + problem + ".do"));
  }

  /// The layout that reads the file without any proposal.
  private Optional<String> known(Source source) throws IOException {
    byte[] head;
    try (InputStream in = source.open()) {
      head = in.readNBytes(HEAD);
    }
    for (Layout layout : Run.layouts(profiles)) {
      if (!CONTAINERS.contains(layout.key()) && reads(layout, head)) {
        return Optional.of(layout.key());
      }
    }
    return Optional.empty();
  }

  private static boolean reads(Layout layout, byte[] head) {
    try {
      return layout.recognise(head) != null;
    } catch (RefusedFile notQuite) {
      return false;
    }
  }

  private void print(Source source, Suggestion found) {
    remark("propose.head", source.name(), say("propose.table." + found.table()));
    for (Suggestion.Column column : found.columns()) {
      terminal.print("#   " + pad(plain(column.heading())) + said(column));
    }
    remark(found.doubts().isEmpty() ? "propose.certain" : "propose.doubts");
    terminal.show(found.yaml());
  }

  private String said(Suggestion.Column column) {
    String field = column.field().isEmpty() ? "-" : column.field();
    String sure = say("propose." + column.sure().name().toLowerCase(Locale.ROOT) + "-column");
    String proof =
        column.checked()
            ? say("propose.checked", "" + column.seen())
            : column.seen() == 0 ? say("propose.empty") : "";
    return pad(field) + sure + proof;
  }

  private static String pad(String text) {
    int wide = (int) text.codePoints().filter(c -> c > 0x2e80).count();
    return text + " ".repeat(Math.max(2, WIDTH - text.length() - wide));
  }

  /// On one line, so that a heading cannot leave its comment.
  private static String plain(String heading) {
    return heading.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ");
  }

  private void remark(String key, String... values) {
    terminal.print("# " + plain(say(key, values)));
  }

  private String say(String key, String... values) {
    return terminal.phrases().say(key, values);
  }
}
