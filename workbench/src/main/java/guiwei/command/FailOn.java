package guiwei.command;

import guiwei.outcome.FileReport;
import guiwei.outcome.Kind;
import guiwei.outcome.Result;
import guiwei.table.RefusedFile.Problem;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which discrepancies a scheduler wants to hear of.
record FailOn(Set<Kind> kinds) {
  FailOn {
    kinds = Set.copyOf(kinds);
  }

  /// From `any`, `none` or kinds separated by commas.
  static FailOn of(String text) throws Misuse {
    if (text.equals("any")) {
      return new FailOn(EnumSet.allOf(Kind.class));
    }
    var kinds = EnumSet.noneOf(Kind.class);
    if (!text.equals("none")) {
      for (String word : text.split(",", -1)) {
        kinds.add(kind(word));
      }
    }
    return new FailOn(kinds);
  }

  private static Kind kind(String word) throws Misuse {
    for (Kind kind : Kind.values()) {
      if (kind.name().equals(word.strip().replace('-', '_').toUpperCase(Locale.ROOT))) {
        return kind;
      }
    }
    throw new Misuse("misuse.fail-on", word.strip());
  }

  /// The exit code of a run that came to its end; see [Exit].
  int exit(Result result) {
    if (isRefused(result.files()) || !result.badRows().isEmpty()) {
      return Exit.BAD_INPUT;
    }
    boolean found = result.discrepancies().stream().anyMatch(d -> kinds.contains(d.kind()));
    return found ? Exit.DISCREPANCIES : Exit.CLEAN;
  }

  /// Whether a file was refused, or all were empty: one may be, on a day without payments.
  private static boolean isRefused(List<FileReport> files) {
    return files.stream().anyMatch(f -> f.refusal() != null && f.refusal() != Problem.EMPTY)
        || files.stream().allMatch(f -> f.refusal() != null || !f.sameAs().isEmpty());
  }
}
